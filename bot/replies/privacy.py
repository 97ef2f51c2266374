"""What is stored about a person, in words, and the buttons that erase it."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.i18n import Html, Translator, join_html
from bot.replies.keyboards import button
from domain.privacy import FileTraces, StoredCounts


class EraseAll(CallbackData, prefix="erase"):
    """The answer to the question of /deletedata."""

    is_sure: bool


class EraseFile(CallbackData, prefix="wipe"):
    """The answer to /myfile; `digest` is the file's SHA-256 in URL-safe base64 (43 characters)."""

    digest: str


class KeepFile(CallbackData, prefix="keep"):
    """The other answer to /myfile."""


def stored_list(translator: Translator, counts: StoredCounts) -> Html:
    lines = [
        translator.html(f"stored-{kind}", count=count)
        for kind, count in dict(counts).items()
        if count
    ]
    return join_html("\n", lines)


def erase_question(translator: Translator, counts: StoredCounts, *, is_sealed: bool) -> Html:
    if not counts.total:
        return translator.html("deletedata-question-nothing")
    return translator.html(
        "deletedata-question",
        list=stored_list(translator, counts),
        sealed="yes" if is_sealed else "no",
    )


def erased(translator: Translator, counts: StoredCounts) -> Html:
    if not counts.total:
        return translator.html("deletedata-done-nothing")
    return translator.html("deletedata-done", list=stored_list(translator, counts))


def traces(translator: Translator, found: FileTraces) -> Html:
    if not found.total:
        return translator.html("myfile-none")
    return translator.html("myfile-found", list=_trace_list(translator, found))


def traces_erased(translator: Translator, gone: FileTraces) -> Html:
    return translator.html("myfile-erased", list=_trace_list(translator, gone))


def _trace_list(translator: Translator, traces: FileTraces) -> Html:
    """Those of other people are not told apart: only how many there are."""
    lines = []
    if traces.analyses:
        facts = {"analyses": traces.analyses, "people": traces.people}
        lines.append(translator.html("myfile-analyses", **facts))
    if traces.cards:
        lines.append(translator.html("myfile-cards", count=traces.cards))
    if traces.task_ids:
        lines.append(translator.html("myfile-tasks", count=len(traces.task_ids)))
    return join_html("\n", lines)


def erase_keyboard(translator: Translator) -> InlineKeyboardMarkup:
    return _two(
        translator,
        ("button-deletedata-yes", EraseAll(is_sure=True)),
        ("button-deletedata-no", EraseAll(is_sure=False)),
    )


def erase_file_keyboard(translator: Translator, digest: str) -> InlineKeyboardMarkup:
    return _two(
        translator,
        ("button-myfile-erase", EraseFile(digest=digest)),
        ("button-myfile-keep", KeepFile()),
    )


def _two(translator: Translator, *buttons: tuple[str, CallbackData]) -> InlineKeyboardMarkup:
    rows = [[button(translator, key, data)] for key, data in buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows)
