"""Names of tools in free text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usecases.insights.terms import mentioned_terms, unmentioned


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Писал на C++ и Go, сборка в CI/CD, очереди Kafka.", ["C++", "Go", "CI/CD", "Kafka"]),
        ("Сервисы на .NET, отчёты в 1С:ERP и 1С", [".NET", "1С:ERP", "1С"]),
        ("Администрировал Windows Server 2019.", ["Windows Server"]),
        ("Почта ivan@Example.com, сайт Example.ru", []),
        ("We built services in PostgreSQL and with our customers", ["PostgreSQL"]),
        ("Moved The Team to a new office in London", []),
        ("Отчёты в Power BI, снова Power BI", ["Power BI"]),
        ("Node.js, Vue.js.", ["Node.js", "Vue.js"]),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert mentioned_terms([text]) == terms


def test_what_the_list_or_the_employers_name_has_is_no_news() -> None:
    text = "В Lighthouse писал на SQL и Python, витрины в ClickHouse"
    assert mentioned_terms([text], not_in=["SQL, Python 3", "ООО Lighthouse"]) == ["ClickHouse"]


def test_a_skill_is_mentioned_whatever_its_ending() -> None:
    texts = ["Готовил публичных выступлений десять, считал в Excel."]
    skills = ["Публичные выступления", "MS Excel", "Excel", "Go", "Публичные отчёты"]
    assert unmentioned(skills, texts) == ["Go", "Публичные отчёты"]


@given(st.lists(st.text(max_size=60), max_size=4), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_is_read(texts: list[str], known: list[str]) -> None:
    terms = mentioned_terms(texts, not_in=known)
    assert all(any(term in text for text in texts) for term in terms)
    assert set(unmentioned(known, texts)) <= set(known)
