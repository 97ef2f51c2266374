"""The edges: groups, access, faults of handlers and of Telegram, downloads, commands."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, SendMessage, TelegramMethod
from aiogram.types import Message, Update
from aiogram_dialog.api.exceptions import UnknownIntent
from aiohttp import web
from pydantic import ValidationError

from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from bot.i18n import Locales
from bot.middlewares import patience
from bot.middlewares.patience import PatientRequests
from bot.tasks import download as download_module
from bot.tasks.download import MAX_FILE_BYTES, DownloadError, download
from bot.updates.feeding import UpdateFeeder
from bot.wiring import create_bot
from bot.wiring.answers import admin_news
from domain.errors import DatabaseBusyError, FileTooLargeError
from domain.work import DialogState, StoredUpdate
from tests.bot.bot_api import TOKEN, message_update
from tests.bot.chat import KeptBot, Person
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.people import RESUME


async def test_a_fault_is_told_politely_and_the_bot_works_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: Any) -> None:
        raise RuntimeError("boom at /secret/path")

    person = desk.person("en")
    monkeypatch.setattr(desk.database.analyses, "find_ids", fail)
    told = await person.says("/history")
    assert "Something broke" in (told.text or "")
    assert "boom" not in (told.text or "")
    monkeypatch.undo()
    assert "No scores yet" in ((await person.says("/history")).text or "")


async def test_a_second_tap_on_score_only_says_so(desk: Desk) -> None:
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, Draft(resume=RESUME, source="file"))
    card = desk.bot.last
    person = desk.person()
    await person.taps("Оценить", card)
    shown = len(desk.bot.shown)
    await person.taps("Оценить", card)
    assert "уже в работе" in (desk.bot.toasts[-1] or "")
    assert len(desk.bot.shown) == shown
    assert len(desk.tasks.accepted) == 1


async def test_a_person_who_blocked_the_bot_is_no_error(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.bot.fails_with = TelegramForbiddenError(SendMessage(chat_id=1, text="x"), "blocked")
    message = message_update(1, text="/start")
    await desk.dispatcher.feed_update(desk.bot, Update.model_validate(message))
    assert "incident" not in caplog.text


def stored(body: dict[str, Any]) -> StoredUpdate:
    return StoredUpdate(key=1, bot_id=42, update_id=1, body=body, attempts=0)


async def test_updates_of_no_known_form_are_logged_without_their_content(
    desk: Desk, locales: Locales, caplog: pytest.LogCaptureFixture
) -> None:
    feeder = UpdateFeeder(desk.dispatcher, desk.bot, locales, admin_news(desk.parts))
    broken = {"update_id": 1, "message": {"text": "my phone is 5550100"}}
    await feeder.handle(stored(broken))
    await feeder.tell_set_aside(stored(broken))
    assert "no known form" in caplog.text
    assert "5550100" not in caplog.text
    await feeder.tell_set_aside(stored(message_update(2)))
    told = {message.chat.id: message.text or "" for message in desk.bot.shown.values()}
    assert "broke me again" in told[1]
    assert "останавливает бота" in told[ADMIN_ID]


class FeederAsDispatcher:
    """Has a person's updates go the way of stored ones."""

    def __init__(self, feeder: UpdateFeeder) -> None:
        self._feeder = feeder

    async def feed_update(self, bot: Bot, update: Update) -> None:
        body = update.model_dump(mode="json", by_alias=True, exclude_none=True)
        await self._feeder.handle(stored(body))


async def test_a_disk_that_goes_away_while_a_dialog_is_saved_is_told_as_such(
    desk: Desk, locales: Locales, monkeypatch: pytest.MonkeyPatch
) -> None:
    feeder = UpdateFeeder(desk.dispatcher, desk.bot, locales, admin_news(desk.parts))
    settings = await Person(desk.dispatcher, desk.bot).says("/settings")
    person = Person(FeederAsDispatcher(feeder), desk.bot)  # type: ignore[arg-type]

    async def fail(*_: Any) -> None:
        raise DatabaseBusyError("bot.db")

    monkeypatch.setattr(desk.database.states, "save", fail)
    with pytest.raises(DatabaseBusyError):
        await person.taps("Роль", settings)
    monkeypatch.undo()
    again = await Person(desk.dispatcher, desk.bot).taps("Роль", settings)
    assert "рекрутер" in (again.text or "").lower()


async def _open_and_fail(desk: Desk) -> None:
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, Draft(resume=RESUME, source="file"))
        raise DatabaseBusyError("bot.db")


async def test_a_task_that_breaks_off_leaves_the_windows_as_they_were(desk: Desk) -> None:
    with pytest.raises(DatabaseBusyError):
        await _open_and_fail(desk)
    async with desk.door.enter(1, 1, "ru") as manager:
        assert not manager.has_context()


async def test_a_window_that_is_gone_from_below_closes_the_rest(
    desk: Desk, locales: Locales
) -> None:
    """As when it is older than RETENTION_DAYS, and a newer one stands on it."""
    person = desk.person()
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, Draft(resume=RESUME, source="file"))
        below = manager.current_context().id
    await person.says("/history")
    await desk.database.states.save(DialogState(key=f"fsm:42:1:1:aiogd:context:{below}"))
    feeder = UpdateFeeder(desk.dispatcher, desk.bot, locales, admin_news(desk.parts))
    stored_person = Person(FeederAsDispatcher(feeder), desk.bot)  # type: ignore[arg-type]
    with pytest.raises(UnknownIntent):
        await stored_person.says("/compare")
    assert (await person.says("/compare")).text


