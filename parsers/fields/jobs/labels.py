"""Labels of forms inside a job: `Должность: ...`, `Name of employer`, `Период работы`."""

import re
from typing import Final

_NUMBER: Final = r"(?:\d{1,2}[.)]\s*)?"
_TITLE: Final = (
    r"(?:занимаемая |последняя )?должность|позиция|роль|кем работал[аи]?|"
    r"(?:job |current )?position(?: held)?|job title|title|role|designation|rank|"
    r"occupation(?: or position held)?"
)
_COMPANY: Final = (
    r"компания|организация|место работы|работодатель|предприятие|фирма|где работал[аи]?|"
    r"(?:полное )?(?:наименование|название)(?: и адрес)? (?:организации|компании|работодателя|"
    r"предприятия|учреждения)|"
    r"company(?: name)?|employer(?: name)?|(?:name (?:and address )?of )(?:the )?employer|"
    r"organi[sz]ation(?: name)?|client"
)
_PERIOD: Final = (
    r"период(?: работы)?|даты?(?: работы)?|сроки?(?: работы)?|время работы|годы работы|"
    r"dates?(?: of employment)?|(?:employment )?(?:period|dates?)|duration"
)
_OTHER: Final = (
    r"(?:основные |должностные )*(?:обязанности|функции|виды деятельности)(?: и .{3,30})?|"
    r"(?:тип|сфера|вид|отрасль|направление)(?: деятельности)?(?: компании)?|"
    r"(?:main )?activities and responsibilities|(?:type of )?business(?: or sector)?|"
    r"(?:duties|responsibilities|accomplishments|achievements)(?:[,/&]? (?:and |& )?[a-z]+){0,4}|"
    r"city|location|город|address|адрес"
)
TITLE_LABEL: Final = re.compile(rf"^{_NUMBER}(?:{_TITLE})\s*[:–—]\s*(?P<value>.+)$", re.IGNORECASE)
COMPANY_LABEL: Final = re.compile(
    rf"^{_NUMBER}(?:{_COMPANY})\s*[:–—]\s*(?P<value>.+)$", re.IGNORECASE
)
NAME_LABEL: Final = re.compile(rf"^{_NUMBER}(?:{_TITLE}|{_COMPANY})\s*:", re.IGNORECASE)
"""A row that names the job: its title or its company."""
LABEL_ALONE: Final = re.compile(
    rf"^{_NUMBER}(?:{_TITLE}|{_COMPANY}|{_PERIOD}|{_OTHER})\s*:?$", re.IGNORECASE
)
"""A label in a cell or on a row of its own; its value follows."""
PERIOD_ALONE: Final = re.compile(rf"^{_NUMBER}(?:{_PERIOD})\s*:?$", re.IGNORECASE)
PERIOD_BEFORE: Final = re.compile(
    rf"^{_NUMBER}(?:{_PERIOD})\s*[:–—]?\s+(?=\S*\d|с\s|from\s|[а-яa-z]{{3,9}}\.?\s\d)",
    re.IGNORECASE,
)
"""The label before dates on their own row."""
DUTY_LABEL: Final = re.compile(rf"^{_NUMBER}(?:{_OTHER})\s*:", re.IGNORECASE)
SIDE_LABEL: Final = re.compile(
    rf"^{_NUMBER}(?:{_PERIOD}|срок|отрасль|сфера(?: деятельности)?|город|location|duties|стек|"
    r"технологии|hours(?: per week)?|salary|supervisor|team size|reporting to|численность|"
    r"подчин\w+|(?:основные |должностные )?обязанности|функции|достижения|responsibilities)"
    r"(?:\s*[:–—]|$)",
    re.IGNORECASE,
)
"""A label of something else than the job's names."""
ANY_LABEL: Final = re.compile(r"^[A-ZА-ЯЁ][\w/, ()-]{2,40}:\s+\S")
