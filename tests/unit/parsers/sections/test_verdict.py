"""What is a resume, however thin, and what only looks like one."""

import pytest

from domain.errors import NotAResumeError
from parsers.pipeline import read_resume

OTHERS = [
    pytest.param(
        "Требуется менеджер по продажам в г. Пермь\n"
        "ООО «Сова» ищет активного менеджера.\n"
        "Обязанности:\n"
        "- поиск клиентов\n"
        "- ведение переговоров\n"
        "Требования:\n"
        "- опыт работы от 1 года\n"
        "- знание Excel\n"
        "Условия:\n"
        "- зарплата от 60 000 руб.\n"
        "- график 5/2\n"
        "Контакты: +7 900 123-45-67, hr@sova.example\n",
        id="vacancy_ru",
    ),
    pytest.param(
        "Senior Backend Engineer\n"
        "Location: Berlin, Germany\n"
        "About the role\n"
        "We are looking for an engineer to join our team.\n"
        "Responsibilities\n"
        "- Build services\n"
        "Requirements\n"
        "- 5+ years of experience with Go\n"
        "- Strong skills in SQL\n"
        "What we offer\n"
        "- Salary 80k EUR\n"
        "Apply: jobs@acme.example\n",
        id="vacancy_en",
    ),
    pytest.param(
        "Уважаемая Мария Ивановна!\n"
        "Прошу Вас рассмотреть вопрос о поставке оборудования в 2024 году.\n"
        "С уважением, директор ООО «Сова» П. П. Петров\n"
        "тел. +7 900 123-45-67\n",
        id="letter",
    ),
    pytest.param(
        "Прайс-лист ООО «Сова» на 2024 год\n"
        "Кабель ВВГ 3х2,5 — 85 руб.\n"
        "Розетка — 120 руб.\n"
        "Доставка по Москве — 500 руб.\n"
        "Телефон: +7 900 123-45-67\n",
        id="price",
    ),
    pytest.param(
        "# FastParse\n"
        "Fast parser for CSV files.\n"
        "## Installation\n"
        "pip install fastparse\n"
        "## Usage\n"
        "import fastparse\n"
        "## Features\n"
        "- Python 3.8+\n"
        "- SQL export\n"
        "## License\n"
        "MIT\n",
        id="readme",
    ),
    pytest.param(
        "В Москве открылась новая станция метро. Мэр города отметил, что в 2024 году "
        "будет открыто ещё пять станций. Строительство началось в марте 2019 года и "
        "завершилось в декабре 2023 года. Инженеры применили новые технологии.\n",
        id="news",
    ),
    pytest.param(
        "Меню ресторана\n"
        "Салаты\n"
        "Цезарь — 450 руб.\n"
        "Греческий — 390 руб.\n"
        "Горячее\n"
        "Стейк — 1200 руб.\n",
        id="menu",
    ),
    pytest.param(
        "Договор № 15 на оказание услуг\n"
        "г. Москва 12.03.2024\n"
        "ООО «Сова», именуемое Исполнитель, в лице директора Петрова П.П., и ООО «Лиса» "
        "заключили договор.\n"
        "Стороны договорились о нижеследующем: услуги с 01.04.2024 по 31.12.2024.\n",
        id="contract",
    ),
    pytest.param(
        "ДИПЛОМ\n"
        "о высшем образовании\n"
        "Петров Пётр Петрович\n"
        "окончил в 2020 году Московский университет\n"
        "Квалификация: инженер\n"
        "Регистрационный номер 12345\n",
        id="diploma",
    ),
    pytest.param(
        "Александр Сергеевич Пушкин родился в 1799 году в Москве. Русский поэт, драматург "
        "и прозаик. С 1811 по 1817 год учился в лицее. Работал в Коллегии иностранных "
        "дел.\n",
        id="biography",
    ),
    pytest.param(
        "INVOICE #123\n"
        "Bill to: John Smith, 12 Rose Lane, London\n"
        "Consulting services Jan 2024 - Mar 2024\n"
        "Total due: $5,000\n",
        id="invoice",
    ),
    pytest.param(
        "Abstract\n"
        "We present a new method for parsing. Introduction\n"
        "Deep learning has improved since 2012. The experience of users shows that skills matter.\n"
        "References\n"
        "[1] Smith 2019\n",
        id="article_en",
    ),
    pytest.param(
        "Расписание занятий\n"
        "Понедельник\n"
        "9:00 Математика, преподаватель Иванова\n"
        "10:45 Физика, преподаватель Петров\n"
        "Вторник\n"
        "9:00 История\n",
        id="schedule",
    ),
    pytest.param(
        "АНКЕТА СОИСКАТЕЛЯ\n"
        "ФИО ____________\n"
        "Дата рождения ____________\n"
        "Город ____________\n"
        "Опыт работы ____________\n"
        "Навыки ____________\n",
        id="empty_form",
    ),
    pytest.param(
        "привет! как дела? завтра встречаемся в 7 у метро\nок, буду. возьми ноутбук и паспорт\n",
        id="chat",
    ),
    pytest.param(
        "О компании\n"
        "ООО «Сова» работает с 2010 года. Наши проекты: склад в Твери (2015 - 2017), "
        "завод в Туле (2018 - 2020).\n"
        "Контакты: г. Москва, +7 495 123-45-67\n",
        id="company",
    ),
    pytest.param(
        "Программа курса «Python-разработчик»\n"
        "Модуль 1. Основы Python (2 недели)\n"
        "Модуль 2. SQL и базы данных\n"
        "Навыки, которые вы получите: Python, SQL, Git\n"
        "Стоимость: 50 000 руб.\n",
        id="course",
    ),
]
THIN = [
    pytest.param(
        "Водитель кат. B, C. Стаж 20 лет. 45 лет. Тел 8 900 123 45 67 Николай\n",
        id="thin_driver",
    ),
    pytest.param(
        "Белова Ксения, 20 лет\nСтудентка ПГУ, 3 курс\nИщу подработку\nтел. +7 900 123-45-67\n",
        id="thin_student",
    ),
    pytest.param(
        "Продавец-консультант\n"
        "Иванова Анна, г. Тверь\n"
        "Опыт 5 лет в продажах одежды, ИП Сорокина, 2018-2023\n"
        "+7 900 123-45-67\n",
        id="thin_seller",
    ),
    pytest.param(
        "John Smith\n"
        "Carpenter\n"
        "Austin, TX\n"
        "555-123-4567\n"
        "10 years framing houses for Big Homes LLC, 2012-2022\n",
        id="thin_en",
    ),
    pytest.param(
        "Здравствуйте! Меня зовут Ольга, я бухгалтер с опытом 10 лет. Работала в ООО "
        "«Сова» с 2012 по 2022 год главным бухгалтером. Знаю 1С, Excel. Ищу работу в "
        "Перми. Тел. 8 900 123 45 67\n",
        id="letterlike",
    ),
    pytest.param(
        "Petr Ivanov\nPython developer\npetr@mail.example\nSkills: Python, Django, SQL, Docker\n",
        id="skills_only",
    ),
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(NotAResumeError):
        read_resume(text.encode(), "text.txt")


@pytest.mark.parametrize("text", THIN)
def test_thin_resumes_are_read(text: str) -> None:
    assert not read_resume(text.encode(), "text.txt").resume.is_blank()
