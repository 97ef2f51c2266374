"""Kills and faults while people send resumes; `make chaos` is the long run of the same."""

from pathlib import Path

import pytest

from tests.chaos.run import Plan, run_chaos
from tests.unit.inference.bundle_factory import make_bundle


@pytest.mark.timeout(300)
async def test_nothing_is_lost_or_told_twice(tmp_path: Path) -> None:
    plan = Plan(resumes=12, people=6, kills=6, between_seconds=1.0)
    outcome = await run_chaos(plan, tmp_path, make_bundle(tmp_path / "tiny"))
    assert not any(outcome.faults.values()), outcome
    assert outcome.answered + outcome.refused == 12
    assert outcome.trouble["SIGKILL"] + outcome.trouble["SIGTERM"] == 6
