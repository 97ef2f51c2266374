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
                return tidy_role(role)
    return None
