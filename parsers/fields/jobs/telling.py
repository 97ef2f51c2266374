"""The title and the company inside one sentence about a job."""

import re
from typing import Final

from parsers.fields.jobs.text import tidy_name
from parsers.fields.morphology import nominative_trade
from parsers.fields.words import LEGAL_FORM, company_strength, role_strength

WORKED: Final = re.compile(
    r"(?<!\w)(?:(?P<past>(?:про|от|под)?работал[аи]?|трудил(?:ся|ась)|служил[аи]?|занимал[аи]?|"
    r"устроил(?:ся|ась)|поступил[аи]?|переш[её]л|перешла|пош[её]л|пошла|приш[её]л|пришла|"
    r"назначен[аы]?|принята?|приняли|перевед[её]на?|перевели|начал[аи]?|начинал[аи]?|стал[аи]?|"
    r"возглавил[аи]?|возглавлял[аи]?|являл(?:ся|ась)|был[аи]?|"
    r"worked|served|was|joined|promoted|hired|started|employed|held(?=\s+(?:the|an?)\s))"
    r"|(?:работаю|тружусь|служу|занимаю|возглавляю|являюсь|числюсь|состою|"
    r"working|work|serving|serve|am|been))(?!\w)",
    re.IGNORECASE,
)
_AS: Final = re.compile(
    r"(?<!\w)(?:(?:в|на|занима\w+)\s+должност[ьи]|занима\w+\s+(?:должность|позицию|пост)|должность|"
    r"в\s+качестве|в\s+роли|на\s+позици[июя]|на\s+пост(?:у)?|"
    r"as(?:\s+an?|\s+the)?|(?:in\s+the\s+)?(?:role|position|capacity)\s+of(?:\s+an?)?|"
    r"to(?=\s+[A-Z]))\s+(?P<title>[^,.;:()]{3,80})",
    re.IGNORECASE,
)
_ADVERBS: Final = re.compile(
    r"^(?:там\s+|здесь\s+|же\s+|официально\s+|постоянно\s+|удал[её]нно\s+|also\s+|currently\s+|"
    r"full[- ]time\s+|part[- ]time\s+|\W+)+",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_TITLE_ENDS: Final = re.compile(
    r"\s+(?:в|во|на|у|с|со|из|от|до|при|где|и(?=\s+[а-яё]+(?:л|ла|ю)\b)|at|in|for|with|from|until|"
    r"since|where|and(?=\s+(?:[a-z]+ed|left|ran|became)\b))\s+|[,.;:()«\"“]",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"(?<!\w)(?:в|во|на|у|при|из|at|in|for|with|joined)\s+(?P<name>[^,;()]{2,90})", re.IGNORECASE
)
_QUOTED: Final = re.compile(
    r"(?P<before>(?:[\w./-]+\s+){0,4})(?P<name>«[^»]{2,60}(?:»|$)|\"[^\"]{2,60}\"|“[^”]{2,60}”)"
)
_COMPANY_ENDS: Final = re.compile(
    r"\s+(?:с|со|до|где|на\s+(?:должност|позици|пост)|в\s+(?:должност|качестве|роли|город|г\.)|как|as|"
    r"from|since|until|where|during|by|on|in|и\s+(?=[а-яё]+(?:л|ла|ю|лся|лась)\b))(?!\w)\s*",
    re.IGNORECASE,
)
_COMMON: Final = re.compile(
    r"^(?:компани[ияюе]й?|фирм[аеуы]|организаци[ияюе]|предприяти[еию]|групп[аеуы](?:\s+компаний)?|"
    r"(?:the\s+|a\s+|an\s+)?company)\s+",
    re.IGNORECASE,
)
_NOMINATIVE: Final = {
    "заводе": "завод", "комбинате": "комбинат", "банке": "банк", "магазине": "магазин",
    "ресторане": "ресторан", "салоне": "салон", "центре": "центр", "школе": "школа",
    "школу": "школа", "фабрике": "фабрика", "фабрику": "фабрика", "больнице": "больница",
    "больницу": "больница", "клинике": "клиника", "клинику": "клиника", "саду": "сад",
    "гостинице": "гостиница", "поликлинике": "поликлиника", "студии": "студия", "лицее": "лицей",
    "санатории": "санаторий", "агентстве": "агентство", "институте": "институт",
    "театре": "театр", "отеле": "отель", "университете": "университет", "колледже": "колледж",
    "предприятии": "предприятие", "сети": "сеть", "детском": "детский", "торговом": "торговый",
    "городской": "городская", "областной": "областная", "районной": "районная",
    "центральной": "центральная", "медцентре": "медцентр", "библиотеке": "библиотека",
}  # fmt: skip
"""Kinds of employers in the case that stands after `в` and `на`."""
_COMPANY_END: Final = re.compile(
    r"(?:[»\"”]|(?<!\w)(?:ООО|АО|ИП|ПАО|ЗАО)\s+[^\s«\"]+)\s+(?=[а-яё])|,\s+", re.IGNORECASE
)
_SURE: Final = 2
_LONGEST: Final = 8
_BEING: Final = re.compile(r"(?:(?:про|от)?работа|труд|служ|устро|был|явля)", re.IGNORECASE)
"""Verbs that a trade in the instrumental case follows."""
_NO_TRADE: Final = re.compile(
    r"(?:(?:в|во|на|у|за|из)\s|вахтов|удал[её]н|сдельн|коллектив|команд[оа]й|метод|образ|временем|сам(?:им|ой)|вместе|"
    r"над|со?\s|под\s|по\s|для\s|без\s|через|также|которы|т(?:ем|ой|ам)(?!\w))",
    re.IGNORECASE,
)


def told_names(text: str) -> tuple[str | None, str | None]:
    """(title, company) of a sentence whose dates were taken out."""
    position, rest = _title_of(text)
    return tidy_name(position), tidy_name(_company_of(rest))


def _title_of(text: str) -> tuple[str | None, str]:
    """The title and the sentence without it."""
    for match in _AS.finditer(text):
        title = _as_heading(match["title"], is_named=True)
        if title is not None:
            return title, f"{text[: match.start()]} , {text[match.start('title') :]}"
    for verb in WORKED.finditer(text):
        after = _ADVERBS.sub("", text[verb.end() :])
        title = _as_heading(after, is_named=bool(_BEING.match(verb[0])))
        if title is not None:
            return title, text[: verb.end()] + " , " + after
    return _title_behind_company(text) or _title_anywhere(text), text


def _title_behind_company(text: str) -> str | None:
    """`в ООО «Луч» токарем`: after the quotes or the legal form's name."""
    for match in _COMPANY_END.finditer(text):
        title = _as_heading(text[match.end() :], is_named=match[0].strip() != ",")
        if title is not None:
            return title
    return None


def _title_anywhere(text: str) -> str | None:
    """`на стройке каменщиком`, `, бригадир каменщиков`: a trade after the verb or a comma."""
    verb = WORKED.search(text)
    words = text[verb.end() if verb else 0 :].split()
    for index, word in enumerate(words):
        if nominative_trade(word) != word or role_strength(word.strip(",.–—")) == _SURE:
            title = _as_heading(" ".join(words[index:]).lstrip(" ,–—"))
            if title is not None:
                return title
    return None


def _as_heading(text: str, *, is_named: bool = False) -> str | None:
    """The phrase at the start of a text as a title, if it reads as one.

    `is_named` tells that the words before it announce a title: then its case is enough.
    """
    phrase = _ARTICLE.sub("", _TITLE_ENDS.split(text + " ", maxsplit=1)[0].strip())
    if not phrase or len(phrase.split()) > _LONGEST or _NO_TRADE.match(phrase):
        return None
    title = nominative_trade(phrase)
    is_trade = role_strength(title) == _SURE or (is_named and title != phrase)
    return title if is_trade or (is_named and phrase.isascii()) else None


def _company_of(text: str) -> str | None:
    quoted = _QUOTED.search(text)
    if quoted is not None:
        return _with_its_kind(quoted["before"].split(), quoted["name"])
    for match in _PLACE.finditer(text):
        name = _COMMON.sub("", _COMPANY_ENDS.split(match["name"] + " ", maxsplit=1)[0].strip())
        name = " ".join(_NOMINATIVE.get(word.lower(), word) for word in name.split())
        if name and (name[0].isupper() or company_strength(name)) and not _is_no_company(name):
            return name
    form = LEGAL_FORM.search(text)
    if form is not None:
        return _COMPANY_ENDS.split(text[form.start() :] + " ", maxsplit=1)[0].split(",")[0].strip()
    return None


def _with_its_kind(before: list[str], name: str) -> str:
    """`ПБТФ «Амурская»`, `завод «Буммаш»`; `компания` says nothing and is left out."""
    kind: list[str] = []
    for word in reversed(before):
        known = _NOMINATIVE.get(word.lower()) or (word if word in _NOMINATIVE.values() else None)
        if known is None and not (word.isupper() and len(word) > 1) and not LEGAL_FORM.match(word):
            break
        kind.insert(0, known or word)
    return " ".join([*kind, name])


def _is_no_company(name: str) -> bool:
    """Words of time and of the trade itself."""
    return role_strength(name) == _SURE or not any(letter.isalpha() for letter in name)
