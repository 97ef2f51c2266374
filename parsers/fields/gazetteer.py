"""Which words name a city: GeoNames places (cities.txt says which) in Russian and Latin."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from parsers.layouts.normalise import words_key

_TOKEN: Final = re.compile(r"[A-Za-zА-Яа-яЁёÀ-ÿ.']+(?:[-–][A-Za-zА-Яа-яЁё]+)*")
_MAX_WORDS: Final = 4
_AMBIGUOUS: Final = frozenset(
    # Towns whose names are everyday words or people's names: they need a label or "г.".
    ["анна", "артем", "бор", "бада", "бар", "ван", "дно", "домна", "заря", "зима", "мари", "мира", "майна", "лист", "манас", "маркс", "мир", "буй", "лиман", "орда", "пал", "пласт", "подол", "пост", "радость", "роза", "рудня", "свободный", "советский", "строитель", "труд", "узел", "уральский", "центральный", "юрга", "яр", "северный", "октябрьский", "комсомольский", "дружба", "космос", "лида", "лира", "малина", "мена", "новый", "павлово", "питер", "поти", "сале", "самба", "сокол", "солнечный", "спутник", "удачный", "энергетик", "южный", "ключи", "дубки", "сосны", "пионерский", "гвардейск", "союз", "прогресс", "победа", "восход", "ростов", "игра", "любим", "ола", "тара", "реж", "сирт", "суда", "фокино", "чехов", "жуков", "пушкин", "гагарин", "ломоносов", "королев", "киров", "калинин", "чапаев", "энгельс", "карла", "петров", "александров", "николаев", "михайловка", "степанов", "дмитров", "белов", "орлов", "титов", "беляев", "лебедев", "горки", "липки", "анди", "азов", "лоне", "reading", "mobile", "male", "nice", "bath", "of", "sale", "most", "angle", "man", "bar", "orange", "enterprise", "normal", "surprise", "hope", "liberty", "eagle", "best", "date", "march", "concord", "commerce", "sandy", "independence", "union", "marathon", "young", "lodi", "opportunity", "python", "java", "oracle", "delta", "cloud", "derby", "champion", "troy", "florence", "victoria", "charlotte", "lincoln", "jackson", "madison", "aurora", "taylor", "carol", "carson", "arnold", "marion", "chandler", "salem", "hamilton", "kent", "warren", "irving", "gary", "tyler", "allen", "anderson", "lawrence", "clifton", "logan", "davis", "franklin", "bryan", "garland", "jefferson", "windsor", "crosby", "wells", "sierra", "burton", "university", "college", "center", "central", "park", "summit", "academy", "lead", "data", "manager", "design", "mission", "general", "international"]
)


def _load() -> dict[str, str]:
    cities: dict[str, str] = {}
    text = files("parsers.fields").joinpath("cities.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        country, russian, *latin = line.split("\t")
        for name in (*filter(None, russian.split("/")), *latin):
            cities.setdefault(words_key(name), country)
    return cities


_CITIES: Final = _load()
_COUNTRIES: Final = frozenset(
    words_key(name)
    for name in ["Россия", "РФ", "Российская Федерация", "Беларусь", "Белоруссия", "Республика Беларусь", "Украина", "Казахстан", "Узбекистан", "Киргизия", "Кыргызстан", "Таджикистан", "Туркменистан", "Армения", "Азербайджан", "Грузия", "Молдова", "Молдавия", "Латвия", "Литва", "Эстония", "Сербия", "Черногория", "Турция", "Кипр", "Израиль", "Германия", "Польша", "Чехия", "Болгария", "Испания", "Португалия", "Италия", "Франция", "Великобритания", "США", "Канада", "ОАЭ", "Таиланд", "Вьетнам", "Китай", "Индия", "Финляндия", "Нидерланды", "Австрия", "Швейцария", "Венгрия", "Румыния", "Греция", "Хорватия", "Словения", "Словакия", "Швеция", "Норвегия", "Дания", "Ирландия", "Япония", "Южная Корея", "Индонезия", "Бали", "Аргентина", "Бразилия", "Мексика", "Австралия", "Russia", "Russian Federation", "Belarus", "Ukraine", "Kazakhstan", "Uzbekistan", "Kyrgyzstan", "Tajikistan", "Armenia", "Azerbaijan", "Georgia", "Moldova", "Latvia", "Lithuania", "Estonia", "Serbia", "Montenegro", "Turkey", "Turkiye", "Cyprus", "Israel", "Germany", "Poland", "Czech Republic", "Czechia", "Bulgaria", "Spain", "Portugal", "Italy", "France", "United Kingdom", "UK", "England", "Scotland", "USA", "United States", "US", "U S A", "United States of America", "Canada", "UAE", "United Arab Emirates", "Thailand", "Vietnam", "China", "India", "Finland", "Netherlands", "The Netherlands", "Austria", "Switzerland", "Hungary", "Romania", "Greece", "Croatia", "Slovenia", "Slovakia", "Sweden", "Norway", "Denmark", "Ireland", "Japan", "South Korea", "Korea", "Indonesia", "Argentina", "Brazil", "Mexico", "Australia", "New Zealand", "Pakistan", "Bangladesh", "Sri Lanka", "Nepal", "Egypt", "Nigeria", "Kenya", "Ghana", "South Africa", "Morocco", "Tunisia", "Saudi Arabia", "Qatar", "Kuwait", "Bahrain", "Oman", "Jordan", "Lebanon", "Iran", "Iraq", "Philippines", "Malaysia", "Taiwan", "Colombia", "Chile", "Peru", "Belgium", "Luxembourg", "Iceland", "Malta", "Albania", "Bosnia"]
)
_US_STATES: Final = frozenset(
    ["AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", "ON", "BC", "QC", "AB", "MB", "NS"]
)
_STATE_NAMES: Final = frozenset(
    words_key(name)
    for name in ["Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming", "Ontario", "Quebec", "British Columbia", "Alberta", "Karnataka", "Maharashtra", "Tamil Nadu", "Telangana", "Kerala", "Gujarat", "Punjab", "Haryana", "Uttar Pradesh", "West Bengal", "Andhra Pradesh", "Rajasthan", "Madhya Pradesh", "Bihar", "Odisha", "Delhi", "New South Wales", "Victoria", "Queensland", "Bavaria"]
)


def is_city(name: str) -> bool:
    """Is the whole text a city's name?"""
    return words_key(name) in _CITIES


