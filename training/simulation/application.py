"""What a person claims before a client: position, grade, salary."""

import random
from typing import Final

from training.corpus.families import without_grade_words
from training.corpus.language import BlockPool
from training.simulation.career import Person, grade_word
from training.simulation.evidence import Evidence, expected_level
from training.simulation.row import Application
from training.simulation.salary import salary_text

CLIENT_COUNT: Final = 70
_BEGINNINGS: Final = (
    "Аль", "Бор", "Вер", "Гра", "Дел", "Кор", "Лан", "Мет", "Нор", "Сев", "Тэк", "Фин",
)  # fmt: skip
_ENDINGS: Final = ("банк", "тех", "строй", "ком", "инвест", "софт", "маркет")
_LEVEL_PAY: Final = (70, 140, 220, 300)
_GRADE_IN_POSITION: Final = 0.55
_GRADE_FOR_SALARY: Final = 1 / 7


def clients(seed: int) -> tuple[tuple[str, float], ...]:
    """70 made-up client names, each with how much more than average it asks (in logits)."""
    rng = random.Random(f"{seed}-clients")
    names = [a + b for a in _BEGINNINGS for b in _ENDINGS]
    return tuple((name, rng.gauss(0, 0.35)) for name in rng.sample(names, k=CLIENT_COUNT))


def apply_for_work(
    rng: random.Random,
    pool: BlockPool,
    person: Person,
    evidence: Evidence,
    client: tuple[str, float],
) -> Application:
    """Most claim what they are worth, some a grade or two more, a few less."""
    supported = expected_level(evidence.expertise(person.talent)) + rng.gauss(0, 0.4)
    step = rng.choices((-1, 0, 1, 2), (0.12, 0.58, 0.23, 0.07))[0]
    level = min(3, max(0, round(supported) + step))
    block, _ = pool.draw_job(rng, person.language, person.family, level)
    bare = without_grade_words(block.title)[:60] or block.title[:60]
    spoken = rng.random() < _GRADE_IN_POSITION and (level != 1 or rng.random() < 0.4)
    position = f"{grade_word(rng, person.language, level)} {bare}" if spoken else bare
    return Application(
        position=position,
        claimed_level=level,
        salary=_salary(rng, pool, person, level),
        client_name=client[0],
        client_strictness=client[1],
    )


def _salary(rng: random.Random, pool: BlockPool, person: Person, level: int) -> str:
    drawn = pool.draw_salary(rng, person.family, level)
    thousands = drawn / 1000 if drawn and rng.random() < 0.5 else float(_LEVEL_PAY[level])
    low = max(20, round(thousands * rng.uniform(0.75, 1.3) / 5) * 5)
    high = low + rng.choice((10, 20, 30, 50))
    if rng.random() < _GRADE_FOR_SALARY:
        return f"претендует на Грейд {level + 1}"
    return salary_text(rng, low, high)
