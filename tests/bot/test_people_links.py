"""Deep links: to a vacancy of one's own, and to nothing else."""

import pytest
from aiogram.types import (
    Chat,
    Message,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.deep_links import payload_of, vacancy_id_of
from domain.vacancy import NewVacancy
from tests.bot.chat import START
from tests.bot.conftest import Desk

STRANGER = 60


async def test_a_link_opens_the_recruiters_own_vacancy(desk: Desk) -> None:
    vacancy = await desk.database.vacancies.add(NewVacancy(user_id=2, title="Аналитик"))
    link = f"/start vacancy_{vacancy.id}"
    assert "Аналитик" in ((await desk.person("ru", 2).says(link)).text or "")
    assert "Можно начинать" in ((await desk.person("ru", 3).says(link)).text or "")
    await desk.settle(2, "candidate")
    assert "Можно начинать" in ((await desk.person("ru", 2).says(link)).text or "")


async def test_a_link_waits_for_the_consent(desk: Desk) -> None:
    vacancy = await desk.database.vacancies.add(NewVacancy(user_id=STRANGER, title="Аналитик"))
    newcomer = desk.person("ru", STRANGER)
    asked = await newcomer.says(f"/start vacancy_{vacancy.id}")
    assert asked.reply_to_message
    await newcomer.taps("Согласен")
    assert "Аналитик" in ((await newcomer.taps("Я рекрутер")).text or "")


@pytest.mark.parametrize(
    "payload", ["vacancy_", "vacancy_-1", "vacancy_1e9", "vacancy_" + "9" * 40, "<b>", "a b", "я"]
)
async def test_a_hostile_link_is_a_plain_start(desk: Desk, payload: str) -> None:
    assert "Можно начинать" in ((await desk.person().says(f"/start {payload}")).text or "")


@given(st.text(max_size=80))
def test_a_payload_is_what_telegram_allows_or_nothing(text: str) -> None:
    message = Message(
        message_id=1, date=START, chat=Chat(id=1, type="private"), text=f"/start {text}"
    )
    payload = payload_of(message)
    if payload is not None:
        assert len(payload) <= 64
        assert payload.isascii()
        assert payload == text.strip()
    found = vacancy_id_of(payload)
    assert found is None or 0 <= found < 10**15
