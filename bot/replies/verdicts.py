"""What a person said of an answer, as the labels of the buttons that change it."""

from bot.i18n import Translator
from bot.replies.answer_buttons import WORDS, Word
from domain.verdict import Verdict

_THUMBS: tuple[tuple[Word, str], ...] = (("yes", "button-useful"), ("no", "button-not-useful"))
_INTERVIEW: tuple[tuple[Word, str], ...] = (
    ("yes", "button-grade-confirmed"),
    ("no", "button-grade-not-confirmed"),
    ("none", "button-interview-forget"),
)


def thumb_choices(translator: Translator, verdict: Verdict | None) -> list[tuple[Word, str]]:
    """A word and a label each; the chosen one takes itself back."""
    said = verdict.is_useful if verdict else None
    return [
        ("none", _marked(translator, key)) if said is WORDS[word] else (word, translator.plain(key))
        for word, key in _THUMBS
    ]


def interview_label(translator: Translator, verdict: Verdict | None) -> str:
    """What is known of the interview, in one button."""
    keys = {
        None: "button-interview",
        True: "button-interview-confirmed",
        False: "button-interview-not-confirmed",
    }
    return translator.plain(keys[verdict.grade_confirmed if verdict else None])


def interview_choices(translator: Translator, verdict: Verdict | None) -> list[tuple[Word, str]]:
    said = verdict.grade_confirmed if verdict else None
    return [
        (
            word,
            _marked(translator, key)
            if said is not None and said is WORDS[word]
            else translator.plain(key),
        )
        for word, key in _INTERVIEW
    ]


def _marked(translator: Translator, key: str) -> str:
    return translator.plain("button-chosen", label=translator.plain(key))
