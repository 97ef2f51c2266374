"""A supervisor whose children do what the text of the document says, good or bad."""

import ctypes
import os
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

from domain.errors import NotAResumeError
from domain.resume import Reading, Resume
from parsers.files.limits import ParsingLimits
from parsers.files.programs import Program, RunProgram
from parsers.isolation.supervisor import serve


def misbehave(
    content: bytes, file_name: str, limits: ParsingLimits, run: RunProgram | None
) -> Reading:
    """Without a deed of that name the child reads like any other."""
    del limits
    said = content.decode()
    if said.startswith("ask for ") and run is not None:
        printed = run(Program(said.removeprefix("ask for ")), b"no document")
        return Reading(resume=Resume(position=printed.decode()))
    done = DEEDS[said]() if said in DEEDS else f"{said} {file_name}"
    return Reading(resume=Resume(position=str(done)))


def spin() -> None:
    while True:
        pass


def refuse() -> None:
    raise NotAResumeError


def recurse() -> None:
    recurse()


DEEDS: dict[str, Callable[[], object]] = {
    "hang": lambda: time.sleep(60),
    "spin": spin,
    "eat memory": lambda: len(bytearray(4 << 30)),
    "abort": os.abort,
    "crash": lambda: ctypes.string_at(0),
    "leave": lambda: os._exit(3),
    "raise": lambda: 1 // 0,
    "recurse": recurse,
    "refuse": refuse,
    "talk": lambda: "x" * (16 << 20),
    "print": lambda: os.write(1, b"noise") and os.write(2, b"noise"),
    "dial": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
    "write": lambda: Path("/tmp/written-by-a-child").write_text("x", encoding="utf-8"),
    "remove": lambda: Path("/tmp/nothing").unlink(),
    "peek": lambda: Path("/etc/passwd").read_text(encoding="utf-8"),
    "fork": os.fork,
    "execute": lambda: os.execv("/bin/true", ["true"]),
    "shoot": lambda: os.kill(os.getppid(), signal.SIGKILL),
    "tell": lambda: " ".join(sorted(os.environ)),
}


if __name__ == "__main__":
    serve(misbehave)
