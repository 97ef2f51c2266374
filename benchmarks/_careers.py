"""Made-up careers as rows, of any length."""

import random
from typing import Final

from inference.prompts import PromptRow

_WORDS: Final = (
    *("разработка", "сервисов", "отчёты", "витрины", "данных", "Python", "SQL", "Airflow"),
    *("тестирование", "поддержка", "внедрение", "команда", "проект", "нагрузка", "требования"),
)


def career(chance: random.Random, jobs: int) -> PromptRow:
    """All seven fields; 40 words a job."""
    lines = [
        f"{2024 - i}-01-01 - {2025 - i}-01-01: инженер  " + " ".join(chance.choices(_WORDS, k=40))
        for i in range(jobs)
    ]
    return PromptRow(
        age=str(chance.randint(20, 60)),
        city=chance.choice(["Москва", "Омск", "Казань"]),
        position="Инженер данных",
        key_skills=", ".join(chance.sample(_WORDS, 12)),
        client_name="Банк",
        salary=f"от {chance.randint(100, 400)} 000",
        work_experience="\n".join(lines),
        total_experience=f"всего {12 * jobs} мес.",
    )
