"""A closed vacancy takes no more resumes, keeps its history, and is opened again."""

import pytest

from bot.dialogs.vacancy import actions
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import analysis
from tests.bot.vacancies import add, chosen, text_of


async def test_a_closed_one_takes_no_more_and_keeps_its_history(desk: Desk) -> None:
    cook = await add(desk, "Повар")
    await desk.database.people.set_vacancy(1, cook)
    await desk.keeps(analysis().model_copy(update={"vacancy_id": cook}))
    person = desk.person()
    await person.says("/vacancy")
    assert "Оценок для неё: 1" in text_of(await person.taps("Повар"))
    await person.taps("🔒 Закрыть")
    await person.taps("Нет")
    await person.taps("🔒 Закрыть")
    assert "Опишите вакансию" in text_of(await person.taps("Да"))
    assert await chosen(desk) is None
    await person.says("/history")
    await person.taps("Поиск")
    await person.taps("Все вакансии")
    assert "Найдено:</b> 1" in text_of(await person.taps("Повар"))


async def test_a_closed_one_is_opened_again(desk: Desk) -> None:
    cook = await add(desk, "Повар")
    person = desk.person()
    await person.says("/vacancy")
    assert "Закрытые" not in "".join(labels(desk.bot.last))
    await desk.database.vacancies.close(1, cook)
    assert "Закрытые (1)" in " ".join(labels(await person.says("/vacancy")))
    assert labels(await person.taps("Закрытые"))[0] == "Повар"
    closed = await person.taps("Повар")
    assert "закрыта" in text_of(closed)
    assert "Выбрать" not in "".join(labels(closed))
    opened = await person.taps("Открыть снова")
    assert "закрыта" not in text_of(opened)
    await person.taps("Выбрать")
    assert await chosen(desk) == cook
    assert labels(await person.taps("К списку"))[0] == "Повар ✓"


async def test_more_than_may_be_open_stay_closed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MAX_OPEN", 1)
    cook = await add(desk, "Повар")
    await desk.database.vacancies.close(1, cook)
    await add(desk, "Юрист")
    person = desk.person()
    await person.says("/vacancy")
    await person.taps("Закрытые")
    await person.taps("Повар")
    assert "закрыта" in text_of(await person.taps("Открыть снова"))
    assert any("Закройте те" in (toast or "") for toast in desk.bot.toasts)
    assert [one.title for one in await desk.database.vacancies.list_open(1)] == ["Юрист"]
