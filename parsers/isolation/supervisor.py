"""The supervisor: `python -m parsers.isolation.supervisor LIMITS_JSON`, its socket is stdin.

One thread, no torch: forking it is safe and takes milliseconds.
"""

import contextlib
import json
import os
import selectors
import signal
import socket
import sys
import time
from dataclasses import dataclass, field, replace
from functools import partial

from domain.errors import DamagedFileError, ReadingTimeoutError, ResumeFileError, TooComplexError
from parsers.archives import list_parts
from parsers.files.limits import ParsingLimits
from parsers.files.programs import Program, RunProgram
from parsers.isolation.answers import (
    NEEDS_PROGRAM,
    pack_contents,
    pack_error,
    pack_picture,
    pack_reading,
)
from parsers.isolation.child import ReadFunction, Rights, Work, work_and_die
from parsers.isolation.confinement import enter_supervision
from parsers.isolation.frames import BrokenFrameError, Head, pack_frame, receive_frame
from parsers.isolation.programs import installed_programs
from parsers.isolation.warming import warm_up
from parsers.pipeline import read_resume
from parsers.text.pictures import Crop, draw_crop

_LENGTH_BYTES = 4
_READ_BYTES = 1 << 18
_DYING_SECONDS = 0.5
_NICENESS = 5
_LEAST_PART = 0.3
"""Of the time for a file, for reading it again with a program, however long the first time took."""
_OUT_OF_MEMORY_SIGNALS = frozenset({signal.SIGABRT, signal.SIGKILL, signal.SIGILL, signal.SIGTRAP})
"""PDFium crashes on purpose when memory ends; the kernel's killer sends SIGKILL."""


@dataclass(slots=True)
class _Child:
    request: int
    pid: int
    answers: int
    deadline: float
    work: Work
    may_run: bool
    received: bytearray = field(default_factory=bytearray)

    @property
    def expected_bytes(self) -> int | None:
        if len(self.received) < _LENGTH_BYTES:
            return None
        return _LENGTH_BYTES + int.from_bytes(self.received[:_LENGTH_BYTES], "big")


