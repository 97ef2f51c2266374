"""What a corrected resume changed, beside what that did to its score."""

from typing import Final

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain.analysis import Analysis
from domain.difference import Difference, difference
from domain.fields import FieldName
from domain.resume import Resume

MINUS = "−"
_VALUE_UNITS = 18
_LISTS: Final = frozenset({"key_skills", "work_experience"})


def change_lines(
    translator: Translator, earlier: Analysis, later: Analysis, shown: int
) -> list[Html]:
    """`It was 61 → now 67: +6`, and the first `shown` fields with their values, if any."""
    change = difference(earlier, later)
    lines = [change_line(translator, "answer-change", change)]
    if change.fields and shown:
        parts = [
            _changed(translator, earlier.resume, later.resume, field)
            if field not in later.assessment.explanation.hidden
            else translator.html(f"field-{field}")
            for field in change.fields[:shown]
        ]
        hidden = len(change.fields) - len(parts)
        if hidden:
            parts.append(translator.html("answer-changed-more", count=hidden))
        lines.append(translator.html("answer-changed-fields", fields=join_html("; ", parts)))
    if not change.is_comparable:
        lines.append(translator.html("answer-not-comparable"))
    return lines


def change_line(translator: Translator, key: str, change: Difference) -> Html:
    return Html(
        translator.html(
            key,
            before=change.before,
            after=change.after,
            sign=MINUS if change.points < 0 else "+" if change.points else "±",
            points=abs(change.points),
        )
    )


def _changed(translator: Translator, old: Resume, new: Resume, field: FieldName) -> Html:
    """A list is only named: its difference would not fit a line."""
    name = translator.html(f"field-{field}")
    if field in _LISTS:
        return name
    before, after = (_short(translator, resume, field) for resume in (old, new))
    return translator.html("answer-changed-value", field=name, before=before, after=after)


def _short(translator: Translator, resume: Resume, field: FieldName) -> str:
    value = getattr(resume, field)
    if value in (None, ""):
        return translator.plain("value-missing")
    return one_line(
        resume.salary.text if field == "salary" and resume.salary else str(value), _VALUE_UNITS
    )
