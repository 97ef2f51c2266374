"""Verdicts: a person's own, changed at will, gone with the analysis."""

from datetime import timedelta

import pytest

from domain.errors import AnalysisNotFoundError
from storage.database import Database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import analysis


async def test_both_words_are_kept_and_changed_apart(database: Database, clock: MovedClock) -> None:
    row = await database.analyses.add(analysis())
    assert await database.verdicts.find(7, row.id) is None
    await database.verdicts.set_useful(7, row.id, True)
    clock.move(timedelta(days=9))
    verdict = await database.verdicts.set_grade_confirmed(7, row.id, False)
    assert (verdict.is_useful, verdict.grade_confirmed) == (True, False)
    assert verdict.changed_at == clock.now
    taken_back = await database.verdicts.set_useful(7, row.id, None)
    assert (taken_back.is_useful, taken_back.grade_confirmed) == (None, False)
    assert await database.verdicts.find(7, row.id) == taken_back


@pytest.mark.parametrize("analysis_id", [1, 99, 0, -1, 2**70])
async def test_nobody_judges_what_is_not_theirs(database: Database, analysis_id: int) -> None:
    await database.analyses.add(analysis(user_id=7))
    with pytest.raises(AnalysisNotFoundError):
        await database.verdicts.set_useful(8, analysis_id, True)
    with pytest.raises(AnalysisNotFoundError):
        await database.verdicts.set_grade_confirmed(8, analysis_id, True)
    assert await database.verdicts.find(8, analysis_id) is None


async def test_judged_scores_are_those_with_an_interview(database: Database) -> None:
    rows = [await database.analyses.add(analysis(is_calibrated=n > 1)) for n in range(4)]
    await database.verdicts.set_useful(7, rows[0].id, True)
    await database.verdicts.set_grade_confirmed(7, rows[2].id, True)
    await database.verdicts.set_grade_confirmed(7, rows[1].id, False)
    await database.verdicts.set_grade_confirmed(7, rows[3].id, True)
    await database.verdicts.set_grade_confirmed(7, rows[3].id, None)
    judged = await database.verdicts.judged_scores(7)
    assert [(one.analysis_id, one.grade_confirmed) for one in judged] == [
        (rows[1].id, False),
        (rows[2].id, True),
    ]
    assert [one.score for one in judged] == [row.assessment.score for row in rows[1:3]]
    assert await database.verdicts.judged_scores(8) == []


async def test_a_verdict_goes_with_its_analysis(database: Database) -> None:
    row = await database.analyses.add(analysis())
    await database.verdicts.set_grade_confirmed(7, row.id, True)
    await database.analyses.delete(7, row.id)
    assert await database.verdicts.find(7, row.id) is None
    assert await database.verdicts.judged_scores(7) == []
