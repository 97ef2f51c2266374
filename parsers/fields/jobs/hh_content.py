"""The right column of hh.ru's jobs: company, place, industries, title, description."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from parsers.fields.jobs.hh_blocks import (
    after_blocks,
    is_place_row,
    is_sure_place,
    names_industry,
)
from parsers.fields.jobs.hh_wraps import Wrapping
from parsers.fields.jobs.text import description_of, tidy_name
from parsers.fields.words import role_strength
from parsers.layouts.row import Row

Content = tuple[str | None, str | None, str | None]
"""Company, title, description."""

_OLD_COMPANY: Final = re.compile(
    r"^(?P<company>.+?)\s+\((?P<place>[^()]+)\)\s*[—–-]\s*(?P<industry>.+)$"
)
_LARGER: Final = 1.4
_HEAD_REACH: Final = 20
_LONGEST_NAME: Final = 3
_SURE: Final = 2


@dataclass(frozen=True, slots=True)
class HhContentReader:
    """Reads one job's rows; `body_size` and `wrapping` are those of the whole section."""

    body_size: float | None
    wrapping: Wrapping

    @classmethod
    def of(cls, contents: Sequence[Sequence[Row]]) -> "HhContentReader":
        rows = [row for content in contents for row in content]
        return cls(_body_size(contents), Wrapping.of(rows))

    def read(self, content: Sequence[Row]) -> Content:
        if not content:
            return None, None, None
        old = _OLD_COMPANY.match(content[0].text)
        if old is not None:
            position = content[1].text if len(content) > 1 else None
            return tidy_name(old["company"]), position, description_of(content[2:])
        return self._by_size(content) or self._by_weight(content) or self._by_order(content)

    def _by_size(self, content: Sequence[Row]) -> Content | None:
        """Company and title are larger than the text; the company is bold, the title is not."""
        large = _run_of(content, 0, self._is_large)
        if not large:
            return None
        bold = _run_of(content, 0, lambda row: self._is_large(row) and row.is_bold)
        name: Sequence[int] = bold or large
        title: Sequence[int] = self._title_below(content, name)
        if not title:
            # Both look alike and nothing stands between them.
            name, title = self._parted(content, name)
        return _content(content, name, title) if title else None

    def _parted(
        self, content: Sequence[Row], run: Sequence[int]
    ) -> tuple[Sequence[int], Sequence[int]]:
        for index in run[1:]:
            if not self.wrapping.name_goes_on(content[index - 1], content[index]):
                return run[: run.index(index)], run[run.index(index) :]
        return run, []

    def _title_below(self, content: Sequence[Row], name: Sequence[int]) -> list[int]:
        start = next(
            (
                index
                for index in range(name[-1] + 1, min(len(content), _HEAD_REACH))
                if self._is_large(content[index])
            ),
            None,
        )
        return [] if start is None else _run_of(content, start, self._is_large)

    def _is_large(self, row: Row) -> bool:
        if self.body_size is None or row.size is None:
            return False
        return row.size - self.body_size > _LARGER

    def _by_weight(self, content: Sequence[Row]) -> Content | None:
        """The company is bold and the text is not; the title may be either."""
        name: Sequence[int] = _run_of(content, 0, lambda row: row.is_bold)
        if not name or len(name) > _LONGEST_NAME or len(name) == len(content):
            return None
        start = after_blocks(content, name[-1] + 1)
        if start >= len(content):
            return None
        title: Sequence[int] = _run_of(content, start, lambda row: row.is_bold) or self._wrapped(
            content, start
        )
        if len(name) > 1 and start == name[-1] + 1:
            parted = self._parted(content, name)
            name, title = parted if parted[1] else (name, title)
        return _content(content, name, title)

    def _by_order(self, content: Sequence[Row]) -> Content:
        name = list(range(self._name_length(content)))
        start = after_blocks(content, len(name))
        if start >= len(content):
            # Nothing is left for a title: what looked like a place may be it.
            last = content[-1]
            if len(content) == 1:
                is_role = role_strength(last.text) == _SURE
                return (None, last.text, None) if is_role else (tidy_name(last.text), None, None)
            start = len(content) - 1
            if start < len(name) or last.is_bullet or is_sure_place(last.text):
                return _content(content, name, [])
        return _content(content, name, self._wrapped(content, start))

    def _name_length(self, content: Sequence[Row]) -> int:
        """How many rows the company takes: up to the place or industry, or while it wraps."""
        for length in range(1, min(len(content) - 1, _LONGEST_NAME) + 1):
            below = content[length].text
            if (is_place_row(below) or names_industry(below)) and all(
                self._joins(content[step], content[step + 1]) for step in range(length - 1)
            ):
                return length
        length = 1
        while length < min(len(content) - 1, _LONGEST_NAME) and self.wrapping.name_goes_on(
            content[length - 1], content[length]
        ):
            length += 1
        return length

    def _joins(self, row: Row, below: Row) -> bool:
        return self.wrapping.may_go_on(row, below) and role_strength(below.text) < _SURE

    def _wrapped(self, content: Sequence[Row], start: int) -> list[int]:
        """The rows of a title from its first."""
        end = start + 1
        while end < min(len(content), start + _LONGEST_NAME) and self.wrapping.title_goes_on(
            content[end - 1], content[end]
        ):
            end += 1
        return list(range(start, end))


def _body_size(contents: Sequence[Sequence[Row]]) -> float | None:
    """The commonest size where every job begins with a larger row, else None."""
    sizes = Counter[float]()
    for content in contents:
        for row in content:
            if row.size is not None:
                sizes[row.size] += len(row.text)
    firsts = [content[0].size for content in contents if content]
    if not sizes or not firsts or any(size is None for size in firsts):
        return None
    below = [size for size in sizes if size < max(size or 0.0 for size in firsts) - _LARGER]
    return max(below, key=lambda size: sizes[size], default=None)


def _run_of(content: Sequence[Row], start: int, is_so: Callable[[Row], bool]) -> list[int]:
    """Indices of the unbroken rows from `start` on that are so."""
    run: list[int] = []
    for index in range(start, len(content)):
        if not is_so(content[index]):
            break
        run.append(index)
    return run


def _content(content: Sequence[Row], name: Sequence[int], title: Sequence[int]) -> Content:
    company = " ".join(content[index].text for index in name)
    position = " ".join(content[index].text for index in title).strip(" ,;") or None
    end = (title or name)[-1] + 1
    return tidy_name(company), position, description_of(content[end:])
