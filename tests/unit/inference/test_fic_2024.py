"""The published adapter's prompt, byte for byte."""

from hypothesis import given

from inference.prompts import MISSING, TEMPLATES, PromptRow, PromptTokenizer, render_fic_2024
from tests.unit.inference.bundle_factory import make_tokenizer
from tests.unit.inference.rows import rows

TEMPLATE = TEMPLATES["fic-2024"]
TOKENIZER = PromptTokenizer(make_tokenizer())


def test_the_text_is_the_seeds() -> None:
    row = PromptRow(
        age="34",
        city="Барнаул",
        position="П" * 101,
        key_skills="К" * 201,
        client_name="Клиент",
        salary="З" * 201,
        work_experience="Н" * 5 + "С" * 700,
    )
    assert render_fic_2024(row) == (
        "<start_of_turn>age\n34\n\ncity\nБарнаул\n\nwork_experience\nННННН\n\n"
        f"position\n{'П' * 100}\n\nkey_skills\n{'К' * 200}\n\nclient_name\nКлиент\n\n"
        f"salary\n{'З' * 200}<end_of_turn>"
    )


def test_an_experience_of_700_characters_vanishes() -> None:
    row = PromptRow(age="34", work_experience="о" * 700)
    assert "work_experience\n\n\nposition" in render_fic_2024(row)
    assert TEMPLATE.encode(row, TOKENIZER, 512).seen == {"age": 1.0, "work_experience": 0.0}


def test_missing_is_the_training_datas_own_words() -> None:
    text = render_fic_2024(PromptRow())
    assert text.count(MISSING) == 6
    assert "work_experience\n\n\n" in text


@given(rows)
def test_ids_are_what_the_tokenizer_gives_cut_on_the_right(row: PromptRow) -> None:
    backend = make_tokenizer()
    backend.enable_truncation(200)
    prompt = TEMPLATE.encode(row, TOKENIZER, 200)
    assert list(prompt.token_ids) == backend.encode(render_fic_2024(row)).ids


@given(rows)
def test_seen_tells_what_was_cut(row: PromptRow) -> None:
    short, long = (TEMPLATE.encode(row, TOKENIZER, length).seen for length in (200, 100_000))
    assert short.keys() == long.keys() <= set(row.present_fields())
    for field, share in short.items():
        assert 0 <= share <= long[field] <= 1
    if long.get("city"):
        assert long["city"] == 1
    if "salary" in long:
        assert (long["salary"] == 1) == (len(row.salary) <= 200)


def test_a_long_experience_pushes_the_rest_out_of_sight() -> None:
    row = PromptRow(age="34", work_experience="о" * 3000, position="QA", salary="100")
    seen = TEMPLATE.encode(row, TOKENIZER, 300).seen
    assert seen["position"] == seen["salary"] == 0
    assert 0 < seen["work_experience"] < 0.2
    assert seen["age"] == 1
