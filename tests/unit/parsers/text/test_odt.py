from pathlib import Path

import pytest

from domain.errors import (
    DamagedFileError,
    EmptyDocumentError,
    EncryptedFileError,
    TooComplexError,
)
from parsers.files.limits import ParsingLimits
from parsers.text.document import Document, Hidden
from parsers.text.odt import read_odt
from tests.samples.make_samples import SAMPLES
from tests.samples.odt import odt_content, write_odt


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made_up.odt"


def read(path: Path, body: str) -> Document:
    write_odt(path, content=odt_content(body))
    return read_odt(path.read_bytes())


def test_lines_of_the_sample() -> None:
    document = read_odt((SAMPLES / "free_ru.odt").read_bytes())
    looks = [(line.text, line.style, line.is_bold, line.cell) for line in document.lines[:6]]
    assert looks == [
        ("Аглая Тихонравова", "Heading 1", False, None),
        ("Преподаватель биологии", "Standard", True, None),
        ("Возраст: 38 лет", None, False, None),
        ("Город:  Псков", None, False, None),
        ("Опыт работы", "Heading 2", False, None),
        ("сентябрь 2015 – настоящее время", None, False, (0, 0, 0)),
    ]
    assert [(found.text, found.reason) for found in document.hidden] == [
        ("нейрохирург академик", Hidden.BACKGROUND_COLOUR)
    ]


def test_boxes_links_and_nested_tables(path: Path) -> None:
    body = (
        "<text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"
        "<text:a>b</text:a></text:p><text:tracked-changes><text:p>gone</text:p>"
        "</text:tracked-changes><table:table><table:table-row>"
        "<table:table-cell table:number-columns-repeated='2'><table:table><table:table-row>"
        "<table:table-cell><text:p>in</text:p></table:table-cell></table:table-row></table:table>"
        "</table:table-cell><table:table-cell><text:p>out</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert [(line.text, line.cell) for line in read(path, body).lines] == [
        ("ab", None),
        ("box", None),
        ("in", (1, 0, 0)),
        ("out", (0, 0, 2)),
    ]


def test_a_password_is_told(path: Path) -> None:
    write_odt(path, is_locked=True)
    with pytest.raises(EncryptedFileError):
        read_odt(path.read_bytes())


def test_no_text_is_empty(path: Path) -> None:
    with pytest.raises(EmptyDocumentError):
        read(path, "<text:p/>")


@pytest.mark.parametrize("content", ["<a", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "<a/>"])
def test_what_is_no_document_is_damaged(path: Path, content: str) -> None:
    write_odt(path, content=content)
    with pytest.raises(DamagedFileError):
        read_odt(path.read_bytes())


def test_limits(path: Path) -> None:
    write_odt(path)
    with pytest.raises(TooComplexError):
        read_odt(path.read_bytes(), ParsingLimits(max_characters=50))
    with pytest.raises(TooComplexError):
        read(path, "<text:section>" * 250 + "<text:p>x</text:p>" + "</text:section>" * 250)
