"""The encoders' text, as their published code lays it out."""

from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer
from tests.unit.inference.encoder_factory import make_word_pieces

TEMPLATE = TEMPLATES["fic-2024-encoder"]
TOKENIZER = PromptTokenizer(make_word_pieces())
ROW = PromptRow(
    age="34",
    city="Омск",
    work_experience="2019-04-01 - : " + "о" * 600,
    position="п" * 120,
    key_skills="н" * 160,
    client_name="Банк",
    salary="з" * 130,
)


def test_the_text_is_the_published_one() -> None:
    expected = (
        "age:\n34\n\ncity:\nОмск\n\nwork_experience:\n"
        + ROW.work_experience[:500]
        + "\n\nposition:\n"
        + ROW.position[:100]
        + "\n\nkey_skills:\n"
        + ROW.key_skills[:150]
        + "\n\nclient_name:\nБанк\n\nsalary:\n"
        + ROW.salary[:100]
    )
    framed = make_word_pieces().encode(expected).ids
    assert list(TEMPLATE.encode(ROW, TOKENIZER, 2048).token_ids) == framed


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
