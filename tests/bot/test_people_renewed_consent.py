"""A text of consent that has changed, and what answers before it is agreed to."""

import pytest
from aiogram.types import InlineQuery, Update, User

from bot.consent import TEXT_SHA256, VERSION, consent_text, text_sha256
from bot.i18n import LANGUAGES, Language, Locales
from domain.person import ConsentKind
from tests.bot.conftest import Desk
from tests.bot.newcomers import LONG, NEWCOMER, agrees


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["processing", "candidates"])
def test_a_changed_text_needs_a_new_version(
    locales: Locales, kind: ConsentKind, language: Language
) -> None:
    """Whoever changes a text raises bot.consent.VERSION, so that everybody is asked again."""
    assert VERSION == "2"
    assert text_sha256(consent_text(locales[language], kind)) == TEXT_SHA256[kind][language]


def raise_version(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("consent", "choices", "handlers.first_contact", "replies.first_contact"):
        monkeypatch.setattr(f"bot.{module}.VERSION", "3")


async def test_a_new_version_asks_everybody_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = desk.person()
    shown = await person.says("/start")
    raise_version(monkeypatch)
    asked = await person.says(LONG)
    assert "изменился" in (asked.text or "")
    assert not desk.tasks.accepted
    await agrees(person)
    assert len(desk.tasks.accepted) == 1
    assert shown.message_id in desk.bot.shown
    kinds = [(one.kind, one.version) for one in await desk.database.people.consents(1)]
    assert kinds[2:] == [("processing", "3"), ("candidates", "3")]


async def test_a_button_of_an_older_text_shows_the_newest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    asked = await newcomer.says("/start")
    await newcomer.taps("Весь текст")
    raise_version(monkeypatch)
    again = await newcomer.taps("Согласен")
    assert again.message_id == asked.message_id
    assert await desk.database.people.consents(NEWCOMER) == []
    await newcomer.taps("Согласен")
    assert len(await desk.database.people.consents(NEWCOMER)) == 1


BEFORE_THE_GATE = {
    "errors",
    "membership",
    "groups",
    "first_contact",
    "start",
    "help",
    "cancel",
    "settings",
    "privacy",
    "my_file",
}
"""The last two are a person's rights over what is stored, which need no consent."""


def test_nothing_else_answers_before_the_consent(desk: Desk) -> None:
    names = [router.name for router in desk.dispatcher.sub_routers[0].sub_routers]
    assert set(names[: names.index("gate")]) <= BEFORE_THE_GATE


async def test_inline_mode_finds_nothing_before_the_consent(desk: Desk) -> None:
    user = User(id=NEWCOMER, is_bot=False, first_name="P", language_code="en")
    query = InlineQuery(id="1", from_user=user, query="1", offset="")
    await desk.dispatcher.feed_update(desk.bot, Update(update_id=9, inline_query=query))
    assert desk.bot.calls[-1].results == []  # type: ignore[attr-defined]
