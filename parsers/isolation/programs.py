"""Programs for hostile files: each runs once, confined, and only for a process that reads one.

The reading process may start nothing. So before it gives up its rights it forks a runner, which
waits for contents on a pipe; for each it starts the program with a file in memory, its network,
files, memory and time limited like the reader's, and gives back what it printed.
"""

import contextlib
import os
import select
import shutil
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NoReturn

from domain.errors import DamagedFileError, ReadingTimeoutError
from parsers.files.limits import ParsingLimits
from parsers.files.programs import Program, RunProgram
from parsers.isolation.confinement import confine_program, die_with_parent

_FILE: Final = "/proc/self/fd/3"
_COMMANDS: Final[Mapping[Program, Sequence[str]]] = {
    Program.ANTIWORD: ("-m", "UTF-8.txt", "-w", "0", "-x", "db", _FILE),
    Program.TESSERACT: (_FILE, "stdout", "-l", "rus+eng", "--psm", "3", "tsv"),
}
_ENVIRONMENT: Final = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}
_PROGRAMS: Final = tuple(Program)
_READ_BYTES: Final = 1 << 16
_FAILED: Final = 1
_LATE: Final = 2


def installed_programs() -> frozenset[Program]:
    return frozenset(program for program in Program if shutil.which(program))


def start_runner(limits: ParsingLimits) -> RunProgram:
    """Forks the runner of this process; it dies with it."""
    requests, ask = os.pipe()
    answers, answer_to = os.pipe()
    if os.fork() == 0:
        try:
            os.close(ask)
            os.close(answers)
            die_with_parent()
            _serve(requests, answer_to, limits)
        finally:
            os._exit(0)
    os.close(requests)
    os.close(answer_to)

    def run(program: Program, content: bytes) -> bytes:
        head = bytes([_PROGRAMS.index(program)]) + len(content).to_bytes(4, "big")
        _write(ask, head + content)
        outcome, length = _read(answers, 1)[0], int.from_bytes(_read(answers, 4), "big")
        output = _read(answers, length)
        if outcome == _LATE:
            raise ReadingTimeoutError(limits.program_seconds)
        if outcome == _FAILED:
            raise DamagedFileError
        return output

    return run


def _serve(requests: int, answer_to: int, limits: ParsingLimits) -> None:
    deadline = time.monotonic() + limits.program_seconds
    while True:
        program = _PROGRAMS[_read(requests, 1)[0]]
        content = _read(requests, int.from_bytes(_read(requests, 4), "big"))
        outcome, output = _run(program, content, limits, deadline)
        _write(answer_to, bytes([outcome]) + len(output).to_bytes(4, "big") + output)


def _run(
    program: Program, content: bytes, limits: ParsingLimits, deadline: float
) -> tuple[int, bytes]:
    memory = os.memfd_create("document")
    _write(memory, content)
    os.lseek(memory, 0, os.SEEK_SET)
    printed, print_to = os.pipe()
    pid = os.fork()
    if pid == 0:
        _become(program, memory, print_to, limits)
    os.close(memory)
    os.close(print_to)
    output = _read_until(printed, deadline, limits.max_answer_bytes)
    os.close(printed)
    status = _wait(pid, deadline)
    if time.monotonic() >= deadline:
        return _LATE, b""
    return (0, output) if status == 0 and output is not None else (_FAILED, b"")


def _become(program: Program, memory: int, print_to: int, limits: ParsingLimits) -> NoReturn:
    """Turns this fork into the confined program."""
    try:
        die_with_parent()
        path = Path(shutil.which(program) or program).resolve()
        nowhere = os.open(os.devnull, os.O_RDWR)
        # All descriptors move out of the way before they take their final numbers.
        high = [os.dup2(fd, 100 + place) for place, fd in enumerate((memory, print_to, nowhere))]
        for source, target in ((high[2], 0), (high[1], 1), (high[2], 2), (high[0], 3)):
            os.dup2(source, target)
        os.closerange(4, 256)
        confine_program(limits, path)
        os.execve(path, [program.value, *_COMMANDS[program]], _ENVIRONMENT)
    finally:
        os._exit(127)


def _read_until(printed: int, deadline: float, limit: int) -> bytes | None:
    """All that comes before the deadline; None past the limit."""
    output = bytearray()
    while (left := deadline - time.monotonic()) > 0:
        ready, _, _ = select.select([printed], [], [], left)
        piece = os.read(printed, _READ_BYTES) if ready else b""
        if ready and not piece:
            break
        output += piece
        if len(output) > limit:
            return None
    return bytes(output)


def _wait(pid: int, deadline: float) -> int:
    """The exit status, -1 where it had to be killed."""
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return -1


def _read(descriptor: int, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        piece = os.read(descriptor, count - len(received))
        if not piece:
            raise DamagedFileError  # the other side is gone, and with it the answer
        received += piece
    return bytes(received)


def _write(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
