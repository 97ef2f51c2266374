"""A key_skills text as a list: its skills, one left out, another order."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from inference.prompts.repeats import phrase_key
from inference.prompts.row import MISSING, PromptRow

_JOINT: Final = re.compile(r"(\s*[,;\n]\s*)")


@dataclass(frozen=True, slots=True)
class SkillItem:
    """One skill of the resume's list: where it stands there, and how its words are known again."""

    places: tuple[int, ...]
    keys: frozenset[str]


def skill_items(row: PromptRow) -> tuple[SkillItem, ...]:
    """A skill that is said again is one item with several places.

    A place counts in the resume's own list, or in the text where there is no list.
    """
    owners: dict[str, int] = {}
    places: list[list[int]] = []
    keys: list[set[str]] = []
    for place, said in enumerate(_keys_by_place(row)):
        new = {key for key in said if key not in owners}
        if new:
            owners |= dict.fromkeys(new, len(places))
            places.append([place])
            keys.append(new)
        elif said:
            places[owners[said[0]]].append(place)
    return tuple(
        SkillItem(tuple(own), frozenset(said)) for own, said in zip(places, keys, strict=True)
    )


def without_skills(text: str, keys: Collection[str], shown_characters: int) -> str:
    """The shown beginning of the text without the skills of these keys; the rest as it stands."""
    kept = joint = ""
    for begin, end, joint_end in _spans(text):
        if begin >= shown_characters:
            break
        if phrase_key(text[begin:end]) not in keys:
            kept += joint + text[begin : min(end, shown_characters)]
            joint = text[end:joint_end]
    return kept


def shown_shares(
    text: str, items: Iterable[SkillItem], shown_characters: int
) -> list[tuple[SkillItem, float]]:
    """Which share (0..1) of each item's characters stands in the shown beginning of the text."""
    totals: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for begin, end, _ in _spans(text):
        key = phrase_key(text[begin:end])
        totals[key] += end - begin
        shown[key] += max(0, min(end, shown_characters) - begin)
    return [
        (
            item,
            _share(sum(map(shown.__getitem__, item.keys)), sum(map(totals.__getitem__, item.keys))),
        )
        for item in items
    ]


def shuffled_skills(text: str) -> str:
    """The same skills in an order that looks random and is always the same for the same list."""
    spans = list(_spans(text))
    skills = [text[begin:end] for begin, end, _ in spans]
    skills.sort(key=lambda skill: hashlib.sha256(skill.encode()).digest())
    shuffled, at = "", 0
    for (begin, end, _), skill in zip(spans, skills, strict=True):
        shuffled += text[at:begin] + skill
        at = end
    return shuffled + text[at:]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _keys_by_place(row: PromptRow) -> list[list[str]]:
    if row.key_skills == MISSING:
        return []
    said = [[phrase_key(text[a:b]) for a, b, _ in _spans(text)] for text in row.skills]
    if row.key_skills == ", ".join(filter(None, row.skills)):
        return said
    return [[phrase_key(row.key_skills[a:b])] for a, b, _ in _spans(row.key_skills)]


def _spans(text: str) -> Iterator[tuple[int, int, int]]:
    """Begin and end of each skill, and the end of the joint after it."""
    pieces = _JOINT.split(text)
    begin = 0
    for skill, joint in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        end = begin + len(skill)
        if skill:
            yield begin, end, end + len(joint)
        begin = end + len(joint)
