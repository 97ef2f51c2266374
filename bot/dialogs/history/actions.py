"""What the history's buttons do."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Select

from bot.answering import AnswerSender
from bot.dialogs.draft import Draft
from bot.dialogs.history.searching import keep_search, search_of
from bot.dialogs.opening import open_card
from bot.dialogs.states import Compare, History
from bot.i18n import Translator
from bot.replies.answer_buttons import WORDS, Word
from bot.tasks.rescoring import accept_again
from bot.tasks.runner import TaskRunner
from domain.errors import AnalysisNotFoundError
from domain.person import Person
from domain.score import ModelIdentity
from usecases.delete_analysis import DeleteAnalysis
from usecases.open_analysis import OpenAnalysis
from usecases.rate_answer import RateAnswer
from usecases.record_interview import RecordInterview
from usecases.search_history import HistorySearch

LiveModel = Callable[[], ModelIdentity | None]
"""None while no model is loaded yet."""


async def begin(start_data: dict[str, Any] | None, manager: DialogManager) -> None:
    search = HistorySearch.model_validate(start_data or {})
    manager.dialog_data.update(page=1, search=search.dump())


async def open_answer(
    query: CallbackQuery, _: "Select[int]", manager: DialogManager, analysis_id: int
) -> None:
    open_analysis: OpenAnalysis = manager.middleware_data["open_analysis"]
    await open_analysis(query.from_user.id, analysis_id)
    manager.dialog_data["analysis_id"] = analysis_id
    await manager.switch_to(History.answer)


async def widen(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    keep_search(manager, search_of(manager).widened())
    await manager.switch_to(History.pages)


async def compare(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Compare.pick, search_of(manager).dump())


async def edit_again(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    open_analysis: OpenAnalysis = manager.middleware_data["open_analysis"]
    analysis = await open_analysis(query.from_user.id, manager.dialog_data["analysis_id"])
    await open_card(manager, Draft.from_analysis(analysis))


async def score_again(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """With the model that is live now; the first answer stays as it is."""
    translator: Translator = manager.middleware_data["translator"]
    tasks: TaskRunner = manager.middleware_data["tasks"]
    person: Person = manager.middleware_data["person"]
    open_analysis: OpenAnalysis = manager.middleware_data["open_analysis"]
    analysis = await open_analysis(query.from_user.id, manager.dialog_data["analysis_id"])
    draft = Draft.from_analysis(analysis)
    live_model: LiveModel = manager.middleware_data["live_model"]
    hidden = person.hidden_fields
    is_new = await accept_again(tasks, query, translator, draft, hidden, live_model())
    key = "history-scoring-again" if is_new else "history-scored-again"
    await query.answer(translator.plain(key))
    manager.show_mode = ShowMode.NO_UPDATE


async def with_picture(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The answer as it came at first, with all that can be done with it, as a new message."""
    send_answer: AnswerSender = manager.middleware_data["send_answer"]
    translator: Translator = manager.middleware_data["translator"]
    await query.answer()
    user_id, analysis_id = query.from_user.id, manager.dialog_data["analysis_id"]
    await send_answer(user_id, user_id, translator.language, analysis_id)
    manager.show_mode = ShowMode.NO_UPDATE


async def rate(query: CallbackQuery, _: "Select[str]", manager: DialogManager, word: Word) -> None:
    """The button names what it says, so a double tap says it once."""
    rate_answer: RateAnswer = manager.middleware_data["rate_answer"]
    await rate_answer(query.from_user.id, manager.dialog_data["analysis_id"], WORDS[word])


async def tell_interview(
    query: CallbackQuery, _: "Select[str]", manager: DialogManager, word: Word
) -> None:
    record_interview: RecordInterview = manager.middleware_data["record_interview"]
    await record_interview(query.from_user.id, manager.dialog_data["analysis_id"], WORDS[word])
    await manager.switch_to(History.answer)


async def delete(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    translator: Translator = manager.middleware_data["translator"]
    delete_analysis: DeleteAnalysis = manager.middleware_data["delete_analysis"]
    with suppress(AnalysisNotFoundError):  # deleted before: what was wanted is so
        await delete_analysis(query.from_user.id, manager.dialog_data["analysis_id"])
    await query.answer(translator.plain("history-deleted"))
    await manager.switch_to(History.pages)
