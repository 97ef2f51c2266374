"""A simulated career: jobs with dates, drawn from blocks as the person grows."""

import math
import random
from dataclasses import dataclass, field, replace
from typing import Final

from training.corpus.block import Block, Language
from training.corpus.duties import in_past_tense
from training.corpus.families import is_it_family, relevance, without_grade_words
from training.corpus.language import BlockPool

_GRADE_WORDS: Final[dict[Language, tuple[tuple[str, ...], ...]]] = {
    "ru": (
        ("Младший", "Junior", "Стажёр,", "Помощник,", "Начинающий"),
        ("Middle", "Специалист,"),
        ("Старший", "Ведущий", "Senior"),
        ("Руководитель группы,", "Главный", "Team Lead,", "Начальник отдела,", "Lead"),
    ),
    "en": (
        ("Junior", "Jr.", "Intern,", "Trainee"),
        ("Middle", "Mid-level"),
        ("Senior", "Sr.", "Staff"),
        ("Lead", "Principal", "Head of Team,", "Chief"),
    ),
}
_SYLLABLES: Final[dict[Language, tuple[str, ...]]] = {
    "ru": ("ве", "ро", "тэк", "мир", "сти", "ал", "он", "кра", "лит"),
    "en": ("ve", "ro", "tec", "nor", "sti", "al", "on", "bra", "lit"),
}
_MAX_TITLE_CHARS: Final = 70
_MEDIAN_JOB_MONTHS: Final = 22.0
_OLDEST_MONTH: Final = 1970 * 12


@dataclass(frozen=True, slots=True)
class SimulatedJob:
    """Months are counted from year 0; `relevance` (0..1) is to the trade that is wanted."""

    first_month: int
    last_month: int
    current: bool
    title: str
    company: str | None
    lines: tuple[str, ...]
    family: str
    level: int
    relevance: float

    @property
    def months(self) -> int:
        return self.last_month - self.first_month + 1


@dataclass(frozen=True, slots=True)
class Style:
    """How a person writes, which says nothing of what they can do."""

    lines_per_job: float
    joint: str
    feminine: bool
    grade_words: float
    companies: float


@dataclass(frozen=True, slots=True)
class Person:
    """A career, newest job first, and the hidden talent behind it (0 average, 1 one sigma)."""

    language: Language
    family: str
    talent: float
    today_month: int
    jobs: tuple[SimulatedJob, ...]
    skills: tuple[str, ...]
    style: Style
    reached_level: int = 0
    facts: dict[str, str] = field(default_factory=dict)


def draw_person(rng: random.Random, pool: BlockPool) -> Person:
    """A person with a career of 0 to 35 years."""
    language: Language = "ru" if rng.random() < 0.72 else "en"
    family = _draw_family(rng, pool, language)
    talent = rng.gauss(0, 1)
    today = rng.randint(2014 * 12, 2026 * 12 + 11)
    style = Style(
        lines_per_job=rng.choice((1.5, 3, 4, 6, 8)),
        joint=rng.choice((". ", "; ", ". ", " - ", ", ")),
        feminine=rng.random() < 0.4,
        grade_words=rng.choice((0.1, 0.4, 0.8)),
        companies=rng.choice((0.0, 0.5, 1.0)),
    )
    jobs = _draw_jobs(rng, pool, language, family, talent, today, style)
    reached = max((job.level for job in jobs if job.relevance >= 0.6), default=0)
    person = Person(language, family, talent, today, jobs, (), style, reached)
    return replace(person, skills=_draw_skills(rng, pool, person))


def _draw_family(rng: random.Random, pool: BlockPool, language: Language) -> str:
    counts = {f: n for f, n in pool.families(language).items() if n >= 4 and f != "other"}
    weights = [math.sqrt(n) * (3.0 if is_it_family(f) else 1.0) for f, n in counts.items()]
    return rng.choices(list(counts), weights)[0]


