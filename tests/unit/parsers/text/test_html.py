import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import EmptyDocumentError, ResumeFileError, TooComplexError
from parsers.files.limits import ParsingLimits
from parsers.text.document import Document, Hidden
from parsers.text.html import read_html


def read(body: str, head: str = "") -> Document:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def test_blocks_breaks_and_lists_are_lines() -> None:
    document = read("<h2>Опыт</h2>одна <b>стро</b>ка<br>другая<ul><li>пункт</li></ul>")
    assert [(line.text, line.style) for line in document.lines] == [
        ("Опыт", "Heading 2"),
        ("одна строка", None),
        ("другая", None),
        ("пункт", "List Bullet"),
    ]
    assert document.lines[0].is_bold
    assert not document.warnings


def test_cells_know_their_places() -> None:
    document = read("<table><tr><td>a<table><tr><td>b</table><td>c</table>")
    assert [(line.text, line.cell) for line in document.lines] == [
        ("a", (0, 0, 0)),
        ("b", (1, 0, 0)),
        ("c", (0, 0, 1)),
    ]


@pytest.mark.parametrize(
    ("hidden", "reason"),
    [
        ("<p hidden>golang</p>", Hidden.INVISIBLE_MODE),
        ("<p style='display: none'>golang</p>", Hidden.INVISIBLE_MODE),
        ("<div style='VISIBILITY:hidden !important'><p>golang</p></div>", Hidden.INVISIBLE_MODE),
        ("<p style='opacity:0'>golang</p>", Hidden.INVISIBLE_MODE),
        ("<p style='color: rgba(0, 0, 0, 0)'>golang</p>", Hidden.INVISIBLE_MODE),
        ("<p style='color:#fff'>golang</p>", Hidden.BACKGROUND_COLOUR),
        ("<p style='color:rgb(255,254,255)'>golang</p>", Hidden.BACKGROUND_COLOUR),
        ("<font color='white'>golang</font>", Hidden.BACKGROUND_COLOUR),
        ("<p style='background:#123456;color:#123457'>golang</p>", Hidden.BACKGROUND_COLOUR),
        ("<p style='font-size:1px'>golang</p>", Hidden.TINY),
        ("<p style='font-size:0'>golang</p>", Hidden.TINY),
        ("<p style='position:absolute;left:-9999px'>golang</p>", Hidden.OFF_PAGE),
        ("<p class='a b'>golang</p>", Hidden.INVISIBLE_MODE),
        ("<p id='c'>golang</p>", Hidden.BACKGROUND_COLOUR),
    ],
)
def test_what_nobody_sees_is_kept_out_and_told(hidden: str, reason: Hidden) -> None:
    document = read(f"<p>seen</p>{hidden}", "<style>/**/ .b{display:none} #c{color:#fff}</style>")
    assert document.text == "seen"
    assert [(found.text, found.reason) for found in document.hidden] == [("golang", reason)]
    assert document.warnings == ("hidden_text",)


def test_white_on_dark_and_on_pictures_is_seen() -> None:
    dark, picture = "background:#000;color:#fff", "background:url(x.png);color:white"
    document = read(f"<p style='{dark}'>one</p><div style='{picture}'>two</div>")
    assert [line.text for line in document.lines] == ["one", "two"]


def test_scripts_menus_and_texts_for_screen_readers_are_left_out() -> None:
    document = read("<script>x</script><nav>menu</nav><p>a<span class='sr-only'>b</span></p>")
    assert document.text == "a"
    assert not document.warnings


@pytest.mark.parametrize(
    "style",
    [
        "span{display:block}",
        "p span { display: flex }",
        ".job > span{display:block}",
        "#jobs span, i{display:block}",
    ],
)
def test_elements_that_a_style_puts_on_lines_of_their_own(style: str) -> None:
    body = "<div id='jobs'><p class='job'><span>Сова</span><span>2019</span></p></div>"
    document = read(body, f"<style>{style}</style>")
    assert [line.text for line in document.lines] == ["Сова", "2019"]
    elsewhere = read("<div><b>Со</b><span>ва</span></div>", "<style>p span{display:block}</style>")
    assert elsewhere.text == "Сова"


def test_a_rule_of_two_parts_hides_what_it_names() -> None:
    style = "<style>p span{display:none}</style>"
    document = read("<p>Go<span>golang</span></p><div><span>Сова</span></div>", style)
    assert [line.text for line in document.lines] == ["Go", "Сова"]
    assert [(hidden.text, hidden.reason) for hidden in document.hidden] == [
        ("golang", Hidden.INVISIBLE_MODE)
    ]


@pytest.mark.parametrize("name", ["kbd", "code"])
def test_neighbouring_words_of_code_are_chips(name: str) -> None:
    words = " ".join(f"<{name}>{word}</{name}>" for word in ("C#", "Unreal Engine", "Unity"))
    assert read(f"<p>{words}</p>").text == "C#      Unreal Engine      Unity"
    assert read(f"<p>Пишу на <{name}>C#</{name}> и пью чай.</p>").text == "Пишу на C# и пью чай."


def test_chips_stay_apart() -> None:
    document = read("<div><span class='tag'>REST API</span><span class='tag'>SQL</span></div>")
    assert document.lines[0].text.split("      ") == ["REST API", "SQL"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r"])
def test_the_declared_encoding_counts(encoding: str) -> None:
    page = f"<html><meta charset='{encoding}'><p>Ёлочный мастер</p>"
    assert read_html(page.encode(encoding)).text == "Ёлочный мастер"


def test_entities_of_a_document_type_are_not_expanded() -> None:
    page = "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>x &a; y</p>"
    assert "root:" not in read_html(page.encode()).text


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(EmptyDocumentError):
        read("<p> </p>")


@pytest.mark.parametrize("page", ["<div>" * 5_000 + "x", "<p>x" * 200, "x" * 5_000])
def test_limits(page: str) -> None:
    with pytest.raises(TooComplexError):
        read_html(page.encode(), ParsingLimits(max_characters=1_000, max_page_objects=100))


@settings(deadline=None)
@given(st.text(alphabet="<>/ ab='\"#;:{}!-&\nstyldivpre", max_size=300))
def test_any_text_is_lines_or_a_named_error(body: str) -> None:
    with contextlib.suppress(ResumeFileError):
        assert all(line.text.strip() for line in read_html(body.encode()).lines)
