"""What the bot says of itself: commands, menu button, name and descriptions."""

from collections.abc import Callable
from typing import Any

from sandbox.botapi.calls import Call, Method
from sandbox.botapi.parameters import Parameters
from sandbox.telegram.errors import BadRequestError

_MENU_BUTTONS = frozenset({"default", "commands", "web_app"})


async def get_me(call: Call) -> dict[str, Any]:
    return call.telegram.bot.as_me()


async def set_my_commands(call: Call) -> bool:
    """The scope of one chat needs a chat that the bot knows."""
    parameters = call.parameters
    scope = parameters.structure("scope")
    if isinstance(scope, dict) and scope.get("chat_id"):
        call.telegram.known_chat(Parameters(scope).chat_id())
    call.telegram.profile.set_commands(
        scope,
        parameters.text("language_code"),
        parameters.structure("commands"),
    )
    await call.telegram.journal.add("profile")
    return True


async def get_my_commands(call: Call) -> list[dict[str, str]]:
    parameters = call.parameters
    return call.telegram.profile.commands_of(
        parameters.structure("scope"), parameters.text("language_code")
    )


async def delete_my_commands(call: Call) -> bool:
    parameters = call.parameters
    call.telegram.profile.delete_commands(
        parameters.structure("scope"), parameters.text("language_code")
    )
    await call.telegram.journal.add("profile")
    return True


async def set_chat_menu_button(call: Call) -> bool:
    button = call.parameters.structure("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in _MENU_BUTTONS:
        raise BadRequestError("MenuButton has unsupported type")
    chat_id = call.parameters.integer("chat_id") or None
    if chat_id is not None:
        call.telegram.chat_of(chat_id)
    call.telegram.profile.menu_buttons[chat_id] = button
    return True


async def get_chat_menu_button(call: Call) -> dict[str, Any]:
    buttons = call.telegram.profile.menu_buttons
    chat_id = call.parameters.integer("chat_id") or None
    return buttons.get(chat_id) or buttons.get(None) or {"type": "commands"}


def _text_setter(kind: str) -> Method:
    async def set_text(call: Call) -> bool:
        parameters = call.parameters
        call.telegram.profile.set_text(
            kind, parameters.text("language_code"), parameters.text(kind)
        )
        await call.telegram.journal.add("profile")
        return True

    return set_text


def _text_getter(kind: str, default: Callable[[Call], str] = lambda call: "") -> Method:
    async def get_text(call: Call) -> dict[str, str]:
        text = call.telegram.profile.text(kind, call.parameters.text("language_code"))
        return {kind: text or default(call)}

    return get_text


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setMyName": _text_setter("name"),
    "getMyName": _text_getter("name", lambda call: call.telegram.bot.first_name),
    "setMyDescription": _text_setter("description"),
    "getMyDescription": _text_getter("description"),
    "setMyShortDescription": _text_setter("short_description"),
    "getMyShortDescription": _text_getter("short_description"),
}
