"""What the columns of a table of jobs hold, told by its header."""

import re
from collections.abc import Iterable
from typing import Final

_COLUMNS: Final[dict[str, re.Pattern[str]]] = {
    "start": re.compile(
        r"дата (?:при[её]ма|поступления|начала)|^начало|^при[её]м|^поступ|^вступ|"
        r"sign(?:ed)?[- ]on|^from$|^с$|^start|^joined",
        re.I,
    ),
    "end": re.compile(
        r"дата (?:увольнения|окончания|ухода)|^окончание|^увольнени|^уход|sign(?:ed)?[- ]off|^to$|"
        r"^по$|^end|^left",
        re.I,
    ),
    "period": re.compile(
        r"период|дат[аы]|срок|годы?|время|когда|period|dates?|years?|duration", re.I
    ),
    "company": re.compile(
        r"организаци|компани|место работы|предприяти|работодател|наименование|учреждени|фирма|"
        r"^где$|company|employer|organi[sz]ation",
        re.I,
    ),
    "position": re.compile(
        r"должност|позици|профессия|^кем$|position|title|role|designation|^rank$", re.I
    ),
    "description": re.compile(
        r"обязанност|функци|задачи|достижени|описание|duties|responsib", re.I
    ),
}
_WORD: Final = re.compile(
    r"(?:период|дат[аы]|срок|годы|время|организация|компания|предприятие|фирма|наименование|место|"
    r"работы|работодатель|должность|профессия|обязанности|функции|основные|должностные|и|"
    r"достижения|стаж|когда|где|кем|город|при[её]ма|увольнения|поступления|вступления|начала|окончания|"
    r"начало|окончание|причина|ухода|с|по|месяц|год|адрес|указанием|организации|(?:при[её]м|увольнение|уход)|"
    r"period|dates?|years?|company|employer|organi[sz]ation|position|title|role|rank|duties|"
    r"responsibilities|and|job|name|of|from|to|start|end|sign|on|off|vessel|ship|type|dwt|grt|flag|"
    r"location|city|reason|for|leaving|[№/,.():-])+",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"адрес|местонахожд|address|location", re.IGNORECASE)
_LONGEST: Final = 60


def is_header(text: str) -> bool:
    """Only words that name columns."""
    return bool(text) and all(_WORD.fullmatch(word) for word in text.split())


def named_columns(header: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Column numbers by what they hold, in the header's order; `Место работы, должность` holds
    two."""
    columns: dict[str, int] = {}
    for number, text in header:
        if len(text) >= _LONGEST:
            continue
        if _ADDRESS.match(text):
            continue
        matches = {name: pattern.search(text) for name, pattern in _COLUMNS.items()}
        starts = {name: match.start() for name, match in matches.items() if match}
        found = sorted(starts, key=starts.__getitem__)
        if "start" in found or "end" in found:
            found = ["start" if "start" in found else "end"]
        for name in found:
            columns.setdefault(name, number)
    return columns


def dates_column(columns: dict[str, int]) -> int | None:
    """The column where each line's dates begin, if the table is one of jobs."""
    if "company" not in columns and "position" not in columns:
        return None
    return columns.get("period", columns.get("start"))
