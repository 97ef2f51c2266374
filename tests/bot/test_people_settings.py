"""/settings: every choice is changed in one message, also after a restart."""

import pytest

from bot.i18n import LANGUAGES, Language
from domain.vacancy import NewVacancy
from tests.bot.chat import labels
from tests.bot.conftest import Desk

LONG = "Опыт работы. " * 40


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_overview_shows_what_was_chosen(desk: Desk, language: Language) -> None:
    vacancy = await desk.database.vacancies.add(NewVacancy(user_id=2, title="<b>Аналитик"))
    await desk.database.people.set_vacancy(2, vacancy.id)
    text = (await desk.person(language, 2).says("/settings")).text or ""
    words = {
        "ru": ("Язык: русский", "рекрутер", "&lt;b&gt;Аналитик", "03.11.2026, версия 2"),
        "en": ("Language: English", "recruiter", "&lt;b&gt;Аналитик", "03.11.2026, version 2"),
    }
    for word in words[language]:
        assert word in text


async def test_the_language_changes_in_the_same_message(desk: Desk) -> None:
    person = desk.person("ru", 2)
    shown = await person.says("/settings")
    changed = await person.taps("English")
    assert changed.message_id == shown.message_id
    assert "Settings" in (changed.text or "")
    assert "There is no such command" in ((await person.says("/nosuch")).text or "")
    await desk.restarted().person("ru", 2).taps("Русский", changed)
    assert any("Настройки" in (message.text or "") for message in desk.bot.shown.values())


async def test_the_role_changes_with_the_candidates_consent(desk: Desk) -> None:
    await desk.settle(2, "candidate")
    await desk.database.people.withdraw(2, "candidates")
    person = desk.person("ru", 2)
    shown = await person.says("/settings")
    assert not any("Вакансия" in label for label in labels(shown))
    question = await person.taps("Роль")
    assert "кандидаты, чьи резюме" in (question.text or "")
    changed = await person.taps("Я рекрутер")
    assert changed.message_id == shown.message_id
    assert "Роль: рекрутер" in (changed.text or "")
    receipts = await desk.database.people.consents(2)
    assert [one.kind for one in receipts if one.withdrawn_at is None] == [
        "processing",
        "candidates",
    ]
    await person.taps("Роль")
    assert "Роль: кандидат" in ((await person.taps("Я кандидат")).text or "")


async def test_blind_mode_is_switched(desk: Desk) -> None:
    person = desk.person("ru", 2)
    assert "выключен" in ((await person.says("/settings")).text or "")
    assert "включён" in ((await person.taps("Включить слепой")).text or "")
    stored = await desk.database.people.find(2)
    assert stored
    assert stored.hidden_fields == ("age", "city")
    assert "выключен" in ((await person.taps("Выключить слепой")).text or "")


async def test_vacancies_open_in_the_same_message_and_lead_back(desk: Desk) -> None:
    person = desk.person("ru", 2)
    shown = await person.says("/settings")
    vacancies = await person.taps("Вакансия")
    assert vacancies.message_id == shown.message_id
    assert "Настройки" in ((await person.taps("Закрыть")).text or "")


async def test_a_withdrawn_consent_stops_the_bot_and_erases_drafts(desk: Desk) -> None:
    await desk.keeps()
    person = desk.person("ru", 1)
    await person.says("/score")
    shown = await person.says("/settings")
    await person.taps("Согласие")
    await person.taps("Отозвать")
    said = await person.taps("Да, отозвать")
    assert said.message_id == shown.message_id
    assert "отозвано" in (said.text or "")
    assert not labels(said)
    assert desk.tasks.cancelled == 1
    asked = await person.says(LONG)
    assert "нужно ваше согласие" in (asked.text or "")
    assert not desk.tasks.accepted
    assert "Согласия нет" in ((await person.says("/settings")).text or "")
    assert await desk.database.analyses.count(1) == 1


async def test_the_consent_is_given_again_in_the_settings(desk: Desk) -> None:
    person = desk.person("ru", 60)
    await person.says("/settings")
    await person.taps("Согласие")
    question = await person.taps("Согласен")
    assert "Кто вы?" in (question.text or "")
    ready = await person.taps("Я кандидат")
    assert "Роль: кандидат" in (ready.text or "")
    assert "Оценок пока нет" in ((await person.says("/history")).text or "")


async def test_the_consent_may_be_kept(desk: Desk) -> None:
    person = desk.person("en", 2)
    await person.says("/settings")
    consent = await person.taps("Consent")
    assert "152-FZ" in (consent.text or "")
    await person.taps("Withdraw")
    assert "You agreed on" in ((await person.taps("No, keep")).text or "")
    assert len(desk.bot.shown) == 1
