"""Analyses are scored alike once, whatever is asked twice."""

from domain.analysis import NewAnalysis
from domain.fields import FieldName
from domain.score import Assessment, ModelIdentity
from tests.unit.usecases.fakes import ASSESSMENT, RESUME, FakeAnalyses, FakeScorer, FakeTicket
from usecases.score_alike import ScoreAlike

OLD = ModelIdentity(name="old", revision="1", template="budget-1")
BLIND: tuple[FieldName, ...] = ("age", "city")


def scored(*, model: ModelIdentity | None = None, user_id: int = 1) -> NewAnalysis:
    score = ASSESSMENT.score.model_copy(update={"model": model} if model else {})
    return NewAnalysis(
        user_id=user_id,
        source="file",
        file_sha256="a" * 64,
        file_name="a.pdf",
        resume=RESUME,
        vacancy_id=3,
        assessment=ASSESSMENT.model_copy(update={"score": score}),
    )


def ready(answer: Assessment) -> FakeTicket:
    """A ticket whose turn has come."""
    ticket = FakeTicket([0], answer)
    ticket.ahead()
    return ticket


async def test_only_what_differs_is_scored_again_and_only_once() -> None:
    analyses = FakeAnalyses()
    await analyses.add(scored())
    await analyses.add(scored(model=OLD))
    scorer = FakeScorer(ready(ASSESSMENT))
    alike = await ScoreAlike(analyses, scorer)(1, [1, 2], ())
    assert [one.id for one in alike] == [1, 3]
    child = alike[1]
    assert (child.parent_id, child.resume, child.file_name, child.vacancy_id) == (
        *(2, RESUME, "a.pdf", 3),
    )
    assert child.assessment == ASSESSMENT
    again = await ScoreAlike(analyses, scorer)(1, [1, 2], ())
    assert [one.id for one in again] == [1, 3]
    assert len(scorer.submitted) == 1


async def test_another_blind_mode_is_another_kind() -> None:
    analyses = FakeAnalyses()
    await analyses.add(scored())
    hidden = ASSESSMENT.explanation.model_copy(update={"hidden": BLIND})
    blind = ASSESSMENT.model_copy(update={"explanation": hidden})
    scorer = FakeScorer(ready(blind))
    (alike,) = await ScoreAlike(analyses, scorer)(1, [1], BLIND)
    assert (alike.id, scorer.hidden) == (2, BLIND)
    assert [one.id for one in await ScoreAlike(analyses, scorer)(1, [1], BLIND)] == [2]


async def test_what_is_gone_or_anothers_is_left_out() -> None:
    analyses = FakeAnalyses()
    await analyses.add(scored(user_id=2))
    scorer = FakeScorer(ready(ASSESSMENT))
    assert list(await ScoreAlike(analyses, scorer)(1, [1, 99], ())) == []
