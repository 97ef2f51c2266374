"""Words drawn twice with a small shift: how browsers make a font bold that has no bold face."""

from collections.abc import Iterable
from dataclasses import replace

from parsers.text.pdf.runs import Chunk, Run

_MAX_SHIFT_EM = 0.15
_MAX_SEEN = 100
"""Of one word on a page: a page that repeats one more often is no resume."""
_Places = dict[str, list[tuple[float, Run]]]


def drop_doubles(runs: Iterable[Run]) -> list[Run]:
    """Each word once; one that is drawn again nearly where it stood makes the first bold."""
    places: _Places = {}
    kept: list[Run] = []
    for run in runs:
        fresh = [chunk for chunk in run.chunks if not _is_drawn_again(chunk, run, places)]
        if len(fresh) == len(run.chunks):
            kept.append(run)
        elif any(not chunk.text.isspace() for chunk in fresh):
            kept.append(replace(run, chunks=fresh))
    return kept


def _is_drawn_again(chunk: Chunk, run: Run, places: _Places) -> bool:
    """Spaces are not looked at: they fall with their words."""
    text, x0, _ = chunk
    seen = places.get(text)
    if seen is None:
        if text != " ":
            places[text] = [(x0, run)]
        return False
    shift = _MAX_SHIFT_EM * run.size
    for other_x0, other in seen:
        if (
            abs(other_x0 - x0) <= shift
            and abs(other.baseline - run.baseline) <= shift
            and (other is not run or len(text) > 1)
            and other.colour == run.colour
        ):
            other.is_bold = True
            return True
    if len(seen) < _MAX_SEEN:
        seen.append((x0, run))
    return False
