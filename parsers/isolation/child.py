"""The life of the process that reads one document."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

from domain.errors import DamagedFileError, ResumeFileError, TooComplexError
from domain.resume import Reading
from parsers.files.limits import ParsingLimits
from parsers.files.programs import Program, ProgramMissingError, ProgramNeededError, RunProgram
from parsers.isolation.answers import NEEDS_PROGRAM, pack_error
from parsers.isolation.confinement import confine, die_with_parent
from parsers.isolation.programs import start_runner

ReadFunction = Callable[[bytes, str, ParsingLimits, RunProgram | None], Reading]
Work = Callable[[RunProgram | None], bytes]
"""What one child does: gives its packed answer, or raises."""


@dataclass(frozen=True, slots=True)
class Rights:
    """Which programs are installed, and whether this child may run them. One that may not says
    which it needs, and another child is started that may."""

    installed: frozenset[Program] = frozenset()
    may_run: bool = False


def work_and_die(work: Work, limits: ParsingLimits, rights: Rights, answer_to: int) -> NoReturn:
    """Writes the answer to the descriptor and ends the process."""
    try:
        die_with_parent()
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.SIG_DFL)
        run = _runner(rights, limits)
        confine(limits)
        gc.disable()  # one document's cycles are not worth looking for: the process ends with it
        _write_all(answer_to, _answer(partial(work, run), limits))
    finally:
        os._exit(0)


def _runner(rights: Rights, limits: ParsingLimits) -> RunProgram | None:
    if not rights.installed:
        return None
    if rights.may_run:
        os.setpgid(0, 0)  # one family, which the supervisor ends as a whole
    run = start_runner(limits) if rights.may_run else None

    def run_or_ask(program: Program, content: bytes) -> bytes:
        if program not in rights.installed:
            raise ProgramMissingError(program)
        if run is None:
            raise ProgramNeededError(program)
        return run(program, content)

    return run_or_ask


def _answer(work: Callable[[], bytes], limits: ParsingLimits) -> bytes:
    try:
        return work()
    except ProgramNeededError:
        return NEEDS_PROGRAM
    except ResumeFileError as error:
        return pack_error(_out_of_memory(error, limits) or error)
    except MemoryError:
        return pack_error(TooComplexError("memory", limits.memory_bytes))
    except RecursionError:
        return pack_error(TooComplexError("nesting", 0))
    # The process boundary: whatever else a library raises on a hostile file costs this child only.
    except Exception as error:  # noqa: BLE001
        return pack_error(_out_of_memory(error, limits) or DamagedFileError())


def _out_of_memory(error: BaseException, limits: ParsingLimits) -> TooComplexError | None:
    """Libraries wrap MemoryError in errors of their own."""
    if any(isinstance(cause, MemoryError) for cause in _causes(error)):
        return TooComplexError("memory", limits.memory_bytes)
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        yield from (argument for argument in current.args if isinstance(argument, BaseException))
        current = current.__cause__ or current.__context__


def _write_all(descriptor: int, content: bytes) -> None:
    view = memoryview(len(content).to_bytes(4, "big") + content)
    while view:
        view = view[os.write(descriptor, view) :]