def _draw_jobs(
    rng: random.Random,
    pool: BlockPool,
    language: Language,
    family: str,
    talent: float,
    today: int,
    style: Style,
) -> tuple[SimulatedJob, ...]:
    career_months = min(420, int(rng.expovariate(1 / 95))) if rng.random() > 0.06 else 0
    month = max(_OLDEST_MONTH, today - career_months)
    changer = rng.random() < 0.35
    change_month = month + int(career_months * rng.uniform(0.2, 1.0)) if changer else 0
    relevant_years = 0.0
    jobs: list[SimulatedJob] = []
    while month < today - 1:
        length = max(2, int(rng.lognormvariate(math.log(_MEDIAN_JOB_MONTHS), 0.75)))
        last = min(today, month + length - 1)
        job_family = family
        if month < change_month or rng.random() < 0.08:
            job_family = _draw_family(rng, pool, language)
        kinship = relevance(job_family, family)
        middle_years = relevant_years + kinship * (last - month + 1) / 24
        latent = 0.8 * math.log2(1 + middle_years) + 0.5 * talent - 0.1 + rng.gauss(0, 0.45)
        level = min(3, max(0, round(latent if kinship else latent * 0.4)))
        block, level = pool.draw_job(rng, language, job_family, level)
        job = job_from_block(rng, block, level, (month, last), style, kinship)
        jobs.append(replace(job, current=last >= today))
        relevant_years += kinship * (last - month + 1) / 12
        gap = rng.randint(1, 14) if rng.random() < 0.3 else rng.choice((0, 0, 1, -2))
        month = max(month + 1, last + 1 + gap)
    return tuple(reversed(jobs))


def job_from_block(
    rng: random.Random,
    block: Block,
    level: int,
    months: tuple[int, int],
    style: Style,
    kinship: float,
) -> SimulatedJob:
    """A block's duties as this person would tell them."""
    count = max(1, round(rng.gauss(style.lines_per_job, 1)))
    lines = rng.sample(block.duties, k=min(count, len(block.duties)))
    told = tuple(in_past_tense(line, feminine=style.feminine) for line in lines)
    bare = without_grade_words(block.title)[:_MAX_TITLE_CHARS] or block.title[:_MAX_TITLE_CHARS]
    word = grade_word(rng, block.language, level)
    title = f"{word} {bare}" if rng.random() < style.grade_words and level != 1 else bare
    company = made_up_company(rng, block.language) if rng.random() < style.companies else None
    return SimulatedJob(
        months[0], months[1], False, title, company, told, block.family, level, kinship
    )


def grade_word(rng: random.Random, language: Language, level: int) -> str:
    """A word for the level, as it stands before a title."""
    return rng.choice(_GRADE_WORDS[language][level])


def made_up_company(rng: random.Random, language: Language) -> str:
    """A company name without a meaning."""
    if language == "ru":
        name = "".join(rng.choices(_SYLLABLES["ru"], k=3))
        return rng.choice(("ООО «{}»", "АО «{}»", "{}", "ГК {}")).format(name.capitalize())
    name = "".join(rng.choices(_SYLLABLES["en"], k=3))
    return rng.choice(("{} Inc", "{} Ltd", "{}", "{} Group")).format(name.capitalize())


def _draw_skills(rng: random.Random, pool: BlockPool, person: Person) -> tuple[str, ...]:
    count = rng.choice((4, 6, 8, 10, 14, 20))
    quality = 0.45 + 0.14 * person.reached_level + 0.08 * person.talent + rng.gauss(0, 0.18)
    fitting = round(count * min(1.0, max(0.05, quality)))
    level = min(3, max(0, person.reached_level + rng.choice((-1, 0, 0, 0))))
    skills = pool.draw_skills(rng, person.family, level, fitting)
    for _ in range(3):
        if len(skills) < count:
            other = _draw_family(rng, pool, person.language)
            skills += pool.draw_skills(
                rng, other, rng.randint(0, 2), (count - len(skills) + 1) // 2
            )
    rng.shuffle(skills)
    return tuple(dict.fromkeys(skill for skill in skills if len(skill) <= 60))
