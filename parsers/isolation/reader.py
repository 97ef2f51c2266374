"""The bot's side of isolated reading."""

import asyncio
import contextlib
import json
import logging
import os
import socket
import sys
from dataclasses import asdict
from itertools import count
from math import isfinite
from pathlib import Path

from domain.container import Contents
from domain.errors import FileTooLargeError, ReadingTimeoutError, TooComplexError
from domain.resume import Reading
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.isolation.answers import unpack_answer, unpack_contents, unpack_picture
from parsers.isolation.frames import BrokenFrameError, Head, pack_frame, read_frame

logger = logging.getLogger(__name__)

_SERVER = "parsers.isolation.supervisor"
_PROJECT_FOLDER = Path(__file__).resolve().parents[2]
_START_SECONDS = 60.0
_CLOSE_SECONDS = 3.0
_SUPERVISOR_MARGIN_SECONDS = 5.0
_MAX_NAME_CHARACTERS = 1_000
_WITHOUT = {
    "antiword": "DOC files of Word 97-2003 are refused (Debian package antiword)",
    "tesseract": "scans and photos are refused (Debian packages tesseract-ocr tesseract-ocr-rus)",
}


class IsolationUnavailableError(RuntimeError):
    """The supervisor can't be started here: a fault of the installation, not of a file."""


class SupervisorLostError(Exception):
    """The supervisor died with a document in its hands."""


class IsolatedResumeReader:
    """Reads documents in child processes, at most `limits.processes` at once.

    Implements domain.ports.ResumeReader. A supervisor that dies is started again and the
    document is tried once more.
    """

    def __init__(self, limits: ParsingLimits = DEFAULT_LIMITS, *, server: str = _SERVER) -> None:
        """`server` is the module that the supervisor runs."""
        self._limits = limits
        self._server = server
        self._slots = asyncio.Semaphore(limits.processes)
        self._starting = asyncio.Lock()
        self._supervisor: _Supervisor | None = None
        self._closed = False
        self.restarts = 0
        """How often the supervisor died and was started again."""

    async def start(self) -> None:
        """Starts the supervisor, so that the first document need not wait for it.

        Raises IsolationUnavailableError.
        """
        await self._running()

    async def read(self, content: bytes, file_name: str) -> Reading:
        """Raises a ResumeFileError subclass. Cancelling kills the child."""
        return unpack_answer(await self._ask(content, {"name": file_name[:_MAX_NAME_CHARACTERS]}))

    async def crop(
        self,
        content: bytes,
        page: int,
        box: tuple[float, float, float, float],
        mark: tuple[float, float, float, float] | None = None,
    ) -> bytes:
        """A PNG of a part of a page of a PDF or a picture: page from 1, `box` as (x0, top, x1,
        bottom) in points, as `FieldEvidence` has them. `mark` is a box that gets a frame.

        Raises ValueError for a box without an area, UnsupportedFileError for formats without
        pages, EmptyDocumentError where nothing of the page is in the box, and the errors of `read`.
        """
        x0, top, x1, bottom = box
        if page < 1 or x0 >= x1 or top >= bottom or not all(map(isfinite, (*box, *(mark or ())))):
            raise ValueError("a crop needs a page from 1 and a box with an area")
        head: Head = {"crop": [page, *map(float, box)], "mark": mark and list(map(float, mark))}
        return unpack_picture(await self._ask(content, head))

    async def list_parts(self, content: bytes, file_name: str) -> Contents:
        """What lies in an archive or a table of resumes; `parsers.archives.unpack` takes a part.

        Raises the errors of `parsers.archives.list_parts` and those of `read`.
        """
        head = {"parts": file_name[:_MAX_NAME_CHARACTERS]}
        return unpack_contents(await self._ask(content, head))

    async def _ask(self, content: bytes, head: Head) -> bytes:
        if len(content) > self._limits.max_bytes:
            raise FileTooLargeError(self._limits.max_bytes)
        async with self._slots:
            for _ in range(2):
                with contextlib.suppress(SupervisorLostError):
                    supervisor = await self._running()
                    return await supervisor.ask(content, head)
        raise TooComplexError("memory", self._limits.memory_bytes)

    async def close(self) -> None:
        """Ends the supervisor and with it every child."""
        self._closed = True
        async with self._starting:
            if self._supervisor is not None:
                await self._supervisor.close()
                self._supervisor = None

    async def _running(self) -> "_Supervisor":
        async with self._starting:
            if self._closed:
                raise RuntimeError("the reader is closed")
            if self._supervisor is None or not self._supervisor.is_alive:
                if self._supervisor is not None:
                    logger.warning("the parsing supervisor died and is started again")
                    self.restarts += 1
                    await self._supervisor.close()
                self._supervisor = await _Supervisor.start(self._limits, self._server)
            return self._supervisor


