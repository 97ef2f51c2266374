"""reply_markup as the bot sent it, checked as Telegram checks it."""

import json
from typing import Any

from sandbox.telegram.errors import BadRequestError

MAX_CALLBACK_DATA_BYTES = 64
MAX_BUTTONS = 100
_ACTIONS = frozenset(
    {
        "callback_data",
        "url",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "callback_game",
        "pay",
        "disabled",
        "copy_text",
    }
)
_LINK_SCHEMES = ("http://", "https://", "tg://")
_OTHER_KINDS = ("keyboard", "remove_keyboard", "force_reply")


def read_reply_markup(value: Any) -> dict[str, Any] | None:
    """The markup as JSON, without what is None; None for no keyboard. Raises BadRequestError."""
    if isinstance(value, str):
        try:
            value = json.loads(value) if value else None
        except ValueError:
            raise BadRequestError("can't parse reply keyboard markup JSON object") from None
    if value is None or value == {}:
        return None
    if not isinstance(value, dict):
        raise BadRequestError("object expected as reply markup")
    if "inline_keyboard" in value:
        return _read_inline_keyboard(value["inline_keyboard"])
    if "keyboard" in value:
        rows = _rows(value["keyboard"], "keyboard")
        return value | {
            "keyboard": [[_read_reply_button(button) for button in row] for row in rows]
        }
    if any(kind in value for kind in _OTHER_KINDS):
        return value
    return None


def _read_inline_keyboard(value: Any) -> dict[str, Any] | None:
    rows = [[_read_button(button) for button in row] for row in _rows(value, "inline keyboard")]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise BadRequestError("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _rows(value: Any, what: str) -> list[list[Any]]:
    if not isinstance(value, list):
        raise BadRequestError(f'field "{what.replace(" ", "_")}" must be of type Array')
    if not all(isinstance(row, list) for row in value):
        raise BadRequestError(f'field "{what.replace(" ", "_")}" must be an Array of Arrays')
    return value


def _read_reply_button(value: Any) -> dict[str, Any]:
    button = {"text": value} if isinstance(value, str) else value
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise BadRequestError("can't parse keyboard button: KeyboardButton must be an Object")
    if not button["text"].strip():
        raise BadRequestError("keyboard button text must be non-empty")
    return {name: content for name, content in button.items() if content is not None}


def _read_button(value: Any) -> dict[str, Any]:
    broken = "can't parse inline keyboard button: "
    if not isinstance(value, dict):
        raise BadRequestError(f"{broken}InlineKeyboardButton must be an Object")
    button = {name: content for name, content in value.items() if content is not None}
    text = button.get("text")
    if not isinstance(text, str):
        raise BadRequestError(f'{broken}Field "text" must be of type String')
    if not text.strip():
        raise BadRequestError("inline keyboard button text must be non-empty")
    actions = _ACTIONS & button.keys()
    if not actions:
        raise BadRequestError(f"{broken}Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= MAX_CALLBACK_DATA_BYTES:
        raise BadRequestError("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not str(url).startswith(_LINK_SCHEMES):
        raise BadRequestError(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return button
