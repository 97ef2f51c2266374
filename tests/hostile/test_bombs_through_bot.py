"""A few parcels of each kind through a running bot; `make hostile` sends them all."""

from pathlib import Path

from tests.hostile.parcels import all_parcels
from tests.hostile.run import Outcome, send_all
from tests.unit.inference.bundle_factory import make_bundle

CHOSEN = (
    *("billion_laughs.docx", "noise.bin", "links.zip", "name markup", "caption megabyte"),
    *("fault abort", "fault segfault", "fault fork_and_hang", "fault huge_answer", "fault noise"),
    *("fault endless_limit", "fault lone_surrogate"),
)
PEOPLE = 4


async def test_none_kills_the_bot_and_all_are_answered(tmp_path: Path) -> None:
    parcels = [one for one in all_parcels() if one.label in CHOSEN]
    assert len(parcels) == len(CHOSEN)
    outcome = await send_all(
        parcels, tmp_path, make_bundle(tmp_path / "tiny"), print, at_once=PEOPLE
    )
    check(outcome, len(parcels))


def check(outcome: Outcome, count: int) -> None:
    assert outcome.deaths == 0
    assert len(outcome.deliveries) == count
    assert outcome.unanswered == []
    assert outcome.trouble == []
    for delivery in outcome.deliveries:
        assert "сломалось" not in delivery.answer, delivery.parcel.label