class Supervisor:
    """Forks a child a request and answers for it, whatever becomes of it."""

    def __init__(
        self, connection: socket.socket, limits: ParsingLimits, read: ReadFunction
    ) -> None:
        self._read = read
        self._connection = connection
        self._limits = limits
        self._installed = installed_programs()
        self._children: dict[int, _Child] = {}
        self._selector = selectors.DefaultSelector()
        self._selector.register(connection, selectors.EVENT_READ)

    def run(self) -> None:
        """Until the bot closes its end."""
        try:
            while True:
                for key, _ in self._selector.select(self._seconds_to_deadline()):
                    if key.fileobj is self._connection:
                        self._take_message()
                    elif key.fd in self._children:
                        self._take_answer(self._children[key.fd])
                self._kill_late()
        except (BrokenFrameError, BrokenPipeError, ConnectionResetError):
            return  # the bot is gone
        finally:
            for child in list(self._children.values()):
                self._end(child)

    def _seconds_to_deadline(self) -> float | None:
        deadlines = [child.deadline for child in self._children.values()]
        return max(0.0, min(deadlines) - time.monotonic()) if deadlines else None

    def _take_message(self) -> None:
        head, content = receive_frame(self._connection, self._limits.max_bytes)
        if "cancel" in head:
            for child in list(self._children.values()):
                if child.request == head["cancel"]:
                    self._end(child)
        else:
            self._fork(int(head["id"]), self._work(head, content))

    def _work(self, head: Head, content: bytes) -> Work:
        if "crop" in head:
            page, x0, top, x1, bottom = head["crop"]
            crop = Crop(page, x0, top, x1, bottom, mark=head["mark"])
            return partial(_draw, content, crop, self._limits)
        if "parts" in head:
            return partial(_list, content, str(head["parts"]))
        return partial(_read, self._read, content, str(head["name"]), self._limits)

    def _fork(
        self, request: int, work: Work, *, may_run: bool = False, seconds: float | None = None
    ) -> None:
        """`may_run` is for a file that needs a program, and for the time that it needs;
        `seconds` are those that are left of the file's own."""
        limits = replace(self._limits, seconds=seconds or self._limits.seconds)
        answers, answer_to = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(answers)
            self._connection.close()
            rights = Rights(self._installed, may_run)
            work_and_die(work, limits, rights, answer_to)
        os.close(answer_to)
        os.set_blocking(answers, False)
        longest = limits.seconds + limits.program_seconds * may_run
        child = _Child(request, pid, answers, time.monotonic() + longest, work, may_run)
        self._children[answers] = child
        self._selector.register(answers, selectors.EVENT_READ)

    def _take_answer(self, child: _Child) -> None:
        piece = os.read(child.answers, _READ_BYTES)
        child.received += piece
        expected = child.expected_bytes
        if len(child.received) > self._limits.max_answer_bytes or (
            expected is not None and expected > self._limits.max_answer_bytes
        ):
            self._end(child)
            self._refuse(child, TooComplexError("answer", self._limits.max_answer_bytes))
        elif expected is not None and len(child.received) >= expected:
            self._end(child)
            answer = bytes(child.received[_LENGTH_BYTES:expected])
            if answer == NEEDS_PROGRAM and not child.may_run:
                left = max(child.deadline - time.monotonic(), _LEAST_PART * self._limits.seconds)
                self._fork(child.request, child.work, may_run=True, seconds=left)
            else:
                self._send(child, answer)
        elif not piece:
            self._refuse(child, self._error_of_dead(self._bury(child)))

    def _kill_late(self) -> None:
        now = time.monotonic()
        for child in [late for late in self._children.values() if late.deadline <= now]:
            self._end(child)
            self._refuse(child, ReadingTimeoutError(self._limits.seconds))

    def _end(self, child: _Child) -> None:
        """Kills the child, whatever it is doing."""
        self._forget(child)
        os.kill(child.pid, signal.SIGKILL)
        os.waitpid(child.pid, 0)
        _bury_family(child)

    def _bury(self, child: _Child) -> int:
        """The wait status of a child that closed its end and so is dying, or pretends to."""
        self._forget(child)
        patience = time.monotonic() + _DYING_SECONDS
        while time.monotonic() < patience:
            pid, status = os.waitpid(child.pid, os.WNOHANG)
            if pid:
                break
            time.sleep(0.001)
        else:
            os.kill(child.pid, signal.SIGKILL)
            status = os.waitpid(child.pid, 0)[1]
        _bury_family(child)
        return status

    def _forget(self, child: _Child) -> None:
        del self._children[child.answers]
        self._selector.unregister(child.answers)
        os.close(child.answers)

    def _error_of_dead(self, status: int) -> ResumeFileError:
        if os.WIFSIGNALED(status):
            if os.WTERMSIG(status) == signal.SIGXCPU:
                return ReadingTimeoutError(self._limits.seconds)
            if os.WTERMSIG(status) in _OUT_OF_MEMORY_SIGNALS:
                return TooComplexError("memory", self._limits.memory_bytes)
        return DamagedFileError()

    def _refuse(self, child: _Child, error: ResumeFileError) -> None:
        self._send(child, pack_error(error))

    def _send(self, child: _Child, answer: bytes) -> None:
        self._connection.sendall(pack_frame({"id": child.request}, answer))


def _read(
    read: ReadFunction,
    content: bytes,
    file_name: str,
    limits: ParsingLimits,
    run: RunProgram | None,
) -> bytes:
    return pack_reading(read(content, file_name, limits, run))


def _draw(content: bytes, crop: Crop, limits: ParsingLimits, run: RunProgram | None) -> bytes:
    del run
    return pack_picture(draw_crop(content, crop, limits))


def _list(content: bytes, file_name: str, run: RunProgram | None) -> bytes:
    del run
    return pack_contents(list_parts(content, file_name))


def _bury_family(child: _Child) -> None:
    """Ends the runner and the program of a child that has ended."""
    if child.may_run:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-child.pid, 0)


def serve(read: ReadFunction) -> None:
    """Serves the socket that is stdin, with `read` in each child."""
    limits = ParsingLimits(**json.loads(sys.argv[1]))
    missing = enter_supervision()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Where both want a core, people who look at the screen go first.
    os.nice(_NICENESS)
    connection = socket.socket(fileno=0)
    warm_up()
    absent = sorted(set(Program) - installed_programs())
    connection.sendall(pack_frame({"ready": missing, "absent": absent}))
    Supervisor(connection, limits, read).run()


if __name__ == "__main__":
    serve(read_resume)
