"""A stop that hangs ends all the same."""

import subprocess
import sys
import time

_HANGS = """
import time
from bot.last_moment import last_moment
end = last_moment(0.2)
end.start()
{then}
time.sleep({seconds})
print("done")
"""


def _run(then: str, seconds: float) -> subprocess.CompletedProcess[str]:
    program = _HANGS.format(then=then, seconds=seconds)
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )


def test_a_stop_that_hangs_is_cut_short() -> None:
    started = time.monotonic()
    assert not _run("", 50).stdout
    assert time.monotonic() - started < 50


def test_a_stop_that_ended_in_time_is_let_be() -> None:
    assert _run("end.cancel()", 0.5).stdout == "done\n"
