"""What text that nobody sees on paper does to the score of a file, from its bytes to its points.

`python -m benchmarks.white_text [BUNDLE]`. Made-up people, each as PDF, DOCX and HTML, with and
without keywords, praise and orders that are hidden before, between and after what they write. The
words are those that no training pair of the embedded bundle had. The same lines in black show what
they would do if they were read.
"""

import json
import random
import sys
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks._resume_files import Line, as_docx, as_html, as_pdf
from domain.resume import Reading
from inference.assessor import load_assessor
from inference.prompts import row_from_resume
from parsers.pipeline import read_resume
from training.corpus.language import read_language
from training.simulation.career import Person, SimulatedJob
from training.simulation.simulate import Case, Simulator
from training.simulation.stuffing import UNSEEN_STUFFING

_PEOPLE: Final = 60
_SMALL_MOVE_POINTS: Final = 3.0
_SEED: Final = 52
_MONTHS: Final = {
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "en": "January February March April May June July August September October November December",
}
_HEADINGS: Final = {
    "ru": ("Опыт работы", "Навыки", "настоящее время", "Анна Примерова"),
    "en": ("Work experience", "Skills", "present", "Anna Example"),
}
Writer = Callable[[Sequence[Line], random.Random], bytes]
_FORMATS: Final[dict[str, Writer]] = {"pdf": as_pdf, "docx": as_docx, "html": as_html}


def main() -> int:
    assessor = load_assessor(sys.argv[1] if len(sys.argv) > 1 else "compact", device="cpu")
    simulator = Simulator(read_language(None, _SEED).held_out, _SEED, "held-out")
    cases = [case for case in simulator.cases(_PEOPLE) if case.person.jobs][:_PEOPLE]
    figures: dict[str, object] = {"people": len(cases)}
    lines = ["format    under 3 points  largest move  told of it  in black"]
    for name, write in _FORMATS.items():
        readings = [_readings(case, simulator, name, write) for case in cases]
        rows = [row_from_resume(reading.resume) for three in readings for reading in three]
        scores = [one.score.score for one in assessor.assess(rows, explained=False)]
        plain, hidden, black = np.array(scores).reshape(-1, 3).T
        told = np.mean(["hidden_text" in three[1].resume.warnings for three in readings])
        figure = {
            "under_3": _share_of_small(hidden - plain),
            "largest": round(float(np.abs(hidden - plain).max()), 2),
            "told": round(float(told), 3),
            "black_under_3": _share_of_small(black - plain),
        }
        figures[name] = figure
        lines.append(
            f"{name:8}{figure['under_3']:>16.1%}{figure['largest']:>14.1f}"
            f"{figure['told']:>12.1%}{figure['black_under_3']:>10.1%}"
        )
    print("\n".join([*lines, json.dumps(figures)]))  # noqa: T201
    return 0


def _share_of_small(moves: NDArray[np.float64]) -> float:
    return round(float((np.abs(moves) < _SMALL_MOVE_POINTS).mean()), 3)


def _readings(case: Case, simulator: Simulator, name: str, write: Writer) -> tuple[Reading, ...]:
    """The resume as it is, with hidden lines, and with the same lines seen."""
    rng = random.Random(f"{_SEED}-{name}-{case.row['work_experience']}")
    lines = _lines(case)
    hidden = list(lines)
    for text in UNSEEN_STUFFING.lines(rng, simulator.pool, case.person.family):
        hidden.insert(rng.randint(0, len(hidden)), Line(text, is_seen=False))
    black = [Line(line.text) for line in hidden]
    return tuple(read_resume(write(one, rng), f"resume.{name}") for one in (lines, hidden, black))


def _lines(case: Case) -> list[Line]:
    person = case.person
    experience, skills, _, name = _HEADINGS[person.language]
    texts = [name, str(case.row["position"]), experience]
    for job in person.jobs:
        texts += [_period(person, job), job.company or "-", job.title, *job.lines]
    texts += [skills, ", ".join(person.skills)]
    return [Line(text) for text in texts if text]


def _period(person: Person, job: SimulatedJob) -> str:
    until = _HEADINGS[person.language][2] if job.current else _month(person, job.last_month)
    return f"{_month(person, job.first_month)} - {until}"


def _month(person: Person, month: int) -> str:
    return f"{_MONTHS[person.language].split()[month % 12]} {month // 12}"


if __name__ == "__main__":
    sys.exit(main())
