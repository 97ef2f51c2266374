"""Moments in a person's words. All times are UTC, and said to be."""

from datetime import date, datetime, timedelta

from babel.dates import format_date

from bot.i18n import Html, Translator


def moment(translator: Translator, when: datetime, now: datetime) -> Html:
    """`today, 12:30 UTC`, `yesterday, 12:30 UTC`, `3 November, 12:30 UTC`, `3 November 2025`."""
    time = when.strftime("%H:%M")
    if when.date() == now.date():
        return translator.html("time-today", time=time)
    if when.date() == now.date() - timedelta(days=1):
        return translator.html("time-yesterday", time=time)
    if when.year == now.year:
        return translator.html("time-day", day=_day(translator, when, "d MMMM"), time=time)
    return translator.html("time-date", day=_day(translator, when, "d MMMM y"))


def day(translator: Translator, when: date) -> str:
    """`3 November`, in the words of the language, as plain text."""
    return _day(translator, when, "d MMMM")


def _day(translator: Translator, when: date, pattern: str) -> str:
    return format_date(when, pattern, locale=translator.language)
