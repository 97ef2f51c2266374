"""The salary that a resume wishes for: one amount in many forms, or any amount at all."""

import random
import re
from collections.abc import Callable
from typing import Final

_ROUBLES_A_DOLLAR: Final = 90
_AMOUNT: Final = re.compile(r"(\d{2,3})(?: ?000| ?тыс| ?т\.р|k\b)?", re.IGNORECASE)
_FORMS: Final[tuple[Callable[[int, int], str], ...]] = (
    lambda low, high: f"Минимум {low} (net, без учёта премий), комфорт {high}",
    lambda low, high: f"от {low} 000 ₽ на руки",
    lambda low, high: f"{low}000 - {high}000 руб.",
    lambda low, high: f"{low} тыс. на руки, обсуждается",
    lambda low, high: f"{low} 000 RUB",
    lambda low, high: f"до {high} т.р. gross",
    lambda low, high: f"{low}-{high}k",
    lambda low, high: f"{low} 000 рублей в месяц",
    lambda low, high: f"от {low}к до {high}к на руки, готов обсуждать",
    lambda low, high: f"желаемая зарплата: {low}000₽ (гросс)",
    lambda low, high: f"from {low},000 RUB per month, negotiable",
    lambda low, high: f"{low * 1000 // _ROUBLES_A_DOLLAR // 50 * 50} USD",
    lambda low, high: f"${low * 1000 // _ROUBLES_A_DOLLAR // 50 * 50} net",
    lambda low, high: f"по договорённости, ориентир {low} 000",
)


def salary_text(rng: random.Random, low: int, high: int) -> str:
    """`low` and `high` are thousands of roubles a month."""
    return rng.choice(_FORMS)(low, high)


def reworded_salary(rng: random.Random, text: str) -> str | None:
    """The same amount in another form; None where no amount in thousands is told."""
    amounts = [int(found[1]) for found in _AMOUNT.finditer(text)]
    amounts = [amount for amount in amounts if 20 <= amount <= 900]
    if not amounts or "Грейд" in text or "USD" in text or "$" in text:
        return None
    low, high = amounts[0], max(amounts[0] + 20, amounts[-1])
    others = [form for form in _FORMS if form(low, high) != text]
    return rng.choice(others)(low, high)


def any_salary(rng: random.Random) -> str:
    """A wish that says nothing of the person."""
    low = round(20 + 420 * rng.random() ** 1.6) // 5 * 5
    return salary_text(rng, low, low + rng.choice((10, 20, 30, 50)))
