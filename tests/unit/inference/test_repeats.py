"""Pasting the same words again changes nothing of what the model is shown."""

from hypothesis import given
from hypothesis import strategies as st

from inference.prompts.repeats import without_repeated_clauses, without_repeated_skills

_WORDS = st.text(alphabet="абвгдеabcdef", min_size=1, max_size=8)
_LISTS = st.lists(_WORDS, min_size=1, max_size=8, unique=True)


@given(_LISTS, st.integers(2, 4))
def test_a_list_pasted_again_is_the_list(skills: list[str], times: int) -> None:
    once = ", ".join(skills)
    assert without_repeated_skills(", ".join([once] * times)) == once


@given(_LISTS, st.sampled_from([". ", "; ", ", ", " - "]))
def test_duties_written_twice_are_the_duties(duties: list[str], joint: str) -> None:
    head = "2019-04-01 - 2021-02-01: Инженер  Завод. "
    once = head + joint.join(duties)
    assert without_repeated_clauses(head + joint.join(duties * 2)) == once


def test_spelling_of_the_first_stays() -> None:
    assert without_repeated_skills("SQL, Python; sql\nGo") == "SQL, Python, Go"


def test_what_does_not_repeat_is_untouched() -> None:
    skills = "SQL;Python\nGo"
    entry = "2019-04-01 - : Dev  Acme. Built X,  fixed Y;\nled Z - and A"
    assert without_repeated_skills(skills) == skills
    assert without_repeated_clauses(entry) == entry
