"""No name, phone, mail, link or street of a person gets into what is judged and kept."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.fields.contacts import PHONE, without_contacts
from parsers.pipeline import read_resume
from tests.unit.parsers.sections.documents import read_text

TODAY = date(2026, 11, 23)
NAMES = ["Лунина Вера Петровна", "Oleg Marsh", "Ибрагимов Тимур", "Ким Роман", "Ann-Marie O'Hara"]
PHONES = [
    "+7 (900) 123-45-67",
    "8 900 123 45 67",
    "89001234567",
    "+375 29 000-00-00",
    "415-555-0132",
]
MAILS = ["vera.l@mail.example", "o_marsh@post.example.co"]
LINKS = ["t.me/verba_l", "https://verba.example/cv", "github.com/verbal", "linkedin.com/in/verba-l"]
HANDLES = ["@verba_l"]
STREETS = ["ул. Степная, д. 14, кв. 9", "пр. Ленина 5", "12 Rosewood Lane"]


@settings(deadline=None)
@given(
    name=st.sampled_from(NAMES),
    phone=st.sampled_from(PHONES),
    mail=st.sampled_from(MAILS),
    link=st.sampled_from(LINKS),
    street=st.sampled_from(STREETS),
    order=st.permutations(range(5)),
    is_glued=st.booleans(),
)
def test_nothing_personal_gets_in(
    name: str,
    phone: str,
    mail: str,
    link: str,
    street: str,
    order: list[int],
    is_glued: bool,
) -> None:
    header = [f"тел. {phone}", mail, link, f"Адрес: г. Тверь, {street}", HANDLES[0]]
    contacts = [header[index] for index in order]
    lines = [
        f"{name} — инженер" if is_glued else name,
        *(["инженер"] if not is_glued else []),
        *([" | ".join(contacts)] if is_glued else contacts),
        "Зарплата: от 100 000 руб.",
        "Опыт работы",
        f"2019 - 2021 ООО «Сова», инженер, {phone}",
        f"Меня зовут {name}. Чинил станки, мои работы: {link}, пишите на {mail} или {HANDLES[0]}.",
        f"Живу: {street}, тел.: {phone}",
        "Навыки",
        f"Excel, {mail}, {link}, Word",
        f"Телефон: {phone}",
    ]
    resume = read_text("\n".join(lines), TODAY)
    told = resume.model_dump_json()
    assert resume.position == "инженер"
    assert resume.work_experience[0].start == "2019"
    for secret in (name, phone, mail, link, street, HANDLES[0]):
        assert secret not in told


def test_records_are_cleaned_too() -> None:
    record = {
        "position": "Инженер, a@b.example",
        "key_skills": ["SQL", "t.me/someone"],
        "work_experience": [
            {"start": "2019", "position": "Инженер", "description": "звоните 8 900 123 45 67"}
        ],
    }
    resume = read_resume(json.dumps(record, ensure_ascii=False).encode(), "row.json").resume
    assert resume.position == "Инженер"
    assert resume.key_skills == ("SQL",)
    assert resume.work_experience[0].description == "звоните …"


def test_an_own_firm_loses_its_name_and_others_keep_theirs() -> None:
    text = (
        "Лунина Вера Петровна\nДизайнер\nОпыт работы\n2019 - 2021 ИП Лунина В.П., дизайнер\n"
        "Рисую.\n2015 - 2018 ИП Сорокин А.А., дизайнер\nРисовала."
    )
    companies = [job.company for job in read_text(text, TODAY).work_experience]
    assert companies == ["ИП", "ИП Сорокин А.А."]


@pytest.mark.parametrize(
    "text",
    [
        "увеличил продажи с 1 200 000 до 3 500 000 руб.",
        "бюджет 12 000 000 рублей, 2019-2021, 15.03.2019 - 31.12.2021",
        "1С:Предприятие 8.3.20.1674, версия 10.0.19045.2965",
        "ИНН 7707083893, ОГРН 1027700132195",
        "ГОСТ 2.105-95, ISO 9001:2015, ISBN 978-5-4461-0960-9",
        "200 000 RPS, 1 000 000 - 5 000 000 строк в сутки",
        "increased revenue by 2,500,000 USD in 2019-2021",
        "the @property decorator, @Autowired beans",
        "магазин ozon.ru и сайт company58.com",
    ],
)
def test_figures_sites_and_code_stay(text: str) -> None:
    assert without_contacts(text) == text


@settings(deadline=None)
@given(st.text(max_size=200))
def test_cutting_is_done_at_once(text: str) -> None:
    cut = without_contacts(text)
    assert without_contacts(cut) == cut
    assert not PHONE.search(cut)
