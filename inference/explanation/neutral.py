"""The same resume in other words: how much does the score move where it should not?

The largest move is this resume's noise. Every rewording is a pure function of the resume, so the
noise is the same on every run.
"""

import re
from collections.abc import Iterator
from typing import Final

from domain.fields import FieldName
from inference.explanation.city_names import other_city_names
from inference.prompts import LaidOutPrompt, PromptRow, TokenIds, shared_tokens
from inference.prompts.skill_list import shuffled_skills

_NEXT_THOUSAND: Final = re.compile(r"(?<=\d)[\s.'’](?=\d{3}(?!\d))")
_LONG_NUMBER: Final = re.compile(r"\d{4,}")
_CURRENCIES: Final = tuple(
    (re.compile(written, re.IGNORECASE), other)
    for written, other in (
        (r"₽", "руб."),
        (r"\bруб(?:лей|ля|\.|\b)", "₽"),
        (r"\$", "USD"),
        (r"\bUSD\b", "$"),
        (r"€", "EUR"),
        (r"\bEUR\b", "€"),
    )
)
_DEAREST_SHARE: Final = 0.6


def reworded_prompts(
    row: PromptRow, layout: LaidOutPrompt, *, is_thrifty: bool = True
) -> list[TokenIds]:
    """Distinct prompts that say the same as the whole one.

    Thrifty, it keeps to rewordings that together run no more tokens anew than 0.6 of the prompt
    (the first is always kept), cheapest first: a template that puts the city in front would make
    the city's other spelling as dear as a second score.
    """
    whole = layout.prompt.token_ids
    variants = dict.fromkeys(
        layout.with_texts({field: text}) for field, text in _rewordings(row, layout)
    )
    prices = {ids: len(ids) - shared_tokens(whole, ids) for ids in variants if ids != whole}
    kept: list[TokenIds] = []
    spent = 0
    for ids, price in sorted(prices.items(), key=lambda item: item[1]):
        spent += price
        if is_thrifty and kept and spent > _DEAREST_SHARE * len(whole):
            break
        kept.append(ids)
    return kept


def _rewordings(row: PromptRow, layout: LaidOutPrompt) -> Iterator[tuple[FieldName, str]]:
    if row.is_present("key_skills"):
        yield "key_skills", shuffled_skills(layout.shown_text("key_skills"))
    if row.is_present("salary"):
        for text in other_salary_texts(layout.shown_text("salary")):
            yield "salary", text
    if row.is_present("city"):
        for name in other_city_names(layout.shown_text("city")):
            yield "city", name


def other_salary_texts(salary: str) -> list[str]:
    """`200 000 руб.` is also `200000 руб.` and `200 000 ₽`.

    Without thousands and currency it gets or loses a full stop.
    """
    if _NEXT_THOUSAND.search(salary):
        spaced = _NEXT_THOUSAND.sub("", salary)
    else:
        spaced = _LONG_NUMBER.sub(lambda number: f"{int(number[0]):,}".replace(",", " "), salary)
    other = [text for text in (spaced, _other_currency(salary)) if text != salary]
    stopped = salary.removesuffix(".") if salary.endswith(".") else f"{salary}."
    return other or [stopped]


def _other_currency(salary: str) -> str:
    for written, other in _CURRENCIES:
        if written.search(salary):
            return written.sub(other, salary, count=1)
    return salary