def is_plain_city(name: str) -> bool:
    """A city's name that is nothing else."""
    key = words_key(name)
    return key in _CITIES and key not in _AMBIGUOUS


def is_country(name: str) -> bool:
    return words_key(name) in _COUNTRIES


def is_state(name: str) -> bool:
    return name.strip().rstrip(".") in _US_STATES or words_key(name) in _STATE_NAMES


def find_cities(text: str) -> Iterator[tuple[str, int, int]]:
    """Names of unambiguous cities in a text, as (name as written, start, end)."""
    tokens = list(_TOKEN.finditer(text))
    index = 0
    while index < len(tokens):
        taken = 1
        for count in range(min(_MAX_WORDS, len(tokens) - index), 0, -1):
            start, end = tokens[index].start(), tokens[index + count - 1].end()
            name = text[start:end].rstrip(".'")
            if name[:1].isupper() and is_plain_city(name) and "," not in name:
                yield name, start, start + len(name)
                taken = count
                break
        index += taken


_CASE_ENDINGS: Final = (
    ("е", ("", "а", "о")),
    ("и", ("ь", "и", "а")),
    ("ы", ("ы",)),
    ("ях", ("и",)),
    ("ах", ("ы",)),
    ("ом", ("ый", "ое", "")),
    ("ем", ("ий", "ее")),
    ("ой", ("ая",)),
)


def city_in_prepositional(words: str) -> str | None:
    """The nominative of `Москве`, `Казани`, `Нижнем Новгороде`, ... where it is a known city."""
    if is_city(words):
        return words
    stems = [_nominatives(word) for word in words.split()]
    candidates = [""]
    for options in stems:
        candidates = [f"{left} {option}".strip() for left in candidates for option in options]
    return next((candidate for candidate in candidates if is_plain_city(candidate)), None)


def _nominatives(word: str) -> list[str]:
    options = [word]
    for ending, replacements in _CASE_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            options += [word[: -len(ending)] + replacement for replacement in replacements]
    return options
