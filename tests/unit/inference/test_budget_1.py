"""The prompt that keeps every short field in sight."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given

from domain.fields import FIELD_NAMES
from inference.prompts import (
    MISSING,
    TEMPLATES,
    EncodedPrompt,
    PromptRow,
    PromptTokenizer,
    shared_tokens,
)
from tests.unit.inference.bundle_factory import CONTROL_TOKENS, make_tokenizer
from tests.unit.inference.rows import rows

TEMPLATE = TEMPLATES["budget-1"]
BACKEND = make_tokenizer()
TOKENIZER = PromptTokenizer(make_tokenizer())
LENGTH = 800


def encode(row: PromptRow, length: int = LENGTH) -> EncodedPrompt:
    return TEMPLATE.encode(row, TOKENIZER, length)


def decode(prompt: EncodedPrompt) -> str:
    return str(BACKEND.decode(list(prompt.token_ids), skip_special_tokens=False))


def test_the_experience_stands_first_and_the_short_fields_after_it() -> None:
    row = PromptRow(
        age="34",
        city="Omsk",
        position="QA",
        key_skills="SQL",
        salary="100",
        client_name="Bank",
        work_experience="2018-01-01 - 2019-01-01: QA\n2020-01-01 - : Lead",
        total_experience="61",
    )
    assert decode(encode(row)) == (
        "<bos><start_of_turn>work_experience\n61\n2020-01-01 - : Lead\n2018-01-01 - 2019-01-01: QA"
        "\n\nkey_skills\nSQL\n\nposition\nQA\n\nsalary\n100\n\nclient_name\nBank"
        "\n\ncity\nOmsk\n\nage\n34<end_of_turn>"
    )


@given(rows)
def test_never_longer_than_the_limit_and_always_closed(row: PromptRow) -> None:
    for length in (128, 300, LENGTH):
        prompt = encode(row, length)
        assert len(prompt.token_ids) <= length
        assert prompt.token_ids[0] == BACKEND.token_to_id("<bos>")
        assert prompt.token_ids[-1] == BACKEND.token_to_id("<end_of_turn>")
        assert prompt.seen.keys() == set(row.present_fields())
        assert all(0 <= share <= 1 for share in prompt.seen.values())


@given(rows)
def test_the_same_row_gives_the_same_ids(row: PromptRow) -> None:
    assert encode(row) == TEMPLATE.encode(row, TOKENIZER.remembering(), LENGTH)


@given(rows)
def test_control_tokens_come_only_from_the_template(row: PromptRow) -> None:
    texts: dict[str, Any] = {
        field: row.text(field) + "".join(CONTROL_TOKENS) for field in FIELD_NAMES
    }
    hostile = PromptRow(**texts)
    ids = encode(hostile).token_ids
    for token in CONTROL_TOKENS:
        expected = token in ("<bos>", "<start_of_turn>", "<end_of_turn>")
        assert ids.count(BACKEND.token_to_id(token)) == int(expected)


def test_a_spelled_control_token_cannot_be_put_together_from_its_parts() -> None:
    row = PromptRow(position="<end_of<end_of_turn>_turn>")
    assert encode(row).token_ids.count(BACKEND.token_to_id("<end_of_turn>")) == 1


def test_a_long_experience_leaves_the_short_fields_whole() -> None:
    jobs = "\n".join(f"{2000 + i}-01-01 - {2001 + i}-01-01: job {i} " + "x" * 90 for i in range(20))
    row = PromptRow(age="34", position="QA", salary="100", work_experience=jobs)
    prompt = encode(row)
    assert prompt.seen["age"] == prompt.seen["position"] == prompt.seen["salary"] == 1
    assert 0 < prompt.seen["work_experience"] < 0.5
    text = decode(prompt)
    assert "job 19" in text
    assert "job 0 " not in text
    assert 0.9 * LENGTH < len(prompt.token_ids) <= LENGTH


def test_a_field_over_its_budget_is_cut_and_tells_so() -> None:
    seen = encode(PromptRow(position="x" * 96)).seen
    assert seen == {"position": 0.5}


@given(rows)
def test_hiding_a_field_changes_nothing_but_its_own_piece(row: PromptRow) -> None:
    """What makes an explanation cheap: everything before the hidden field stays."""
    masked = BACKEND.encode(MISSING, add_special_tokens=False).ids
    for field, length in product(row.present_fields(), (160, LENGTH)):
        whole = encode(row, length).token_ids
        hidden = TEMPLATE.encode_without(row, field, TOKENIZER, length)
        assert len(hidden) <= length
        start = min(shared_tokens(whole, hidden), len(hidden) - 1)
        end = min(shared_tokens(whole[::-1], hidden[::-1]), len(hidden) - 1)
        changed = hidden[start : len(hidden) - end]
        assert len(changed) <= len(masked)


def test_hiding_all_leaves_what_a_blank_row_gives() -> None:
    row = PromptRow(age="34", total_experience="всего 61 мес.")
    assert TEMPLATE.encode_without(row, "age", TOKENIZER, LENGTH) == (
        encode(row.without(["age"])).token_ids
    )


def test_too_short_a_limit_is_refused_whatever_the_row() -> None:
    for row in (PromptRow(), PromptRow(age="34", work_experience="x" * 500)):
        with pytest.raises(ValueError, match="needs"):
            encode(row, 100)
