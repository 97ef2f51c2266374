"""The bot's statistics: a picture's facts, a caption, and the buttons of the periods."""

from collections.abc import Sequence
from typing import Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.i18n import Html, Translator, join_html
from bot.pictures.lettering import number
from bot.pictures.statistics import Panel, Series, StatisticsFacts
from bot.replies.answer_picture import decimal_mark
from bot.replies.cutting import one_line
from bot.replies.keyboards import button
from domain.measurement import Period, Statistics

_PERIODS: Final[tuple[Period, ...]] = ("day", "week", "month")
_ERROR_UNITS: Final = 60


class ShowStatistics(CallbackData, prefix="stats"):
    """Another period, in the same message."""

    period: Period


def statistics_facts(translator: Translator, found: Statistics) -> StatisticsFacts:
    return StatisticsFacts(
        title=translator.plain("stats-title", period=found.period),
        buckets=_buckets(found),
        panels=(
            _people(translator, found),
            _panel(translator, "analyses", sum(found.analyses), found.analyses),
            _waits(translator, found),
            _panel(translator, "failed", sum(found.failed), found.failed),
            _panel(translator, "queue", max(found.queue, default=0), found.queue),
        ),
        nothing=translator.plain("stats-nothing"),
        decimal_mark=decimal_mark(translator),
    )


def statistics_caption(translator: Translator, found: Statistics) -> Html:
    lines = [
        translator.html(
            "stats-caption",
            title=translator.plain("stats-title", period=found.period),
            waiting=found.waiting,
            people=found.all_people,
            analyses=found.all_analyses,
            blocked=found.blocked,
        )
    ]
    if found.errors:
        names = (
            translator.plain(
                "stats-error",
                name=one_line(name, _ERROR_UNITS) or translator.plain("stats-error-other"),
                count=count,
            )
            for name, count in found.errors
        )
        lines.append(translator.html("stats-errors", errors=", ".join(names)))
    return join_html("\n", lines)


def statistics_keyboard(translator: Translator, shown: Period) -> InlineKeyboardMarkup:
    """The period that is shown is marked; tapping it counts anew."""
    row = [
        button(
            translator,
            f"stats-{period}",
            ShowStatistics(period=period),
            is_chosen=period == shown,
        )
        for period in _PERIODS
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def _buckets(found: Statistics) -> tuple[str, ...]:
    pattern = "%H:%M" if found.period == "day" else "%d.%m"
    return tuple(start.strftime(pattern) for start in found.starts)


def _people(translator: Translator, found: Statistics) -> Panel:
    return Panel(
        translator.plain("stats-people"),
        (
            Series(translator.plain("stats-people-active"), _floats(found.active)),
            Series(translator.plain("stats-people-joined"), _floats(found.joined)),
        ),
        kind="lines",
        summary=translator.plain(
            "stats-people-summary", active=found.active_people, joined=sum(found.joined)
        ),
    )


def _waits(translator: Translator, found: Statistics) -> Panel:
    summary = ""
    if found.seconds is not None:
        median, high = (number(part, decimal_mark(translator)) for part in found.seconds)
        summary = translator.plain("stats-waits-summary", median=median, high=high)
    return Panel(
        translator.plain("stats-waits"),
        (
            Series(translator.plain("stats-waits-median"), found.median_seconds),
            Series(translator.plain("stats-waits-p95"), found.p95_seconds),
        ),
        kind="lines",
        summary=summary,
    )


def _panel(translator: Translator, name: str, total: int, counts: Sequence[int]) -> Panel:
    summary = translator.plain(f"stats-{name}-summary", count=total)
    return Panel(translator.plain(f"stats-{name}"), (Series("", _floats(counts)),), summary=summary)


def _floats(counts: Sequence[int]) -> tuple[float, ...]:
    return tuple(map(float, counts))
