"""`python -m tests.audit [--online] [--licences]`; exit 1 where something is wrong."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.audit import lock as locks
from tests.audit.licences import licence_of, unknown_licences
from tests.audit.online import ask_pip_audit

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements.lock"


def faults() -> Iterator[str]:
    """Everything that can be told without a network, a line each."""
    lock = locks.read_requirements(LOCK)
    asked = locks.read_requirements(ROOT / "requirements.in")
    have = locks.installed()
    yield from locks.loose_pins(lock)
    yield from locks.loose_pins(asked)
    yield from locks.unlike(asked, lock)
    yield from locks.unlike_installed(lock, have)
    yield from locks.unmet(have)
    yield from locks.needless(asked, lock, have)
    yield from locks.not_imported(asked, ROOT)
    yield from locks.dangerous(lock, ROOT / "deploy" / "advisories.toml")
    yield from unknown_licences(have)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("--online", action="store_true", help="ask pip-audit too")
    parser.add_argument("--licences", action="store_true", help="list the licence of each package")
    told = parser.parse_args()
    found = list(faults())
    if told.licences:
        for name, distribution in sorted(locks.installed().items()):
            print(f"{name:30} {distribution.version:15} {licence_of(distribution)}")
    if told.online:
        more, sentence = ask_pip_audit(LOCK)
        found += more
        print(sentence)
    for fault in found:
        print(fault, file=sys.stderr)
    for note in locks.left_over(locks.read_requirements(LOCK), locks.installed()):
        print(f"note: {note} (`make clean install` takes it away)")
    print(f"audit: {len(locks.read_requirements(LOCK))} packages, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
