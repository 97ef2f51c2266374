"""A batch in words: how far it is, the table, and what has no score."""

from dataclasses import dataclass
from typing import Final

from aiogram.types import InlineKeyboardMarkup

from bot.i18n import Html, Translator, join_html
from bot.replies.batch_buttons import failures_keyboard, table_keyboard
from bot.replies.cutting import one_line
from bot.replies.failures import failure_text
from domain.batch import BatchItem
from usecases.batches.progress import BatchProgress
from usecases.batches.rank import RankedCandidate
from usecases.batches.result import BatchResult, FailedFile

CANDIDATES_ON_A_PAGE: Final = 10
FAILURES_ON_A_PAGE: Final = 6
_POSITION_UNITS: Final = 40
_CITY_UNITS: Final = 20
_NAME_UNITS: Final = 50
_TITLE_UNITS: Final = 60
_BAR_CELLS: Final = 10


@dataclass(frozen=True)
class Page:
    """What a message of the batch shows."""

    text: Html
    keyboard: InlineKeyboardMarkup


def progress_text(
    translator: Translator, progress: BatchProgress | None, *, is_model_loading: bool
) -> Html:
    if progress is None:
        return translator.html("batch-progress-opening")
    lines = [
        translator.html("batch-progress-title", count=progress.total),
        Html(_share(progress)),
        translator.html("batch-progress-read", done=progress.read, total=progress.total),
        translator.html("batch-progress-scored", done=progress.scored),
    ]
    for key, count in (
        ("batch-progress-failed", progress.failed),
        ("batch-progress-duplicates", progress.duplicates),
    ):
        if count:
            lines.append(translator.html(key, count=count))
    if is_model_loading:
        lines.append(translator.html("batch-progress-model"))
    note = translator.html("batch-progress-note")
    return join_html("\n\n", [join_html("\n", lines), note])


def _share(progress: BatchProgress) -> str:
    """Reading and scoring are half of the way each."""
    ended = progress.scored + progress.failed + progress.duplicates
    filled = _BAR_CELLS * (progress.read + ended) // (2 * max(1, progress.total))
    return "▰" * filled + "▱" * (_BAR_CELLS - filled)


def table_page(translator: Translator, result: BatchResult, number: int) -> Page:
    """The page asked for, or the nearest there is."""
    pages = max(1, -(-len(result.candidates) // CANDIDATES_ON_A_PAGE))
    number = min(max(number, 1), pages)
    first = (number - 1) * CANDIDATES_ON_A_PAGE
    shown = result.candidates[first : first + CANDIDATES_ON_A_PAGE]
    rows = join_html("\n", [_row(translator, result, one) for one in shown])
    paging = Html("")
    if pages > 1:
        paging = translator.html("batch-page", page=number, pages=pages)
    blocks = [_heading(translator, result), rows, _notes(translator, result), paging]
    keyboard = table_keyboard(translator, result, shown, number, pages)
    return Page(join_html("\n\n", blocks), keyboard)


def failures_page(translator: Translator, result: BatchResult, number: int) -> Page:
    pages = max(1, -(-len(result.failures) // FAILURES_ON_A_PAGE))
    number = min(max(number, 1), pages)
    first = (number - 1) * FAILURES_ON_A_PAGE
    shown = result.failures[first : first + FAILURES_ON_A_PAGE]
    blocks = [translator.html("batch-failures-title", count=len(result.failures))]
    blocks += [_failed(translator, one) for one in shown]
    if pages > 1:
        blocks.append(translator.html("batch-page", page=number, pages=pages))
    keyboard = failures_keyboard(translator, result.batch.id, number, pages)
    return Page(join_html("\n\n", blocks), keyboard)


def ready_text(translator: Translator, result: BatchResult) -> Html:
    if not result.candidates:
        return translator.html("batch-ready-none")
    count, failed = len(result.candidates), len(result.failures)
    return translator.html("batch-ready", count=count, failed=failed)


def _heading(translator: Translator, result: BatchResult) -> Html:
    title = "batch-title" if result.candidates else "batch-title-none"
    if result.batch.state == "cancelled":
        title = "batch-title-stopped"
    counted = {} if title == "batch-title-none" else {"count": len(result.candidates)}
    lines = [translator.html(title, **counted)]
    if result.vacancy:
        name = one_line(result.vacancy.title, _TITLE_UNITS)
        lines.append(translator.html("batch-vacancy", title=name))
    for key, count in (
        ("batch-merged", result.merged),
        ("batch-failed-count", len(result.failures)),
        ("batch-unfinished", result.unfinished),
    ):
        if count:
            lines.append(translator.html(key, count=count))
    return join_html("\n", lines)


def _row(translator: Translator, result: BatchResult, candidate: RankedCandidate) -> Html:
    resume = candidate.analysis.resume
    position = resume.position or translator.plain("batch-no-position")
    about = [one_line(position, _POSITION_UNITS)]
    if resume.city and "city" not in result.hidden:
        about.append(one_line(resume.city, _CITY_UNITS))
    tie = Html("")
    if candidate.is_tied:
        tie = translator.html("batch-row-tie", best=candidate.best, worst=candidate.worst)
    row = translator.html(
        "batch-row",
        number=candidate.number,
        score=round(candidate.analysis.assessment.score.score),
        about=" · ".join(about),
        tie=tie,
    )
    return join_html("\n", [row, _file(translator, candidate)])


def _file(translator: Translator, candidate: RankedCandidate) -> Html:
    name = translator.html("batch-row-file", name=shown_name(translator, candidate.item))
    if not candidate.repeats:
        return name
    return Html(name + translator.html("batch-row-more", count=len(candidate.repeats)))


def shown_name(translator: Translator, item: BatchItem) -> str:
    name = one_line(item.file_name or "", _NAME_UNITS)
    return name or translator.plain("batch-no-name")


def _notes(translator: Translator, result: BatchResult) -> Html:
    if not result.candidates:
        return Html("")
    lines = []
    if any(candidate.is_tied for candidate in result.candidates):
        lines.append(translator.html("batch-ties"))
    if result.batch.hidden:
        fields = [translator.html(f"field-{field}") for field in result.batch.hidden]
        lines.append(translator.html("batch-hidden", fields=join_html(", ", fields)))
    if any(one.analysis.assessment.score.model.is_demo for one in result.candidates):
        lines.append(translator.html("batch-demo"))
    lines.append(translator.html("batch-hint"))
    return join_html("\n", lines)


def _failed(translator: Translator, failed: FailedFile) -> Html:
    name = Html(translator.html("value-text", text=shown_name(translator, failed.item)))
    if failed.repeats:
        name = Html(name + translator.html("batch-row-more", count=len(failed.repeats)))
    failure = failed.item.failure
    reason = failure_text(translator, failure) if failure else Html("")
    return translator.html("batch-failure", name=name, reason=reason)
