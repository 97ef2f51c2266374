"""What the reading process does instead of reading where a document says so.

Only `tests.hostile.faulty_bot` runs a bot whose reader knows these; the bot itself has none.
"""

import ctypes
import json
import os
import signal
import stat
import struct
import threading
import time
from collections.abc import Callable, Mapping
from typing import Final, NoReturn

from domain.errors import NotAResumeError
from domain.resume import Job, Reading, Resume, Salary

MARK: Final = b"#!fault "
"""Begins a document; the name of the deed and a line's end follow."""
_LONG: Final = 200_000
_LENGTH = struct.Struct("!I")


def do(name: str) -> Reading:
    """May give a reading, an error, or nothing ever."""
    done = DEEDS[name]()
    return done if isinstance(done, Reading) else _reading()


def _reading(**fields: object) -> Reading:
    return Reading(resume=Resume.model_validate({"position": "Инженер", "age": 30, **fields}))


def _hang() -> NoReturn:
    while True:
        time.sleep(60)


def _spin() -> NoReturn:
    while True:
        pass


def _eat_memory() -> None:
    eaten = []
    while True:
        eaten.append(bytearray(16 << 20))


def _eat_in_c() -> None:
    allocate = ctypes.CDLL(None).malloc
    allocate.restype = ctypes.c_void_p
    ctypes.memset(allocate(ctypes.c_size_t(4 << 30)), 1, 4 << 30)


def _refuse_badly() -> None:
    error = NotAResumeError()
    vars(error)["what"] = "x" * 10_000_000
    raise error


def _recurse() -> None:
    _recurse()


def _thread_storm() -> None:
    for _ in range(10_000):
        threading.Thread(target=_hang).start()


def _descriptor_storm() -> None:
    for _ in range(100_000):
        os.dup(0)


def _raise(error: type[BaseException]) -> Callable[[], None]:
    def raise_it() -> None:
        raise error("Иванов Иван, +7 900 000-00-00")

    return raise_it


def _pipes() -> list[int]:
    def is_pipe(descriptor: int) -> bool:
        try:
            return stat.S_ISFIFO(os.fstat(descriptor).st_mode)
        except OSError:
            return False

    return [descriptor for descriptor in range(64) if is_pipe(descriptor)]


def _say(*pieces: bytes) -> Callable[[], None]:
    """Writes these bytes where the answer goes, and then hangs."""

    def say() -> None:
        for descriptor in _pipes():
            for piece in pieces:
                os.write(descriptor, piece)
        _hang()

    return say


def _answer(said: object) -> Callable[[], None]:
    """A whole frame of this JSON."""
    packed = json.dumps(said).encode()
    return _say(_LENGTH.pack(len(packed)), packed)


def _drip() -> None:
    for descriptor in _pipes():
        os.write(descriptor, _LENGTH.pack(1 << 20))
        while True:
            os.write(descriptor, b" ")
            time.sleep(0.05)


def _flood() -> None:
    for descriptor in _pipes():
        os.write(descriptor, _LENGTH.pack((8 << 20) - 10))
        while True:
            os.write(descriptor, bytes(1 << 16))


def _close_and_hang() -> None:
    for descriptor in _pipes():
        os.close(descriptor)
    _hang()


def _error(code: str, **facts: object) -> Callable[[], None]:
    return _answer({"error": {"code": code, "facts": facts}})


def _resume(**fields: object) -> Callable[[], None]:
    """An answer of the right form, but not one that our own reader makes."""
    return _answer({"reading": {"resume": {"position": "Инженер", **fields}}})


_MARKUP: Final = '<b><a href="tg://user?id=1">&amp;</a>\u202e\u2066</i>\x00\x07' * 50

