"""What tesseract saw on a page (its TSV output) to lines."""

import csv
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from domain.errors import DamagedFileError
from parsers.text.document import Line, Word

_WORD_LEVEL = "5"
_MIN_CONFIDENCE = 20.0
_WIDE_GAP_HEIGHTS = 1.3
_GAP = " " * 6
_MIN_COLUMN_LINES = 2


class SeenWord(NamedTuple):
    """Pixels from the page's top left; `line` is (block, paragraph, line), `confidence` 0..100."""

    line: tuple[str, str, str]
    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float


def words_of(tsv: bytes) -> list[SeenWord]:
    """Raises DamagedFileError."""
    return list(_words(tsv.decode("utf-8", errors="replace")))


def lines_of(words: list[SeenWord], page: int, scale: float) -> list[Line]:
    """Lines in tesseract's order, those over two columns taken apart; `scale` is points per
    pixel."""
    seen = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    edges = [line[0].left for line in seen]
    parts = [part for line in seen for part in _split_at_columns(line, edges)]
    return [_line(part, page, scale) for part in parts]


def _split_at_columns(words: list[SeenWord], edges: list[int]) -> list[list[SeenWord]]:
    """A word behind a wide gap begins a column where other lines begin there too."""
    parts = [words[:1]]
    for before, after in pairwise(words):
        begins = sum(abs(edge - after.left) <= after.height / 2 for edge in edges)
        if _is_wide(before, after) and begins >= _MIN_COLUMN_LINES:
            parts.append([])
        parts[-1].append(after)
    return parts


def _is_wide(before: SeenWord, after: SeenWord) -> bool:
    gap = after.left - before.left - before.width
    return gap > _WIDE_GAP_HEIGHTS * max(before.height, after.height)


def _words(tsv: str) -> Iterator[SeenWord]:
    rows = csv.DictReader(tsv.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    try:
        for row in rows:
            if row["level"] != _WORD_LEVEL or float(row["conf"]) < _MIN_CONFIDENCE:
                continue
            if not (row["text"] or "").strip():
                continue
            left, top, width, height = (
                int(row[name]) for name in ("left", "top", "width", "height")
            )
            line = (row["block_num"], row["par_num"], row["line_num"])
            confidence = float(row["conf"])
            yield SeenWord(line, row["text"].strip(), left, top, width, height, confidence)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFileError from error


def _line(words: list[SeenWord], page: int, scale: float) -> Line:
    text = words[0].text
    for before, after in pairwise(words):
        text += (_GAP if _is_wide(before, after) else " ") + after.text
    return Line(
        text=text,
        page=page,
        x0=round(words[0].left * scale, 1),
        top=round(min(word.top for word in words) * scale, 1),
        x1=round((words[-1].left + words[-1].width) * scale, 1),
        bottom=round(max(word.top + word.height for word in words) * scale, 1),
        words=tuple(
            Word(word.text, word.left * scale, (word.left + word.width) * scale) for word in words
        ),
    )
