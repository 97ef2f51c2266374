"""The buttons of insights below an answer."""

from typing import Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.i18n import Translator
from bot.replies.keyboards import button
from domain.insight import InsightKind
from domain.person import Role

_KINDS: Final[dict[Role | None, tuple[InsightKind, ...]]] = {
    "candidate": ("raise",),
    "recruiter": ("ask",),
    None: ("raise", "ask"),
}


class GetInsight(CallbackData, prefix="ins"):
    """What would raise an answer of the person's own, or what to ask about it."""

    analysis_id: int
    kind: InsightKind


def insight_rows(
    translator: Translator, analysis_id: int, role: Role | None
) -> list[list[InlineKeyboardButton]]:
    """A candidate is told what would raise the score, a recruiter what to ask about it."""
    return [
        [button(translator, f"button-{kind}", GetInsight(analysis_id=analysis_id, kind=kind))]
        for kind in _KINDS[role]
    ]
