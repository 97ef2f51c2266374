"""What comes in through the control door, read strictly."""

import json
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

MAX_USER_ID = 2**52 - 1


class ControlError(Exception):
    """A request that can't be done; the text is for the developer."""

    def __init__(self, what: str, status: int = 400) -> None:
        super().__init__(what)
        self.status = status


async def read_json(request: web.Request) -> dict[str, Any]:
    """The body as an object; raises ControlError."""
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        raise ControlError("the body is not JSON") from None
    if not isinstance(body, dict):
        raise ControlError("the body must be a JSON object")
    return body


async def read_form(request: web.Request) -> tuple[dict[str, str], FileField]:
    """The text fields and the one file of a multipart body; raises ControlError."""
    try:
        form = await request.post()
    except ValueError:
        raise ControlError("the body is not a form") from None
    file = form.get("file")
    if not isinstance(file, FileField):
        raise ControlError("the form has no file")
    return {name: value for name, value in form.items() if isinstance(value, str)}, file


def read_user_id(request: web.Request) -> int:
    return as_user_id(request.match_info["user_id"])


def as_user_id(value: Any) -> int:
    """A person's id, as a number or as text; raises ControlError."""
    if isinstance(value, bool) or not str(value).isdecimal() or not 0 < int(value) <= MAX_USER_ID:
        raise ControlError("a user id is a positive whole number")
    return int(value)


def read_chat_id(request: web.Request) -> int:
    """The id of a group (negative), or of a person."""
    text = request.match_info["chat_id"]
    if text.startswith("-") and text[1:].isdecimal():
        return int(text)
    return as_user_id(text)


def read_whole(values: dict[str, Any], name: str, default: int | None = None) -> int:
    value = values.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ControlError(f"{name} must be a whole number")
    return value


def read_seconds(value: Any, longest: float) -> float:
    try:
        return min(max(float(value), 0.0), longest)
    except (TypeError, ValueError):
        raise ControlError("seconds must be a number") from None


def read_optional_text(values: dict[str, Any], name: str) -> str | None:
    value = values.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ControlError(f"{name} must be text")
    return value
