"""Positions: behind labels, in goals and sentences, under the name, and none."""

from typing import Final

import pytest

from parsers.sections import parse_document
from tests.unit.parsers.fields.headers import ENGLISH, RUSSIAN, TODAY, read_header
from tests.unit.parsers.sections.documents import document_of

IN_RUSSIAN: Final = [
    ("Ищу: бариста", "бариста"),
    ("🔎 Ищу работу: водитель-курьер", "водитель-курьер"),
    ("Ищу: подработку репетитором", "репетитор"),
    ("Ищу: удалённую работу", None),
    ("Ищу работу\nСварщик", "Сварщик"),
    ("Кем хочу быть: пекарь", "пекарь"),
    ("Кем готова работать — бухгалтер на первичку", "бухгалтер на первичку"),
    ("Хочу работать в тёплом месте", None),
    ("✅ Вакансия: Логист | Отклик через: hh | Срок: май", "Логист"),
    ("💼 Должность: Системный аналитик • Формат: удалённо", "Системный аналитик"),
    ("Вакансия № 10442-А: Кассир", "Кассир"),
    ("Программист 1С, 1С-Битрикс", "Программист 1С, 1С-Битрикс"),
    ("Россия, г. Омск, ул. Химиков 5", None),
    ("Ищу подработку после учёбы: кофейни, ПВЗ, курьер.", None),
    (
        "Оператор по добыче нефти 5 разряда. ХМАО-Югра, г. Сургут.",
        "Оператор по добыче нефти 5 разряда",
    ),
    (
        "Программист\nЦель\nСтать сильным разработчиком и работать в продуктовой команде.",
        "Программист",
    ),
    ("Резюме соискателя на должность логиста", "логист"),
    ("Должность Менеджер по закупкам", "Менеджер по закупкам"),
    ("Желаемая должность /\nОбласть занятости\nАрхитектор", "Архитектор"),
    ("Менеджер по продажам", "Менеджер по продажам"),
    ("Цель: соискание должности менеджера по продажам", "менеджер по продажам"),
    ("Цель: получить должность главного бухгалтера в стабильной компании", "главный бухгалтер"),
    ("Цель: занять позицию аналитика данных", "аналитик данных"),
    ("Цель: работа администратором гостиницы", "администратор гостиницы"),
    ("Цель: найти работу по специальности «Повар»", "Повар"),
    ("Цель: трудоустройство в должности юриста", "юрист"),
    ("Цель: трудоустройство в качестве инженера ПТО", "инженер ПТО"),
    ("Цель поиска работы: Секретарь-референт", "Секретарь-референт"),
    ("Резюме на должность водителя", "водитель"),
    ("РЕЗЮМЕ на вакансию бухгалтера-калькулятора", "бухгалтер-калькулятор"),
    ("Претендую на должность инспектора по кадрам", "инспектор по кадрам"),
    ("Претендуемая должность: Логист", "Логист"),
    ("Желаемая должность — Кладовщик", "Кладовщик"),
    ("Желаемая должность\nКладовщик", "Кладовщик"),
    ("Должность, на которую претендуете: Логист", "Логист"),
    ("На должность: Логист", "Логист"),
    ("Позиция: Data Scientist", "Data Scientist"),
    ("Вакансия: продавец-консультант", "продавец-консультант"),
    ("Специальность: маркетолог", "маркетолог"),
    ("Профессия: электрик", "электрик"),
    ("Ищу работу поваром", "повар"),
    ("Ищу работу боцмана на транспортном судне", "боцман"),
    ("Ищу работу: бухгалтер", "бухгалтер"),
    ("Рассматриваю вакансии: инженер-технолог, технолог", "инженер-технолог, технолог"),
    ("Хочу работать няней", "няня"),
    ("Python-разработчик, 27 лет, Москва", "Python-разработчик"),
    ("Москва, 27 лет, Python-разработчик", "Python-разработчик"),
    (
        "Руководитель отдела продаж, 33 года, Воронеж (готов к командировкам)",
        "Руководитель отдела продаж",
    ),
    ("Инженер-программист | C++ | Qt", "Инженер-программист | C++ | Qt"),
    ("Frontend-разработчик / Москва / 150 000 ₽", "Frontend-разработчик"),
    ("UX/UI дизайнер", "UX/UI дизайнер"),
    ("Системный аналитик (Middle+)", "Системный аналитик (Middle+)"),
    ("Backend developer (Go)", "Backend developer (Go)"),
    ("1С-программист", "1С-программист"),
    ("Я — графический дизайнер с опытом 5 лет.", "графический дизайнер"),
    ("Я дизайнер интерфейсов из Самары.", "дизайнер интерфейсов"),
    ("Опытный маркетолог, 7 лет в digital.", "Опытный маркетолог"),
    ("Врач-терапевт высшей категории", "Врач-терапевт высшей категории"),
    ("Должность: Слесарь 5 разряда, з/п от 60 000 руб.", "Слесарь 5 разряда"),
    ("a@b.example", None),
    ("Студент 3 курса", None),
    ("Холост, детей нет", None),
    ("Цель: найти интересную работу с достойной зарплатой", None),
    ("Цель: Применить знания и опыт на благо компании", None),
    ("Ищу работу в IT", None),
    ("О себе: ответственный, коммуникабельный", None),
    ("Мастер по маникюру", "Мастер по маникюру"),
    ("Помощник юриста", "Помощник юриста"),
    ("Стажёр-аналитик", "Стажёр-аналитик"),
    ("Учитель начальных классов", "Учитель начальных классов"),
    ("Художник по костюмам", "Художник по костюмам"),
    ("Специалист технической поддержки", "Специалист технической поддержки"),
    ("HR-generalist", "HR-generalist"),
    ("Кинолог", "Кинолог"),
    ("Главный редактор", "Главный редактор"),
    ("Заведующая складом", "Заведующая складом"),
    ("Пчеловод", "Пчеловод"),
    ("Соискание вакантной должности экономиста", "экономист"),
    ("Цель: получение работы в должности торгового представителя", "торговый представитель"),
    ("Желаемые должности: бухгалтер, экономист", "бухгалтер, экономист"),
    ("Кандидат на должность начальника отдела логистики", "начальник отдела логистики"),
    ("ПРОГРАММИСТ 1С", "ПРОГРАММИСТ 1С"),
]

