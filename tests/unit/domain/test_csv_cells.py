"""A text of a stranger's resume is never run by the program that opens the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.csv_cells import defused

SIGNS = "=+-@＝＋－＠|%"
INVISIBLE = " \t\r\n\0\u00a0\u200b\u2028\u2060\ufeff"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@A1", "＝1", "|a", "%0A", "\t", "\r", "\n"])
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert defused(text) == f"'{text}"


@given(st.text(INVISIBLE, max_size=4), st.sampled_from(SIGNS), st.text(max_size=8))
def test_nothing_invisible_hides_a_sign(before: str, sign: str, after: str) -> None:
    text = before + sign + after
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Иванов", "a=b", "1+1", "'x", "  x"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


@given(st.text(max_size=12))
def test_a_text_is_whole_in_its_cell_and_defused_once(text: str) -> None:
    cell = defused(text)
    assert cell.removeprefix("'") == text.removeprefix("'")
    assert not cell.lstrip(INVISIBLE).startswith(tuple(SIGNS))
    assert not cell.startswith(("\t", "\r", "\n", "\0"))
    assert defused(cell) == cell
