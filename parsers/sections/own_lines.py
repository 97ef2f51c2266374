"""Lines in which people tell one fact about themselves: `Город: Пермь`, `Salary — 120 000 RUB`.

Texts that are typed or pasted into a chat have them anywhere, without a heading over them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from parsers.fields.dates import find_ranges
from parsers.fields.languages import names_language
from parsers.layouts.normalise import one_spaced, without_sign
from parsers.layouts.row import Row
from parsers.layouts.section import SectionName
from parsers.sections.headings import match_heading


class Fact(StrEnum):
    CITY = "city"
    AGE = "age"
    SALARY = "salary"
    CONTACT = "contact"
    TERMS = "terms"
    SKILLS = "skills"
    TOOLS = "tools"
    LANGUAGES = "languages"


_PAY: Final = (
    r"зарплат\w*|з\.?/?п|заработн\w+ плат\w+|оклад\w*|доход\w*|оплат\w+|заработ\w+|"
    r"salary|pay|compensation"
)
_LABELS: Final[dict[Fact, str]] = {
    Fact.CITY: (
        r"(?:(?:мой|текущий|фактический|домашний) )?(?:город|адрес|место|регион|населенный пункт)"
        r"(?: (?:фактического )?(?:проживания|жительства|нахождения))?|живу|проживаю|проживает|"
        r"проживание|локация|местоположение|местонахождение|место ?нахождение|где живу|"
        r"(?:current |home )?(?:location|city|address|residence|place of residence)|"
        r"based in|lives? in|living in"
    ),
    Fact.AGE: (
        r"возраст|(?:полных )?лет|(?:дата|год) рождения|д\.? ?р\.?|родил(?:ся|ась)|"
        r"age|date of birth|birth ?da(?:te|y)|d\.?o\.?b\.?|born"
    ),
    Fact.SALARY: (
        rf"(?:(?:желаем|ожидаем|минимальн)\w+ (?:уровень )?|уровень )?(?:{_PAY})|"
        r"(?:мои )?(?:зарплатные |финансовые )?ожидания(?: по (?:зарплате|доходу|з/?п|деньгам|"
        r"оплате))?|(?:зарплатная )?вилка|"
        r"(?:expected|desired|target|min(?:imum)?\.?) (?:salary|pay|compensation|income|rate)|"
        r"(?:salary|pay|compensation) (?:expectations?|requirements?)|"
        r"(?:hourly |daily |day )?rate"
    ),
    Fact.CONTACT: (
        r"(?:моб(?:ильный)?\.? ?|контактный )?тел(?:ефон)?\.?|моб(?:ильный)?\.?|e-?mail|"
        r"(?:эл\.?|электронная) ?почта|почта|телеграмм?|тг|telegram|tg|whatsapp|ватсап|вотсап|"
        r"viber|"
        r"вайбер|skype|скайп|контакты|связь|phone|mobile|cell|tel|contacts?|linkedin|github"
    ),
    Fact.TERMS: (
        r"гражданство|семейное положение|дети|пол|готовность к \w+|переезд|командировки|релокация|"
        r"формат(?: работы)?|занятость|(?:желаемый )?график(?: работы)?|"
        r"(?:водительск\w+ )?(?:права|удостоверение)(?: категории)?|опыт вождения|"
        r"когда готов\w*(?: выйти)?|готов\w* (?:выйти|приступить)|вредные привычки|"
        r"citizenship|nationality|marital status|gender|relocation|work (?:format|permit)|"
        r"employment type|driving licen[cs]e|driver'?s licen[cs]e|availability|notice period"
    ),
}
_MARK: Final = r"\s*(?:[:：]|[-–—=](?=\s|\d))\s*"
_LABELLED: Final = {
    fact: re.compile(rf"(?:{words}){_MARK}(?P<value>\S.*)", re.IGNORECASE)
    for fact, words in _LABELS.items()
}
_UNMARKED: Final[dict[Fact, re.Pattern[str]]] = {
    Fact.AGE: re.compile(
        r"(?:возраст|age)\s+\d\d(?!\d).{0,12}|(?:мне\s+)?\d\d\s(?:полных\s)?(?:лет|года?)\.?|"
        r"(?:г\.\s?)?[А-ЯЁ][а-яё-]{2,25},\s\d\d\s(?:лет|года?)\.?|"
        r"i(?:['’]m| am)\s\d\d(?:\s.{0,12})?|"
        r"\d\d\s?(?:years old|y\.?\s?o\.?)",
        re.IGNORECASE,
    ),
    Fact.SALARY: re.compile(
        rf"(?:(?:желаем|ожидаем|минимальн)\w+\s|expected\s|desired\s)?(?:{_PAY})\s"
        r"(?:(?:от|до|не\sменее|минимум|в\sрайоне|около|from)\s)?[$€₽]?\s?\d.{0,50}|"
        r"(?:хочу|хотел[аи]?\sбы|готов[аы]?|рассматриваю|ищу|прошу)\s(?:(?:получать|зарабатывать|"
        r"работать|зарплату|доход|оклад)\s)?(?:за\s|от\s|не\sменее\s)?"
        r"\d[\d\s.,–—-]{1,15}(?:к|k|т\.?\s?р|тыс|руб|₽|\$|€).{0,20}|"
        r"(?:i\s)?(?:looking\sfor|expect(?:ing)?|asking(?:\sfor)?|want)\s[$€£]?\d[\d.,]*\s?k?\s?"
        r"(?:[$€£]|usd|eur|rub|gross|net|per|a).{0,20}|"
        r"(?:от\s)?\d[\d\s.,–—-]{1,15}(?:тыс|т\.\s?р|руб|₽)[а-я.]{0,6}(?:\sна\sруки)?",
        re.IGNORECASE,
    ),
    Fact.TERMS: re.compile(
        r"(?:не\s)?готов[аы]?\sк\s.{3,80}|(?:к\s)?(?:переезду|командировкам)\s(?:не\s)?готов[аы]?.{0,40}|"
        r"(?:not\s)?(?:ready|willing|open)\sto\s(?:relocat|travel|remote|business).{0,60}",
        re.IGNORECASE,
    ),
    Fact.CONTACT: re.compile(
        r"(?:(?:тел|моб|тг|tg|telegram|телеграмм?|phone|mail|почта|ватсап|whatsapp)\.?\s?)?"
        r"(?:@[A-Za-z][\w.]{2,40}|\+?[\d\s()-]{10,18}|[\w.+-]{1,60}@[\w-]{1,40}\.[\w.-]{2,20}|t\.me/\S+)",
        re.IGNORECASE,
    ),
}
_ANY_TERMS: Final = re.compile(r"договор|обсужд|рыноч|negotiable|open|\d", re.IGNORECASE)
_SKILLS: Final = re.compile(
    r"(?:(?:мои|ключевые|основные|профессиональные|профес|key|core|my|technical) )*"
    r"(?:навыки|умения|компетенции|умею|владею|знаю|skills)",
    re.IGNORECASE,
)
_TOOLS: Final = re.compile(
    r"стек(?: технологий)?|технологии|инструменты|программы|софт|(?:tech )?stack|tech|tools|"
    r"technologies|software",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(r"(?P<label>[^:\t|]{2,40}?)\s*:")
_TABLED: Final = re.compile(
    r"^(?P<label>[^\t|:]{2,45}?)[: ]*"
    r"(?:\t+ *(?P<value>[^\t|\s].*)|\|[ \t]*(?P<cell>[^\t|\s][^\t|]*))$"
)
_DASHED: Final = re.compile(r"^(?P<label>[^\d:–—-]{2,45}?)\s+[-–—=]\s+(?P<value>\S.*)(?P<cell>)$")
_POSITION: Final = re.compile(
    r"(?:желаемая |искомая )?(?:должность|позиция|вакансия|профессия)|(?:desired |target )?"
    r"(?:position|job title|role|title)",
    re.IGNORECASE,
)
_TABLED_SECTIONS: Final = (
    SectionName.EXPERIENCE,
    SectionName.SKILLS,
    SectionName.LANGUAGES,
    SectionName.EDUCATION,
)
_LONGEST: Final = 160


def fact_of(row: Row) -> Fact | None:
    """The fact that the whole row tells; None for anything more or less than one fact."""
    text = without_sign(row.text).replace("ё", "е").replace("Ё", "Е")
    if not text or len(row.text) > 2 * _LONGEST:
        return None
    head = _HEAD.match(text)
    if head is not None:
        listed = _listed_fact(head["label"], text[head.end() :])
        if listed is not None:
            return listed
    if len(text) > _LONGEST or find_ranges(text):
        return None
    for fact, labelled in _LABELLED.items():
        found = labelled.fullmatch(text)
        if found is not None:
            return fact if fact is not Fact.SALARY or _ANY_TERMS.search(found["value"]) else None
    return next((fact for fact, line in _UNMARKED.items() if line.fullmatch(text)), None)


def _listed_fact(label: str, rest: str) -> Fact | None:
    if _SKILLS.fullmatch(label):
        return Fact.SKILLS
    if _TOOLS.fullmatch(label):
        return Fact.TOOLS
    is_languages = re.fullmatch(r"(?:иностранные )?языки|languages?", label, re.IGNORECASE)
    return Fact.LANGUAGES if is_languages and names_language(rest) else None


def with_marked_labels(rows: Sequence[Row]) -> list[Row]:
    """`Город<tab>Пермь`, `| City | Perm |`, `Навыки - Excel` with a colon behind the label.

    `Experience<tab>2019 - 2021` becomes two rows.
    """
    return [part for row in rows for part in _with_colon(row)]


def _with_colon(row: Row) -> list[Row]:
    if row.line.cell is not None:
        return [row]
    tabled = _TABLED.match(row.raw.strip().strip("|").strip())
    is_short = tabled is None and len(row.text) <= _LONGEST
    dashed = _DASHED.match(without_sign(row.text)) if is_short else None
    match = tabled or dashed
    if match is None:
        return [row]
    label, value = one_spaced(match["label"]), match["value"] or match["cell"]
    heading = _heading_of(label) if tabled is not None else None
    if heading is SectionName.EXPERIENCE:
        return [row.cut(label), _with_text(row, value)]
    is_own = _is_own_label(label) or _listed_fact(without_sign(label), value) is Fact.LANGUAGES
    if heading is None and not is_own:
        return [row]
    return [_with_text(row, f"{label}: {value}")]


def _with_text(row: Row, raw: str) -> Row:
    return replace(row, text=one_spaced(raw), raw=raw)


def _heading_of(label: str) -> SectionName | None:
    """The section whose rows may stand in the second column of a table."""
    bare = without_sign(label)
    if _POSITION.fullmatch(bare):
        return SectionName.POSITION
    heading = match_heading(bare)
    if heading is None or heading.rest:
        return None
    return heading.name if heading.name in _TABLED_SECTIONS else None


def _is_own_label(label: str) -> bool:
    bare = without_sign(label).replace("ё", "е")
    if _SKILLS.fullmatch(bare):
        return True
    return any(labelled.fullmatch(f"{bare}: 1") for labelled in _LABELLED.values())
