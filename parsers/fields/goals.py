"""The role named inside a goal: a quoted one, or what the person wants to work as."""

import re
from typing import Final

from parsers.fields.words import role_strength

GOAL: Final = re.compile(
    r"(?:на\s+)?(?:должност[ьи]|позици[июя]|вакансию|работ[аыу]|месте?|роли?|"
    r"замещение\s+(?:вакантной\s+)?должности)\s+(?P<role>[«\"]?[A-Za-zА-Яа-яЁё0-9+#./ -]{3,60})",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[«\"“](?P<role>[^»\"”]{3,60})[»\"”]")
_ENGLISH_GOAL: Final = re.compile(
    r"(?:position|role|job|career|opportunity|internship)\s+(?:as|of|in)\s+(?:an?\s+|"
    r"the\s+)?(?P<role>[A-Za-z][\w/+#. -]{3,50}?)(?=\s+(?:where|in|at|with|that|to|for|"
    r"position|role|on)\b|[,.;]|$)"
    r"|(?:seeking|looking\s+for|obtain|secure)\s+(?:an?\s+|the\s+)?(?P<role3>[A-Za-z]"
    r"[\w/+#. -]{3,50}?)\s+(?:position|role|job|internship)\b"
    r"|(?:as|for)\s+an?\s+(?P<role2>[A-Za-z][\w/+#. -]{3,50}?)(?=\s+(?:where|in|at|with|that|"
    r"to|for|position|role|on)\b|[,.;]|$)",
    re.IGNORECASE,
)


def tidy_role(text: str) -> str:
    return text.strip(' .,;:|–—-•"«»') if text.count("«") != 1 else text.strip(" .,;:|–—-•")


_WANTS: Final = re.compile(
    r"(?:ищу|рассматриваю|нужна|интересует|найти)\s+(?:работу|подработку|вакансию|место|работа|стажировку|"
    r"практику)"
    r"(?:\s+|\s*:\s*)(?:в\s+качестве\s+|на\s+должность\s+|по\s+специальности\s+)?"
    r"(?P<role>[А-Яа-яЁёA-Za-z][\w+/ -]{2,50})|"
    r"хочу\s+работать\s+(?P<role2>[А-Яа-яЁё][\w/ -]{2,50})",
    re.IGNORECASE,
)
_FIELD_OF_WORK: Final = re.compile(r"\s(?:по|в|на|с|отдела|службы)\s", re.IGNORECASE)
_ROLE_ENDS: Final = re.compile(r"\s(?:или|либо|и|в|во|с|со|на|по|от|для|где|без)\s", re.IGNORECASE)
_CASES: Final = (
    ("цом", "ец"), ("цем", "ец"), ("телем", "тель"), ("арем", "арь"),
    ("ной", "ная"), ("шей", "шая"), ("цей", "ца"), ("рой", "ра"),
    ("ном", "н"), ("ром", "р"), ("ком", "к"), ("том", "т"), ("гом", "г"), ("лом", "л"),
    ("чом", "ч"),
    ("ным", "ный"), ("шим", "ший"), ("щим", "щий"), ("ским", "ский"),
    ("ного", "ный"), ("шего", "ший"), ("щего", "щий"), ("ского", "ский"),
    ("теля", "тель"), ("аря", "арь"), ("вца", "вец"), ("ика", "ик"), ("ера", "ер"), ("ора", "ор"),
    ("ара", "ар"), ("иста", "ист"), ("олога", "олог"), ("ота", "от"),
    ("ача", "ач"), ("ёра", "ёр"), ("ожа", "ож"), ("ента", "ент"),
)  # fmt: skip
"""Endings of the instrumental and genitive cases in names of trades, and of the nominative."""


def nominative_role(role: str) -> str:
    """`водителем-экспедитором`, `охранника` as a title is written; other words as they are."""
    field = _FIELD_OF_WORK.search(role)
    end = field.start() if field else len(role)
    trade = re.sub(r"[а-яё]{4,}", lambda word: _nominative(word[0]), role[:end], flags=re.I)
    return trade + role[end:]


def _nominative(word: str) -> str:
    for ending, replacement in _CASES:
        if word.lower().endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + replacement
    return word


def wanted_role(text: str) -> str | None:
    """`Ищу работу поваром` wants the role `повар`."""
    match = _WANTS.search(text)
    if match is None:
        return None
    role = _ROLE_ENDS.split((match["role"] or match["role2"]) + " ", maxsplit=1)[0].strip()
    return nominative_role(tidy_role(role)) if role_strength(role) == 2 else None


def role_in_goal(text: str) -> str | None:
    for quoted in _QUOTED.finditer(text):
        if role_strength(quoted["role"]):
            return tidy_role(quoted["role"])
    for pattern in (GOAL, _ENGLISH_GOAL):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            role = groups.get("role") or groups.get("role2") or groups.get("role3") or ""
            nested = GOAL.search(role)
            role = nested["role"] if nested else role
            role = re.split(
                r"[.,;](?:\s|$)|\s(?:в\s|с\s|где|для|чтобы|и\s+развитие|на\s|at\s|where)",
                role + " ",
                maxsplit=1,
            )[0]
            if role_strength(role.strip()):
                role = tidy_role(role)
                return nominative_role(role) if pattern is GOAL else role
    return None
