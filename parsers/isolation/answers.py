"""What the child says to the bot, as JSON: a reading, a picture, what lies in a file, or one of
the closed errors.

The child may have been taken over by the file that it read, so its answer is checked like any
input.
"""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn, TypeVar

from pydantic import JsonValue, ValidationError

from domain.container import Contents
from domain.errors import DamagedFileError, ErrorCode, ResumeFileError
from domain.resume import Reading

Said = TypeVar("Said")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
NEEDS_PROGRAM: Final = b"needs a program"
"""Of a child that may not run one: the supervisor starts another that may."""

ERROR_BY_CODE: Final[dict[ErrorCode, type[ResumeFileError]]] = {
    error.code: error for error in ResumeFileError.__subclasses__()
}


_MOST: Final = 2**53
_TEXT_CHARACTERS: Final = 200
_FACTS: Final[Mapping[str, type]] = {
    "limit": int,
    "limit_bytes": int,
    "limit_seconds": float,
    "what": str,
    "media_type": str,
    "ocr_available": bool,
}
"""Of the errors of files, by name."""


def pack_reading(reading: Reading) -> bytes:
    return json.dumps({"reading": reading.model_dump(mode="json")}).encode()


def pack_picture(png: bytes) -> bytes:
    return json.dumps({"picture": base64.b64encode(png).decode("ascii")}).encode()


def pack_contents(contents: Contents) -> bytes:
    return json.dumps({"contents": contents.model_dump(mode="json")}).encode()


def pack_error(error: ResumeFileError) -> bytes:
    return json.dumps({"error": {"code": error.code, "facts": vars(error)}}).encode()


def unpack_answer(answer: bytes) -> Reading:
    """Raises the packed error; DamagedFileError for an answer that is none."""
    return _unpack(answer, "reading", Reading.model_validate)


def unpack_picture(answer: bytes) -> bytes:
    """A PNG, by its signature. Raises the same."""
    return _unpack(answer, "picture", _as_png)


def unpack_contents(answer: bytes) -> Contents:
    """Raises the same."""
    return _unpack(answer, "contents", Contents.model_validate)


def _as_png(said: str) -> bytes:
    png = base64.b64decode(said, validate=True)
    if not png.startswith(_PNG):
        raise ValueError("not a PNG")
    return png


def _unpack(answer: bytes, key: str, read: Callable[[Any], Said]) -> Said:
    try:
        said = json.loads(answer, parse_constant=_refuse_constant)
        json.dumps(said, ensure_ascii=False).encode()  # refuses halves of surrogate pairs
        if key in said:
            return read(said[key])
        error = _error(said["error"])
    except (ValueError, TypeError, KeyError, RecursionError, ValidationError) as problem:
        raise DamagedFileError from problem
    raise error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _error(said: dict[str, JsonValue]) -> ResumeFileError:
    facts = said["facts"]
    code = said["code"]
    if not isinstance(facts, dict) or not all(_is_fact(*fact) for fact in facts.items()):
        raise ValueError("an error's facts are named, plain and within bounds")
    by_code = {str(known): kind for known, kind in ERROR_BY_CODE.items()}
    return by_code[str(code)](**facts)


def _is_fact(name: str, value: JsonValue) -> bool:
    kind = _FACTS[name]
    if isinstance(value, str):
        return kind is str and len(value) < _TEXT_CHARACTERS
    if isinstance(value, bool):
        return kind is bool
    if isinstance(value, int):
        return kind in (int, float) and 0 <= value <= _MOST
    return isinstance(value, float) and kind is float and 0 <= value <= _MOST
