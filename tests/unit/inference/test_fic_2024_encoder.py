"""The encoders' text, as their published code lays it out."""

import pytest

from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer
from tests.unit.inference.encoder_factory import make_word_pieces

TEMPLATE = TEMPLATES["fic-2024-short"]
TOKENIZER = PromptTokenizer(make_word_pieces())
ROW = PromptRow(
    age="34",
    city="Омск",
    work_experience="2019-04-01 - : " + "о" * 900,
    position="п" * 120,
    key_skills="н" * 260,
    client_name="Банк",
    salary="з" * 230,
)


@pytest.mark.parametrize(
    ("template", "experience", "skills", "salary"),
    [
        ("fic-2024-encoder", ROW.work_experience[:-700], 200, 200),
        ("fic-2024-short", ROW.work_experience[:500], 150, 100),
    ],
)
def test_the_text_is_the_published_one(
    template: str, experience: str, skills: int, salary: int
) -> None:
    expected = (
        f"age:\n34\n\ncity:\nОмск\n\nwork_experience:\n{experience}"
        f"\n\nposition:\n{ROW.position[:100]}\n\nkey_skills:\n{ROW.key_skills[:skills]}"
        f"\n\nclient_name:\nБанк\n\nsalary:\n{ROW.salary[:salary]}"
    )
    framed = make_word_pieces().encode(expected).ids
    assert list(TEMPLATES[template].encode(ROW, TOKENIZER, 2048).token_ids) == framed


def test_it_is_cut_on_the_right_and_keeps_its_frame() -> None:
    prompt = TEMPLATE.encode(ROW, TOKENIZER, 64)
    assert len(prompt.token_ids) == 64
    whole = TEMPLATE.encode(ROW, TOKENIZER, 2048)
    assert prompt.token_ids[:-1] == whole.token_ids[:63]
    assert prompt.token_ids[-1] == whole.token_ids[-1]
    assert prompt.seen["age"] == 1
    assert prompt.seen["salary"] == 0


def test_a_masked_field_says_so() -> None:
    masked = TEMPLATE.encode_without(ROW, "city", TOKENIZER, 2048)
    assert masked == TEMPLATE.encode(ROW.without(["city"]), TOKENIZER, 2048).token_ids
