"""Steps of `tests.hostile.updates` at a desk: the dispatcher as it runs, over a real database."""

import contextlib
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Final

from aiogram.methods import SendMessage
from aiogram.types import Message, Update
from pydantic import ValidationError

from bot.commands import COMMANDS
from bot.consent import missing_step
from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from bot.i18n import LANGUAGES
from bot.replies.help import no_such_command
from domain.resume import FieldEvidence, Job, Resume, Salary
from domain.vacancy import NewVacancy
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.people import analysis
from tests.hostile.judging import Listener, judge
from tests.hostile.updates import (
    BANNED,
    CANDIDATE,
    GROUP,
    NEWCOMER,
    OWNER,
    RECRUITER,
    SECRET,
    Step,
)

_DATE: Final = 1_767_225_600
_LONGEST_COMMAND: Final = 200
"""What is longer may be the rest of a pasted text."""
_SECRET_RESUME: Final = Resume(
    position=SECRET,
    city=SECRET,
    key_skills=(SECRET,),
    work_experience=(Job(start="2020", company=SECRET, description=SECRET),),
)


class Talk:
    """Everybody's talk with one bot. A step ends with the judgement of what the bot said."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._bot = desk.bot
        self._number = 0
        self._listener = Listener()
        self.said_to_banned = 0

    async def prepare(self) -> None:
        """The roles, and somebody's data that all others are after."""
        database = self._desk.database
        await self._desk.settle(CANDIDATE, "candidate")
        await self._desk.settle(OWNER, "recruiter")
        await database.people.meet(BANNED)
        await database.directory.ban(BANNED, "spam")
        kept = [analysis(resume=_SECRET_RESUME).model_copy(update={"user_id": OWNER})] * 2
        await self._desk.keeps(*kept)
        await database.vacancies.add(NewVacancy(user_id=OWNER, title=SECRET))

    async def take(self, step: Step) -> None:
        calls, heard = len(self._bot.calls), len(self._listener.heard)
        root = logging.getLogger()
        root.addHandler(self._listener)
        try:
            await self._do(step)
        finally:
            root.removeHandler(self._listener)
        said = self._bot.calls[calls:]
        judge(said)
        assert len(self._listener.heard) == heard, "\n".join(self._listener.heard[heard:])
        if step.who == BANNED:
            self._judge_banned(said)
        if step.kind == "message" and step.who in (RECRUITER, CANDIDATE):
            await self._judge_admins_command(step, said)

    def _judge_banned(self, said: Sequence[Any]) -> None:
        words = [call for call in said if getattr(call, "text", None)]
        assert not any(getattr(call, "results", None) for call in said)
        self.said_to_banned += len(words)
        assert self.said_to_banned <= 1, "a banned person gets one word"

    async def _judge_admins_command(self, step: Step, said: Sequence[Any]) -> None:
        """Whoever is no admin hears what follows any unknown command."""
        text = str(step.more["content"].get("text", ""))
        command = text.split(" ")[0].removeprefix("/")
        if not text.startswith("/") or COMMANDS.get(command) != COMMANDS["ban"]:
            return
        parts = self._desk.parts
        person = await parts.database.people.find(step.who)
        if person is None or missing_step(person) or len(text) > _LONGEST_COMMAND:
            return
        expected = {
            no_such_command(parts.locales[language], person, parts.settings)
            for language in LANGUAGES
        }
        assert {call.text for call in said if isinstance(call, SendMessage)} <= expected, text

    async def _do(self, step: Step) -> None:
        match step.kind:
            case "card":
                await self._open_card(step)
            case "answer":
                resume = _resume(step.more["texts"])
                await self._desk.keeps(
                    analysis(resume=resume).model_copy(update={"user_id": step.who})
                )
            case "delete":
                if shown := self._shown(step.more["message"]):
                    del self._bot.shown[shown.message_id]
            case "restart":
                self.said_to_banned = 0  # remembered in memory only
                self._desk = self._desk.restarted()
            case _:
                await self._feed(self._body(step))

    async def _open_card(self, step: Step) -> None:
        """What the task of reading a file does for whoever may use the bot."""
        if step.who in (BANNED, NEWCOMER):
            return
        texts = step.more["texts"]
        draft = Draft(
            resume=_resume(texts),
            source="file",
            file_name=texts[0],
            doubtful=("age", "city"),
            evidence={"salary": FieldEvidence(confidence=0.5, quote=_valid(texts[1])[:300])},
        )
        async with self._desk.door.enter(step.who, step.who, "ru") as manager:
            await open_card(manager, draft, is_new=True)

    async def _feed(self, body: Mapping[str, Any]) -> None:
        self._number += 1
        desk = self._desk
        try:
            update = Update.model_validate(
                {"update_id": self._number, **body}, context={"bot": self._bot}
            )
        except ValidationError:
            return  # of no known form: tests/bot/test_edges.py tells what becomes of those
        await desk.dispatcher.feed_update(self._bot, update)
        waiting = desk.dispatcher["take_again"].waiting
        while waiting:
            await desk.dispatcher.feed_update(self._bot, waiting.pop(0))

    def _body(self, step: Step) -> Mapping[str, Any]:
        more = step.more
        match step.kind:
            case "message":
                return {"message": self._message(step)}
            case "edit":
                return {"edited_message": self._message(step) | {"edit_date": _DATE + 1}}
            case "group":
                chat = {"id": GROUP, "type": "supergroup", "title": "<b>Group</b>"}
                return {"message": self._message(step) | {"chat": chat}}
            case "channel":
                chat = {"id": GROUP - 1, "type": "channel", "title": "C"}
                message = self._message(step) | {"chat": chat}
                message.pop("from")
                return {"channel_post": message}
            case "tap":
                return self._tap(step)
            case "forge":
                return self._forged(step)
            case "inline":
                return {
                    "inline_query": {
                        "id": "i",
                        "from": _user(step.who),
                        "query": more["query"][:256],
                        "offset": more["offset"][:64],
                    }
                }
            case "member":
                return {"my_chat_member": self._member(step)}
            case "chosen":
                chosen = {"result_id": more["data"], "from": _user(step.who), "query": "12"}
                return {"chosen_inline_result": chosen}
            case _:
                body: Mapping[str, Any] = more["body"]
                return body

    def _message(self, step: Step) -> dict[str, Any]:
        more, message_id = step.more, 500_000 + self._number
        message: dict[str, Any] = {
            "message_id": message_id,
            "date": _DATE,
            "chat": {"id": step.who, "type": "private", "first_name": "P"},
            "from": _user(step.who, more["language"]),
            **more["content"],
            **more["origin"],
        }
        if "text" not in message and more["caption"] is not None:
            message["caption"] = more["caption"][:1024]
        if more["album"]:
            message["media_group_id"] = more["album"]
        if more["replies_to"] is not None and (shown := self._shown(more["replies_to"])):
            message["reply_to_message"] = _as_json(shown)
        return message

    def _shown(self, back: int) -> Message | None:
        """The newest message, or one so many before it."""
        ids = sorted(self._bot.shown, reverse=True)
        return self._bot.shown[ids[back]] if back < len(ids) else None

    def _tap(self, step: Step) -> Mapping[str, Any]:
        """A real button, also of another person's, or its data spoilt in one place."""
        message = self._shown(step.more["message"])
        rows = message.reply_markup.inline_keyboard if message and message.reply_markup else []
        datas = [button.callback_data for row in rows for button in row if button.callback_data]
        data = datas[step.more["button"] % len(datas)] if datas else "go:new"
        if step.more["mutation"]:
            place, letters = step.more["mutation"]
            place %= len(data)
            data = (data[:place] + letters + data[place + 1 :])[:64]
        return _query(step.who, data, _as_json(message) if message else None)

    def _forged(self, step: Step) -> Mapping[str, Any]:
        message = self._shown(step.more["message"])
        where = step.more["where"]
        if where == "n" or (where == "m" and message is None):
            return _query(step.who, step.more["data"], None)
        if where == "i":  # too old for Telegram to tell
            gone = {"message_id": 5, "date": 0, "chat": {"id": step.who, "type": "private"}}
            return _query(step.who, step.more["data"], gone)
        told = _as_json(message) if message else {"message_id": 9, "date": _DATE}
        if where == "g":
            told |= {"chat": {"id": GROUP, "type": "supergroup", "title": "G"}}
        return _query(step.who, step.more["data"], told)

    def _member(self, step: Step) -> Mapping[str, Any]:
        bot = {"id": 42, "is_bot": True, "first_name": "Bot"}
        rights = dict.fromkeys(
            (
                *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages"),
                *("can_manage_video_chats", "can_restrict_members", "can_promote_members"),
                *("can_change_info", "can_invite_users", "can_post_stories"),
                *("can_edit_stories", "can_delete_stories"),
            ),
            False,
        )
        new = {"user": bot, "status": step.more["status"], "until_date": 0, **rights}
        return {
            "chat": {"id": step.who, "type": "private"},
            "from": _user(step.who),
            "date": _DATE,
            "old_chat_member": {"user": bot, "status": "member"},
            "new_chat_member": new,
        }


