"""Ad text -> what a person did there: duty lines, in the past tense."""

import re
from collections.abc import Iterator
from typing import Final

MIN_DUTY_CHARS: Final = 12
MAX_DUTY_CHARS: Final = 260

_DUTY_HEADING: Final = re.compile(
    r"обязанност|задач[иа]|предстоит|что (?:нужно |надо )?делать|чем (?:вы )?.*занима|функционал"
    r"|responsibilit|you will|you'll|what .* do\b|duties",
    re.IGNORECASE,
)
_OTHER_HEADING: Final = re.compile(
    r"требован|услови|предлага|ожида|жд[её]м|плюс|необходим|у тебя есть|мы ищем|о нас|о компании"
    r"|requirement|we offer|qualification|skills|about|benefit|стек|навыки|важно|хотим видеть",
    re.IGNORECASE,
)
_GLUE: Final = re.compile(
    r"\n+|\s*[•·*●▪]\s*|(?<=[.;:!)])\s*[-–—]\s*(?=[А-ЯЁA-Zа-яё])"
    r"|(?<=[а-яёa-z])- ?(?=[А-ЯЁA-Z][а-яё])"
    r"|;\s*|(?<=[.:а-яё])\s*\d{1,2}[.)]\s*"
    r"|(?<=[а-яё]{3}\.)\s+(?=[А-ЯЁ])"
)
_EDGE: Final = " \t-–—•·*●▪.;:,"
_INFINITIVE: Final = re.compile(r"^([А-ЯЁа-яё]{2,}[аеёияуыо])ть(ся)?\b")
_SECOND: Final = re.compile(r"(,| и) ([а-яё]{3,}[аеёияуы])ть(ся)?\b")


def duty_lines(description: str) -> tuple[str, ...]:
    """The lines under a heading of duties; empty where the text has no such heading."""
    return tuple(dict.fromkeys(_lines_under_duties(description)))[:24]


def _lines_under_duties(description: str) -> Iterator[str]:
    inside = False
    for piece in _GLUE.split(description):
        line = piece.strip(_EDGE)
        if len(line) < 60 and _OTHER_HEADING.search(line):
            inside = False
        elif len(line) < 60 and _DUTY_HEADING.search(line):
            inside = True
        elif inside and MIN_DUTY_CHARS <= len(line) <= MAX_DUTY_CHARS:
            yield line


def in_past_tense(line: str, *, feminine: bool = False) -> str:
    """`Разрабатывать отчёты` -> `Разрабатывал отчёты`; a line in another form stays as it is."""
    ending = "ла" if feminine else "л"
    reflexive = "сь" if feminine else "ся"

    def told(match: re.Match[str]) -> str:
        *before, stem, back = match.groups()
        return " ".join([*before, stem + ending + (reflexive if back else "")])

    changed = _INFINITIVE.sub(told, line, count=1)
    return changed if changed == line else _SECOND.sub(told, changed)
