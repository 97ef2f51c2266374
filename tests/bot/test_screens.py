"""What is drawn of the bot for the docs: the diagram is up to date, the pages are whole."""

import asyncio
import re

import pytest
from aiogram.fsm.state import State
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Const

from bot.dialogs.states import Card, Form
from bot.i18n import LANGUAGES, Language, Locales
from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from sandbox.telegram.formatted_text import FormattedText
from sandbox.telegram.messages import Content, SendingOptions
from tests.bot.conftest import Desk
from tests.bot.windows import STATES
from tests.screens.calls import name_of
from tests.screens.diagram import DIALOGS_FILE, bot_dialogs, draw_dialogs, openings_of
from tests.screens.frames import Frame
from tests.screens.page import draw_page
from tests.screens.talks import TalkRecorder
from tests.screens.texts import texts_by_file
from tests.screens.transitions import Way, ways_of


def test_the_diagram_is_up_to_date(desk: Desk) -> None:
    drawn = draw_dialogs(desk.dispatcher)
    assert DIALOGS_FILE.read_text(encoding="utf-8") == drawn, "run: python -m tests.screens"


def test_every_window_can_be_reached_and_left(desk: Desk) -> None:
    ways = ways_of(bot_dialogs(desk.dispatcher))
    reached = {way.to for way in [*ways, *openings_of(desk.dispatcher)]}
    left = {way.origin for way in ways}
    assert [name_of(one) for one in STATES if name_of(one) not in reached] == []
    assert [name_of(one) for one in STATES if name_of(one) not in left] == []


async def _go(_: object, __: object, manager: DialogManager) -> None:
    await _further(manager, Card.edit)


async def _further(manager: DialogManager, state: State) -> None:
    await manager.start(Form.question if state else Card.view)
    await manager.done()


def test_ways_are_found_in_widgets_and_behind_functions() -> None:
    _go.__module__ = _further.__module__ = "bot.made_up"
    dialog = Dialog(
        Window(
            Const("x"),
            SwitchTo(Const("a"), id="a", state=Card.edit),
            Button(Const("b"), id="b", on_click=_go),
            state=Card.view,
        ),
    )
    assert ways_of([dialog]) == [
        Way("Card.view", "", "done"),
        Way("Card.view", "Card.edit", "switch"),
        Way("Card.view", "Form.question", "start"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_drawn_with_its_forms(language: Language, locales: Locales) -> None:
    frames = [one for some in texts_by_file(locales[language]).values() for one in some]
    assert {frame.about for frame in frames} == locales.keys
    doubtful = [frame.html for frame in frames if frame.about == "card-doubtful"]
    assert len(doubtful) >= (3 if language == "ru" else 2)


def test_a_page_needs_nothing_else_and_is_escaped() -> None:
    frame = Frame("<i>", "<b>safe</b>", [["<u>"]])
    page = draw_page("ru", {"<s>": [frame]})
    assert "<i>" not in page
    assert "<u>" not in page
    assert "<s>" not in page
    assert "<b>safe</b>" in page
    assert not re.search(r"<script|<link|src=|https?://", page)


async def test_talks_are_kept_by_language_with_their_edits() -> None:
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        recorder = TalkRecorder(server.telegram)
        async with recorder.recording():
            recorder.begin("test_the_greeting[ru]")
            await client.send_text("Привет <b>")
            chat = server.telegram.chats[1]
            options, text = SendingOptions(), FormattedText("reading")
            await server.telegram.send(chat, Content(text), options)
            await server.telegram.edit(chat, chat.messages[2], Content(FormattedText("done")))
            await asyncio.sleep(0.1)
        frames = recorder.talks("ru")["The greeting"]
    seen = [(one.html, one.is_ours) for one in frames]
    assert (seen[0], seen[-1]) == (("Привет &lt;b&gt;", True), ("done", False))
    assert not recorder.talks("en")
