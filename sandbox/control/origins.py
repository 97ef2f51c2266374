"""Where a forwarded message says that it is from."""

import json
import time
from typing import Any

from sandbox.control.inputs import ControlError, as_user_id
from sandbox.telegram.state import Telegram

_MAX_NAME_CHARACTERS = 64


async def read_origin(telegram: Telegram, value: Any) -> dict[str, Any] | None:
    """A MessageOrigin of `{"user_id": 5}`, or of `{"name": "Анна"}` for a person whose account
    is hidden; the same as JSON text in a form; None for nothing."""
    if isinstance(value, str):
        try:
            value = json.loads(value) if value else None
        except ValueError:
            raise ControlError("forward_from is not JSON") from None
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ControlError("forward_from must be an object with user_id or name")
    date = int(time.time()) - 60
    if "user_id" in value:
        person = await telegram.meet(as_user_id(value["user_id"]))
        return {"type": "user", "date": date, "sender_user": person.as_user()}
    name = str(value.get("name") or "")
    if not 1 <= len(name) <= _MAX_NAME_CHARACTERS:
        raise ControlError("forward_from must be an object with user_id or name")
    return {"type": "hidden_user", "date": date, "sender_user_name": name}


def origin_name(origin: dict[str, Any] | None) -> str | None:
    """Whom the page names above a forwarded message."""
    if origin is None:
        return None
    user = origin.get("sender_user")
    return str(user["first_name"] if user else origin["sender_user_name"])