class _Supervisor:
    """One run of the supervisor process."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        limits: ParsingLimits,
    ) -> None:
        self._process = process
        self._reader = reader
        self._writer = writer
        self._limits = limits
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[bytes]] = {}
        self._listener = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls, limits: ParsingLimits, server: str) -> "_Supervisor":
        """Raises IsolationUnavailableError where it does not come up."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", server),
                json.dumps(asdict(limits)),
                stdin=theirs.fileno(),
                stdout=asyncio.subprocess.DEVNULL,
                cwd=_PROJECT_FOLDER,
                env=_bare_environment(),
                start_new_session=True,
            )
        reader, writer = await asyncio.open_connection(sock=ours)
        try:
            async with asyncio.timeout(_START_SECONDS):
                head, _ = await read_frame(reader, 0)
        except (BrokenFrameError, TimeoutError) as error:
            writer.close()
            await _kill(process)
            raise IsolationUnavailableError(f"{server} did not start") from error
        except asyncio.CancelledError:
            writer.close()
            await _kill(process)
            raise
        if head.get("ready"):
            logger.warning("parsing runs without: %s", ", ".join(head["ready"]))
        for program in head.get("absent", []):
            logger.info("%s is not installed: %s", program, _WITHOUT.get(program, ""))
        return cls(process, reader, writer, limits)

    @property
    def is_alive(self) -> bool:
        return self._process.returncode is None and not self._listener.done()

    async def ask(self, content: bytes, head: Head) -> bytes:
        """The child's answer. Raises SupervisorLostError, ReadingTimeoutError."""
        number = next(self._numbers)
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            # A file that needs a program is read twice.
            longest = 2 * self._limits.seconds + self._limits.program_seconds
            async with asyncio.timeout(longest + _SUPERVISOR_MARGIN_SECONDS):
                await self._send(pack_frame({"id": number, **head}, content))
                return await answer
        except TimeoutError as error:
            await self.close()
            raise ReadingTimeoutError(self._limits.seconds) from error
        except asyncio.CancelledError:
            if self.is_alive:
                self._writer.write(pack_frame({"cancel": number}))
            raise
        finally:
            self._waiting.pop(number, None)

    async def close(self) -> None:
        """The supervisor leaves when its socket closes; it is killed if it does not."""
        self._writer.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_CLOSE_SECONDS):
                await self._process.wait()
        await _kill(self._process)
        self._listener.cancel()
        await asyncio.gather(self._listener, return_exceptions=True)

    async def _send(self, frame: bytes) -> None:
        if not self.is_alive:
            raise SupervisorLostError
        try:
            self._writer.write(frame)
            await self._writer.drain()
        except ConnectionError as error:
            raise SupervisorLostError from error

    async def _listen(self) -> None:
        try:
            while True:
                head, answer = await read_frame(self._reader, self._limits.max_answer_bytes)
                waiting = self._waiting.get(head.get("id", 0))
                if waiting is not None and not waiting.done():
                    waiting.set_result(answer)
        except BrokenFrameError:
            pass
        finally:
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(SupervisorLostError())


def _bare_environment() -> dict[str, str]:
    """No token and no key of the bot reaches the process that reads strangers' files."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
    return kept | {"PYTHONPATH": str(_PROJECT_FOLDER), "PYTHONUTF8": "1"}


async def _kill(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
