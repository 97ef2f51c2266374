"""What is to be seen: chats, messages, files, events, the bot's calls."""

from aiohttp import web

from sandbox.control.inputs import (
    ControlError,
    read_json,
    read_optional_text,
    read_seconds,
    read_user_id,
)
from sandbox.control.views import chat_view, message_view, person_view
from sandbox.telegram.pictures import picture_media_type
from sandbox.telegram.state import Telegram

_LONGEST_WAIT_SECONDS = 60


class Watching:
    """Handlers that read, and the one that makes up or changes a person."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/sandbox/state", self._state),
            web.get("/sandbox/events", self._events),
            web.get("/sandbox/calls", self._calls),
            web.get("/sandbox/updates", self._updates),
            web.get("/sandbox/chats/{user_id}", self._chat),
            web.post("/sandbox/people/{user_id}", self._person),
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
        telegram, user_id = self._telegram, read_user_id(request)
        chat = telegram.chats.get(user_id)
        language = chat.person.language_code if chat else request.query.get("language", "ru")
        return web.json_response(
            {
                "last_event": telegram.journal.last_number,
                "person": person_view(chat.person) if chat else None,
                "messages": [message_view(one) for one in chat.messages.values()] if chat else [],
                "reply_keyboard": chat.reply_keyboard if chat else None,
                "commands": telegram.profile.commands_for_person(user_id, language),
                "description": telegram.profile.text("description", language),
            }
        )

    async def _person(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        chat = await self._telegram.meet(
            read_user_id(request),
            read_optional_text(body, "language"),
            read_optional_text(body, "first_name"),
        )
        if isinstance(body.get("has_blocked_bot"), bool):
            chat.person.has_blocked_bot = body["has_blocked_bot"]
        return web.json_response(person_view(chat.person))

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
