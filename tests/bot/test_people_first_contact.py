"""First contact: the consent, the role, and the gate before both."""

from datetime import UTC, datetime

import pytest
from aiogram.types import Document, Message

from bot.consent import TEXT_SHA256, VERSION, consent_text
from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.first_contact import page_text
from domain.person import ConsentKind, Person
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.newcomers import LONG, NEWCOMER, agrees

WORDS = {
    "ru": ("Согласен", "Я рекрутер", "Я кандидат", "Весь текст"),
    "en": ("I agree", "I'm a recruiter", "I'm a candidate", "Whole text"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_recruiter", [True, False])
async def test_one_message_leads_from_start_to_ready(
    desk: Desk, language: Language, is_recruiter: bool
) -> None:
    agree, recruiter, candidate, whole = WORDS[language]
    newcomer = desk.person(language, NEWCOMER)
    first = await newcomer.says("/start")
    assert labels(first)[0].endswith(agree)
    assert "152" in ((await newcomer.taps(whole)).text or "")
    await newcomer.taps(agree)
    last = await newcomer.taps(recruiter if is_recruiter else candidate)
    assert last.message_id == first.message_id
    assert len(desk.bot.shown) == 1
    assert "PDF, DOCX" in (last.text or "")
    person = await desk.database.people.find(NEWCOMER)
    assert person
    assert (person.role, person.language) == (
        "recruiter" if is_recruiter else "candidate",
        language,
    )
    receipts = await desk.database.people.consents(NEWCOMER)
    kinds: list[ConsentKind] = ["processing", "candidates"] if is_recruiter else ["processing"]
    assert [(one.kind, one.version, one.text_sha256, one.language) for one in receipts] == [
        (kind, VERSION, TEXT_SHA256[kind][language], language) for kind in kinds
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Старше 30 дней"), ("en", "older than 30 days")]
)
def test_the_brief_tells_how_long_where_the_owner_set_it(
    locales: Locales, language: Language, words: str
) -> None:
    now = datetime(2026, 11, 3, tzinfo=UTC)
    newcomer = Person(user_id=NEWCOMER, joined_at=now, seen_at=now)
    texts = [
        page_text(locales[language], "brief", newcomer, is_kept=False, retention_days=days)
        for days in (30, None)
    ]
    assert [words in text for text in texts] == [True, False]
    assert all("/mydata" in text and "/deletedata" in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_text_names_the_ways_to_know_and_to_erase(
    locales: Locales, language: Language
) -> None:
    text = consent_text(locales[language], "processing")
    assert all(command in text for command in ("/mydata", "/deletedata", "/myfile", "/settings"))


async def test_the_language_is_changed_right_there(desk: Desk) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    assert "Здравствуйте" in ((await newcomer.says("/start")).text or "")
    assert "Hello" in ((await newcomer.taps("English")).text or "")
    assert "Consent to" in ((await newcomer.taps("Whole text")).text or "")
    assert "Согласие на" in ((await newcomer.taps("Русский")).text or "")
    await newcomer.taps("English")
    await newcomer.taps("I agree")
    await newcomer.taps("candidate")
    assert "no such command" in ((await newcomer.says("/nothing")).text or "")


async def test_a_file_waits_for_the_consent_and_is_then_taken(desk: Desk) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    document = Document(file_id="f1", file_unique_id="u1", file_name="cv.pdf", file_size=10)
    asked = await newcomer.sends(document=document)
    assert asked.reply_to_message
    assert "Повторять ничего не нужно" in (asked.text or "")
    assert not desk.tasks.accepted
    status = await agrees(newcomer)
    assert "Скачиваю" in (status.text or "")
    assert "Беру то" in (desk.bot.shown[asked.message_id].text or "")
    assert [task.payload["file_id"] for task in desk.tasks.accepted] == ["f1"]
    await newcomer.taps("Согласен", asked)
    assert len(desk.tasks.accepted) == 1


async def test_an_album_is_asked_about_once_and_taken_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str | None] = []

    async def note(asked_by: int, message: Message) -> None:
        taken.append(message.document.file_id if message.document else None)

    newcomer = desk.person("ru", NEWCOMER)
    for number in range(3):
        file = f"f{number}"
        document = Document(file_id=file, file_unique_id=file, file_name="cv.pdf", file_size=10)
        await newcomer.sends(document=document, media_group_id="album")
    assert len(desk.bot.shown) == 1
    await newcomer.taps("Согласен")
    monkeypatch.setattr(type(desk.dispatcher["take_again"]), "__call__", staticmethod(note))
    await newcomer.taps("Я рекрутер")
    assert taken == ["f0", "f1", "f2"]


async def test_of_an_album_a_restart_keeps_the_first(desk: Desk) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    for number in range(2):
        file = f"f{number}"
        document = Document(file_id=file, file_unique_id=file, file_name="cv.pdf", file_size=10)
        asked = await newcomer.sends(document=document, media_group_id="album")
    again = desk.restarted().person("ru", NEWCOMER)
    await again.taps("Согласен", asked)
    await again.taps("Я рекрутер", desk.bot.shown[asked.message_id])
    assert "остальные пришлите" in (desk.bot.shown[asked.message_id].text or "")


async def test_a_pasted_text_and_a_command_wait_too(desk: Desk) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    pasted = await newcomer.says(LONG)
    command = await newcomer.says("/history")
    assert not desk.tasks.accepted
    assert "Читаю" in ((await agrees(newcomer, pasted)).text or "")
    assert "Оценок пока нет" in ((await newcomer.taps("Согласен", command)).text or "")


async def test_small_talk_is_not_taken_again(desk: Desk) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    asked = await newcomer.says("привет")
    assert asked.reply_to_message is None
    ready = await agrees(newcomer)
    assert ready.message_id == asked.message_id
    assert "Можно начинать" in (ready.text or "")


async def test_help_and_cancel_answer_before_the_consent(desk: Desk) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    assert "Как её понимать" in ((await newcomer.says("/help")).text or "")
    assert "Отменять нечего" in ((await newcomer.says("/cancel")).text or "")
    assert "согласие" in ((await newcomer.taps("Заполнить анкету")).text or "")


async def test_whoever_stopped_between_is_asked_for_the_role(desk: Desk) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    await newcomer.says("/start")
    await newcomer.taps("Согласен")
    asked = await newcomer.says(LONG)
    assert "Кто вы?" in (asked.text or "")
    assert "Читаю" in ((await newcomer.taps("Я кандидат")).text or "")


async def test_a_message_that_is_gone_is_no_obstacle(desk: Desk) -> None:
    newcomer = desk.person("ru", NEWCOMER)
    asked = await newcomer.says("/start")
    del desk.bot.shown[asked.message_id]
    again = await newcomer.taps("Согласен", asked)
    assert again.message_id != asked.message_id
    assert "Кто вы?" in (again.text or "")
