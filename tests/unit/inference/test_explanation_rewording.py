"""The neutral baseline says the same in other words, always the same ones."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inference.explanation.city_names import other_city_names
from inference.explanation.neutral import other_salary_texts, reworded_prompts
from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer, shared_tokens
from inference.prompts.skill_list import shuffled_skills
from tests.unit.inference.bundle_factory import make_tokenizer

TOKENIZER = PromptTokenizer(make_tokenizer())
ROW = PromptRow(
    city="Москва",
    key_skills="SQL, Python, Airflow, Spark",
    salary="от 200 000 ₽",
    work_experience="2019-04-01 - : Инженер  " + "витрины " * 40,
)


@pytest.mark.parametrize(
    ("city", "others"),
    [
        ("Москва", ["г. Москва", "Moscow"]),
        ("г. Москва", ["Москва", "Moscow"]),
        ("город Омск", ["Омск", "Omsk"]),
        ("Moscow", ["Moscow.", "Москва"]),
        ("Урюпинск", ["г. Урюпинск"]),
        ("Riga", ["Riga.", "Рига"]),
        ("Springfield", ["Springfield."]),
    ],
)
def test_another_name_of_the_same_city(city: str, others: list[str]) -> None:
    assert other_city_names(city) == others


@pytest.mark.parametrize(
    ("salary", "others"),
    [
        ("от 200 000 ₽", ["от 200000 ₽", "от 200 000 руб."]),
        ("200\u00a0000-300'000", ["200000-300000"]),
        (
            "от 200000 до 1500000 рублей",
            ["от 200 000 до 1 500 000 рублей", "от 200000 до 1500000 ₽"],
        ),
        ("3000 $ net", ["3 000 $ net", "3000 USD net"]),
        ("500 eur", ["500 €"]),
        ("Минимум 200 (net), комфорт 250", ["Минимум 200 (net), комфорт 250."]),
        ("по договорённости.", ["по договорённости"]),
    ],
)
def test_other_wordings_of_the_same_salary(salary: str, others: list[str]) -> None:
    assert other_salary_texts(salary) == others


@example([" ", "0"])
@example(["a", " ", "b"])
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters=",;\n"), min_size=1), max_size=8
    )
)
def test_shuffled_skills_are_the_same_skills(skills: list[str]) -> None:
    text = ", ".join(skills)
    shuffled = shuffled_skills(text)
    assert words(shuffled) == words(text)
    assert shuffled == shuffled_skills(text)
    assert len(shuffled) == len(text)


def words(text: str) -> Counter[str]:
    return Counter(filter(None, (" ".join(skill.split()) for skill in text.split(","))))


@pytest.mark.parametrize("template", TEMPLATES)
def test_rewordings_are_few_distinct_and_cheap(template: str) -> None:
    prompt = TEMPLATES[template].lay_out(ROW, TOKENIZER, 2000)
    whole = prompt.prompt.token_ids
    every = reworded_prompts(ROW, prompt, is_thrifty=False)
    assert len({whole, *every}) == 6
    kept = reworded_prompts(ROW, prompt)
    assert kept == every[: len(kept)]
    assert sum(len(ids) - shared_tokens(whole, ids) for ids in kept) <= 0.6 * len(whole)


def test_there_is_a_rewording_at_any_price_but_not_of_nothing() -> None:
    row = PromptRow(city="Омск", work_experience="x" * 2000)
    prompt = TEMPLATES["fic-2024"].lay_out(row, TOKENIZER, 2000)
    assert len(reworded_prompts(row, prompt)) == 1
    row = PromptRow(age="34", work_experience="x" * 2000)
    prompt = TEMPLATES["fic-2024"].lay_out(row, TOKENIZER, 2000)
    assert reworded_prompts(row, prompt) == []
