import html

import pytest
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.errors import EntityParseError
from sandbox.telegram.formatted_text import Entity, clean, utf16_length
from sandbox.telegram.html_mode import parse_html

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("Ж<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("🏟<abacaba", "Unclosed start tag at byte offset 4"),
        ("<i =a>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<i a = ", 'Unclosed start tag "i" at byte offset 0'),
        ("<i a=19aA-.,", "Unexpected end of name token at byte offset 5"),
        ('<i a="&lt;>', "Unclosed start tag at byte offset 0"),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<i>a</i  ", "Unclosed end tag at byte offset 4"),
        ("<i>a</b>", 'Unmatched end tag at byte offset 4, expected "</i>", found "</b>"'),
        ("<b><i>a</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji emoji-id=x>a</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_refuses_in_telegrams_words(source: str, problem: str) -> None:
    with pytest.raises(EntityParseError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {problem}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("&lt;&amp;&quot;&ge;&#1046;&#x416", '<&"&ge;ЖЖ', []),
        ("<b>a</b><strong>b</>", "ab", [Entity("bold", 0, 1), Entity("bold", 1, 1)]),
        ("🏟<i>🏟&lt</i>", "🏟🏟<", [Entity("italic", 2, 3)]),
        ("<b></b>x", "x", []),
        ("<a href='a.b'>x</a>", "x", [Entity("text_link", 0, 1, url="http://a.b/")]),
        ("<a href='javascript:1'>x</a>", "x", []),
        (
            '<pre><code class="language-sql">x</code></pre>',
            "x",
            [Entity("pre", 0, 1, language="sql")],
        ),
        ("<code class='language-sql'>x</code>", "x", [Entity("code", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [Entity("expandable_blockquote", 0, 1)]),
        ("<span class='tg-spoiler'>x</span>", "x", [Entity("spoiler", 0, 1)]),
        ("<u><s>x</s>y</u>", "xy", [Entity("underline", 0, 2), Entity("strikethrough", 0, 1)]),
    ],
)
def test_reads_tags_and_references(source: str, text: str, entities: list[Entity]) -> None:
    formatted = parse_html(source)
    assert formatted.text == text
    assert list(formatted.entities) == entities


@given(TEXTS)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    formatted = parse_html(html.escape(text, quote=False))
    assert formatted.text == text
    assert formatted.entities == ()


@given(st.text(max_size=60), st.text("<>/ab=\"' &;", max_size=30))
def test_any_text_is_read_or_refused(before: str, after: str) -> None:
    try:
        formatted = parse_html(before + after)
    except EntityParseError:
        return
    length = utf16_length(formatted.text)
    assert all(0 <= one.offset < one.end <= length for one in formatted.entities)


@given(
    st.lists(
        st.tuples(TEXTS, st.sampled_from(["bold", "italic", "underline", "code", "spoiler"])),
        min_size=1,
        max_size=5,
    )
)
def test_reads_what_aiogram_writes(pieces: list[tuple[str, str]]) -> None:
    text, entities = "", []
    for piece, kind in pieces:
        entities.append(
            MessageEntity(type=kind, offset=utf16_length(text), length=utf16_length(piece))
        )
        text += piece
    formatted = parse_html(html_decoration.unparse(text, entities))
    assert formatted.text == text
    assert [one.as_json() for one in formatted.entities] == [
        one.model_dump(exclude_none=True) for one in entities
    ]


def test_trims_both_ends_and_moves_entities() -> None:
    formatted = clean(parse_html("\n <b> a\0b </b> "))
    assert formatted.text == "a b"
    assert formatted.entities == (Entity("bold", 0, 3),)
