"""Rows of hh.ru's job heads that are neither a name nor a title: places, sites, industries."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.gazetteer import is_city, is_country
from parsers.fields.industries import completes_industry, is_industry
from parsers.fields.words import role_strength
from parsers.layouts.normalise import words_key
from parsers.layouts.row import Row

_SITE: Final = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,}|рф|xn--\w+)(?::\d+)?(?:[/?]\S*)?",
    re.IGNORECASE,
)
_SCHEME: Final = re.compile(r"https?:|www\.", re.IGNORECASE)
_PLACE_AND_SITE: Final = re.compile(rf"[^,]+(?:\([^)]*\))?,\s*(?P<site>{_SITE.pattern})", re.I)
_REGION: Final = re.compile(
    r"(?:[А-ЯЁ][\w-]+ (?:область|край|район|АО)(?: [-–—] \w+)?"
    r"|[Рр]еспублика [А-ЯЁ][\w-]+(?: [А-ЯЁ(][\w()-]+)*|[А-ЯЁ][\w-]+ [Рр]еспублика)"
)
_MORE: Final = re.compile(r"\s*(?:\.{3}|…)?\s*(?:показать ещ[её]|show more)?\s*$", re.IGNORECASE)
_SHOWS_MORE: Final = re.compile(r"(?:\.{3}|…)\s*(?:показать ещ[её]|show more)\s*$", re.IGNORECASE)
_TRADE_KIND: Final = re.compile(
    r"\((?:розничная торговля|производство|продвижение, оптовая торговля|добыча|"
    r"монтаж, сервис, ремонт|купля-продажа|изготовление|промышленность|обслуживание)[^()]*\)$",
    re.IGNORECASE,
)
"""How hh.ru's sub-industries often end: `Мебель (розничная торговля)`."""
_TRADES: Final = frozenset(
    words_key(name)
    for name in """Разработка программного обеспечения
Интернет-провайдер
Банк
Страхование, перестрахование
Интернет-магазин
Рекламное агентство
Кадровые агентства
Ресторан, общественное питание, фаст-фуд
Гостиница
Школа, детский сад
Вуз, ссуз колледж, ПТУ
Колледж, ПТУ
Складские услуги
Железнодорожные перевозки
Автомобильные перевозки
Юридические услуги
Аптека
Лечебно-профилактические учреждения
Государственные организации
Мобильная связь
Фиксированная связь
Консалтинговые услуги
Бухгалтерские услуги
Коммерческая недвижимость
Жилищное строительство
Безопасность, охранная деятельность
Розничная сеть (продуктовая)
Розничная сеть (товаров народного потребления)""".splitlines()
)
"""The commonest of the others, for texts that lost the marks of their lists."""
_LONGEST_PLACE: Final = 60
_FARTHEST_TOWN: Final = 3
_SUB_INDENT: Final = 6.0
_SURE: Final = 2


def is_site(text: str) -> bool:
    """`site.ru/`, `https://...`; `ASP.NET` and `1С.Программист` are none."""
    return bool(_SITE.fullmatch(text)) and (
        bool(_SCHEME.match(text)) or (text.islower() and role_strength(text) != _SURE)
    )


def is_place_row(text: str) -> bool:
    """A city, region, country or site, or a place and a site."""
    if is_site(text):
        return True
    joint = _PLACE_AND_SITE.fullmatch(text)
    if joint is not None and is_site(joint["site"].lower()):
        return True
    if is_country(text) or _REGION.fullmatch(text):
        return True
    name = text.split(",")[0].split("(")[0].strip()
    return is_city(name) and (
        name == text or (len(text) < _LONGEST_PLACE and not role_strength(text))
    )


def names_industry(text: str) -> bool:
    """A whole industry's name, cut off with `... Показать еще` on hh.ru's pages, or wrapped."""
    return bool(_SHOWS_MORE.search(text)) or is_industry(_MORE.sub("", text))


def is_sure_place(text: str) -> bool:
    """A place row that could be nothing else."""
    return is_site(text) or _PLACE_AND_SITE.fullmatch(text) is not None


def after_blocks(content: Sequence[Row], index: int) -> int:
    """The index of the first row behind place, site, industries and their sub-items."""
    start = index
    while index < len(content) and index < start + 2 and is_place_row(content[index].text):
        index += 1
    if index == start and _is_unknown_town(content, index):
        index += 1
        if index < len(content) and is_site(content[index].text):
            index += 1
    industry: Row | None = None
    while index < len(content):
        row = content[index]
        following = content[index + 1].text if index + 1 < len(content) else ""
        if names_industry(row.text):
            industry = row
        elif completes_industry(row.text, following):
            industry = row
            index += 1
        elif industry is None or not (_is_sub_item(row, industry) or _goes_on(content, index)):
            break
        index += 1
    return index


def _is_sub_item(row: Row, industry: Row) -> bool:
    if row.is_bullet or words_key(row.text) in _TRADES or _TRADE_KIND.search(row.text):
        return True
    x0, edge = row.line.x0, industry.line.x0
    return x0 is not None and edge is not None and x0 - edge > _SUB_INDENT


def _goes_on(content: Sequence[Row], index: int) -> bool:
    """A sub-industry that wraps goes on in lower case, or after a comma, dash or bracket."""
    above, text = content[index - 1].text, content[index].text
    if not content[index - 1].is_bullet and not names_industry(above) and not text[:1].islower():
        return above.endswith((",", "(", "-"))
    return (
        text[:1].islower() or above.endswith((",", "(", "/")) or above.count("(") > above.count(")")
    )


def _is_unknown_town(content: Sequence[Row], index: int) -> bool:
    """A short name over an industry or a site, or a plain one over a role: some small town."""
    if not 0 < index < len(content) - 1:
        return False
    text, below = content[index].text, content[index + 1].text
    words = text.split()
    if len(words) > _FARTHEST_TOWN or not text[:1].isupper() or not text[-1:].isalpha():
        return False
    if role_strength(text) or content[index].is_bullet or any(map(str.isdigit, text)):
        return False
    if names_industry(below) or is_site(below):
        return True
    return (
        len(words) <= _FARTHEST_TOWN - 1
        and text.istitle()
        and role_strength(below) == _SURE
        and not content[index + 1].is_bullet
    )
