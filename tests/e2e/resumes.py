"""Resumes as people send them: the samples, archives, tables, photos, texts."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

SAMPLES = Path(__file__).parents[1] / "samples"
PDF = SAMPLES / "hh_ru_2024.pdf"
DUTIES = "\n".join(f"Описывал процессы отдела {number}." for number in range(280))
"""Longer than Telegram's message."""


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def rows(count: int) -> bytes:
    """A table of different people, one JSON object a line."""
    lines = [
        {
            "position": f"Инженер {number}",
            "age": str(25 + number % 30),
            "city": "Пермь" if number % 2 else "Омск",
            "work_experience": f"20{10 + number % 12}-01-01 - : инженер",
            "key_skills": "SQL, Python",
        }
        for number in range(1, count + 1)
    ]
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()


def photo() -> bytes:
    """Telegram makes every photo a JPEG."""
    buffer = io.BytesIO()
    with Image.open(SAMPLES / "scan.png") as scan:
        scan.convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


def text_of(name: str) -> bytes:
    """A resume that no other person sends."""
    return (
        f"Желаемая должность: Инженер {name}\nВозраст: 30 лет\nГород: Томск\n\n"
        "Опыт работы\n2019.01 - 2023.12: Инженер, ООО «Маяк»\nВёл отчёты и проверял данные\n\n"
        "Ключевые навыки: SQL, Python, Excel\n"
    ).encode()
