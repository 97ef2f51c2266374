"""What the child says to the bot, as JSON: a reading or one of the closed errors.

The child may have been taken over by the file that it read, so its answer is checked like any
input.
"""

import json
from typing import Final

from pydantic import JsonValue, ValidationError

from domain.errors import DamagedFileError, ErrorCode, ResumeFileError
from domain.resume import Reading

NEEDS_PROGRAM: Final = b"needs a program"
"""Of a child that may not run one: the supervisor starts another that may."""

ERROR_BY_CODE: Final[dict[ErrorCode, type[ResumeFileError]]] = {
    error.code: error for error in ResumeFileError.__subclasses__()
}


def pack_reading(reading: Reading) -> bytes:
    return json.dumps({"reading": reading.model_dump(mode="json")}).encode()


def pack_error(error: ResumeFileError) -> bytes:
    return json.dumps({"error": {"code": error.code, "facts": vars(error)}}).encode()


def unpack_answer(answer: bytes) -> Reading:
    """Raises the packed error; DamagedFileError for an answer that is none."""
    try:
        said = json.loads(answer)
        if "reading" in said:
            return Reading.model_validate(said["reading"])
        error = _error(said["error"])
    except (ValueError, TypeError, KeyError, RecursionError, ValidationError) as problem:
        raise DamagedFileError from problem
    raise error


def _error(said: dict[str, JsonValue]) -> ResumeFileError:
    facts = said["facts"]
    code = said["code"]
    if not isinstance(facts, dict) or not all(_is_fact(fact) for fact in facts.values()):
        raise ValueError("an error's facts are named and plain")
    by_code = {str(known): kind for known, kind in ERROR_BY_CODE.items()}
    return by_code[str(code)](**facts)


def _is_fact(value: JsonValue) -> bool:
    return isinstance(value, bool | int | float) or (isinstance(value, str) and len(value) < 200)
