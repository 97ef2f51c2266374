"""A bulk run's output while it is unfinished, so that the same command goes on where it stopped.

Beside `out.csv` stands `out.csv.unfinished`: what is scored, by what, into which columns. Only the
very same run may go on; the file is deleted when the run is done.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final, Self

_CHUNK_BYTES: Final = 1024 * 1024


class OutputExistsError(Exception):
    """A file is in the way that no unfinished run wrote."""

    def __init__(self, out: Path) -> None:
        super().__init__(out)
        self.out = out


class OutputMismatchError(Exception):
    """An unfinished run of something else: `part` is what was changed."""

    def __init__(self, out: Path, part: str, before: str, now: str) -> None:
        super().__init__(out, part, before, now)
        self.out, self.part, self.before, self.now = out, part, before, now


class UnfinishedOutput:
    """The output, open for appending whole lines; `lines` are how many it already has."""

    def __init__(self, out: Path, facts: Mapping[str, str]) -> None:
        """Raises OutputExistsError, OutputMismatchError or OSError."""
        self._state = out.with_name(f"{out.name}.unfinished")
        if self._state.exists():
            _check_same(out, _read_facts(out, self._state), facts)
        elif out.exists():
            raise OutputExistsError(out)
        else:
            _write_whole(self._state, json.dumps(facts, ensure_ascii=False))
        self._file = out.open("ab+")
        self.lines = _drop_torn_line(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def written(self) -> Iterator[str]:
        """The lines that are there."""
        self._file.seek(0)
        for line in self._file:
            yield line.decode()

    def append(self, lines: Sequence[str]) -> None:
        """All of them are in the file when this returns: a kill costs at most what comes next."""
        self._file.write("".join(lines).encode())
        self._file.flush()

    def finish(self) -> None:
        os.fsync(self._file.fileno())
        self._state.unlink()


def facts_of_files(files: Sequence[Path]) -> dict[str, str]:
    """Name and SHA-256 of each input, in order. Raises OSError."""
    facts = {}
    for number, path in enumerate(files, start=1):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        facts[f"input {number}"] = f"{path} {digest[:16]}"
    return facts


def _read_facts(out: Path, state: Path) -> dict[str, str]:
    try:
        return dict(json.loads(state.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise OutputExistsError(out) from error


def _check_same(out: Path, before: Mapping[str, str], now: Mapping[str, str]) -> None:
    for part in (*now, *before):
        if before.get(part) != now.get(part):
            raise OutputMismatchError(
                out, part, before.get(part, "nothing"), now.get(part, "nothing")
            )


def _write_whole(path: Path, text: str) -> None:
    """Under another name first: a kill in between leaves no half of it."""
    scratch = path.with_name(f"{path.name}.part")
    scratch.write_text(text, encoding="utf-8")
    scratch.replace(path)


def _drop_torn_line(file: BinaryIO) -> int:
    """How many whole lines there are; what stands after the last one is cut off."""
    file.seek(0)
    lines = end = position = 0
    while chunk := file.read(_CHUNK_BYTES):
        lines += chunk.count(b"\n")
        if (last := chunk.rfind(b"\n")) >= 0:
            end = position + last + 1
        position += len(chunk)
    file.truncate(end)
    file.seek(0, os.SEEK_END)
    return lines
