"""People and groups: who there is, who is with whom, who blocks the bot."""

from typing import Any, cast

from aiohttp import web

from sandbox.control.inputs import (
    ControlError,
    as_user_id,
    read_chat_id,
    read_json,
    read_optional_text,
    read_user_id,
)
from sandbox.control.speakers import find_chat
from sandbox.control.views import chat_view, person_view
from sandbox.telegram.chats import Chat
from sandbox.telegram.groups import BOT_STATUSES, GROUP_KINDS, BotStatus, Group, GroupKind
from sandbox.telegram.membership import block, join, leave, make_group, set_bot_status, unblock
from sandbox.telegram.people import Person
from sandbox.telegram.state import Telegram


class Gathering:
    """Handlers of /sandbox/people/{user_id} and /sandbox/groups."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/sandbox/people/{user_id}", self._person),
            web.post("/sandbox/groups", self._make_group),
            web.post("/sandbox/groups/{chat_id}", self._change_group),
        ]

    async def _person(self, request: web.Request) -> web.Response:
        """Makes up or changes a person."""
        body = await read_json(request)
        person = await self._telegram.meet(
            read_user_id(request),
            read_optional_text(body, "language"),
            read_optional_text(body, "first_name"),
        )
        if isinstance(body.get("username"), str):
            person.username = body["username"] or None
        if isinstance(body.get("is_deactivated"), bool):
            person.is_deactivated = body["is_deactivated"]
        if isinstance(body.get("has_blocked_bot"), bool):
            await (block if body["has_blocked_bot"] else unblock)(self._telegram, person)
        return web.json_response(person_view(person))

    async def _make_group(self, request: web.Request) -> web.Response:
        """A group of `people`, made by the first, who adds the bot unless `bot` is "left"."""
        body = await read_json(request)
        kind = body.get("kind", "group")
        if kind not in GROUP_KINDS:
            raise ControlError(f"kind must be one of {', '.join(GROUP_KINDS)}")
        people = await self._people(body.get("people"))
        title = read_optional_text(body, "title") or "Group"
        chat = await make_group(self._telegram, title, people, cast(GroupKind, kind))
        status = _bot_status(body.get("bot", "member"))
        if chat.group is not None:
            await set_bot_status(self._telegram, chat, chat.group, status, people[0])
        return web.json_response(chat_view(chat))

    async def _change_group(self, request: web.Request) -> web.Response:
        """Adds and removes people; `bot` sets its status, as done by the group's creator."""
        body = await read_json(request)
        chat = find_chat(self._telegram, read_chat_id(request))
        group = _group_of(chat)
        for person in await self._people(body.get("add", [])):
            await join(self._telegram, chat, group, person)
        for person in await self._people(body.get("remove", [])):
            await leave(self._telegram, chat, group, person)
        if "bot" in body:
            creator = self._telegram.people[group.creator_id]
            await set_bot_status(self._telegram, chat, group, _bot_status(body["bot"]), creator)
        return web.json_response(chat_view(chat))

    async def _people(self, ids: Any) -> list[Person]:
        if not isinstance(ids, list):
            raise ControlError("people must be a list of user ids")
        return [await self._telegram.meet(as_user_id(one)) for one in ids]


def _group_of(chat: Chat) -> Group:
    if chat.group is None:
        raise ControlError("this chat is no group")
    return chat.group


def _bot_status(value: Any) -> BotStatus:
    if value not in BOT_STATUSES:
        raise ControlError(f"bot must be one of {', '.join(BOT_STATUSES)}")
    return cast(BotStatus, value)
