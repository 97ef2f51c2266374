"""What age and city do to a score when nothing else changes, in words."""

from bot.i18n import Html, Translator, join_html
from domain.measurement import SwapMeasures


def swap_text(translator: Translator, found: SwapMeasures | None) -> Html:
    if found is None:
        return translator.html("audit-swap-nothing")
    cells = [
        translator.html(
            "audit-swap-cell",
            age=cell.age,
            city=cell.city or translator.plain("audit-swap-hidden"),
            score=cell.score,
        )
        for cell in found.cells
    ]
    verdict = "audit-swap-above" if found.is_above_noise else "audit-swap-within"
    return join_html(
        "\n\n",
        [
            translator.html("audit-swap-text", count=found.count),
            join_html("\n", cells),
            translator.html(verdict, largest=found.largest, neutral=found.neutral),
            translator.html("audit-note-law"),
        ],
    )
