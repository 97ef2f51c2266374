"""Lines that name a natural language and its level: they are not key skills."""

import re
from typing import Final

_LANGUAGE: Final = (
    r"(?:русский|английский|немецкий|французский|испанский|итальянский|китайский|японский|"
    r"корейский|турецкий|арабский|"
    r"украинский|белорусский|казахский|татарский|башкирский|узбекский|армянский|грузинский|"
    r"азербайджанский|"
    r"польский|чешский|португальский|иврит|латинский|чувашский|киргизский|таджикский|сербский|"
    r"финский|"
    r"russian|english|german|french|spanish|italian|chinese|mandarin|japanese|korean|turkish|"
    r"arabic|ukrainian|"
    r"belarusian|kazakh|polish|portuguese|hindi|hebrew|dutch|tamil|telugu|marathi|kannada|urdu|"
    r"bengali|punjabi|gujarati)"
)
_LEVEL: Final = (
    r"(?:родной|[abc][12]\+?|начальный|элементарный|средний|средне-продвинутый|продвинутый|в "
    r"совершенстве|свободн\w+|базов\w+|"
    r"разговорный|читаю|могу|native|fluent\w*|advanced|upper|intermediate|elementary|basic|"
    r"beginner|"
    r"proficient|proficiency|bilingual|mother tongue|conversational|professional|full "
    r"professional|limited|со словарем|технический)"
)
_LINE: Final = re.compile(
    rf"^{_LANGUAGE}(?:\s+(?:язык|language))?\s*(?:[-–—:(,]\s*|\s)\(?(?:уровень\s+)?{_LEVEL}",
    re.IGNORECASE,
)


_NAMED: Final = re.compile(rf"(?<!\w){_LANGUAGE}(?!\w)", re.IGNORECASE)


def names_language(text: str) -> bool:
    """Does a text name a natural language at all?"""
    return bool(_NAMED.search(text))


def is_language_level(text: str) -> bool:
    """`Английский — B2 — Средне-продвинутый`, `English (fluent)`; not the tag `Английский язык`."""
    return bool(_LINE.match(text.strip(" •-–—")))
