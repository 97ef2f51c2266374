"""What is to be seen: chats, messages, files, events, the bot's calls."""

from typing import Any

from aiohttp import web

from sandbox.control.inputs import (
    ControlError,
    as_user_id,
    read_chat_id,
    read_seconds,
)
from sandbox.control.views import chat_view, group_view, message_view, person_view
from sandbox.telegram.chats import Chat
from sandbox.telegram.people import Person
from sandbox.telegram.pictures import picture_media_type
from sandbox.telegram.profile import group_scopes, private_scopes
from sandbox.telegram.state import Telegram

_LONGEST_WAIT_SECONDS = 60


class Watching:
    """Handlers that only read."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/sandbox/state", self._state),
            web.get("/sandbox/events", self._events),
            web.get("/sandbox/calls", self._calls),
            web.get("/sandbox/updates", self._updates),
            web.get("/sandbox/chats/{chat_id}", self._chat),
            web.get("/sandbox/files/{unique_id}", self._file),
        ]

    async def _state(self, request: web.Request) -> web.Response:
        telegram = self._telegram
        return web.json_response(
            {
                "last_event": telegram.journal.last_number,
                "bot": telegram.bot.as_user(),
                "pending_updates": len(telegram.updates),
                "chats": [chat_view(chat) for chat in telegram.chats.values()],
            }
        )

    async def _events(self, request: web.Request) -> web.Response:
        """Long poll: events after the number `after`, within `timeout` seconds."""
        after = request.query.get("after", "0")
        if not after.isdecimal():
            raise ControlError("after must be a whole number")
        wait = read_seconds(request.query.get("timeout", "25"), _LONGEST_WAIT_SECONDS)
        return web.json_response({"events": await self._telegram.journal.after(int(after), wait)})

    async def _calls(self, request: web.Request) -> web.Response:
        wanted = request.query.get("method", "").lower()
        calls = [call for call in self._telegram.calls if wanted in ("", call["method"].lower())]
        return web.json_response({"calls": calls})

    async def _updates(self, request: web.Request) -> web.Response:
        return web.json_response({"updates": self._telegram.updates.waiting()})

    async def _chat(self, request: web.Request) -> web.Response:
        """One chat whole; empty for a person who has not written yet."""
        telegram, chat_id = self._telegram, read_chat_id(request)
        chat = telegram.chats.get(chat_id)
        if chat is None and chat_id < 0:
            raise ControlError("there is no such chat", 404)
        reader = self._reader(request, chat)
        language = reader.language_code if reader else request.query.get("language", "ru")
        return web.json_response(
            {
                "last_event": telegram.journal.last_number,
                "chat_id": chat_id,
                "person": person_view(chat.person) if chat and chat.person else None,
                "group": group_view(chat.group) if chat and chat.group else None,
                "messages": [message_view(one) for one in chat.messages.values()] if chat else [],
                "reply_keyboard": chat.reply_keyboard if chat else None,
                "commands": telegram.profile.shown_commands(
                    _scopes(chat_id, chat, reader), language
                ),
                "description": telegram.profile.text("description", language),
            }
        )

    def _reader(self, request: web.Request, chat: Chat | None) -> Person | None:
        """Who looks: the person of a chat of two; in a group the query's `as`."""
        if chat is None or chat.person is not None:
            return chat.person if chat else None
        wanted = request.query.get("as", "")
        return self._telegram.people.get(as_user_id(wanted)) if wanted else None

    async def _file(self, request: web.Request) -> web.Response:
        """A picture to show, anything else only as a download: files are not to be trusted."""
        file = self._telegram.files.by_unique_id(request.match_info["unique_id"])
        if file is None:
            raise ControlError("there is no such file", 404)
        picture = picture_media_type(file.content)
        response = web.Response(
            body=file.content,
            content_type=picture or "application/octet-stream",
            headers={"Content-Security-Policy": "sandbox; default-src 'none'"},
        )
        if picture is None:
            response.headers["Content-Disposition"] = "attachment"
        return response


def _scopes(chat_id: int, chat: Chat | None, reader: Person | None) -> list[Any]:
    """Whose commands the menu shows."""
    if chat is not None and chat.group is not None:
        user_id = reader.id if reader else 0
        is_admin = chat.group.status_of(user_id) in ("creator", "administrator")
        return group_scopes(chat_id, user_id, is_admin=is_admin)
    return private_scopes(chat_id)
