"""The role named inside a goal: a quoted one, or what the person wants to work as."""

import re
from typing import Final

from parsers.fields.morphology import nominative_trade
from parsers.fields.words import role_strength

OBLIQUE_GOAL: Final = re.compile(
    r"(?:(?:на|в|по)\s+)?(?:вакантн\w+\s+)?(?:должност[ьи]|позици[июя]|вакансию|вакансии|"
    r"качестве|работ[аыу]|месте?|рол[иь]|замещени[ея]\s+(?:вакантной\s+)?должности)\s+"
    r"(?:в\s+(?:должности|качестве|роли)\s+)?(?P<role>[«\"]?[A-Za-zА-Яа-яЁё0-9+#./ ,-]{3,70})",
    re.IGNORECASE,
)
"""What comes before a role in another case: `на должность менеджера`, `в качестве инженера`."""
_QUOTED: Final = re.compile(r"[«\"“](?P<role>[^»\"”]{3,60})[»\"”]")
_ENGLISH_GOAL: Final = re.compile(
    r"(?:position|role|job|career|opportunity|internship|employment|work)\s+(?:as|of)\s+"
    r"(?:an?\s+|the\s+)?(?P<role>[A-Za-z][\w/+#. -]{3,50}?)(?=\s+(?:where|in|at|with|that|to|for|"
    r"position|role|on)\b|[,.;]|$)"
    r"|(?:seeking|looking\s+for|obtain|secure|apply(?:ing)?\s+for|pursue)\s+(?:an?\s+|the\s+)?"
    r"(?:(?:challenging|entry[ -]level|full[ -]time|part[ -]time|responsible|suitable|new)\s+)*"
    r"(?P<role3>[A-Za-z][\w/+#. -]{3,50}?)\s+(?:position|role|job|internship|opportunit\w+)\b"
    r"|(?:\bas\s+(?:an?\s+)?|\bfor\s+an?\s+)(?P<role2>[A-Za-z][\w/+#. -]{3,50}?)"
    r"(?=\s+(?:where|in|at|with|that|to|for|position|role|on)\b|[,.;]|$)"
    r"|(?:position|role|job|career)\s+in\s+(?P<role4>[A-Za-z][\w/+#. -]{3,50}?)(?=\s+(?:where|at|"
    r"with|that|to|for|position|role|on)\b|[,.;]|$)"
    r"|^(?:an?\s+)?(?P<role5>[A-Za-z][\w/+#. -]{1,50}?)\s+(?:position|role|job)\s+"
    r"(?:in|at|with|within|where)\b",
    re.IGNORECASE,
)
SEEKS: Final = re.compile(
    r"(?:seeking|looking\s+for|to\s+(?:obtain|get|secure|work|pursue)|applying\s+for|в\s+поиске)(?!\w)",
    re.IGNORECASE,
)
_WANTS: Final = re.compile(
    r"(?:ищу|рассматриваю|нужна|интересует|интересны|найти|получить|получение|в\s+поиске|"
    r"в\s+поисках)\s+(?:работ[уаы]|подработк[уи]|вакансии|вакансию|место|места|стажировк[уи]|"
    r"практик[уи]|должност[ьи]|позици[июя])"
    r"(?:\s+|\s*:\s*)(?:(?:в|на|по)\s+(?:качестве|должност[ьи]|позици[июя]|специальности|роли|"
    r"вакансию|месте?)\s+)?"
    r"(?P<role>[А-Яа-яЁёA-Za-z][\w+/ -]{2,50})|"
    r"(?:хочу|готов[аы]?|планирую|хотел(?:а)?\s+бы|устроиться|желаю)\s+(?:работать|на\s+работу)\s+"
    r"(?P<role2>[А-Яа-яЁё][\w/ -]{2,50})",
    re.IGNORECASE,
)
_I_AM: Final = re.compile(
    r"(?:^|[.!,]\s+)[Яя](?:\s*[-–—]\s*|\s+(?:работаю\s+)?)(?P<role>[A-Za-zА-Яа-яЁё+#][^.,;!()]{2,50})"
    r"|\b[Ii](?:\s+am|['’]m)\s+(?:an?\s+)?(?P<english>[A-Za-z][^.,;!()]{3,50})"
)
_ROLE_ENDS: Final = re.compile(
    r"\s(?:или|либо|и|в|во|с|со|на|из|от|для|где|без|имею|with|in|at|from|who|who's|and|having|"
    r"based|based)\s|\s[-–—]\s|\s+\d",
    re.IGNORECASE,
)
_PHRASE_ENDS: Final = re.compile(
    r"[.;](?:\s|$)|,\s(?=[а-яё]*(?:щ\w+|где|чтобы|котор\w+|с\s|в\s))|\s(?:в\s|с\s|где|для|чтобы|"
    r"и\s+развитие|на\s|at\s|where)|,\s*$",
)


def tidy_role(text: str) -> str:
    return text.strip(' .,;:|–—-•"«»') if text.count("«") != 1 else text.strip(" .,;:|–—-•")


def nominative_role(role: str) -> str:
    """`водителем-экспедитором`, `главного бухгалтера` as titles are written."""
    return nominative_trade(role)


def wanted_role(text: str) -> str | None:
    """`Ищу работу поваром` wants the role `повар`."""
    match = _WANTS.search(text)
    if match is None:
        return None
    role = _ROLE_ENDS.split((match["role"] or match["role2"]) + " ", maxsplit=1)[0].strip()
    role = nominative_role(tidy_role(role))
    return role if role_strength(role) == 2 else None


_PRAISE: Final = re.compile(
    r"^(?:(?:friendly|experienced|motivated|dedicated|passionate|hard[ -]?working|enthusiastic|"
    r"result[s]?[ -](?:driven|oriented)|detail[ -]oriented|highly|skilled|creative|reliable|young|"
    r"опытный|опытная|ответственный|ответственная|начинающий|начинающая|молодой|молодая)[,\s]+)+",
    re.IGNORECASE,
)


def without_praise(role: str) -> str:
    """`friendly advisor` is an advisor."""
    return _PRAISE.sub("", role)


def own_role(text: str) -> str | None:
    """`Я графический дизайнер с опытом ...`, `I am a nurse`: what a person says to be."""
    match = _I_AM.search(text)
    if match is None:
        return None
    role = _ROLE_ENDS.split((match["role"] or match["english"]) + " ", maxsplit=1)[0].strip()
    role = without_praise(nominative_role(tidy_role(role)))
    return role if role_strength(role) == 2 and len(role.split()) <= 5 else None


def role_in_goal(text: str) -> str | None:
    for quoted in _QUOTED.finditer(text):
        if role_strength(quoted["role"]):
            return tidy_role(quoted["role"])
    for match in OBLIQUE_GOAL.finditer(text):
        role = match["role"]
        nested = OBLIQUE_GOAL.search(role)
        role = tidy_role(_PHRASE_ENDS.split((nested["role"] if nested else role) + " ", 1)[0])
        role = nominative_role(role)
        if role_strength(role):
            return role
    for match in _ENGLISH_GOAL.finditer(text):
        role = next((group for group in match.groups() if group), "")
        if role_strength(role.strip()):
            return tidy_role(role)
    return None
