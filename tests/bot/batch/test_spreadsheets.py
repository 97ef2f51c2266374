"""Batches as XLSX and CSV: whole, explained, and harmless."""

import csv
import io
import zipfile
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]

from bot.i18n import LANGUAGES, Language, Locales
from bot.spreadsheets.csv_file import csv_of
from bot.spreadsheets.ranking import ranking_sheet, ranking_sheets
from bot.spreadsheets.xlsx import xlsx_of
from tests.bot.batch.results import HOSTILE, KINDS_OF_FAILURE, hostile, result

_SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Workbook:
    """An XLSX as its XML says it is, so that nothing of the writer's own is trusted."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        names = self.archive.namelist()
        self.sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
        strings = etree.fromstring(self.archive.read("xl/sharedStrings.xml"))
        self.strings = ["".join(one.itertext()) for one in strings]

    def xml(self, number: int) -> Any:
        return etree.fromstring(self.archive.read(self.sheets[number]))

    def rows(self, number: int) -> list[list[str]]:
        return [
            [self._text(cell) for cell in row]
            for row in self.xml(number).iter(f"{_SPREADSHEET}row")
        ]

    def _text(self, cell: Any) -> str:
        value = cell.findtext(f"{_SPREADSHEET}v") or ""
        return self.strings[int(value)] if cell.get("t") == "s" else value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_the_ranking_the_failures_and_the_meanings(
    locales: Locales, language: Language
) -> None:
    made = result(3, KINDS_OF_FAILURE, noise=0.021)
    book = Workbook(xlsx_of(ranking_sheets(locales[language], made)))
    ranking, failures, meanings = (book.rows(number) for number in range(3))
    assert [row[0] for row in ranking[1:]] == ["1", "2", "3"]
    assert [row[1] for row in ranking[1:]] == ["1–3", "1–3", "1–3"]
    assert "копия <1>.pdf" in ranking[1]
    assert len(failures) == 1 + KINDS_OF_FAILURE
    assert all(len(row[1]) > 10 and "<" not in row[1] for row in failures[1:])
    assert [row[0] for row in meanings[1:]] == ranking[0]
    assert all(row[1] for row in meanings[1:])


def test_evidence_doubt_and_contributions_are_told(locales: Locales) -> None:
    sheet = ranking_sheet(locales["en"], result(1))
    told = dict(zip((column.heading for column in sheet.columns), sheet.rows[0], strict=True))
    assert told["City: doubtful"] == "yes"
    assert told["City: where"] == "page 2, line 7"
    assert told["Position: where"] == "page 1"
    assert (told["City: confidence"], told["Position: doubtful"]) == (0.5, None)
    assert told["City: contribution, pp"] == pytest.approx(-0.04)
    assert told["Model"] == "compact r1, budget-1, demo"
    assert told["Warnings"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_blind_mode_leaves_age_and_city_out_of_all_that_is_downloaded(
    locales: Locales, language: Language
) -> None:
    blind = result(2, hidden=("age", "city"))
    seeing, words = result(2), locales[language]
    names = [words.plain(f"field-{field}") for field in ("age", "city")]
    headings = [column.heading for column in ranking_sheet(words, blind).columns]
    assert not [one for one in headings if one.startswith(tuple(names))]
    assert words.plain("field-position") in headings
    city = blind.candidates[0].analysis.resume.city
    assert city
    assert city in csv_of(ranking_sheet(words, seeing), language).decode()
    assert city not in csv_of(ranking_sheet(words, blind), language).decode()
    cells = [
        cell for row in Workbook(xlsx_of(ranking_sheets(words, blind))).rows(0) for cell in row
    ]
    assert city not in cells


def test_headings_stay_and_can_be_filtered(locales: Locales) -> None:
    xml = Workbook(xlsx_of(ranking_sheets(locales["ru"], result(3)))).xml(0)
    pane = next(xml.iter(f"{_SPREADSHEET}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert next(xml.iter(f"{_SPREADSHEET}autoFilter")) is not None
    assert next(xml.iter(f"{_SPREADSHEET}cols")) is not None


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(locales: Locales) -> None:
    book = Workbook(xlsx_of(ranking_sheets(locales["en"], hostile())))
    assert not list(book.xml(0).iter(f"{_SPREADSHEET}f", f"{_SPREADSHEET}hyperlink"))
    assert HOSTILE in book.rows(0)[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_csv_opens_in_the_programs_of_its_country(locales: Locales, language: Language) -> None:
    content = csv_of(ranking_sheet(locales[language], result(2)), language)
    assert content.startswith(b"\xef\xbb\xbf")
    delimiter = ";" if language == "ru" else ","
    heading, first, _ = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter)
    assert len(heading) == len(first) > 40
    assert first[2] == ("89,8" if language == "ru" else "89.8")


def test_no_cell_of_a_csv_begins_as_a_formula(locales: Locales) -> None:
    content = csv_of(ranking_sheet(locales["en"], hostile()), "en").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content)) for cell in row]
    assert f"'{HOSTILE}" in cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+@\t\r") and cell]
