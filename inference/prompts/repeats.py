"""What is said twice counts once: a pasted list must not look like more of the skill."""

import re
from typing import Final

_SKILL_JOINT: Final = re.compile(r"\s*[,;\n]\s*")
_CLAUSE_JOINT: Final = re.compile(r"((?:[.;,]|\s[-–—•·*])\s+|\s{2,}|\n+)")
_EDGES: Final = " \t\n.,;:-–—•·*"


def without_repeated_skills(text: str) -> str:
    """The list with each skill once, in its first spelling; untouched where nothing repeats."""
    skills = [skill for skill in _SKILL_JOINT.split(text) if skill]
    once: dict[str, str] = {}
    for skill in skills:
        once.setdefault(phrase_key(skill), skill)
    return text if len(once) == len(skills) else ", ".join(once.values())


def without_repeated_clauses(entry: str) -> str:
    """One job's text with each clause once; untouched where nothing repeats.

    Only within one job: the same duty in two jobs is two times the experience.
    """
    parts = _CLAUSE_JOINT.split(entry)
    met: set[str] = set()
    kept: list[str] = []
    for clause, joint in zip(parts[::2], [*parts[1::2], ""], strict=True):
        key = phrase_key(clause)
        if key and key in met:
            continue
        met.add(key)
        kept += [clause, joint]
    if len(kept) > len(parts):
        return entry
    stop = "." if entry.endswith(".") and not kept[-2].endswith(".") else ""
    return "".join(kept[:-1]) + stop


def phrase_key(text: str) -> str:
    """How a skill or a clause is known again: without case, edges and spacing."""
    return " ".join(text.casefold().strip(_EDGES).split())
