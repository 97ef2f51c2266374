"""Words drawn twice with a small shift: how browsers make a font bold that has no bold face."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers.text.pdf.runs import Chunk, Run

_MAX_SHIFT_EM = 0.15
_MAX_SEEN = 100
"""Of one word on a page: a page that repeats one more often is no resume."""
_Places = dict[str, list[tuple[float, Run]]]


def drop_doubles(runs: Iterable[Run]) -> list[Run]:
    """Each word once; one that is drawn again nearly where it stood makes the first bold.

    So it does with what stands between the two on their line: PDFium itself drops some of the
    second words.
    """
    places: _Places = {}
    kept: list[Run] = []
    spans: list[tuple[Run, Run]] = []
    for run in runs:
        firsts = [_first_of(chunk, run, places) for chunk in run.chunks]
        spans += [(first, run) for first in firsts if first is not None]
        fresh = [chunk for chunk, first in zip(run.chunks, firsts, strict=True) if first is None]
        if len(fresh) == len(run.chunks):
            kept.append(run)
        elif any(not chunk.text.isspace() for chunk in fresh):
            kept.append(replace(run, chunks=fresh))
    if spans:
        _make_bold(kept, spans)
    return kept


def _first_of(chunk: Chunk, run: Run, places: _Places) -> Run | None:
    """The run that drew the word before. Spaces are not looked at: they fall with their words."""
    text, x0, _ = chunk
    seen = places.get(text)
    if seen is None:
        if text != " ":
            places[text] = [(x0, run)]
        return None
    shift = _MAX_SHIFT_EM * run.size
    for other_x0, other in seen:
        if (
            abs(other_x0 - x0) <= shift
            and abs(other.baseline - run.baseline) <= shift
            and (other is not run or len(text) > 1)
            and other.colour == run.colour
        ):
            return other
    if len(seen) < _MAX_SEEN:
        seen.append((x0, run))
    return None


def _make_bold(runs: Iterable[Run], spans: Sequence[tuple[Run, Run]]) -> None:
    lines: dict[float, tuple[int, int]] = {}
    for first, again in spans:
        key = round(first.baseline)
        low, high = lines.get(key, (first.order, again.order))
        lines[key] = (min(low, first.order), max(high, again.order))
    for run in runs:
        low, high = lines.get(round(run.baseline), (0, -1))
        if low <= run.order <= high:
            run.is_bold = True
