import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import EmptyDocumentError, TooComplexError
from parsers.files.limits import ParsingLimits
from parsers.text.document import Document, Hidden
from parsers.text.rtf import read_rtf
from tests.samples.make_samples import SAMPLES


def rtf(body: str, head: str = r"\ansi\ansicpg1251") -> bytes:
    return rf"{{\rtf1{head}\pard {body}}}".encode("latin-1")


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_the_hh_download_keeps_cells_and_gaps() -> None:
    document = read_rtf((SAMPLES / "hh_ru_2025.doc").read_bytes())
    dates = next(line for line in document.lines if line.text.startswith("Июнь 2023"))
    company = next(line for line in document.lines if line.text.startswith("ООО"))
    assert dates.cell == (0, 6, 0)
    assert company.cell == (0, 6, 2)
    assert "1С\u00a0программирование  ERP-системы\u00a0на\u00a0базе\u00a01С  SQL  Git" in texts(
        document
    )
    assert document.lines[-1].style == "Footer"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'ee\'ef\'fb\'f2", "опыт"),
        (r"\u1086?\u1087?\u1099?\u1090?", "опыт"),
        (r"\uc0\u1086 \u1087 \u1099 \u1090 ", "опыт"),
        (r"\uc2\u1086\'ee\'ee\u1087ab", "оп"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"2019\~\endash\~2021", "2019\u00a0–\u00a02021"),
        (r"C\{\}\\ \-x\_y", "C{}\\ x-y"),
        (r"{\b bold} and {\i rest}", "bold and rest"),
        (r"{\*\unknown gone}{\pict 89504e47}seen", "seen"),
        (r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}', "link"),
        (r"a\bin4 {{{{b", "ab"),
    ],
)
def test_letters(body: str, text: str) -> None:
    assert texts(read_rtf(rtf(body))) == [text]


def test_encodings_of_the_file_and_of_a_font() -> None:
    assert texts(read_rtf(rtf(r"\'8e\'af\'eb\'e2", r"\ansi\ansicpg866"))) == ["Опыт"]
    assert texts(read_rtf(rtf(r"\'8e\'ef\'fb\'f2", r"\mac\ansicpg10007"))) == ["Опыт"]
    fonts = r"\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial Cyr;}}"
    assert texts(read_rtf(rtf(r"\f0\'e9\par\f1\'ee\'ef", fonts))) == ["é", "оп"]


def test_tables_start_and_end() -> None:
    body = (
        r"before\par\trowd\pard\intbl a\cell\pard\intbl b\cell\row"
        r"\trowd\pard\intbl c\cell\row\pard between\par"
        r"\trowd\pard\intbl d\cell\row\pard after"
    )
    assert [(line.text, line.cell) for line in read_rtf(rtf(body)).lines] == [
        ("before", None),
        ("a", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("c", (0, 1, 0)),
        ("between", None),
        ("d", (1, 0, 0)),
        ("after", None),
    ]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (r"seen{\v secret}", Hidden.INVISIBLE_MODE),
        (r"seen{\cf2 secret}", Hidden.BACKGROUND_COLOUR),
        (r"seen{\fs2 secret}", Hidden.TINY),
    ],
)
def test_hidden_text_is_kept_out(body: str, reason: Hidden) -> None:
    colours = r"\ansi{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}"
    document = read_rtf(rtf(body, colours))
    assert texts(document) == ["seen"]
    assert [(hidden.text, hidden.reason) for hidden in document.hidden] == [("secret", reason)]


def test_limits() -> None:
    with pytest.raises(EmptyDocumentError):
        read_rtf(rtf(""))
    with pytest.raises(TooComplexError):
        read_rtf(rtf("{" * 1_000))
    with pytest.raises(TooComplexError):
        read_rtf(rtf("long text"), ParsingLimits(max_characters=5))


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["{", "}", "\\", r"\u", r"\'e", r"\bin9", r"\cell ", "a", "\\*", "0"]))
)
def test_any_marks_give_a_document_or_a_named_error(pieces: list[str]) -> None:
    with contextlib.suppress(EmptyDocumentError, TooComplexError):
        read_rtf(rtf("".join(pieces)))
