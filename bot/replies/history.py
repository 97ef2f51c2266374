"""The history as a list, and what is looked for in it, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from bot.replies.times import moment
from domain.history import HistoryLine
from domain.person import BLIND_FIELDS
from usecases.open_answer import Answer
from usecases.search_history import HistoryPage, HistorySearch

_POSITION_UNITS = 90
_CITY_UNITS = 40
_FILE_UNITS = 48
_TITLE_UNITS = 40
_WORDS_UNITS = 40
_LABEL_UNITS = 20


def history_text(
    translator: Translator,
    page: HistoryPage,
    search: HistorySearch,
    titles: Mapping[int, str],
    now: datetime,
    *,
    page_size: int,
) -> Html:
    """A page of the history, and how to open a line of it."""
    heading = translator.html("history-title", total=page.total)
    listed = lines_text(translator, heading, page, search, titles, now, page_size)
    footer = translator.html("history-open-hint") if page.found else Html("")
    return join_html("\n\n", [listed, footer])


def lines_text(
    translator: Translator,
    heading: Html,
    page: HistoryPage,
    search: HistorySearch,
    titles: Mapping[int, str],
    now: datetime,
    page_size: int,
) -> Html:
    """The heading, what is looked for, and the numbered lines of a page."""
    if not page.total:
        return translator.html("history-empty")
    top = [heading]
    if search.is_narrowed:
        top.append(search_line(translator, search, titles))
        top.append(translator.html("history-found", found=page.found))
    first = (page.page - 1) * page_size + 1
    lines = [
        line_text(translator, number, line, {} if search.vacancy_id else titles, now)
        for number, line in enumerate(page.lines, first)
    ]
    if not lines:
        lines = [widen_text(translator, search)]
    return join_html("\n\n", [join_html("\n", top), *lines])


def line_text(
    translator: Translator,
    number: int,
    line: HistoryLine,
    titles: Mapping[int, str],
    now: datetime,
) -> Html:
    """`1. 72 · Analyst · Tver`, and below it when, from which file and for which vacancy."""
    city = f" · {one_line(line.city, _CITY_UNITS)}" if line.city else ""
    facts = [moment(translator, line.created_at, now)]
    if line.file_name:
        facts.append(
            translator.html("history-line-file", name=one_line(line.file_name, _FILE_UNITS))
        )
    if line.vacancy_id is not None and line.vacancy_id in titles:
        title = one_line(titles[line.vacancy_id], _TITLE_UNITS)
        facts.append(translator.html("history-line-vacancy", title=title))
    return translator.html(
        "history-line",
        number=number,
        score=round(line.score),
        position=position_of(translator, line, _POSITION_UNITS) + city,
        facts=join_html(" · ", facts),
    )


def position_of(translator: Translator, line: HistoryLine, units: int) -> str:
    return one_line(line.position or translator.plain("history-no-position"), units)


def search_line(translator: Translator, search: HistorySearch, titles: Mapping[int, str]) -> Html:
    """`🔎 “analyst” · 📅 7 days · 📊 70 and more · 💼 Bank`."""
    return join_html(" · ", list(_conditions(translator, search, titles)))


def _conditions(
    translator: Translator, search: HistorySearch, titles: Mapping[int, str]
) -> Sequence[Html]:
    found = []
    if search.words:
        words = one_line(search.words, _WORDS_UNITS)
        found.append(translator.html("history-filter-words", words=words))
    if search.period:
        found.append(translator.html(f"history-filter-{search.period}"))
    if search.band:
        found.append(translator.html(f"history-filter-{search.band}"))
    if search.vacancy_id:
        title = titles.get(search.vacancy_id) or translator.plain("history-vacancy-gone")
        title = one_line(title, _TITLE_UNITS)
        found.append(translator.html("history-filter-vacancy", title=title))
    return found


def widen_text(translator: Translator, search: HistorySearch) -> Html:
    """How to find more, by what narrows the search."""
    tips = [translator.html("history-nothing")]
    if search.words:
        tips.append(translator.html("history-widen-words"))
    if search.period or search.band or search.vacancy_id:
        tips.append(translator.html("history-widen-filters"))
    return join_html("\n", tips)


def without_blind_fields(answer: Answer) -> Answer:
    """The answer as a blind recruiter sees it: a correction tells no age and no city."""
    nothing: dict[str, Any] = dict.fromkeys(BLIND_FIELDS)
    resume = answer.analysis.resume.model_copy(update=nothing)
    analysis = answer.analysis.model_copy(update={"resume": resume})
    earlier = answer.earlier
    if earlier is not None:
        resume = earlier.resume.model_copy(update=nothing)
        earlier = earlier.model_copy(update={"resume": resume})
    return replace(answer, analysis=analysis, earlier=earlier)


def title_label(title: str) -> str:
    """A vacancy's title within a button."""
    return one_line(title, _LABEL_UNITS)
