"""A resume's fields as a person reads them, each within a bound, all of them within a message."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line, units
from domain.career import total_months
from domain.fields import FieldName
from domain.resume import Job, Resume, Salary

_SHORT_CHARACTERS = 160
_SKILLS_UNITS = 500
_JOB_CHARACTERS = 110
_JOBS_SHOWN = 7

_YEAR_DIGITS: Final = 4
NO_BREAK: Final = "\u00a0"
_DIGITS: Final = re.compile(r"(?<![\d.,])\d{4,9}(?![\d])")
_CURRENCY: Final = re.compile(
    r"[₽$€₸₴₾₼£]|руб|р\.|\bр\b|тенге|сум|сом|грн|лари|манат|долл|евро|"
    r"\b(?:RUB|RUR|USD|EUR|KZT|BYN|UAH|UZS|KGS|GEL|AZN)\b",
    re.IGNORECASE,
)
_SIGNS: Final = {
    "RUB": "₽",
    "USD": "$",
    "EUR": "€",
    "KZT": "₸",
    "UAH": "₴",
    "GEL": "₾",
    "AZN": "₼",
}
"""Others are told by their codes."""


def field_value(translator: Translator, resume: Resume, field: FieldName) -> Html:
    """The value as markup; the words for "not given" where there is none."""
    value = _RENDERERS[field](translator, resume)
    return value or translator.html("value-missing")


def _age(translator: Translator, resume: Resume) -> Html | None:
    return translator.html("value-age", years=resume.age) if resume.age is not None else None


def _text(translator: Translator, text: str | None) -> Html | None:
    return translator.html("value-text", text=one_line(text, _SHORT_CHARACTERS)) if text else None


def _salary(translator: Translator, resume: Resume) -> Html | None:
    if resume.salary is None:
        return None
    return translator.html("value-text", text=salary_text(resume.salary, _SHORT_CHARACTERS))


def salary_text(salary: Salary, limit: int) -> str:
    """The words as they are, sums in groups of three: `от 200 000 ₽ на руки`.

    A sum that the words shorten (`200к`), and a currency that they leave out, come behind.
    """
    amounts = [amount for amount in (salary.amount_from, salary.amount_to) if amount is not None]
    words = _DIGITS.sub(lambda found: _sum(found[0], amounts), one_line(salary.text, limit))
    sign = _SIGNS.get(salary.currency or "RUB", salary.currency or "")
    if amounts and not all(_grouped(amount) in _spaced(words) for amount in amounts):
        sums = " – ".join(dict.fromkeys(map(_grouped, amounts)))
        return f"{words} ({sums} {sign})" if salary.currency else f"{words} ({sums})"
    if amounts and salary.currency and not _CURRENCY.search(words):
        return f"{words} {sign}"
    return words


def _sum(digits: str, amounts: Sequence[int]) -> str:
    """Four digits may be a year."""
    is_sum = len(digits) > _YEAR_DIGITS or int(digits) in amounts
    return _grouped(int(digits)) if is_sum else digits


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", NO_BREAK)


def _spaced(words: str) -> str:
    """With the same space in every sum, however it is written."""
    return re.sub(r"(?<=\d)[ \u00a0\u202f.,'’](?=\d{3}(?!\d))", NO_BREAK, words)


def _key_skills(translator: Translator, resume: Resume) -> Html | None:
    if not resume.key_skills:
        return None
    shown: list[str] = []
    room = _SKILLS_UNITS - _SHORT_CHARACTERS
    for skill in resume.key_skills:
        if room < 0:
            break
        shown.append(one_line(skill, _SHORT_CHARACTERS))
        room -= units(f"{shown[-1]}, ")
    text = translator.html("value-text", text=", ".join(shown))
    hidden = len(resume.key_skills) - len(shown)
    return join_html(
        " ", [text, *([translator.html("value-more", count=hidden)] if hidden else [])]
    )


def _work_experience(translator: Translator, resume: Resume) -> Html | None:
    if not resume.work_experience:
        return None
    months = resume.total_experience_months or total_months(resume.work_experience)
    lines = [experience_length(translator, months)] if months else []
    lines += [job_line(translator, job) for job in resume.work_experience[:_JOBS_SHOWN]]
    hidden = len(resume.work_experience) - _JOBS_SHOWN
    if hidden > 0:
        lines.append(translator.html("value-more-jobs", count=hidden))
    return join_html("\n", lines)


def experience_length(translator: Translator, months: int) -> Html:
    years, rest = divmod(months, 12)
    parts = [translator.html("value-years", years=years)] if years else []
    parts += [translator.html("value-months", months=rest)] if rest or not years else []
    return join_html(" ", parts)


def job_line(translator: Translator, job: Job) -> Html:
    """`04.2019 — now: Analyst, Lighthouse`; what is not known is left out."""
    names = ", ".join(filter(None, (job.position, job.company))) or job.description or ""
    what = translator.html("value-text", text=one_line(names, _JOB_CHARACTERS))
    period = _period(translator, job)
    if period is None:
        return translator.html("value-job-undated", what=what)
    return translator.html("value-job", period=period, what=what)


def _period(translator: Translator, job: Job) -> Html | None:
    if job.start is None:
        return None
    if job.current:
        return translator.html("value-period-open", start=_month(job.start))
    if job.end is None:
        return Html(_month(job.start))
    return translator.html("value-period", start=_month(job.start), end=_month(job.end))


def _month(year_month: str) -> str:
    year, _, month = year_month.partition("-")
    return f"{month}.{year}" if month else year


_RENDERERS: Final[dict[FieldName, Callable[[Translator, Resume], Html | None]]] = {
    "age": _age,
    "city": lambda translator, resume: _text(translator, resume.city),
    "position": lambda translator, resume: _text(translator, resume.position),
    "key_skills": _key_skills,
    "client_name": lambda translator, resume: _text(translator, resume.client_name),
    "salary": _salary,
    "work_experience": _work_experience,
}
