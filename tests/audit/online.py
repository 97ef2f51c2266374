"""pip-audit, where it is and reaches its database. Where it skips packages it is no check."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_SECONDS: Final = 300


def ask_pip_audit(lock: Path) -> tuple[Sequence[str], str]:
    """The faults that it knows, and a sentence that tells how far it came."""
    folder = Path(sys.executable).parent
    program = shutil.which("pip-audit", path=str(folder)) or shutil.which("pip-audit")
    if program is None:
        return (), "pip-audit is not installed: only the committed advisories were checked"
    told = subprocess.run(
        [program, "-r", str(lock), "--no-deps", "--disable-pip", "-f", "json", "-s", "osv"],
        check=False,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
    )
    return read_report(told.stdout)


def read_report(report: str) -> tuple[Sequence[str], str]:
    """The same of its JSON; what is none comes from a pip-audit that reached nothing."""
    try:
        packages = json.loads(report)["dependencies"]
        skipped = [each["name"] for each in packages if "skip_reason" in each]
        faults = [
            f"{each['name']} {each['version']}: {fault['id']}"
            for each in packages
            for fault in each.get("vulns", ())
        ]
    except (ValueError, KeyError, TypeError):
        return (), "pip-audit reached no database: only the committed advisories were checked"
    asked = len(packages) - len(skipped)
    return faults, f"pip-audit looked at {asked} packages and skipped {len(skipped)}"
