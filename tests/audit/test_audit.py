"""The audit finds what it is there for; `make audit` runs it on the lock."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.audit import lock as locks
from tests.audit.__main__ import ROOT
from tests.audit.licences import unknown_licences
from tests.audit.online import read_report

ADVISORIES = ROOT / "deploy" / "advisories.toml"


def lock_of(folder: Path, *lines: str) -> locks.Lock:
    path = folder / "requirements.lock"
    path.write_text("\n".join(lines))
    return locks.read_requirements(path)


@pytest.mark.parametrize(
    ("line", "advisory"),
    [
        ("pdfminer.six==20251107", "GHSA-f83h-ghpp-7wcc"),
        ("lxml==6.0.4", "GHSA-vfmq-68hx-4jfw"),
        ("Pillow==12.3.0", "GHSA-8g5g-8vmr-9782"),
        ("aiohttp==3.14.3", "GHSA-h4cc-hm5h-fmm9"),
    ],
)
def test_a_dangerous_version_is_named_with_its_advisory(
    tmp_path: Path, line: str, advisory: str
) -> None:
    assert advisory in "\n".join(locks.dangerous(lock_of(tmp_path, line), ADVISORIES))


def test_a_version_with_the_fix_is_let_be(tmp_path: Path) -> None:
    lock = lock_of(tmp_path, "lxml==6.1.0", "pillow==13.0.0", "# aiohttp==1.0")
    assert list(locks.dangerous(lock, ADVISORIES)) == []


@pytest.mark.parametrize("line", ["lxml>=6.1", "lxml", "lxml==6.*", "lxml==6.1,!=6.1.1"])
def test_a_loose_pin_is_found(tmp_path: Path, line: str) -> None:
    assert list(locks.loose_pins(lock_of(tmp_path, line)))


def test_what_is_missing_needless_and_not_imported_is_found(tmp_path: Path) -> None:
    lock = lock_of(tmp_path, "lxml==0.1", "no-such-package==1", "numpy==2.4.6")
    asked = lock_of(tmp_path, "lxml==0.2", "no-such-package==1")
    have = locks.installed()
    assert [fault.split(":")[0] for fault in locks.unlike(asked, lock)] == ["lxml"]
    told = list(locks.unlike_installed(lock, have))
    assert [fault.split(":")[0] for fault in told] == ["lxml", "no-such-package"]
    assert [fault.split(":")[0] for fault in locks.needless(asked, lock, have)] == ["numpy"]
    found = "\n".join(locks.not_imported(asked, ROOT))
    assert "no-such-package: nothing here imports it" in found
    assert "lxml: nothing" not in found


def test_every_licence_was_looked_at() -> None:
    known = locks.read_requirements(ROOT / "requirements.lock")
    have = {name: each for name, each in locks.installed().items() if name in known}
    assert list(unknown_licences(have)) == []


@pytest.mark.parametrize(
    ("report", "faults", "words"),
    [
        ("", [], "reached no database"),
        ('{"dependencies": [{"name": "a", "skip_reason": "offline"}]}', [], "0 packages"),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "GHSA-1"}]}]}',
            ["a 1: GHSA-1"],
            "1 packages and skipped 0",
        ),
    ],
    ids=["nothing", "all skipped", "a fault"],
)
def test_a_report_of_nothing_is_no_check(report: str, faults: Sequence[str], words: str) -> None:
    found, sentence = read_report(report)
    assert list(found) == list(faults)
    assert words in sentence
