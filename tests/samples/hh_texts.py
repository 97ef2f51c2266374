"""Resumes as texts: pasted from hh.ru's pages or out of its PDF, and Indeed's."""

from pathlib import Path

import pdfplumber

_COMPANY_FIRST = """Ларина Нина Олеговна
Женщина, 33 года, родилась 5 мая 1992
Омск, м. Библиотека, не готова к переезду, готова к редким командировкам

Контакты
+7 (999) 0002233 — предпочитаемый способ связи

Юрист, договорная работа
110 000 ₽ на руки
Специализации:
  Юрист
Занятость: полная занятость
График работы: полный день, удаленная работа

Опыт работы — 9 лет 1 месяц
Иртыш-Лес, группа компаний
Омск
irtysh-les.example.ru
Лесная промышленность, деревообработка
Октябрь 2020 — по настоящее время 5 лет 2 месяца

Юрисконсульт
Договоры поставки и аренды
Претензии, суды (2021 — 2023 — 14 дел)
Образование
сотрудников по охране персональных данных

Бюро «Право и Порядок»
Январь 2017 — Ноябрь 2020 3 года 11 месяцев

Помощник юриста

Обо мне
Быстро читаю

Навыки
Договорная работа; Претензионная работа; КонсультантПлюс; 152-ФЗ

Высшее образование
2016
Омский институт права, Омск
Юриспруденция

Знание языков
Русский — Родной

Гражданство, время в пути до работы
Гражданство: Россия
Желательное время в пути до работы: не имеет значения
"""
_EMPLOYER_VIEW = """Был вчера в 18:20
Активно ищет работу

Ильясов Марат
Мужчина, 45 лет, родился 30 ноября 1979
Уфа, не готов к переезду, не готов к командировкам

Водитель-экспедитор
Специализации:
Водитель
Занятость: полная занятость
График работы: вахтовый метод

Опыт работы — 15 лет 2 месяца
Май 2014 — по настоящее время
11 лет 7 месяцев
ООО «Белая Река»
Уфа
Перевозки, логистика, склад, ВЭД... Показать еще
Водитель-экспедитор
Обязанности:
Февраль 2019 — Март 2019
обучение на категорию E

Сентябрь 2010 — Март 2014
3 года 7 месяцев
ИП Каримова Г.Р.
Чишмы
Розничная торговля... Показать еще
Водитель

Навыки
Водительское удостоверение категории B, C, E
Пунктуальность
Ремонт автомобилей

Среднее специальное
1999
Уфимское училище транспорта, Уфа

Знание языков
Русский — Родной
Башкирский — Родной

Гражданство, время в пути до работы
Гражданство: Россия
Разрешение на работу: Россия
"""
_INDEED = """Dana Whitlock
Line Cook - Harbor Street Grill

Portland, OR - Email me on Indeed: indeed.com/r/Dana-Whitlock/1a2b3c4d5e6f7a8b

Willing to relocate to: Seattle, WA - Boise, ID

WORK EXPERIENCE

Line Cook

Harbor Street Grill -  Portland, OR -

May 2018 to Present

• Grill and sauté stations, 180 covers
• New menu from June 2020 to August 2020

https://www.indeed.com/r/Dana-Whitlock/1a2b3c4d5e6f7a8b?isid=rex-download&ikw=download-top&co=US

Prep Cook / Dishwasher

Fern & Co., Inc. -  Salem, OR -

September 2015 to April 2018

Prepared stocks.

EDUCATION

Certificate in Culinary Arts

Cascade Community College -  Portland, OR

2014 to 2015

SKILLS

Grilling (7 years), Food safety (5 years), Inventory (Less than 1 year)

CERTIFICATIONS/LICENSES

Food Handler

May 2023 to May 2026

ADDITIONAL INFORMATION

Available on weekends.
"""


def write_pasted_texts(folder: Path) -> None:
    _write(folder / "hh_company_first.txt", _COMPANY_FIRST, "utf-8")
    _write(folder / "hh_employer_view.txt", _EMPLOYER_VIEW, "cp1251")
    _write(folder / "indeed.txt", _INDEED, "utf-8")


def write_extracted_text(pdf: Path, path: Path) -> None:
    """What a copy through pdfplumber leaves of the two columns."""
    with pdfplumber.open(pdf) as document:
        texts = [page.extract_text() for page in document.pages]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8", newline="\n")


def _write(path: Path, text: str, encoding: str) -> None:
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
