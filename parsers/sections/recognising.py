"""Which layout and which language a document has."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from parsers.layouts.row import Row
from parsers.layouts.section import Layout

_HH_SIGNALS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^желаемая должность и зарплата$|^desired position and salary$",
        r"^(?:мужчина|женщина|male|female)(?:$|, \d+ (?:год|года|лет|years?)(?:, (?:родил(?:ся|"
        r"ась)|born)|$))",
        r"^проживает:|^reside in:|^residence in:",
        r"^гражданство: .*(?:разрешение на работу|есть разрешение)|^citizenship: .*work permit",
        r"^(?:не )?готов[аы]? (?:к переезду|работать удал).*команд|^(?:not )?(?:ready|"
        r"prepared) (?:to|for) (?:relocat|business)",
        r"^опыт работы ?[-–—] ?\d+ (?:год|года|лет|мес)|^work experience ?[-–—] ?\d+ (?:year|"
        r"month)",
        r"^специализации:$|^specializations:$",
        r"^(?:тип занятости|занятость|employment(?: type)?): ",
        r"^(?:график работы|формат работы|work schedule|work format): ",
        r"^желательное время в пути до работы|travel time to work",
        r"^знание языков\b",
        r"^повышение квалификации, курсы$|^тесты, экзамены$|^professional development, courses$",
        r"^мужской пол|женский пол|мужской пол",
        r"предпочитаемый способ связи|желаемый способ связи|preferred means of communication",
        r"^резюме обновлено|• ?резюме обновлено|resume updated",
    )
)
_MIN_HH_SIGNALS: Final = 3
_OTHERS: Final = (
    (Layout.INDEED, re.compile(r"email me on indeed|indeed\.com/r/", re.IGNORECASE), 1),
    (
        Layout.LINKEDIN,
        re.compile(
            r"\(linkedin\)|^top skills$|^основные навыки$|linkedin\.com/in/|^page \d+ of \d+$|"
            r"^honors-awards$"
            r"|^способы связаться$",
            re.IGNORECASE,
        ),
        3,
    ),
    (
        Layout.FACULTETUS,
        re.compile(
            r"полных лет ?[-–—]|^интересны (?:сферы|профессии)|powered by tcpdf", re.IGNORECASE
        ),
        2,
    ),
    (
        Layout.HUNTFLOW,
        re.compile(
            r"^эл\. почта:|^сфера работы$|^занятость и график работы$|^профессиональный опыт$|"
            r"^возраст:$",
            re.IGNORECASE,
        ),
        3,
    ),
    (Layout.SUPERJOB, re.compile(r"superjob\.ru", re.IGNORECASE), 1),
)
_DIGITS: Final = re.compile(r"\d+")
"""`Page 1 of 3` and `Page 2 of 3` are one signal."""
_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN: Final = re.compile(r"[a-z]", re.IGNORECASE)
_RUSSIAN_SHARE: Final = 0.25


def recognise_layout(rows: Sequence[Row]) -> Layout:
    for layout, signal, enough in _OTHERS:
        seen = {
            _DIGITS.sub("", match[0].lower()) for row in rows for match in signal.finditer(row.text)
        }
        if len(seen) >= enough:
            return layout
    texts = [row.text for row in rows if len(row.text) < 200]
    signals = sum(any(signal.search(text) for text in texts) for signal in _HH_SIGNALS)
    return Layout.HH if signals >= _MIN_HH_SIGNALS else Layout.FREE


def recognise_language(rows: Sequence[Row]) -> Literal["ru", "en"]:
    """Russian from a quarter of Cyrillic letters on: terms of the trade are Latin anyway."""
    text = "\n".join(row.text for row in rows)
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    return "ru" if cyrillic >= _RUSSIAN_SHARE * (cyrillic + latin) and cyrillic else "en"
