"""Candidates side by side: ticked, drawn, and never of two kinds of score at once."""

import asyncio
from collections.abc import Sequence

from aiogram.methods import SendPhoto
from aiogram.types import Message

from bot.comparing import ComparisonSender
from bot.i18n import LANGUAGES, Locales
from bot.pictures.compare import draw_compare
from bot.replies.assessment import visible_units
from bot.replies.compare import compare_caption, compare_facts
from bot.replies.keyboards import CompareThese, ScoreAlikeThese
from bot.tasks.compare import CompareWork
from domain.analysis import Analysis
from domain.fields import FieldName
from domain.resume import Resume
from domain.work import Task
from tests.bot.chat import START, labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, analysis, assessment
from usecases.compare_candidates import CompareCandidates, compare

COOK = Resume(position="Повар", city="Орёл")


def text_of(message: Message) -> str:
    return message.text or message.caption or ""


def scored(
    probability: float = 0.126, *, model: str = "compact", resume: Resume = RESUME, **about: object
) -> Analysis:
    answer = assessment(**about)  # type: ignore[arg-type]
    identity = answer.score.model.model_copy(update={"name": model})
    score = answer.score.model_copy(update={"probability": probability, "model": identity})
    made = analysis(resume=resume)
    return made.model_copy(update={"assessment": answer.model_copy(update={"score": score})})


async def test_two_are_ticked_on_pages_and_drawn(desk: Desk) -> None:
    await desk.keeps(*(scored(0.1) for _ in range(6)), scored(0.3, resume=COOK))
    person = desk.person()
    page = await person.says("/compare")
    assert "отмечено 0 из 5" in text_of(page)
    ticked = await person.taps("1", page)
    assert ticked.message_id == page.message_id
    assert "отмечено 1 из 5" in text_of(ticked)
    assert "1 ✓" in labels(ticked)
    await person.taps("➡️")
    assert "⚖️ Сравнить (2)" in labels(await person.taps("7"))
    answer = await person.taps("Сравнить")
    assert answer.photo
    assert page.message_id not in desk.bot.shown
    for words in ("<b>A.</b> <b>72</b> · Повар · Орёл", "Впереди <b>A</b>", "20 п. п."):
        assert words in text_of(answer)
    assert "Демо-модель" in text_of(answer)


async def test_a_double_tap_ticks_once_and_a_tick_comes_off(desk: Desk) -> None:
    await desk.keeps(scored(), scored())
    person = desk.person()
    page = await person.says("/compare")
    await person.taps("1", page)
    assert "отмечено 1" in text_of(await person.taps("1", page))
    assert "отмечено 0" in text_of(await person.taps("1 ✓"))
    await person.taps("1")
    assert "отмечено 0" in text_of(await person.taps("Снять"))


async def test_a_sixth_is_refused(desk: Desk) -> None:
    await desk.keeps(*(scored() for _ in range(6)))
    person = desk.person("en")
    await person.says("/compare")
    for number in range(1, 7):
        page = await person.taps(str(number))
    assert "5 of 5 ticked" in text_of(page)
    assert any("No more than 5" in (toast or "") for toast in desk.bot.toasts)


async def test_ticks_outlive_a_search(desk: Desk) -> None:
    await desk.keeps(scored(resume=COOK), scored())
    person = desk.person()
    await person.says("/compare")
    await person.taps("1")
    found = await person.says("повар")
    assert "отмечено 1" in text_of(found)
    assert "⚖️ Сравнить (2)" in labels(await person.taps("1"))


async def test_the_history_leads_to_the_choice_and_back(desk: Desk) -> None:
    await desk.keeps(scored(), scored())
    person = desk.person()
    await person.says("/history")
    assert "отмечено 0" in text_of(await person.taps("Сравнить"))
    assert "Ваши оценки" in text_of(await person.taps("Закрыть"))


async def test_within_the_noise_is_a_tie(desk: Desk) -> None:
    await desk.keeps(scored(0.1, noise=0.05), scored(0.12, noise=0.05))
    answer = await press(desk, CompareThese.of([1, 2]).pack())
    assert "Наравне: <b>A, B</b>" in text_of(answer)


async def press(desk: Desk, data: str) -> Message:
    """Presses a button below some earlier message of the bot."""
    from aiogram.types import CallbackQuery, Update, User

    below = await desk.bot.send_message(1, "table")
    user = User(id=1, is_bot=False, first_name="P", language_code="ru")
    query = CallbackQuery(id="q1", from_user=user, chat_instance="c", message=below, data=data)
    await desk.dispatcher.feed_update(desk.bot, Update(update_id=1, callback_query=query))
    return desk.bot.last


async def test_scores_of_two_models_are_listed_but_not_drawn(desk: Desk) -> None:
    await desk.keeps(scored(0.1), scored(0.3, model="other"))
    answer = await press(desk, CompareThese.of([1, 2]).pack())
    assert not answer.photo
    assert "Оценки разных моделей" in text_of(answer)
    assert "Впереди" not in text_of(answer)
    assert labels(answer)[0] == "🔁 Пересчитать одинаково"
    status = await desk.person().taps("Пересчитать одинаково", answer)
    assert "Пересчитываю одинаково" in text_of(status)
    (task,) = desk.tasks.accepted
    assert (task.kind, task.payload["analysis_ids"]) == ("compare", [1, 2])
    await desk.person().taps("Пересчитать одинаково", answer)
    assert len(desk.tasks.accepted) == 1


