"""Skills inside one text: groups, separators, brackets, levels and years."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from parsers.fields.languages import is_language_level
from parsers.fields.words import is_sentence
from parsers.layouts.normalise import SIGN, one_spaced, without_bullet, words_key

_SIGNS: Final = re.compile(rf"^(?:{SIGN.pattern})")
_YEARS: Final = re.compile(
    r"\s*[-–—:,]\s*(?:более\s+|over\s+)?\d+\+?\s*(?:years?|yrs?|лет|год[а]?|мес\w*|months?)"
    r"(?:\s+(?:опыта|of experience))?$|\s+\d+\+?\s*(?:years?|лет|год[а]?)$|"
    r"\s*\((?:\d+\+?\s*(?:years?|yrs?|лет|год[а]?|мес\w*|months?)|less than \d+ years?|менее "
    r"\d+ год\w*)[^)]*\)",
    re.IGNORECASE,
)


_GROUP: Final = re.compile(
    r"^(?P<group>[^:]{2,60}?)\s*:\s+(?P<rest>\S.*)$|^(?P<alone>[^:,]{2,60}):$"
)


_KNOWN_COLON: Final = re.compile(r"^(?:1[сc]|http|https)\s*:", re.IGNORECASE)


_SEPARATORS: Final = re.compile(
    r"\s*(?:[;,•●▪■·|◦⋅]|\s[-–—]\s(?=[А-ЯЁA-Z])|(?<!кат)(?<!\bг)(?<!\bт)\.\s+(?=[А-ЯЁA-Z]))\s*"
)


_LEVEL_TAIL: Final = re.compile(
    r"\s*(?:[-–—:]\s*)?\(?(?:продвинутый|средний|базовый|базовые|начальный|уверенный|опытный|"
    r"уверенно|отлично|хорошо|свободно|чтение|эксперт\w*|advanced|intermediate|beginner|basic|"
    r"expert|proficient|fluent|familiar|novice|good|excellent)"
    r"(?:\s+(?:уровень|пользователь|знания|level|user|knowledge))?\)?$",
    re.IGNORECASE,
)


_LEAD_IN: Final = re.compile(
    r"^(?i:(?:уверенн\w+|отличн\w+|хорош\w+|базов\w+|свободн\w+|практическ\w+|продвинут\w+|"
    r"глубок\w+)\s+)?(?i:владе(?:ю|ние)|зна(?:ю|ние|ния)|понимание|опыт(?:\s+работы)?|умение|"
    r"навыки|пользователь|уме(?:ю))\s+(?i:работ(?:ы|ать|а)\s+)?(?i:с|со|в|на|по|о|об|"
    r"основ)?\s*(?=[A-Z0-9«\"])"
    r"|^(?i:experience (?:with|in)|proficient (?:with|in)|(?:working |good )?knowledge of|"
    r"familiar with|strong|skilled in|expert in)\s+(?=[A-Z0-9])",
)


_RATING: Final = re.compile(
    r"\s*[-–—:]?\s*(?:[★☆●○◉◯⬤■□▪▫▮▯█░▓▰▱⭐◆◇]{2,}|\b\d{1,3}\s?%|\b\d{1,2}\s?/\s?(?:5|10)\b)"
)


_CATEGORY: Final = re.compile(r"\s*[A-EМАВСЕ]{1,2}\d?\.?\s*")
_HAS_CATEGORY: Final = re.compile(r"(?:категори|кат\.|права|удостоверени|licen[cs]e|class)", re.I)
_EXPLAINED: Final = re.compile(r"^(?P<skill>\S+(?: \S+){0,2}?)\s[–—-]\s[а-яёa-z].*$")
"""`C++ – учебные проекты`: what a skill was used for."""
_NOT_SKILL: Final = re.compile(
    r"^(?:[\W\d_]*|и|and|etc\.?|и т\.?\s?д\.?|и др\.?|др\.|others?)$", re.IGNORECASE
)


_MAX_LENGTH: Final = 90


_MAX_WORDS: Final = 9


def unique_skills(skills: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for skill in skills:
        key = words_key(skill)
        if key and key not in seen and not _NOT_SKILL.match(skill):
            seen.add(key)
            yield skill


def ungrouped(text: str) -> Iterator[str]:
    """`Языки: Python, C++` without the name of the group."""
    match = None if _KNOWN_COLON.match(text) else _GROUP.match(text)
    if match is None or (match["rest"] and _only_rates(match["rest"])):
        yield text
    elif match["rest"]:
        yield match["rest"]


def _only_rates(rest: str) -> bool:
    """`9/10`, `продвинутый`: how well, not what."""
    return bool(_LEVEL_TAIL.fullmatch(rest) or _NOT_SKILL.match(_RATING.sub("", rest)))


def split_outside_brackets(text: str) -> list[str]:
    """Splits at separators that are not inside brackets."""
    masked, depth = [], 0
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        masked.append("\x00" if depth > 0 and letter in ",;|·•" else letter)
    hidden = "".join(masked)
    parts, start = [], 0
    for separator in _SEPARATORS.finditer(hidden):
        parts.append(text[start : separator.start()])
        start = separator.end()
    parts.append(text[start:])
    return _with_categories([part for part in parts if part.strip()])


def _with_categories(parts: list[str]) -> list[str]:
    """`права категорий B, C, E` is one skill: the letters behind it are no skills of their own."""
    kept: list[str] = []
    for part in parts:
        if kept and _CATEGORY.fullmatch(part) and _HAS_CATEGORY.search(kept[-1]):
            kept[-1] += f", {part.strip()}"
        else:
            kept.append(part)
    return kept


def flattened(skill: str, *, keeps_languages: bool = False) -> Iterator[str]:
    """`Python (Django, Flask)` is three skills, `JavaScript (ES6)` is one."""
    skill = _YEARS.sub("", skill)
    inner = re.search(r"\(([^()]*[,;][^()]*)\)", skill)
    if inner is not None:
        outer = clean_skill(skill.replace(inner[0], " "))
        if _fits(outer, keeps_languages):
            yield outer
        inside = (clean_skill(raw) for raw in re.split(r"[,;]", inner[1]))
        yield from (part for part in inside if _fits(part, keeps_languages))
        return
    cleaned = clean_skill(skill)
    if _fits(cleaned, keeps_languages):
        yield cleaned


def clean_skill(skill: str) -> str:
    skill = _YEARS.sub("", _SIGNS.sub("", without_bullet(skill)))
    skill = _RATING.sub("", skill).strip()
    skill = _LEVEL_TAIL.sub("", skill) or skill
    skill = _LEAD_IN.sub("", skill)
    skill = _EXPLAINED.sub(r"\g<skill>", one_spaced(skill))
    skill = re.sub(r"^(?:и|and|а также|др\.|немного)\s+", "", skill)
    skill = re.sub(r"\s+(?:и др\.?|и т\.?\s?д\.?|etc\.?)$", "", skill)
    skill = one_spaced(skill).strip(" ,;:|•–—-")
    if skill.endswith(".") and not skill.endswith(("т.д.", "т.п.")):
        skill = skill.rstrip(".")
    return skill


def _fits(skill: str, keeps_languages: bool) -> bool:
    return (
        bool(skill)
        and len(skill) <= _MAX_LENGTH
        and len(skill.split()) <= _MAX_WORDS
        and not _NOT_SKILL.match(skill)
        and (keeps_languages or not is_language_level(skill) or "язык" in skill.lower())
        and not (is_sentence(skill) and len(skill.split()) > 5)
    )


def split_typed_skills(text: str) -> Iterator[str]:
    """Skills that a person typed, by commas, semicolons or lines."""
    parts = (part for line in text.splitlines() for part in split_outside_brackets(line))
    yield from unique_skills(cleaned for part in parts if (cleaned := clean_skill(part)))
