"""Another way to write the same city."""

import re
from typing import Final

_ENGLISH: Final = {
    "Москва": "Moscow",
    "Санкт-Петербург": "Saint Petersburg",
    "Новосибирск": "Novosibirsk",
    "Екатеринбург": "Yekaterinburg",
    "Казань": "Kazan",
    "Нижний Новгород": "Nizhny Novgorod",
    "Челябинск": "Chelyabinsk",
    "Красноярск": "Krasnoyarsk",
    "Самара": "Samara",
    "Уфа": "Ufa",
    "Ростов-на-Дону": "Rostov-on-Don",
    "Омск": "Omsk",
    "Краснодар": "Krasnodar",
    "Воронеж": "Voronezh",
    "Пермь": "Perm",
    "Волгоград": "Volgograd",
    "Саратов": "Saratov",
    "Тюмень": "Tyumen",
    "Барнаул": "Barnaul",
    "Томск": "Tomsk",
    "Минск": "Minsk",
    "Алматы": "Almaty",
    "Ташкент": "Tashkent",
    "Тбилиси": "Tbilisi",
    "Ереван": "Yerevan",
    "Киев": "Kyiv",
    "Астана": "Astana",
    "Бишкек": "Bishkek",
    "Баку": "Baku",
    "Рига": "Riga",
    "Таллин": "Tallinn",
    "Вильнюс": "Vilnius",
    "Варшава": "Warsaw",
    "Прага": "Prague",
    "Берлин": "Berlin",
    "Мюнхен": "Munich",
    "Лондон": "London",
    "Париж": "Paris",
    "Амстердам": "Amsterdam",
    "Белград": "Belgrade",
    "Лимасол": "Limassol",
    "Стамбул": "Istanbul",
    "Тель-Авив": "Tel Aviv",
    "Дубай": "Dubai",
}
_RUSSIAN: Final = {english: russian for russian, english in _ENGLISH.items()}
_TOWN: Final = re.compile(r"(?:г\.|город\s)\s*", re.IGNORECASE)
_CYRILLIC: Final = re.compile("[А-Яа-яЁё]")


def other_city_names(city: str) -> list[str]:
    """One or two other spellings, the nearest first.

    `Москва` is also `г. Москва` and `Moscow`; a name that nobody listed gets or loses the word
    for town in Russian and a full stop otherwise.
    """
    bare = _TOWN.sub("", city, count=1) if _TOWN.match(city) else city
    near = bare if bare != city else f"г. {city}" if _CYRILLIC.search(city) else f"{city}."
    far = _ENGLISH.get(bare) or _RUSSIAN.get(bare)
    return [name for name in (near, far) if name]