def _resume(texts: Sequence[str]) -> Resume:
    with contextlib.suppress(ValueError):
        return Resume(
            age=30,
            city=texts[0],
            position=texts[1],
            client_name=texts[2],
            key_skills=tuple(texts),
            salary=Salary(text=texts[3], amount_from=200_000, currency="RUB"),
            work_experience=tuple(
                Job(start="2019", company=text, position=texts[4], description=texts[5])
                for text in texts
            ),
            warnings=(texts[5], "hidden_text"),
        )
    return Resume(position="Инженер")


def _valid(text: str) -> str:
    """Without halves of surrogate pairs, which a quote can't have."""
    return text.encode("utf-8", "ignore").decode()


def _user(user_id: int, language: str | None = "ru") -> dict[str, Any]:
    told = {"language_code": language} if language is not None else {}
    return {"id": user_id, "is_bot": False, "first_name": "<b>P\u202e", **told}


def _query(who: int, data: str, message: Mapping[str, Any] | None) -> Mapping[str, Any]:
    query: dict[str, Any] = {"id": "q", "from": _user(who), "chat_instance": "1", "data": data}
    if message is not None:
        query["message"] = message
    else:
        query["inline_message_id"] = "inline"
    return {"callback_query": query}


def _as_json(message: Message) -> dict[str, Any]:
    told: dict[str, Any] = message.model_dump(mode="json", by_alias=True, exclude_none=True)
    return told


__all__ = ["ADMIN_ID", "Talk"]
