import shutil
import subprocess
import sys

import pytest

from parsers.isolation.landlock import can_restrict_files


@pytest.mark.skipif(not can_restrict_files(), reason="this kernel has no Landlock")
@pytest.mark.parametrize("words", [("cat", "/etc/passwd"), ("sh", "-c", "echo x; cat /dev/null")])
def test_a_confined_program_opens_and_starts_nothing_else(words: tuple[str, ...]) -> None:
    code = (
        "import os, sys; from pathlib import Path;"
        "from parsers.files.limits import ParsingLimits;"
        "from parsers.isolation.confinement import confine_program, forbid_new_privileges;"
        "path = Path(sys.argv[1]).resolve(); forbid_new_privileges();"
        "confine_program(ParsingLimits(), path); os.execv(path, sys.argv[2:])"
    )
    path = shutil.which(words[0])
    assert path is not None
    done = subprocess.run(
        [sys.executable, "-c", code, path, *words], capture_output=True, check=False
    )
    assert done.returncode != 0
    assert b"root:" not in done.stdout
