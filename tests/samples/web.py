"""Pages and records of made-up people: a saved hh.ru page, a page of one's own, hh.ru's API, a
row of the training data."""

import json
from pathlib import Path

_JOB = """
<div class="resume-block-item-gap"><div class="bloko-columns-row">
 <div class="bloko-column bloko-column_xs-4 bloko-column_s-2">{start}&nbsp;— {end}
  <div class="bloko-text bloko-text_tertiary"><span>{years}</span></div></div>
 <div class="bloko-column bloko-column_l-10"><div class="resume-block-container">
  <div class="bloko-text bloko-text_strong">{company}</div>
  <p>{place}</p>
  <div class="resume-block__experience-industries"><p>Розничная торговля</p></div>
  <div data-qa="resume-block-experience-position" class="bloko-text bloko-text_strong">{title}</div>
  <div data-qa="resume-block-experience-description">{text}</div>
 </div></div>
</div></div>"""

_HH_PAGE = """<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Резюме Логист</title>
<style>.popup {{ display: none }}</style><script>var data = {{"city": "Москва"}};</script></head>
<body><nav><a href="#">Войти</a></nav><div class="popup">Москва, Казань: ещё 300 резюме</div>
<div class="resume-wrapper">
<h2 data-qa="resume-personal-name"><span>Белова Раиса</span></h2>
<p><span data-qa="resume-personal-gender">Женщина</span>,
<span data-qa="resume-personal-age"><span>41&nbsp;год</span></span></p>
<p><span data-qa="resume-personal-address">Пермь</span>, не готова к переезду: Уфа</p>
<div class="resume-block"><span data-qa="resume-block-salary">130&nbsp;000 ₽
<span>на руки</span></span>
<h2><span data-qa="resume-block-title-position">Логист, <em>старший смены</em></span></h2>
<ul><li data-qa="resume-block-position-specialization">Логист</li></ul></div>
<div class="resume-block" data-qa="resume-block-experience">
<h2><span>Опыт работы <span>12 лет</span> <span>3 месяца</span></span></h2>
{jobs}
</div>
<div data-qa="skills-table"><h2>Ключевые навыки</h2>
<div class="bloko-tag-list"><div class="bloko-tag"><span data-qa="bloko-tag__text">1С: Логистика
</span></div><div class="bloko-tag"><span data-qa="bloko-tag__text">Складской учёт</span></div><div
class="bloko-tag"><span data-qa="bloko-tag__text">SAP WM</span></div></div></div>
<div data-qa="resume-block-skills"><div data-qa="resume-block-skills-content">Не курю.</div></div>
<div data-qa="resume-block-languages"><p data-qa="resume-block-language-item">Русский — Родной</p>
</div></div><footer>© 2025</footer></body></html>
"""

_OWN_PAGE = """<!DOCTYPE html>
<html lang="ru"><head><meta charset="windows-1251"><title>Резюме</title>
<style>.far {{ display: none; }} h2 {{ font-size: 18px }}</style></head>
<body style="background: #ffffff">
<h1>Глеб Сазонов</h1>
<p>Веб-аналитик</p>
<p>Возраст: 27 лет<br>г. Калуга<br>Зарплата: от 120&nbsp;000 руб.</p>
<p style="color: #fefefe">kubernetes golang</p>
<p class="far">Директор по данным</p>
<h2>Опыт работы</h2>
<table>
<tr><td>март 2022 – настоящее время</td><td><b>ООО «Сетка»</b>, веб-аналитик<br>
Воронки, разметка событий, отчёты.</td></tr>
<tr><td>июнь 2020 – февраль 2022</td><td><b>ООО «Ромашка и дочери»</b>, младший аналитик<br>
Выгрузки и сверка данных.</td></tr>
</table>
<h2>Навыки</h2>
<ul><li>SQL</li><li>Google Analytics</li><li>Python</li></ul>
<h2>Образование</h2>
<p>2020, Калужский институт связи, прикладная математика</p>
</body></html>
"""

_API = {
    "id": "0000",
    "title": "Инженер ПТО",
    "first_name": "Олеся",
    "age": None,
    "birth_date": None,
    "area": {"id": "0", "name": "Самара"},
    "salary": {"amount": 95000, "currency": "RUR"},
    "skills": "Люблю чертежи.",
    "skill_set": ["AutoCAD", "Чтение чертежей", "Гранд-Смета"],
    "experience": [
        {
            "start": "2021-04-01",
            "end": None,
            "company": "АО «Мостоотряд»",
            "position": "Инженер ПТО",
            "description": "Исполнительная документация.\r\nПриёмка работ.",
            "area": {"name": "Самара"},
            "industries": [],
        },
        {
            "start": "2018-09-01",
            "end": "2021-03-01",
            "company": "ООО «Фундамент»",
            "position": "Сметчик",
            "description": None,
        },
    ],
    "total_experience": {"months": 86},
    "relocation": {"type": {"id": "no_relocation"}},
}

_ROW = {
    "age": "33",
    "city": "Тула",
    "position": "Бухгалтер",
    "key_skills": "1С: Бухгалтерия, Excel, Налоговая отчётность",
    "client_name": "ООО «Заказчик»",
    "salary": "80 000 руб.",
    "work_experience": "2019-04 — 2023-07 Бухгалтер, ООО «Весы»: первичные документы, сверки",
}


def write_hh_page(path: Path) -> None:
    jobs = (
        _JOB.format(
            start="Май 2016",
            end="по&nbsp;настоящее время",
            years="9 лет 3 месяца",
            company="ООО «Тёплый Склад»",
            place="Пермь, <a>warm-store.example</a>",
            title="Старший логист",
            text="Смены, маршруты, 40 рейсов в день.<br>Свела простои к двум часам в неделю.",
        ),
        _JOB.format(
            start="Июнь 2013",
            end="Апрель 2016",
            years="2 года 11 месяцев",
            company="ИП Лучников",
            place="Пермь",
            title="Кладовщик",
            text="Приёмка и выдача.",
        ),
    )
    path.write_text(_HH_PAGE.format(jobs="".join(jobs)), encoding="utf-8", newline="\n")


def write_own_page(path: Path) -> None:
    path.write_text(_OWN_PAGE.replace("{{", "{").replace("}}", "}"), "cp1251", newline="\n")


def write_api_record(path: Path) -> None:
    _write_json(path, _API | {"age": 29})


def write_row(path: Path) -> None:
    _write_json(path, _ROW)


def _write_json(path: Path, record: object) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
