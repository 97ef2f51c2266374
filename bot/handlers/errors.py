"""Every error as words for the person, in one place.

The keys are the error classes of the domain; a test proves that none is missing. What is not
ours gets a polite text and an incident id, under which the log has the trace.
"""

import logging
import secrets
from collections.abc import Mapping
from typing import Final

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import CallbackQuery, ErrorEvent
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import DialogsError, UnknownIntent
from aiogram_dialog.utils import remove_intent_id

from bot.faults import PASSING_FAULTS
from bot.i18n import Html, Translator
from bot.replies.keyboards import start_keyboard
from bot.tasks.accepting import card_origin
from bot.tasks.download import DownloadError
from bot.tasks.runner import TaskRunner
from domain import errors

_BYTES_PER_MEGABYTE = 1024 * 1024
_ARCHIVES: Final = frozenset(
    {
        *("application/zip", "application/vnd.rar"),
        *("application/x-7z-compressed", "application/gzip"),
    }
)
_log = logging.getLogger(__name__)

ERROR_KEYS: Final[Mapping[type[errors.ResumeExpertiseError], str]] = {
    errors.UnsupportedFileError: "error-unsupported",
    errors.FileTooLargeError: "error-too-large",
    errors.EncryptedFileError: "error-encrypted",
    errors.DamagedFileError: "error-damaged",
    errors.EmptyDocumentError: "error-empty",
    errors.NotAResumeError: "error-not-a-resume",
    errors.ReadingTimeoutError: "error-timeout",
    errors.TooComplexError: "error-too-complex",
    errors.InvalidAnswerError: "error-invalid-answer",
    errors.BundleNotFoundError: "error-bundle",
    errors.BundleMismatchError: "error-bundle",
    errors.BundleUnavailableError: "error-bundle",
    errors.RemoteCodeRefusedError: "error-bundle",
    errors.ModelTooLargeError: "error-bundle",
    errors.HubUnreachableError: "error-bundle",
    errors.DiskFullError: "error-bundle",
    errors.BundleNotLoadedError: "error-bundle",
    errors.BundleInUseError: "error-bundle",
    errors.BundleWorseError: "error-bundle",
    errors.QueueFullError: "error-queue-full",
    errors.TooManyFilesAnHourError: "error-too-many-files-an-hour",
    errors.TooManyFilesError: "error-too-many-files",
    errors.ScoringFailedError: "error-scoring-failed",
    errors.ActRefusedError: "error-act-refused",
    errors.NothingToScoreError: "error-nothing-to-score",
    errors.AnalysisNotFoundError: "error-analysis-not-found",
    errors.VacancyNotFoundError: "error-vacancy-not-found",
    errors.ContestNotFoundError: "error-contest-not-found",
    errors.ContestDecidedError: "error-contest-decided",
    errors.SealBrokenError: "error-storage",
    errors.TaskClosedError: "error-task-closed",
    errors.DatabaseBusyError: "error-storage",
    errors.DatabaseTooNewError: "error-storage",
    errors.DatabaseUnavailableError: "error-storage",
    errors.FileUnavailableError: "error-download",
    DownloadError: "error-download",
    errors.BatchNotFoundError: "error-batch-not-found",
}
_SERIOUS = (errors.BundleError, errors.StorageError, errors.ScoringFailedError)


def error_text(translator: Translator, error: BaseException) -> Html:
    """What the person reads; an error that is not ours is logged under an incident id."""
    key = ERROR_KEYS.get(type(error))  # type: ignore[arg-type]  # another type just is not there
    if key is None:
        incident = secrets.token_hex(4)
        _log.error("incident %s", incident, exc_info=error)
        return translator.html("error-unexpected", incident=incident)
    if isinstance(error, _SERIOUS):
        _log.error("told a person about %s", error)
    return translator.html(key, **_facts(error))


def _facts(error: BaseException) -> dict[str, object]:
    facts: dict[str, object] = {
        name: value for name, value in vars(error).items() if isinstance(value, str | int | float)
    }
    if isinstance(error, errors.FileTooLargeError):
        facts["megabytes"] = round(error.limit_bytes / _BYTES_PER_MEGABYTE)
    if isinstance(error, errors.UnsupportedFileError):
        facts["kind"] = "archive" if error.media_type in _ARCHIVES else "other"
    if isinstance(error, errors.EmptyDocumentError):
        facts["ocr"] = "yes" if error.ocr_available else "no"
    return facts


def errors_router() -> Router:
    router = Router(name="errors")
    router.error.register(tell_error)
    return router


async def tell_error(
    event: ErrorEvent,
    translator: Translator,
    tasks: TaskRunner,
    dialog_manager: DialogManager | None = None,
) -> object:
    """Says what went wrong, where there is somebody to tell."""
    query, error = event.update.callback_query, event.exception
    if isinstance(error, UnknownIntent) and dialog_manager and not query:
        await dialog_manager.reset_stack()
    if query and isinstance(error, DialogsError):
        await _explain_old_button(query, translator, tasks, dialog_manager)
        return None
    if isinstance(error, PASSING_FAULTS):
        return UNHANDLED  # the update is tried again
    if isinstance(error, TelegramForbiddenError):
        return None  # the person has blocked the bot
    message = event.update.message or (query and query.message)
    if message is None:
        return UNHANDLED
    text = error_text(translator, error)
    if query:
        await query.answer()
    await message.answer(text)
    return None


async def _explain_old_button(
    query: CallbackQuery,
    translator: Translator,
    tasks: TaskRunner,
    dialog_manager: DialogManager | None,
) -> None:
    """A button of a closed dialog leads to the dialog that is open now, or to a new beginning."""
    card_id, _ = remove_intent_id(query.data or "")
    if card_id and tasks.has_accepted(query.from_user.id, card_origin(card_id)):
        await query.answer(translator.plain("hint-being-scored"))
        return
    await query.answer(translator.plain("error-old-button"))
    if dialog_manager is not None and dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    elif query.message:
        await query.message.answer(
            translator.html("hint-start"), reply_markup=start_keyboard(translator)
        )
