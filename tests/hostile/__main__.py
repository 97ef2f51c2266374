"""`python -m tests.hostile`: every parcel, one after the other, and then twenty people at once."""

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path

from tests.hostile.parcels import all_parcels
from tests.hostile.posting import Delivery
from tests.hostile.run import ALLOWED_SECONDS, Outcome, send_all
from tests.unit.inference.bundle_factory import make_bundle


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--people", type=int, nargs="+", default=[1, 20], help="how many at once")
    parser.add_argument("--only", default="", help="parcels whose label has these words")
    parser.add_argument("--keep", type=Path, help="a folder for the databases and the logs")
    told = parser.parse_args()
    parcels = [parcel for parcel in all_parcels() if told.only in parcel.label]
    is_good = True
    with tempfile.TemporaryDirectory() as scratch:
        bundle = make_bundle(Path(scratch) / "tiny")
        for people in told.people:
            folder = (told.keep or Path(scratch)) / f"{people}_at_once"
            folder.mkdir(parents=True, exist_ok=True)
            outcome = asyncio.run(send_all(parcels, folder, bundle, _tell, at_once=people))
            _report(outcome, people)
            is_good = is_good and not (outcome.deaths or outcome.unanswered or outcome.late)
    return 0 if is_good else 1


def _tell(delivery: Delivery) -> None:
    seconds = "never" if delivery.seconds is None else f"{delivery.seconds:.2f} s"
    print(f"{seconds:>9}  {delivery.parcel.label:40.40} {delivery.answer[:60]!r}", flush=True)


def _report(outcome: Outcome, people: int) -> None:
    for line in outcome.trouble:
        print(line)
    for answer, count in sorted(outcome.answers.items(), key=lambda each: -each[1]):
        print(f"{count:5}  {answer}")
    figures = {
        "people_at_once": people,
        "parcels": len(outcome.deliveries),
        "bot_deaths": outcome.deaths,
        "unanswered": len(outcome.unanswered),
        f"over_{ALLOWED_SECONDS:g}_seconds": len(outcome.late),
        "worst_seconds": round(outcome.worst_seconds, 2),
        "lines_of_trouble_in_the_log": len(outcome.trouble),
    }
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    sys.exit(main())
