"""Parts of a head line that are neither a title nor a company: places, terms, durations."""

import re
from typing import Final

from parsers.fields.durations import duration_at_start
from parsers.fields.gazetteer import is_city, is_country, is_plain_city, is_state
from parsers.fields.jobs.labels import SIDE_LABEL
from parsers.fields.words import company_strength, role_strength

_TERMS: Final = re.compile(
    r"^(?:full[- ]?time|part[- ]?time|contract|permanent|remote(?:ly)?|hybrid|on-?site|"
    r"internship|freelance|self-employed|"
    r"полная занятость|частичная занятость|полный день|удал[её]нн?о|удал[её]нная работа|гибрид|"
    r"офис|проектная работа|"
    r"(?:на )?\d[\d.,/]*\s?ставки|"
    r"стажировка|неполный рабочий день|по совместительству|совмещение)$",
    re.I,
)


_ON_ONES_OWN: Final = re.compile(
    r"^(?:freelance|self[- ]employed|фриланс|самозанят(?:ый|ая|ость)|частная практика|"
    r"private practice)$|\bfreelance|фриланс",
    re.I,
)


SITE: Final = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:ru|com|io|net|org|by|kz|рф|dev|ai|"
    r"me|example)(?:/\S*)?$",
    re.I,
)
_STREET: Final = re.compile(
    r"\d+[\w/-]* (?:[A-Z][\w.']* ){1,4}(?:St|Street|Ave|Avenue|Rd|Road|Way|Blvd|Boulevard|Drive|Dr|"
    r"Lane|Ln|Court|Ct|Hwy|Highway|Parkway|Pkwy)(?!\w)|"
    r"(?:г\. ?[А-ЯЁ][\w-]+, ?)?(?:ул|пр|пр-т|просп|пер|наб|ш|б-р)\. ?[А-ЯЁ]"
)
_POST: Final = re.compile(r"(?:Fort|Ft\.|Joint Base|Naval \w+)\s[A-Z][\w' -]*$|[\w ]+ AFB$")
_STATE_CODE: Final = re.compile(r"^(?P<city>[A-Z][\w. -]+?),?\s+(?P<state>[A-Z]{2})(?:\s+\d{5})?$")


def is_place(text: str) -> bool:
    """`Москва`, `City, State`, `Berlin, Germany`, `Россия`: where, not who."""
    text = re.sub(r"\([^)]*\)$", "", text.strip()).strip(" .()")
    if is_post(text) or _STREET.match(text):
        return True
    code = _STATE_CODE.match(text)
    if code is not None and is_state(code["state"]) and _is_town(code["city"]):
        return True
    parts = [re.sub(r"^г\.\s?", "", part.strip()) for part in text.split(",") if part.strip()]
    parts = [part for part in parts if not SITE.match(part)] or parts
    if not parts or len(parts) > 3:
        return False
    if len(parts) == 1:
        return is_plain_city(parts[0]) or is_country(parts[0])
    known = [is_city(part) or is_country(part) or is_state(part) for part in parts]
    return all(known) or (
        len(parts) == 3
        and known[-1]
        and not is_state(parts[-1])
        and not is_city(parts[1])
        and not any(company_strength(part) or role_strength(part) for part in parts[:2])
    )


def is_post(text: str) -> bool:
    """`Fort Hood, TX`, `Camp Casey, South Korea`: where a soldier served."""
    name, _, land = text.rpartition(", ")
    if name.startswith("Camp "):
        return is_country(land)  # `Camp Tamarack, MI` is for children.
    return bool(_POST.match(name)) and (is_state(land) or is_country(land))


def _is_town(text: str) -> bool:
    """A few words, none of them a company's."""
    return " - " not in text and len(text.split()) <= 3 and not company_strength(text)


def is_on_ones_own(text: str) -> bool:
    """`Freelance`, `Самозанятый`: the words in the employer's place."""
    return bool(_ON_ONES_OWN.search(text))


def is_noise(text: str) -> bool:
    """Parts of a head line that name neither a title nor a company."""
    duration = duration_at_start(text)
    return (
        not any(letter.isalpha() for letter in text)
        or bool(duration and duration[1] >= len(text) - 1)
        or bool(_TERMS.match(text.strip(" ()")))
        or text.lower() in ("city", "state", "company", "компания", "firm")
        or bool(SIDE_LABEL.match(text) and len(text) < 30)
    )
