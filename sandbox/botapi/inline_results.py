"""answerInlineQuery's results, read as Telegram reads them."""

import re
from typing import Any

from sandbox.botapi.content import read_caption, read_markup, read_text
from sandbox.botapi.parameters import Parameters
from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.files import FileStore
from sandbox.telegram.inline_queries import InlineAnswer, InlineResult
from sandbox.telegram.messages import Content

_MAX_RESULTS = 50
_MAX_ID_BYTES = 64
_MAX_OFFSET_BYTES = 64
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_BROKEN = "can't parse inline query result: "
_FILES = {"photo": "photo_file_id", "document": "document_file_id"}


def read_answer(files: FileStore, parameters: Parameters) -> InlineAnswer:
    """Raises BadRequestError in Telegram's words."""
    values = parameters.structure("results")
    if not isinstance(values, list):
        raise BadRequestError("can't parse inline query results JSON object")
    if len(values) > _MAX_RESULTS:
        raise BadRequestError("RESULTS_TOO_MUCH")
    results = tuple(_read_result(files, value) for value in values)
    if len({result.id for result in results}) < len(results):
        raise BadRequestError("RESULT_ID_DUPLICATE")
    next_offset = parameters.text("next_offset")
    if len(next_offset.encode()) > _MAX_OFFSET_BYTES:
        raise BadRequestError("NEXT_OFFSET_INVALID")
    return InlineAnswer(
        results,
        parameters.flag("is_personal"),
        parameters.integer("cache_time", InlineAnswer.cache_seconds),
        next_offset,
        _read_button(parameters.structure("button")),
    )


def _read_result(files: FileStore, value: Any) -> InlineResult:
    if not isinstance(value, dict):
        raise BadRequestError(f"{_BROKEN}expected an Object")
    for name in ("id", "type"):
        if not value.get(name):
            raise BadRequestError(f'{_BROKEN}Can\'t find field "{name}"')
    result_id, kind = str(value["id"]), str(value["type"])
    if len(result_id.encode()) > _MAX_ID_BYTES:
        raise BadRequestError("RESULT_ID_INVALID")
    if kind == "article" and not value.get("title"):
        raise BadRequestError(f'{_BROKEN}Can\'t find field "title"')
    return InlineResult(
        result_id,
        kind,
        str(value.get("title") or ""),
        str(value.get("description") or ""),
        _read_content(files, kind, value),
    )


def _read_content(files: FileStore, kind: str, value: dict[str, Any]) -> Content:
    """The message of a result: its input_message_content, else its file with the caption."""
    markup = read_markup(Parameters(value))
    if markup is not None and "inline_keyboard" not in markup:
        raise BadRequestError("inline keyboard expected")
    file = None
    if kind in _FILES:
        reference = value.get(_FILES[kind])
        if not reference:
            raise BadRequestError(f"{_BROKEN}the sandbox has only files that were sent before")
        file = files.by_id(str(reference))
        if (file.photo_size is not None) != (kind == "photo"):
            raise BadRequestError("type of file mismatch")
    elif kind != "article":
        raise BadRequestError(f"{_BROKEN}the sandbox has no {kind}")
    message = value.get("input_message_content")
    if isinstance(message, dict):
        given = Parameters(message | {"text": message.get("message_text")})
        return Content(read_text(given, "MESSAGE_TOO_LONG"), reply_markup=markup)
    if file is None:
        raise BadRequestError(f'{_BROKEN}Can\'t find field "input_message_content"')
    return Content(read_caption(Parameters(value)), file, markup)


def _read_button(value: Any) -> dict[str, str] | None:
    """The button above the results, which opens the private chat with a start parameter."""
    if value is None:
        return None
    if not isinstance(value, dict) or not str(value.get("text") or "").strip():
        raise BadRequestError("can't parse inline query results button: text must be non-empty")
    parameter = str(value.get("start_parameter") or "")
    if not _START_PARAMETER.fullmatch(parameter):
        raise BadRequestError("START_PARAM_INVALID")
    return {"text": str(value["text"]), "start_parameter": parameter}
