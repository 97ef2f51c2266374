"""Why a score is what it is: a plain sentence for each field that moved it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.i18n import Html, Translator, join_html
from domain.fields import FieldName
from domain.score import Explanation

SMALL_CONTRIBUTION = 0.001
"""A tenth of a percentage point of probability: less is said to be small, not drawn."""


@dataclass(frozen=True)
class Reasons:
    """Fields by how much they moved the probability; `clear` ones have their signed change."""

    clear: tuple[tuple[FieldName, float], ...]
    small: tuple[FieldName, ...]
    noise: float | None

    @property
    def is_noise_worth_a_word(self) -> bool:
        return (self.noise or 0.0) >= SMALL_CONTRIBUTION


def reasons_of(explanation: Explanation) -> Reasons:
    """What raised comes first, then what lowered, each the strongest first."""
    ranked = sorted(explanation.contributions.items(), key=lambda item: -abs(item[1]))
    small = tuple(
        field
        for field, change in ranked
        if abs(change) < SMALL_CONTRIBUTION or explanation.is_noise(field)
    )
    clear = [(field, change) for field, change in ranked if field not in small]
    clear.sort(key=lambda item: item[1] < 0)
    return Reasons(tuple(clear), small, explanation.noise)


def reason_lines(translator: Translator, reasons: Reasons) -> list[Html]:
    """One sentence a field that is above the noise."""
    return [
        translator.html(
            "answer-raised" if change > 0 else "answer-lowered",
            field=field,
            points=abs(change) * 100,
        )
        for field, change in reasons.clear
    ]


def small_line(translator: Translator, reasons: Reasons) -> Html:
    """The fields that are no reason; empty where each is one."""
    if not reasons.small:
        return Html("")
    names = field_names(translator, reasons.small)
    if reasons.is_noise_worth_a_word:
        points = (reasons.noise or 0.0) * 100
        return translator.html("answer-noise", fields=names, points=points)
    return translator.html("answer-small", fields=names)


def field_names(translator: Translator, fields: Sequence[FieldName]) -> Html:
    return join_html(", ", [translator.html(f"field-{field}") for field in fields])
