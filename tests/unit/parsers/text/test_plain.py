import pytest

from domain.errors import EmptyDocumentError, FileTooLargeError, TooComplexError
from parsers.files.limits import ParsingLimits
from parsers.text.plain import read_plain
from parsers.text.reading import read_document
from tests.samples.make_samples import SAMPLES


def test_a_windows_file_is_read() -> None:
    document = read_plain((SAMPLES / "free_ru_cp1251.txt").read_bytes())
    assert document.lines[0].text == "Орлова Вероника Павловна"
    assert document.lines[0].x0 is None
    assert "февраль 2017 – август  2019" in document.text


def test_a_form_feed_starts_a_page() -> None:
    document = read_plain(b"one\ntwo\n\x0cthree")
    assert [(line.page, line.number) for line in document.lines] == [(1, 1), (1, 2), (2, 1)]
    assert document.page_count == 2


def test_limits() -> None:
    with pytest.raises(TooComplexError):
        read_plain(b"long text", ParsingLimits(max_characters=5))
    with pytest.raises(EmptyDocumentError):
        read_plain(b" \n ")
    with pytest.raises(FileTooLargeError):
        read_document(b"text" * 10, ParsingLimits(max_bytes=20))


def test_dashes_and_bullets_that_an_encoding_lacks_are_put_back() -> None:
    text = "Опыт работы — 2 года\nМарт 2020\u00a0—\nМай 2021\n• ООО «Склад»\nСделали? Да."
    document = read_plain(text.encode("koi8-r", "replace"))
    assert (
        document.text == "Опыт работы — 2 года\nМарт 2020 —\nМай 2021\n• ООО «Склад»\nСделали? Да."
    )
    one = read_plain("Кто ? я".encode("koi8-r"))
    assert one.text == "Кто ? я"
