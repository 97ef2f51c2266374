"""Ranges as FORMATS lists them, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.fields.dates import find_half_range, find_open_range, find_ranges
from parsers.fields.durations import duration_at_start, find_duration

MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("сентябрь 2019 – август  2020", "2019-09", "2020-08"),
        ("Сен 1996 – Дек 1997", "1996-09", "1997-12"),
        ("05/2022 - 04/2023", "2022-05", "2023-04"),
        ("(10.2020 - 07.2022)", "2020-10", "2022-07"),
        ("01.07.2006 – 30.07.2006", "2006-07", "2006-07"),
        ("07/15/2006 - 08/20/2007", "2006-07", "2007-08"),
        ("2008 - 2022 г.", "2008", "2022"),
        ("с сентября 2018 года по май 2020 года", "2018-09", "2020-05"),
        ("Jan '19 - Mar '20", "2019-01", "2020-03"),
        ("May - August 2019", "2019-05", "2019-08"),
        ("01/15 - 03/17", "2015-01", "2017-03"),
        ("Sept 2010 to June 2011", "2010-09", "2011-06"),
        ("2019-04 — 2021-07", "2019-04", "2021-07"),
        ("Май 2021 - Март 2020", "2020-03", "2021-05"),
        ("2016 April - 2017 June", "2016-04", "2017-06"),
        ("в 2010-2014 годах", "2010", "2014"),
        ("Start: 04/2016 End: 09/2020", "2016-04", "2020-09"),
        ("янв.19 – мар.21", "2019-01", "2021-03"),
        ("Jan 19 - Mar 21", "2019-01", "2021-03"),
        ("Q3 2019 – Q1 2021", "2019", "2021"),
        ("Fall 2019 – Spring 2021", "2019", "2021"),
        ("2012 2018 | Assistant Professor", "2012", "2018"),
        ("с июня 2015 года и по май 2018 года", "2015-06", "2018-05"),
    ],
)
def test_closed_ranges(text: str, start: str, end: str) -> None:
    (found,) = find_ranges(text)
    assert (found.start, found.end, found.is_current) == (start, end, False)


@pytest.mark.parametrize(
    "now",
    [
        "настоящее время", "по настоящее время", "НАСТОЯЩЕЕ ВРЕМЯ", "н.в.", "наст. время",
        "наст.время", "по сегодняшний день", "Текущее время", "Present", "now", "Current",
        "till date", "to date", "Ongoing", "the present", "н/в", "н. вр.", "работаю", "...",
        "настоящий момент", "сей день", "Serving Notice Period",
    ],
)  # fmt: skip
def test_open_ranges(now: str) -> None:
    (found,) = find_ranges(f"Июнь 2022 - {now}")
    assert (found.start, found.end, found.is_current) == ("2022-06", None, True)


@pytest.mark.parametrize(
    "text", ["+7 999 123-45-67", "2019", "версии 1.2 - 3.4", "ГОСТ 2.105-95", "10-15 человек", ""]
)
def test_what_is_no_range(text: str) -> None:
    assert find_ranges(text) == []


@given(st.integers(1950, 2040), st.integers(1, 12), st.sampled_from(["–", "-", "—", "по"]))
def test_every_month_and_dash(year: int, month: int, dash: str) -> None:
    (found,) = find_ranges(f"{MONTHS[month - 1]} {year} г. {dash} {month:02d}.{year + 1}")
    assert (found.start, found.end) == (f"{year}-{month:02d}", f"{year + 1}-{month:02d}")


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    for found in find_ranges(text):
        assert text[slice(*found.span)]


def test_halves_and_beginnings() -> None:
    half = find_half_range("Декабрь 2023 — Компания")
    assert half is not None
    assert half.start == "2023-12"
    beginning = find_open_range("с марта 2020 г.")
    assert beginning is not None
    assert beginning.is_current


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3 года 10 месяцев", 46), ("11 месяцев", 11), ("17 лет", 204), ("5 месяца", 5),
        ("9 years 11 months", 119), ("1 yr 2 mos", 14), ("2,5 года", 30), ("нет", None),
    ],
)  # fmt: skip
def test_durations(text: str, months: int | None) -> None:
    assert find_duration(text) == months
    assert (duration_at_start(text) is None) == (months is None)
