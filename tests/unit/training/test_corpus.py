"""Ads and resumes -> blocks; made-up texts in the shape of the real ones."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus.ads import block_of_ad
from training.corpus.duties import duty_lines, in_past_tense
from training.corpus.english_careers import career_of
from training.corpus.english_resumes import jobs_of_resume
from training.corpus.families import (
    FAMILIES,
    family_of,
    level_in_title,
    relevance,
    without_grade_words,
)
from training.corpus.language import (
    ADS_FILE,
    ENGLISH_RESUMES_FILE,
    SNIPPETS_FILE,
    read_language,
)
from training.corpus.texts import corpus_texts

AD_TEXT = """Мы делаем часы.
Обязанности:
- Разрабатывать отчёты и вести документацию;
- Поддержка базы часовщиков
Требования:
- Опыт от трёх лет
Условия: дружный коллектив"""


def an_ad(**changed: Any) -> dict[str, Any]:
    return {
        "id": "1",
        "title": "Ведущий программист Java",
        "experience": "3-6",
        "grade": "senior",
        "key_skills": ["Java", "SQL", "Java"],
        "city": "Тверь",
        "salary_from": 100000,
        "salary_to": 200000,
        "currency": "RUR",
        "employer": "Часовой завод",
        "description": AD_TEXT,
        "is_it": True,
        "lang": "ru",
    } | changed


def test_only_duties_are_taken() -> None:
    assert duty_lines(AD_TEXT) == (
        "Разрабатывать отчёты и вести документацию",
        "Поддержка базы часовщиков",
    )


def test_no_heading_no_duties() -> None:
    assert duty_lines("Требуется водитель. Работа рядом с домом.") == ()


@pytest.mark.parametrize(
    ("line", "feminine", "told"),
    [
        ("Разрабатывать отчёты", False, "Разрабатывал отчёты"),
        ("Писать и проверять код", True, "Писала и проверяла код"),
        ("Заниматься подбором", False, "Занимался подбором"),
        ("Разработка отчётов", False, "Разработка отчётов"),
        ("Design of reports", False, "Design of reports"),
    ],
)
def test_past_tense(line: str, feminine: bool, told: str) -> None:
    assert in_past_tense(line, feminine=feminine) == told


def test_ad_block() -> None:
    block = block_of_ad(an_ad())
    assert (block.family, block.level, block.salary) == ("java", 2, 150000)
    assert block.skills == ("Java", "SQL")
    assert block.source == "часовой завод"


@pytest.mark.parametrize(
    ("changed", "level"),
    [
        ({"grade": None}, 2),
        ({"grade": None, "experience": None}, None),
        ({"grade": "lead", "is_it": False, "experience": "none"}, 0),
        ({"grade": "junior", "title": "Junior Java", "experience": "none"}, 0),
    ],
)
def test_level_of_an_ad(changed: dict[str, Any], level: int | None) -> None:
    assert block_of_ad(an_ad(**changed)).level == level


RESUME = {
    "position": "Accountant",
    "category": "ACCOUNTANT",
    "key_skills": ["Excel", "GAAP"],
    "experience_text": (
        "Senior Accountant\nMay 2012 to Current Company Name ï¼ City , State\n"
        "Closed the monthly books for six entities.\nPrepared audit schedules for the board.\n"
        "Accounting Clerk\n06/2008 to 04/2012\nEntered invoices into the ledger every day.\n"
    ),
}


def test_jobs_of_an_english_resume() -> None:
    newest, oldest = jobs_of_resume(RESUME, "made-up")
    assert (newest.title, oldest.title) == ("Senior Accountant", "Accounting Clerk")
    assert newest.family == oldest.family == "finance"
    assert "Prepared audit schedules for the board" in newest.duties
    assert newest.level is not None
    assert oldest.level is not None
    assert newest.level > oldest.level


def test_a_resume_without_dates_has_no_jobs() -> None:
    assert jobs_of_resume(RESUME | {"experience_text": None}, "made-up") == []


def test_a_career_of_an_english_resume() -> None:
    career = career_of(RESUME)
    assert career is not None
    newest, oldest = career.work_experience
    assert (newest.start, newest.end, newest.current) == ("2012-05", None, True)
    assert (oldest.start, oldest.end, oldest.current) == ("2008-06", "2012-04", False)
    assert career.total_experience_months == 109
    assert career_of(RESUME | {"experience_text": "No dates here"}) is None


@pytest.mark.parametrize(
    ("title", "family", "level", "bare"),
    [
        ("Senior Java Developer", "java", 2, "Java Developer"),
        ("Ведущий системный аналитик", "system_analysis", 2, "системный аналитик"),
        ("Стажёр-тестировщик", "qa", 0, "тестировщик"),
        ("Team Lead (Python)", "python", 3, "(Python)"),
        ("Бухгалтер", "finance", None, "Бухгалтер"),
    ],
)
def test_titles(title: str, family: str, level: int | None, bare: str) -> None:
    assert family_of(title) == family
    assert level_in_title(title) == level
    assert without_grade_words(title) == bare


@given(st.sampled_from(FAMILIES), st.sampled_from(FAMILIES))
def test_relevance_is_symmetric(one: str, other: str) -> None:
    assert 0 <= relevance(one, other) == relevance(other, one) <= 1


def test_a_corpus_folder_is_read(tmp_path: Path) -> None:
    files = {ADS_FILE: [an_ad()], SNIPPETS_FILE: [an_ad()], ENGLISH_RESUMES_FILE: [RESUME]}
    for name, objects in files.items():
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(one) + "\n" for one in objects)
    language = read_language(tmp_path, 1)
    sources = {block.source for block in (*language.training, *language.held_out)}
    assert language.has_corpus
    assert {"часовой завод", "resume-en-0"} <= sources
    assert all(isinstance(text, str) for text in corpus_texts(tmp_path))
    assert list(corpus_texts(None)) == []
