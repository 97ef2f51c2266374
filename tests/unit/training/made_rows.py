"""A small set of rows, a fifth of them confirmed, two rows a candidate."""

import json
from pathlib import Path
from typing import Any

from training.simulation.row import CONFIRMED, NOT_CONFIRMED

CITIES = ("Москва", "Казань", "Томск", "Псков", "нет информации")


def made_rows(count: int = 200) -> list[dict[str, Any]]:
    """The confirmed ones have longer careers and more skills: there is something to learn."""
    rows = []
    for number in range(count):
        person = number // 2
        is_strong = person % 5 == 0
        years = 6 + person % 5 if is_strong else 1 + person % 3
        verb = "Вела" if person % 2 else "Вёл"
        rows.append(
            {
                "position": "Аналитик" if person % 3 else "Data analyst",
                "age": str(21 + person % 30),
                "country": "Россия",
                "city": CITIES[person % len(CITIES)],
                "key_skills": "SQL, Python, Airflow" if is_strong else "Excel",
                "client_name": f"Клиент {number % 7}",
                "grade_proof": CONFIRMED if is_strong else NOT_CONFIRMED,
                "salary": f"от {100 + person} 000",
                "work_experience": f"{2024 - years}-01-01 - 2023-12-01: Аналитик  {verb} отчёт "
                f"номер {person}",
                "candidate": f"c{person}",
            }
        )
    return rows


def write_made_rows(path: Path, count: int = 200) -> Path:
    lines = [json.dumps(row, ensure_ascii=False) for row in made_rows(count)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
