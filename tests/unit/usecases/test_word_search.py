"""Words are found by their beginnings, whatever signs and spellings stand around them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usecases.word_search import MAX_WORDS, has_all, wanted_words, words_of


@pytest.mark.parametrize(
    ("query", "text", "is_found"),
    [
        ("анал", "Старший Аналитик данных", True),
        ("налит", "Старший аналитик данных", False),
        ("данных аналитик", "Аналитик данных", True),
        ("аналитик повар", "Аналитик данных", False),
        ("королев", "Королёв", True),
        ("КОРОЛЁВ", "королев", True),
        ("c++", "Разработчик C++/Qt", True),
        ("c++", "Разработчик C#", False),
        ("c", "Разработчик C#", True),
        ("petrova", "resume_Petrova-final(2).pdf", True),
        ("й", unicodedata.normalize("NFD", "йод.pdf"), True),
        ("%", "100% match", False),
        ("_", "a_b", False),
    ],
)
def test_a_query_finds_by_word_beginnings(query: str, text: str, is_found: bool) -> None:
    wanted = wanted_words(query)
    assert (bool(wanted) and has_all(wanted, [text])) is is_found


def test_the_words_may_stand_in_different_texts_and_texts_may_be_missing() -> None:
    assert has_all(wanted_words("повар тверь"), ["Повар", None, "Тверь"])
    assert not has_all(wanted_words("повар"), [None])


@pytest.mark.parametrize("query", ["", "%_'\"--", "😀👍", ".*[", "+ # ++", "\n\t\x00"])
def test_what_has_no_letter_asks_for_nothing(query: str) -> None:
    assert wanted_words(query) == ()


@given(st.text(max_size=300))
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    wanted = wanted_words(text)
    assert len(wanted) <= MAX_WORDS
    assert has_all(wanted, [text])
    assert all(one == one.casefold() for one in words_of(text.lower()) if one.isascii())
