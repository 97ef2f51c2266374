import html
import re

from hypothesis import given
from hypothesis import strategies as st

from sandbox.control.rendering import render_html
from sandbox.telegram.detection import with_detected_entities
from sandbox.telegram.formatted_text import Entity, FormattedText, sort_entities, utf16_length

INLINE = st.sampled_from(["bold", "italic", "code", "spoiler", "text_link", "mention", "unknown"])


@st.composite
def formatted_texts(draw: st.DrawFn) -> FormattedText:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=25))
    length = utf16_length(text)
    places = st.integers(0, length + 3)
    entities = [
        Entity(kind, offset, size, url=draw(st.sampled_from(['http://a.b/"><x', "javascript:1"])))
        for kind, offset, size in draw(st.lists(st.tuples(INLINE, places, places), max_size=5))
    ]
    return FormattedText(text, sort_entities(entities))


@given(formatted_texts())
def test_all_text_is_there_and_escaped_whatever_the_entities(formatted: FormattedText) -> None:
    rendered = render_html(formatted)
    tags = re.findall(r"<[^>]*>", rendered)
    assert all(re.match(r"</?(b|i|code|span|a)[ >]", tag) for tag in tags)
    assert not any("javascript" in tag for tag in tags)
    text = html.unescape(re.sub(r"<[^>]*>", "", rendered))
    if all(character <= "\uffff" for character in formatted.text):
        assert text.replace("�", "") == formatted.text.replace("�", "") or "\r" in formatted.text


def test_overlapping_entities_are_split_not_crossed() -> None:
    formatted = FormattedText("abcd", (Entity("bold", 0, 3), Entity("italic", 2, 2)))
    assert render_html(formatted) == "<b>ab<i>c</i></b><i>d</i>"


def test_a_block_ends_its_line() -> None:
    formatted = FormattedText("a\nb\nc", (Entity("blockquote", 2, 1),))
    assert render_html(formatted) == "a\n<blockquote>b</blockquote>c"


def test_telegram_finds_commands_links_and_mentions_but_not_in_code() -> None:
    text = "/start@x_bot см. https://a.ru/x?y=1, me@a.ru @someone #тег /no/path a/b"
    found = with_detected_entities(FormattedText(text))
    words = [
        text.encode("utf-16-le")[one.offset * 2 : one.end * 2].decode("utf-16-le")
        for one in found.entities
    ]
    assert [one.type for one in found.entities] == [
        "bot_command",
        "url",
        "email",
        "mention",
        "hashtag",
    ]
    assert words == ["/start@x_bot", "https://a.ru/x?y=1", "me@a.ru", "@someone", "#тег"]
    code = FormattedText("/start", (Entity("code", 0, 6),))
    assert with_detected_entities(code) == code
