"""What a reading process gives up before it touches a file. Linux.

Where the host refuses a measure, the others stay; the supervisor reports what is missing.
"""

import contextlib
import ctypes
import math
import os
import resource
import signal
from pathlib import Path

from parsers.files.limits import ParsingLimits
from parsers.isolation.landlock import (
    can_restrict_files,
    library_folders,
    loader_folders,
    restrict_files,
)
from parsers.isolation.seccomp import can_filter_calls, filter_calls

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_OPEN_FILES = 64


_libc = ctypes.CDLL(None, use_errno=True)


def leave_network() -> bool:
    """Moves this process into an empty network namespace; False where the host refuses.

    Root may do so alone; others need a user namespace, which containers often forbid.
    """
    ways = (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET)
    return any(_libc.unshare(flags) == 0 for flags in ways)


def forbid_new_privileges() -> bool:
    return bool(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)


def enter_supervision() -> list[str]:
    """What the supervisor and all its children live with; names the measures that are refused.

    Programs whose reader is killed become the supervisor's own children, to be buried by it.
    """
    _libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    measures = {
        "network_namespace": leave_network,
        "no_new_privs": forbid_new_privileges,
        "landlock": can_restrict_files,
        "seccomp": can_filter_calls,
    }
    return [name for name, take in measures.items() if not take()]


def confine(limits: ParsingLimits) -> None:
    """What a child gives up, in the order in which each step is still allowed."""
    silence_output()
    limit_resources(limits, limits.seconds)
    restrict_files(library_folders())
    filter_calls()


def confine_program(limits: ParsingLimits, program: Path) -> None:
    """What a program gives up that reads one file for a child; it may open none but the
    system's."""
    limit_resources(limits, limits.program_seconds)
    folders = loader_folders()
    restrict_files([*folders, Path("/usr/share")], [*folders, program])
    filter_calls(may_start_program=True)


def die_with_parent() -> None:
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def limit_resources(limits: ParsingLimits, seconds: float) -> None:
    """Memory, processor time, no written files, few open ones, no processes, no core dump."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    whole = math.ceil(seconds)
    _limit(resource.RLIMIT_CPU, whole, whole + 1)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_AS, limits.memory_bytes)


def _limit(kind: int, soft: int, hard: int | None = None) -> None:
    _, ceiling = resource.getrlimit(kind)
    wanted = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:
        wanted = min(wanted, ceiling)
    resource.setrlimit(kind, (min(soft, wanted), wanted))


def silence_output() -> None:
    """Libraries complain of a file with words from the file: none of them reach a log."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    if nowhere > 2:
        os.close(nowhere)
