"""The unit and the Dockerfile pass their linters and agree with the program."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config import Settings

ROOT = Path(__file__).parents[3]
UNIT = ROOT / "deploy" / "resume-bot.service"
DOCKERFILE = ROOT / "deploy" / "Dockerfile"
HADOLINT = shutil.which("hadolint", path=str(Path(sys.executable).parent))
_SETTING = re.compile(r"\b([A-Z][A-Z_]+)=")
_NOT_OURS = {"PYTHONDONTWRITEBYTECODE"}


@pytest.mark.skipif(HADOLINT is None, reason="hadolint has no build for this machine")
def test_the_dockerfile_passes_hadolint() -> None:
    found = subprocess.run(
        [str(HADOLINT), str(DOCKERFILE)], check=False, capture_output=True, text=True
    )
    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.system("systemd-analyze")
def test_the_unit_passes_systemds_own_check(tmp_path: Path) -> None:
    # The program is not installed where the unit says: any executable stands in for it.
    text = re.sub(r"^ExecStart=\S+", f"ExecStart={sys.executable}", UNIT.read_text(), flags=re.M)
    unit = tmp_path / UNIT.name
    unit.write_text(text)
    command = ["systemd-analyze", "verify", "--man=no", "--generators=no", str(unit)]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    ours = [line for line in found.stderr.splitlines() if UNIT.name in line]
    assert (found.returncode, ours) == (0, [])


@pytest.mark.parametrize("path", [UNIT, DOCKERFILE], ids=lambda path: path.name)
def test_only_settings_that_exist_are_set(path: Path) -> None:
    named = {
        name
        for line in path.read_text().splitlines()
        if line.startswith(("Environment=", "ENV ", "    "))
        for name in _SETTING.findall(line)
    }
    known = {name.upper() for name in Settings.model_fields}
    assert named
    assert named <= known | _NOT_OURS


def test_a_stop_has_more_time_than_the_bot_takes() -> None:
    from bot.running import HANDLERS_DEADLINE_SECONDS, TASKS_DEADLINE_SECONDS

    seconds = re.search(r"^TimeoutStopSec=(\d+)", UNIT.read_text(), flags=re.M)
    assert seconds is not None
    assert int(seconds[1]) > HANDLERS_DEADLINE_SECONDS + TASKS_DEADLINE_SECONDS
