"""What may come of any bytes: a reading that can be told, or an error of the contract."""

import json

from domain.errors import ResumeFileError
from parsers.archives import list_parts, unpack
from parsers.isolation.answers import pack_contents, pack_reading, unpack_answer, unpack_contents
from parsers.pipeline import read_resume


def read_any(content: bytes) -> str:
    """The error's code, or "read". Anything else that is raised is a finding."""
    try:
        reading = read_resume(content, "file")
    except ResumeFileError as error:
        json.dumps(vars(error))
        return error.code
    packed = pack_reading(reading)
    assert pack_reading(unpack_answer(packed)) == packed, "the bot hears something else"
    return "read"


def list_any(content: bytes) -> str:
    """The kind of container, or the error's code."""
    try:
        contents = unpack_contents(pack_contents(list_parts(content, "file")))
    except ResumeFileError as error:
        return error.code
    for part in contents.parts[:3]:
        if part.packed is not None:
            try:
                unpack(content, part.packed)
            except ResumeFileError:
                continue
    return contents.kind
