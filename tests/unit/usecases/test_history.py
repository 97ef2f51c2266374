"""A row of the history is reached by its owner only."""

import pytest

from domain.errors import AnalysisNotFoundError
from tests.unit.usecases.test_search_history import history
from usecases.delete_analysis import DeleteAnalysis
from usecases.open_analysis import OpenAnalysis


async def test_a_row_is_opened_and_deleted_by_its_owner_only() -> None:
    analyses = await history(1, 2)
    opened = await OpenAnalysis(analyses)(1, 1)
    assert opened.id == 1
    with pytest.raises(AnalysisNotFoundError):
        await OpenAnalysis(analyses)(1, 2)
    with pytest.raises(AnalysisNotFoundError):
        await DeleteAnalysis(analyses)(1, 2)
    await DeleteAnalysis(analyses)(1, 1)
    with pytest.raises(AnalysisNotFoundError):
        await OpenAnalysis(analyses)(1, 1)
    assert [row.id for row in analyses.rows] == [2]
