import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import DamagedFileError, ResumeFileError, TooComplexError, UnsupportedFileError
from domain.resume import FieldEvidence, Reading, Resume
from parsers.isolation.answers import ERROR_BY_CODE, pack_error, pack_reading, unpack_answer


def test_a_reading_survives() -> None:
    reading = Reading(
        resume=Resume(age=30, key_skills=("SQL",)),
        evidence={"age": FieldEvidence(confidence=0.5, page=1, box=(1, 2, 3, 4))},
    )
    assert unpack_answer(pack_reading(reading)) == reading


@pytest.mark.parametrize(
    "error", [TooComplexError("pages", 50), UnsupportedFileError("image/png"), DamagedFileError()]
)
def test_an_error_survives_with_its_facts(error: ResumeFileError) -> None:
    with pytest.raises(type(error)) as caught:
        unpack_answer(pack_error(error))
    assert vars(caught.value) == vars(error)


def test_every_code_of_the_contract_can_be_said() -> None:
    assert set(ERROR_BY_CODE) == {
        "unsupported",
        "too_large",
        "encrypted",
        "damaged",
        "empty",
        "not_a_resume",
        "timeout",
        "too_complex",
    }


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b'{"reading": {"resume": {"age": 9000}}}',
        b'{"error": {"code": "exit", "facts": {}}}',
        b'{"error": {"code": "damaged", "facts": {"extra": 1}}}',
        b'{"error": {"code": "unsupported", "facts": {"media_type": ["list"]}}}',
        b'{"error": {"code": "too_large", "facts": {"limit_bytes": Infinity}}}',
        b'{"error": {"code": "timeout", "facts": {"limit_seconds": NaN}}}',
        b'{"error": {"code": "too_large", "facts": {"limit_bytes": %s}}}' % (b"9" * 4000),
        b'{"error": {"code": "too_large", "facts": {"limit_bytes": "much"}}}',
        b'{"error": {"code": "too_complex", "facts": {"what": "pages", "limit": -1}}}',
        b'{"reading": {"resume": {"salary": {"text": "a", "amount_from": %s}}}}' % (b"9" * 4000),
        b'{"reading": {"resume": {"total_experience_months": %s}}}' % (b"9" * 4000),
        b'{"reading": {"resume": {"city": "\\ud800"}}}',
        b'{"reading": {"resume": {"work_experience": [%s]}}}' % b",".join([b"{}"] * 1001),
        b"[" * 100_000,
    ],
)
def test_a_taken_over_child_can_only_say_damaged(answer: bytes) -> None:
    with pytest.raises(DamagedFileError):
        unpack_answer(answer)


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | (
                st.dictionaries(
                    st.sampled_from(["error", "reading", "code", "facts", "resume"]), inner
                )
            )
        ),
    )
)
def test_any_json_is_a_reading_or_an_error(said: object) -> None:
    with contextlib.suppress(ResumeFileError):
        unpack_answer(json.dumps(said).encode())
