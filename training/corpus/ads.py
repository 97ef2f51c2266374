"""The corpus' job ads -> blocks."""

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from training.corpus.block import Block, Language
from training.corpus.duties import duty_lines
from training.corpus.families import family_of, level_in_title

_LEVEL_BY_GRADE: Final = {"junior": 0, "middle": 1, "senior": 2, "lead": 3}
_LEVEL_BY_EXPERIENCE: Final = {"none": 0, "1-3": 1, "3-6": 2, "6+": 3}
_MAX_SKILLS: Final = 30


def read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def block_of_ad(ad: Mapping[str, Any]) -> Block:
    """One ad. The level is the grade of the title for IT, else the experience asked for.

    Outside IT a grade word says little: a senior salesperson may need no experience at all.
    """
    title = " ".join((ad["title"] or "").split())
    language: Language = "en" if ad["lang"] == "en" else "ru"
    return Block(
        title=title,
        level=_level(ad, title),
        family=family_of(title),
        duties=duty_lines(ad["description"] or ""),
        skills=tuple(dict.fromkeys(s.strip() for s in ad["key_skills"] if s.strip()))[:_MAX_SKILLS],
        language=language,
        source=(ad["employer"] or (ad["description"] or title)[:80]).lower(),
        city=ad["city"],
        salary=_roubles_a_month(ad),
    )


def _level(ad: Mapping[str, Any], title: str) -> int | None:
    by_experience = _LEVEL_BY_EXPERIENCE.get(ad["experience"] or "")
    by_grade = _LEVEL_BY_GRADE.get(ad["grade"] or "") if ad["is_it"] else None
    if by_grade is None:
        return by_experience
    if by_experience is None or level_in_title(title) is None:
        return by_grade
    return max(by_grade, by_experience - 1)


def _roubles_a_month(ad: Mapping[str, Any]) -> int | None:
    if ad["currency"] not in ("RUR", "RUB"):
        return None
    amounts = [a for a in (ad["salary_from"], ad["salary_to"]) if a]
    return int(sum(amounts) / len(amounts)) if amounts else None