DEEDS: Final[Mapping[str, Callable[[], object]]] = {
    # Time
    "hang": _hang,
    "spin": _spin,
    "stop": lambda: signal.raise_signal(signal.SIGSTOP),
    "drip": _drip,
    # Memory and other goods
    "eat_memory": _eat_memory,
    "eat_in_c": _eat_in_c,
    "recurse": _recurse,
    "thread_storm": _thread_storm,
    "descriptor_storm": _descriptor_storm,
    # Death
    "abort": os.abort,
    "segfault": lambda: ctypes.string_at(0),
    "kill": lambda: signal.raise_signal(signal.SIGKILL),
    "terminate": lambda: signal.raise_signal(signal.SIGTERM),
    "interrupt": lambda: signal.raise_signal(signal.SIGINT),
    "exit": lambda: os._exit(0),
    "exit_3": lambda: os._exit(3),
    "close_and_hang": _close_and_hang,
    # Escapes
    "fork": lambda: [os.fork() for _ in range(20)],
    "fork_and_hang": lambda: os.fork() or _hang(),
    "execute": lambda: os.execv("/bin/true", ["true"]),
    "kill_parent": lambda: os.kill(os.getppid(), signal.SIGKILL),
    # Errors
    "raise": _raise(ValueError),
    "system_exit": _raise(SystemExit),
    "keyboard_interrupt": _raise(KeyboardInterrupt),
    "memory_error": _raise(MemoryError),
    "refuse_badly": _refuse_badly,
    # Answers
    "huge_answer": lambda: _reading(position="x" * (16 << 20)),
    "flood": _flood,
    "noise": _say(os.urandom(4096)),
    "noise_in_a_frame": _say(_LENGTH.pack(4096), os.urandom(4096)),
    "half_an_answer": _say(_LENGTH.pack(1000), b'{"reading":'),
    "no_json": _say(_LENGTH.pack(5), b"hello"),
    "deep_json": _say(_LENGTH.pack(60_000), b"[" * 60_000),
    "null": _answer(None),
    "number": _answer(17),
    "list": _answer([1, 2]),
    "empty_object": _answer({}),
    "wrong_reading": _answer({"reading": {"resume": {"age": "x"}}}),
    "picture_for_a_reading": _answer({"picture": "AAAA"}),
    "unknown_code": _error("no_such_code"),
    "code_of_a_list": _answer({"error": {"code": [], "facts": []}}),
    "facts_of_others": _error("damaged", limit_bytes=1),
    "endless_limit": _error("too_large", limit_bytes=float("inf")),
    "no_number": _error("timeout", limit_seconds=float("nan")),
    "vast_limit": _error("too_large", limit_bytes=10**4000),
    "limit_of_words": _error("too_large", limit_bytes="<b>much"),
    "pages_without_number": _error("too_complex", what="pages", limit=float("nan")),
    "what_of_markup": _error("too_complex", what=_MARKUP[:150], limit="<i>"),
    "kind_of_markup": _error("unsupported", media_type=_MARKUP[:150]),
    # Readings that no document gives
    "long_fields": lambda: _reading(
        position="А" * _LONG, city="Б" * _LONG, client_name="В" * _LONG, key_skills=("г" * _LONG,)
    ),
    "many_skills": lambda: _reading(key_skills=tuple(f"навык {n}" for n in range(20_000))),
    "many_jobs": lambda: _reading(
        work_experience=tuple(
            Job(start="2001", end="2002", position=f"Инженер {n}") for n in range(20_000)
        )
    ),
    "markup": lambda: _reading(
        position=_MARKUP,
        city=_MARKUP,
        client_name=_MARKUP,
        key_skills=(_MARKUP,) * 30,
        salary=Salary(text=_MARKUP),
        layout=_MARKUP,
        warnings=(_MARKUP, "-", "hidden_text\n="),
        work_experience=(Job(company=_MARKUP, position=_MARKUP, description=_MARKUP),) * 30,
    ),
    "vast_salary": _resume(salary={"amount_from": 10**4000, "text": "много"}),
    "vast_months": _resume(total_experience_months=10**400),
    "lone_surrogate": _resume(city="\ud800 город", key_skills=["\udfff"]),
    "blank": _resume(position=" \u200b\u202e "),
}
