"""The buttons below an answer. They carry ids and words, so a tap twice does what once does."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n import Translator
from bot.replies.insight_buttons import insight_rows
from bot.replies.keyboards import EditAgain, Go, button
from domain.person import Role
from domain.verdict import Verdict
from usecases.open_answer import Answer

View = Literal["essentials", "details", "interview"]
Word = Literal["yes", "no", "none"]
WORDS: dict[Word, bool | None] = {"yes": True, "no": False, "none": None}


class ShowAnswer(CallbackData, prefix="ans"):
    """Another view of an answer of the person's own, in the same message."""

    analysis_id: int
    view: View


class Rate(CallbackData, prefix="rate"):
    """What the person says of the answer from now on, "none" for nothing."""

    analysis_id: int
    word: Word


class Interview(CallbackData, prefix="met"):
    """Whether the interview confirmed the grade, "none" where there was none."""

    analysis_id: int
    word: Word


class ContestThis(CallbackData, prefix="contest"):
    """Asks why, then puts the answer into the admins' queue."""

    analysis_id: int


def answer_keyboard(
    translator: Translator, answer: Answer, role: Role | None
) -> InlineKeyboardMarkup:
    """All that can be done with an answer; a recruiter may tell of the interview too."""
    number = answer.analysis.id
    contest = "button-contested" if answer.contest else "button-contest"
    rows = [
        [button(translator, "button-edit-again", EditAgain(analysis_id=number))],
        *insight_rows(translator, number, role),
        [
            button(translator, "button-new", Go(to="new")),
            button(translator, "button-history", Go(to="history")),
        ],
        [
            button(translator, "button-details", ShowAnswer(analysis_id=number, view="details")),
            button(translator, contest, ContestThis(analysis_id=number)),
        ],
        _thumbs(translator, answer),
    ]
    if role != "candidate":
        rows.append([_interview(translator, answer)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def details_keyboard(
    translator: Translator, analysis_id: int, *, can_share: bool
) -> InlineKeyboardMarkup:
    back = ShowAnswer(analysis_id=analysis_id, view="essentials")
    rows = [[button(translator, "button-essentials", back)]]
    if can_share:
        text = translator.plain("button-share")
        rows.insert(0, [InlineKeyboardButton(text=text, switch_inline_query=str(analysis_id))])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def interview_keyboard(
    translator: Translator, analysis_id: int, verdict: Verdict | None
) -> InlineKeyboardMarkup:
    """One below the other: the labels are too long for a row of two."""
    said = verdict.grade_confirmed if verdict else None
    labels: dict[Word, str] = {
        "yes": "button-grade-confirmed",
        "no": "button-grade-not-confirmed",
        "none": "button-interview-forget",
    }
    rows = [
        [
            button(
                translator,
                key,
                Interview(analysis_id=analysis_id, word=word),
                is_chosen=said is not None and WORDS[word] is said,
            )
        ]
        for word, key in labels.items()
    ]
    back = ShowAnswer(analysis_id=analysis_id, view="essentials")
    rows.append([button(translator, "button-back-to-answer", back)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _thumbs(translator: Translator, answer: Answer) -> list[InlineKeyboardButton]:
    """The chosen one takes itself back."""
    said = answer.verdict.is_useful if answer.verdict else None
    number = answer.analysis.id
    return [
        button(
            translator,
            key,
            Rate(analysis_id=number, word="none" if said is meaning else word),
            is_chosen=said is meaning,
        )
        for key, word, meaning in (
            ("button-useful", "yes", True),
            ("button-not-useful", "no", False),
        )
    ]


def _interview(translator: Translator, answer: Answer) -> InlineKeyboardButton:
    said = answer.verdict.grade_confirmed if answer.verdict else None
    keys = {
        None: "button-interview",
        True: "button-interview-confirmed",
        False: "button-interview-not-confirmed",
    }
    number = answer.analysis.id
    return button(translator, keys[said], ShowAnswer(analysis_id=number, view="interview"))
