"""Scores and shortlists by age and city: a picture's facts, a plain reading, and buttons."""

from collections.abc import Sequence
from typing import Final, Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.i18n import Html, Translator, join_html
from bot.pictures.audit import AuditFacts, AuditWords, Group, Section
from bot.replies.answer_picture import decimal_mark
from bot.replies.cutting import one_line
from bot.replies.intervals import scaled
from bot.replies.keyboards import button
from domain.measurement import FairnessAudit, GroupAudit, GroupMeasure, Interval

AuditPart = Literal["pdf", "swap"]
_FOUR_FIFTHS: Final = 0.8
_CITY_UNITS: Final = 40
_REVISION_UNITS: Final = 12
_MOST_NAMED: Final = 5


class ShowAudit(CallbackData, prefix="audit"):
    """A further part of the audit, as a message of its own."""

    part: AuditPart


def audit_keyboard(translator: Translator) -> InlineKeyboardMarkup:
    parts: tuple[AuditPart, ...] = ("pdf", "swap")
    row = [button(translator, f"audit-{part}", ShowAudit(part=part)) for part in parts]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def audit_facts(translator: Translator, audit: FairnessAudit) -> AuditFacts:
    words = AuditWords(
        title=translator.plain("audit-title"),
        score=translator.plain("audit-score"),
        shortlist_rate=translator.plain("audit-rate"),
        too_few=translator.plain("audit-too-few"),
        notes=(
            translator.plain(
                "audit-note-model",
                model=audit.model.name,
                revision=one_line(audit.model.revision, _REVISION_UNITS),
                count=audit.count,
            ),
            translator.plain("audit-note-shortlist", score=round(audit.shortlist_score)),
            translator.plain("audit-note-interval", least=audit.least_in_group),
            translator.plain("audit-note-law"),
        ),
        decimal_mark=decimal_mark(translator),
    )
    sections = tuple(
        Section(
            translator.plain(f"audit-by-{grouped.grouping}"),
            tuple(_group(translator, grouped, group) for group in grouped.groups),
        )
        for grouped in audit.groupings
        if grouped.groups
    )
    return AuditFacts(
        words=words,
        sections=sections,
        overall_score=audit.score.value if audit.score else None,
        overall_rate=100 * audit.shortlist_rate.value if audit.shortlist_rate else None,
    )


def audit_caption(translator: Translator, audit: FairnessAudit) -> Html:
    """What was measured and how to read it; within a caption of Telegram."""
    lines = [translator.html("audit-caption", model=audit.model.name, count=audit.count)]
    if audit.score is None:
        lines.append(translator.html("audit-empty", least=audit.least_in_group))
    else:
        lines += [_reading(translator, grouped, audit) for grouped in audit.groupings]
        lines.append(translator.html("audit-read"))
    lines.append(translator.html("audit-note-law"))
    return join_html("\n\n", lines)


def _reading(translator: Translator, grouped: GroupAudit, audit: FairnessAudit) -> Html:
    grouping, measured = grouped.grouping, grouped.measured
    if len(measured) < 2:
        key = "audit-one-group" if measured else "audit-no-group"
        return translator.html(f"{key}-{grouping}", least=audit.least_in_group)
    rates = [group.ratio for group in measured if group.ratio is not None]
    if not rates:
        return translator.html(f"audit-nobody-{grouping}")
    low = [group for group in measured if group.ratio is not None and group.ratio < _FOUR_FIFTHS]
    if not low:
        return translator.html(f"audit-even-{grouping}")
    clear = [group for group in low if _is_clear(group, measured)]
    key = "audit-uneven" if clear else "audit-maybe"
    low = sorted(clear or low, key=lambda group: group.ratio or 0.0)
    named = ", ".join(
        translator.plain(
            "audit-group",
            name=group_name(translator, grouped, group),
            percent=100 * (group.ratio or 0.0),
        )
        for group in low[:_MOST_NAMED]
    )
    return translator.html(f"{key}-{grouping}", groups=named)


def _is_clear(group: GroupMeasure, measured: Sequence[GroupMeasure]) -> bool:
    """Whether the group's interval ends below where the best group's begins."""
    own = group.shortlist_rate
    best = max((one.shortlist_rate for one in measured if one.shortlist_rate), key=_value)
    return own is not None and own.high < best.low


def _value(interval: Interval) -> float:
    return interval.value


def group_name(translator: Translator, grouped: GroupAudit, group: GroupMeasure) -> str:
    if grouped.grouping == "age":
        start = int(group.name)
        end = {0: 24, 25: 34, 35: 44, 45: 54}.get(start, 0)
        return translator.plain("audit-band", start=start, end=end)
    name = one_line(group.name, _CITY_UNITS)
    return name or translator.plain("audit-other-cities")


def _group(translator: Translator, grouped: GroupAudit, group: GroupMeasure) -> Group:
    return Group(
        name=group_name(translator, grouped, group),
        count=group.count,
        score=scaled(group.score, 1) if group.score else None,
        shortlist_rate=scaled(group.shortlist_rate, 100) if group.shortlist_rate else None,
    )
