"""What recognition misspelt is put right, in recognised documents only."""

from dataclasses import replace
from datetime import date

import pytest

from domain.resume import Resume
from parsers.layouts.row import rows_of_text
from parsers.sections import parse_document
from parsers.sections.ocr_repairs import mend_recognised
from parsers.text.document import READ_BY_OCR
from tests.unit.parsers.sections.documents import document_of

TODAY = date(2026, 11, 23)
SCAN = (
    "Лунина Вера\nВозраст: 30 лет\nГород: Екатериибург\nОпыг раб0ты\n"
    "2019 - 2021 ООО «Сова», бухгалтер\nУчёт.\nОбразоваиие\n2015 Институт погоды\nКлючевые навьки\n"
    "Excel, Word"
)


def read(text: str, *warnings: str) -> Resume:
    document = replace(document_of(text.splitlines()), warnings=warnings)
    return parse_document(document, TODAY).resume


def test_a_scan_is_read_in_spite_of_slips() -> None:
    resume = read(SCAN, READ_BY_OCR)
    assert resume.city == "Екатеринбург"
    assert resume.key_skills == ("Excel", "Word")
    assert [job.company for job in resume.work_experience] == ["ООО «Сова»"]


def test_typed_text_is_taken_as_typed() -> None:
    assert read(SCAN).city == "Екатериибург"


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("0пыт работы", "Опыт работы"),
        ("Дополнительная ииформация", "Дополнительная информация"),
        ("Желаемая до.лжность и зарплата", "Желаемая должность и зарплата"),
        ("Work Experlence", "Work experience"),
        ("Проживает: Набережные Чельны, м. Сокол", "Проживает: Набережные Челны, м. Сокол"),
        ("Город: Казаиь", "Город: Казань"),
    ],
)
def test_slips(misread: str, meant: str) -> None:
    assert [row.text for row in mend_recognised(rows_of_text(misread))] == [meant]


@pytest.mark.parametrize(
    "text",
    ["Опытный менеджер", "Skillbox", "Education First", "Повар", "Город: Казань", "Excel"],
)
def test_other_words_stay(text: str) -> None:
    assert [row.text for row in mend_recognised(rows_of_text(text))] == [text]