IN_ENGLISH: Final = [
    ("Job ID 10442 – Data Engineer", "Data Engineer"),
    ("Requisition: R-00123, Civil Engineer, Level 2", "Civil Engineer, Level 2"),
    ("Vacancy Announcement: NPS-26-77, Park Ranger, GS-09", "Park Ranger"),
    ("Announcement Number: FS-25-0091, Forester, GS-11", "Forester"),
    ("Ref: 2026/114 | Cook | Agency: Example Staff", "Cook"),
    ("Position: Welder | Client: confidential", "Welder"),
    ("Looking for: Barista", "Barista"),
    ("Open to: remote work", None),
    ("ten years of kitchens. chef, father, cyclist.", None),
    ("Freelance Illustrator", "Freelance Illustrator"),
    ("Illustrator, freelance", "Illustrator"),
    ("Desired employment / Occupational field\nArchitect", "Architect"),
    ("I am a friendly Sales Assistant with 5 years of experience.", "Sales Assistant"),
    ("Software Engineer", "Software Engineer"),
    (
        "Objective: To obtain a position as a Financial Analyst in a growing company",
        "Financial Analyst",
    ),
    ("Objective: Seeking a Project Manager position in construction", "Project Manager"),
    ("Objective: Seeking an entry-level position as Civil Engineer.", "Civil Engineer"),
    ("Desired position: QA Engineer", "QA Engineer"),
    ("Position sought: Chef", "Chef"),
    ("Applying for: Sales Manager", "Sales Manager"),
    ("Senior Accountant, CPA", "Senior Accountant, CPA"),
    ("Full Stack Developer | React | Node.js", "Full Stack Developer | React | Node.js"),
    ("Austin, TX | Data Engineer | 555-123-4567", "Data Engineer"),
    ("Data Engineer | a@b.example", "Data Engineer"),
    ("Title: Network Administrator", "Network Administrator"),
    ("I am a software engineer with 5 years of experience.", "software engineer"),
    ("Objective: to secure a challenging position where I can grow", None),
    ("a@b.example", None),
    ("Bachelor of Science in Nursing", None),
    ("Registered Nurse (RN)", "Registered Nurse (RN)"),
    ("Machine Learning Engineer & Data Scientist", "Machine Learning Engineer & Data Scientist"),
    ("Product Owner", "Product Owner"),
    ("Electrician Apprentice", "Electrician Apprentice"),
    ("Graphic Designer · Berlin · he/him", "Graphic Designer"),
    ("Zoologist", "Zoologist"),
    ("Java Developer with 6+ years of experience in banking", "Java Developer"),
]


@pytest.mark.parametrize(("lines", "position"), IN_RUSSIAN)
def test_position_in_a_russian_header(lines: str, position: str | None) -> None:
    assert read_header(lines, RUSSIAN).position == position


@pytest.mark.parametrize(("lines", "position"), IN_ENGLISH)
def test_position_in_an_english_header(lines: str, position: str | None) -> None:
    assert read_header(lines, ENGLISH).position == position


def test_a_headline_that_may_be_more_is_marked_as_a_guess() -> None:
    lines = RUSSIAN.format("Инженер. Строил мосты, дороги, тоннели").splitlines()
    evidence = parse_document(document_of(lines), TODAY).evidence["position"]
    assert evidence.is_doubtful
    plain = RUSSIAN.format("Инженер-проектировщик").splitlines()
    assert not parse_document(document_of(plain), TODAY).evidence["position"].is_doubtful
