"""`python -m tests.chaos --resumes 1000 --kills 200`: the long run, with its figures."""

import argparse
import asyncio
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.chaos.run import Plan, run_chaos
from tests.unit.inference.bundle_factory import make_bundle


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("--resumes", type=int, default=1000)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--webhook", action="store_true", help="updates are brought")
    parser.add_argument("--keep", type=Path, help="a folder for the database and the log")
    told = parser.parse_args()
    plan = Plan(
        resumes=told.resumes,
        people=told.people,
        kills=told.kills,
        seed=told.seed,
        by_webhook=told.webhook,
    )
    with tempfile.TemporaryDirectory() as scratch:
        folder = told.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        outcome = asyncio.run(run_chaos(plan, folder, make_bundle(Path(scratch) / "tiny")))
    for name, count in {**outcome.trouble, **outcome.faults}.items():
        print(f"{name:40} {count}")
    print(json.dumps(asdict(outcome), ensure_ascii=False))
    return 1 if any(outcome.faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