async def test_scored_alike_they_are_drawn(desk: Desk) -> None:
    stored = await desk.keeps(scored(0.1), scored(0.3, model="other"), scored(0.2))
    loaded: asyncio.Future[object] = asyncio.get_running_loop().create_future()
    loaded.set_result(None)
    sender = ComparisonSender(desk.bot, CompareCandidates(desk.database.analyses))
    work = CompareWork(
        *(desk.bot, desk.database.tasks, desk.database.people, Alike([1, 3])),
        *(loaded, sender, desk.parts.locales),
    )
    await desk.database.people.meet(1)
    payload = {"origin": "alike:1", "analysis_ids": [1, 2]}
    about = {"chat_id": 1, "user_id": 1, "locale": "ru", "status_message_id": None}
    await work.run(
        Task(id=1, attempts=0, created_at=START, kind="compare", payload=payload, **about)
    )
    assert len(stored) == 3
    assert any(isinstance(call, SendPhoto) for call in desk.bot.calls)
    assert "сравнение ниже" in text_of(desk.bot.last)


class Alike:
    """Stands where scoring alike does."""

    def __init__(self, ids: list[int]) -> None:
        self._ids = ids

    async def __call__(
        self, user_id: int, analysis_ids: Sequence[int], hidden: tuple[FieldName, ...]
    ) -> Sequence[Analysis]:
        return [scored().model_copy(update={"id": one}) for one in self._ids]


async def test_forged_buttons_find_nothing(desk: Desk) -> None:
    await desk.keeps(scored().model_copy(update={"user_id": 2}), scored())
    for ids in ("1-2", "x--0-99999999999999999999", "2-2-2", ""):
        answer = await press(desk, f"cmp:{ids}")
        assert not answer.photo
    assert not any(isinstance(call, SendPhoto) for call in desk.bot.calls)


async def test_a_candidate_compares_nobody(desk: Desk) -> None:
    await desk.keeps(scored(), scored())
    await desk.settle(1, "candidate")
    assert not (await press(desk, CompareThese.of([1, 2]).pack())).photo


async def test_a_blind_comparison_shows_no_city(locales: Locales) -> None:
    comparison = compare([numbered(1, 0.1), numbered(2, 0.2)])
    for language in LANGUAGES:
        translator = locales[language]
        caption = compare_caption(translator, comparison, blind=True)
        facts = compare_facts(translator, comparison, blind=True)
        assert "Барнаул" not in caption + str(facts)
        assert translator.plain("field-city") not in facts.fields
        assert translator.plain("field-age") not in facts.fields
        assert "Барнаул" in compare_caption(translator, comparison, blind=False)


def numbered(number: int, probability: float, *, long: bool = False) -> Analysis:
    resume = RESUME.model_copy(update={"position": "Ведущий <инженер> & 😀 " * 40} if long else {})
    made = scored(probability, resume=resume, hidden=("city",) if number == 2 and long else ())
    name = "Иванова <Мария>" * 20 + ".pdf" if long else None
    return made.model_copy(update={"id": number, "file_name": name, "vacancy_id": number})


def test_a_lead_by_age_or_city_is_no_ground(locales: Locales) -> None:
    younger = numbered(1, 0.2)
    explanation = younger.assessment.explanation.model_copy(update={"contributions": {"age": 0.1}})
    answer = younger.assessment.model_copy(update={"explanation": explanation})
    comparison = compare([younger.model_copy(update={"assessment": answer}), numbered(2, 0.1)])
    assert "age" in comparison.reasons
    caption = compare_caption(locales["ru"], comparison, blind=False)
    assert "не основание для выбора" in caption
    assert "основание" not in compare_caption(locales["ru"], comparison, blind=True)


async def test_the_longest_caption_fits_a_picture(locales: Locales) -> None:
    wordy = compare([numbered(number, number / 10, long=True) for number in range(1, 6)])
    first = numbered(9, 0.9, long=True)
    by_age = {"contributions": {"age": 0.9, "city": 0.8}}
    explanation = first.assessment.explanation.model_copy(update=by_age)
    answer = first.assessment.model_copy(update={"explanation": explanation})
    others = [numbered(number, number / 10, long=True) for number in (1, 3, 4, 5)]
    alike = compare([first.model_copy(update={"assessment": answer}), *others])
    assert alike.reasons == ("age", "city")
    assert "hidden" in wordy.differences
    for language in LANGUAGES:
        assert visible_units(compare_caption(locales[language], wordy, blind=False)) <= 1024
        assert visible_units(compare_caption(locales[language], alike, blind=False)) <= 1024
    assert len(ScoreAlikeThese.of([9_999_999_999] * 5).pack().encode()) <= 64
    assert draw_compare(compare_facts(locales["ru"], alike, blind=False)).startswith(b"\x89PNG")
