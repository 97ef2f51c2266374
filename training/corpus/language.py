"""All blocks of a run, apart for training and for held-out people."""

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from training.corpus.ads import block_of_ad, read_json_lines
from training.corpus.block import Block, Language, stable_share
from training.corpus.english_resumes import jobs_of_resume
from training.corpus.lexicon import lexicon_blocks

ADS_FILE: Final = "vacancies.jsonl.gz"
SNIPPETS_FILE: Final = "vacancies_snippets.jsonl.gz"
ENGLISH_RESUMES_FILE: Final = "resumes_en.jsonl.gz"
HELD_OUT_SHARE: Final = 0.2
_MIN_DUTIES: Final = 2


@dataclass(frozen=True, slots=True)
class LanguageSource:
    """Blocks of the corpus if it is there, and of the lexicon always."""

    training: tuple[Block, ...]
    held_out: tuple[Block, ...]
    has_corpus: bool


def read_language(corpus: Path | None, seed: int) -> LanguageSource:
    """Employers and resumes are split as a whole: no source stands on both sides."""
    blocks = lexicon_blocks(random.Random(seed))
    if corpus is not None:
        blocks += [block_of_ad(ad) for ad in read_json_lines(corpus / ADS_FILE)]
        blocks += english_jobs(corpus)
    training = tuple(b for b in blocks if stable_share(b.source) >= HELD_OUT_SHARE)
    held_out = tuple(b for b in blocks if stable_share(b.source) < HELD_OUT_SHARE)
    return LanguageSource(training, held_out, corpus is not None)


def english_jobs(corpus: Path) -> list[Block]:
    """The dated jobs of all English resumes; `source` names the document."""
    resumes = read_json_lines(corpus / ENGLISH_RESUMES_FILE)
    return [job for i, r in enumerate(resumes) for job in jobs_of_resume(r, f"resume-en-{i}")]


class BlockPool:
    """Blocks by language, trade and level, for drawing."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._jobs: dict[tuple[Language, str, int], list[Block]] = defaultdict(list)
        self._skills: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._salaries: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.cities: list[str] = []
        for block in blocks:
            self._add(block)
        counts: dict[tuple[Language, str], int] = defaultdict(int)
        for (language, family, _), jobs in self._jobs.items():
            counts[language, family] += len(jobs)
        self._families = {
            language: {family: n for (lang, family), n in counts.items() if lang == language}
            for language in ("ru", "en")
        }

    def _add(self, block: Block) -> None:
        if block.level is not None:
            if len(block.duties) >= _MIN_DUTIES:
                self._jobs[block.language, block.family, block.level].append(block)
            self._skills[block.family, block.level].extend(block.skills)
            if block.salary:
                self._salaries[block.family, block.level].append(block.salary)
        if block.city:
            self.cities.append(block.city)

    def families(self, language: Language) -> dict[str, int]:
        """Trade -> number of blocks."""
        return self._families[language]

    def draw_job(
        self, rng: random.Random, language: Language, family: str, level: int
    ) -> tuple[Block, int]:
        """A block of the trade at the nearest level that has one, and that level."""
        for near in sorted(range(4), key=lambda other: (abs(other - level), other)):
            if jobs := self._jobs.get((language, family, near)):
                return rng.choice(jobs), near
        raise KeyError(f"no jobs of {family} in {language}")

    def draw_skills(self, rng: random.Random, family: str, level: int, count: int) -> list[str]:
        """Up to `count` different skills, as frequent as the trade's blocks of that level ask."""
        pool = self._skills.get((family, level)) or self._skills.get((family, 1)) or []
        chosen = rng.choices(pool, k=count * 2) if pool else []
        return list(dict.fromkeys(chosen))[:count]

    def draw_salary(self, rng: random.Random, family: str, level: int) -> int | None:
        pool = self._salaries.get((family, level))
        return rng.choice(pool) if pool else None
