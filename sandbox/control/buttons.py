"""Which inline button a tap means."""

from typing import Any

from sandbox.control.inputs import ControlError, read_optional_text, read_whole
from sandbox.telegram.messages import Message


def find_button(message: Message, body: dict[str, Any]) -> dict[str, Any]:
    """By row and column, else by `button`: exact data, exact text, then part of a text."""
    rows = message.content.inline_keyboard
    if "row" in body:
        row, column = read_whole(body, "row"), read_whole(body, "column")
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
            return rows[row][column]
        raise ControlError("there is no button at this place", 404)
    wanted = read_optional_text(body, "button") or ""
    buttons = [button for row_of_buttons in rows for button in row_of_buttons]
    rules = (
        lambda button: button.get("callback_data") == wanted,
        lambda button: button["text"] == wanted,
        lambda button: wanted.casefold() in button["text"].casefold(),
    )
    for rule in rules:
        for button in buttons:
            if wanted and rule(button):
                return button
    there = ", ".join(f"«{button['text']}»" for button in buttons) or "no buttons"
    raise ControlError(f"no button «{wanted}»; the message has {there}", 404)
