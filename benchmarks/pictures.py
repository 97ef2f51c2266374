"""How long a picture takes to draw, and how large it is.

Prints a table and, as the last line, all figures as JSON. Times are the best of some rounds after
a first one, which loads matplotlib and its fonts and is told apart.
"""

import json
from collections.abc import Callable

from benchmarks._clock import seconds
from bot.pictures.answer import AnswerFacts, AnswerWords, ContributionBar, draw_answer
from bot.pictures.audit import AuditFacts, AuditWords, Group, Section, draw_audit, draw_audit_pdf
from bot.pictures.calibration import (
    CalibrationBin,
    CalibrationFacts,
    CalibrationWords,
    draw_calibration,
)
from bot.pictures.compare import Candidate, CompareFacts, CompareWords, draw_compare
from bot.pictures.intervals import Interval
from bot.pictures.statistics import Panel, Series, StatisticsFacts, draw_statistics
from domain.fields import FIELD_NAMES

ROUNDS = 5
_ANSWER = AnswerFacts(
    AnswerWords(
        *("Data analyst", "of 100", "it was 61, +6", "Place", "higher than 81%", "the middle"),
        "What moves the probability",
        ("A suggestion for a person, not a decision.",),
    ),
    score=67,
    percentile=81,
    bars=tuple(ContributionBar(name, 3.0 - place) for place, name in enumerate(FIELD_NAMES)),
    noise_points=0.3,
)
_CANDIDATE = Candidate("Data analyst, Tver", 67, 81, (1.0,) * len(FIELD_NAMES))
_COMPARE = CompareFacts(
    CompareWords("Candidates", "Score", "higher than", "What each field brings"),
    FIELD_NAMES,
    (_CANDIDATE,) * 5,
)
_DAYS = tuple(f"{day:02}.11" for day in range(1, 31))
_PANEL = Panel("Scores", (Series("", tuple(map(float, range(30)))),))
_STATISTICS = StatisticsFacts("A month", _DAYS, (_PANEL,) * 5, "no data")
_GROUP = Group("Tver", 120, Interval(50, 47, 53), Interval(10, 8, 13))
_AUDIT = AuditFacts(
    AuditWords("Audit", "Score", "Shortlisted", "too few"),
    (Section("By age", (_GROUP,) * 5), Section("By city", (_GROUP,) * 12)),
    overall_score=50,
    overall_rate=10,
)
_CALIBRATION = CalibrationFacts(
    CalibrationWords("Yours", "promised", "confirmed", "as promised", "interviews"),
    tuple(CalibrationBin(5.0 * place, Interval(5, 2, 9), 30) for place in range(1, 5)),
)
_DRAWINGS: dict[str, Callable[[], bytes]] = {
    "answer": lambda: draw_answer(_ANSWER),
    "compare five": lambda: draw_compare(_COMPARE),
    "statistics": lambda: draw_statistics(_STATISTICS),
    "audit": lambda: draw_audit(_AUDIT),
    "audit pdf": lambda: draw_audit_pdf(_AUDIT),
    "calibration": lambda: draw_calibration(_CALIBRATION),
}


def main() -> None:
    figures: dict[str, float] = {"first_ms": round(seconds(_DRAWINGS["answer"]) * 1000)}
    lines = [f"the first picture, with loading: {figures['first_ms']} ms"]
    lines.append(f"{'picture':<16}{'ms':>8}{'KiB':>8}")
    for name, draw in _DRAWINGS.items():
        taken_ms = round(seconds(draw, best_of=ROUNDS) * 1000)
        lines.append(f"{name:<16}{taken_ms:>8}{len(draw()) / 1024:>8.0f}")
        figures[f"{name.replace(' ', '_')}_ms"] = taken_ms
    print("\n".join([*lines, json.dumps(figures)]))  # noqa: T201


if __name__ == "__main__":
    main()
