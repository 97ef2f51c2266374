"""A link is explained as a link, whatever window is open, and the window stays."""

import pytest

from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, analysis

LINK = "https://hh.ru/resume/1"


@pytest.mark.parametrize("command", ["/history", "/compare", "/settings", "/vacancy"])
async def test_a_link_is_no_search_and_no_stray_word(desk: Desk, command: str) -> None:
    await desk.keeps(analysis(), analysis())
    person = desk.person()
    window = await person.says(command)
    hint = await person.says(LINK)
    assert "Ссылки я не открываю" in (hint.text or "")
    assert desk.bot.shown[window.message_id] == window
    assert not desk.tasks.accepted


async def test_a_link_beside_a_card_is_explained(desk: Desk) -> None:
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, Draft(resume=RESUME, source="form"))
    card = desk.bot.last
    person = desk.person()
    for words in (LINK, "вот: HH.ru/resume/1"):
        assert "Ссылки я не открываю" in ((await person.says(words)).text or "")
    assert desk.bot.shown[card.message_id] == card
    assert "Ссылки" not in ((await person.says("Барнаул")).text or "")