class Requests:
    """Fails as told, then gives an answer."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.count = 0

    async def __call__(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        self.count += 1
        if self.errors:
            raise self.errors.pop(0)
        return "answer"


SEND = SendMessage(chat_id=1, text="x")
TAP = AnswerCallbackQuery(callback_query_id="q")


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_FIRST_PAUSE_SECONDS", 0.001)


@pytest.mark.usefixtures("no_pauses")
async def test_limits_and_faults_are_waited_out() -> None:
    requests = Requests(
        TelegramRetryAfter(SEND, "limit", retry_after=0),
        TelegramServerError(SEND, "bad gateway"),
        TelegramNetworkError(SEND, "lost"),
    )
    answer: object = await PatientRequests()(requests, KeptBot(), SEND)
    assert answer == "answer"
    assert requests.count == 4


@pytest.mark.usefixtures("no_pauses")
async def test_the_page_of_a_gateway_is_waited_out() -> None:
    page = ClientDecodeError("Failed to decode object", ValueError("no JSON"), "<html>")
    requests = Requests(page)
    answer: object = await PatientRequests()(requests, KeptBot(), SEND)
    assert answer == "answer"


async def test_what_was_done_but_answered_strangely_is_not_done_again() -> None:
    with pytest.raises(ValidationError) as fault:
        Message.model_validate({"text": "private"})
    requests = Requests(ClientDecodeError("Failed to deserialize object", fault.value, "private"))
    with pytest.raises(TelegramAPIError) as told:
        await PatientRequests()(requests, KeptBot(), SEND)
    assert requests.count == 1
    assert "private" not in str(told.value)


async def test_what_else_goes_to_a_chat_that_wants_to_be_left_alone_waits_too() -> None:
    done: list[str] = []
    patient = PatientRequests()

    async def send(chat_id: int, text: str, *errors: Exception) -> None:
        message = SendMessage(chat_id=chat_id, text=text)
        requests = Requests(*errors)
        await patient(requests, KeptBot(), message)
        done.append(f"{text} after {requests.count}")

    limit = TelegramRetryAfter(SEND, "limit", retry_after=1)
    first = asyncio.create_task(send(1, "limited", limit))
    await asyncio.sleep(0)
    await asyncio.gather(first, send(1, "next"), send(2, "other chat"))
    assert done[0] == "other chat after 1"
    assert sorted(done[1:]) == ["limited after 2", "next after 1"]


async def test_patience_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_PATIENCE_SECONDS", 0.0)
    with pytest.raises(TelegramServerError):
        await PatientRequests()(Requests(TelegramServerError(SEND, "x")), KeptBot(), SEND)
    limited = TelegramRetryAfter(SEND, "limit", retry_after=5)
    with pytest.raises(TelegramRetryAfter):
        await PatientRequests()(Requests(limited), KeptBot(), SEND)


async def test_a_tap_that_is_too_old_is_let_be() -> None:
    old = TelegramBadRequest(TAP, "Bad Request: query is too old and response timeout expired")
    answer: object = await PatientRequests()(Requests(old), KeptBot(), TAP)
    assert answer is True
    wrong = TelegramBadRequest(SEND, "Bad Request: chat not found")
    with pytest.raises(TelegramBadRequest):
        await PatientRequests()(Requests(wrong), KeptBot(), SEND)


class FileApi:
    """Gives a file out over HTTP, as large or as broken as told."""

    def __init__(self) -> None:
        self.content = b"%PDF"
        self.status = 200
        self.downloads = 0
        self.is_too_big = False

    async def get_file(self, request: web.Request) -> web.Response:
        if self.is_too_big:
            error = {"ok": False, "error_code": 400, "description": "Bad Request: file is too big"}
            return web.json_response(error, status=400)
        file = {"file_id": "f", "file_unique_id": "u", "file_path": "documents/a b.pdf"}
        return web.json_response({"ok": True, "result": file})

    async def give(self, request: web.Request) -> web.Response:
        self.downloads += 1
        return web.Response(body=self.content, status=self.status)


@pytest.fixture
async def files(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[FileApi, Bot]]:
    monkeypatch.setattr(download_module, "_TRIES", 2)
    api = FileApi()
    application = web.Application()
    application.router.add_post(f"/bot{TOKEN}/getFile", api.get_file)
    application.router.add_get(f"/file/bot{TOKEN}/{{path:.*}}", api.give)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot = create_bot(TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}")
    yield api, bot
    await bot.session.close()
    await runner.cleanup()


async def test_a_file_is_downloaded(files: tuple[FileApi, Bot]) -> None:
    api, bot = files
    api.content = bytes(MAX_FILE_BYTES)
    assert await download(bot, "f") == api.content


async def test_a_download_that_grows_too_large_is_cut_off(files: tuple[FileApi, Bot]) -> None:
    api, bot = files
    api.content = bytes(MAX_FILE_BYTES + 1)
    with pytest.raises(FileTooLargeError):
        await download(bot, "f")
    api.is_too_big = True
    with pytest.raises(FileTooLargeError):
        await download(bot, "f")


async def test_a_failed_download_is_tried_again_and_never_tells_the_token(
    files: tuple[FileApi, Bot], caplog: pytest.LogCaptureFixture
) -> None:
    api, bot = files
    api.status = 502
    with pytest.raises(DownloadError) as caught:
        await download(bot, "f")
    assert api.downloads == 2
    assert TOKEN not in repr(caught.value)
    assert TOKEN not in caplog.text
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    await asyncio.sleep(0)
