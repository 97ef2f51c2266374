"""The parameters of one call, however they came: query, JSON, form or multipart."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from sandbox.telegram.errors import BadRequestError, BotApiError

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True)
class Upload:
    """A file in the body."""

    name: str
    content: bytes
    media_type: str | None


@dataclass(frozen=True)
class Parameters:
    """Values as JSON or as text; the getters read either and raise BadRequestError."""

    values: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        value = self.values.get(name)
        if value in (None, ""):
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise BadRequestError(f'field "{name}" must be a valid Number') from None

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def structure(self, name: str) -> Any:
        """An object or a list; None where it was not given."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise BadRequestError(f"can't parse {name} JSON object") from None

    def chat_id(self, name: str = "chat_id") -> int:
        value = self.text(name)
        if not value:
            raise BadRequestError(f"{name} is empty")
        try:
            return int(value)
        except ValueError:
            raise BadRequestError("chat not found") from None

    def message_id(self) -> int:
        message_id = self.integer("message_id")
        if message_id <= 0:
            raise BadRequestError("message identifier is not specified")
        return message_id


async def read_parameters(request: web.Request) -> Parameters:
    """Raises BotApiError 413 for a body over the server's limit, 400 for one that is broken."""
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    try:
        if request.content_type == "application/json":
            body = json.loads(await request.text() or "{}")
            if not isinstance(body, dict):
                raise BadRequestError("can't parse JSON object: Expected an Object")
            values |= body
        elif request.content_type in _FORMS:
            for name, value in (await request.post()).items():
                if isinstance(value, FileField):
                    content = value.file.read()
                    uploads[name] = Upload(value.filename, content, value.content_type)
                else:
                    values[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    except web.HTTPRequestEntityTooLarge:
        raise BotApiError(413, "Request Entity Too Large") from None
    except ValueError:
        raise BadRequestError("can't parse the request's body") from None
    return Parameters(values, uploads)
