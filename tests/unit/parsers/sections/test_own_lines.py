"""Facts about the person in lines of their own below the jobs, as people paste them into a chat."""

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.pipeline import read_resume
from tests.unit.parsers.sections.documents import read_text

RUSSIAN = (
    "Опыт работы\n2020-01 - по настоящее время: Повар, Кафе «Ёлка»\nГотовила горячее, вела склад.",
    (
        ("Город", "Пермь"),
        ("Возраст", "41 год"),
        ("Желаемая зарплата", "90 000 руб."),
        ("Навыки", "HACCP, калькуляция"),
    ),
)
ENGLISH = (
    "Work experience\nJan 2020 - present: Cook, Elk Cafe\nHot dishes and a store of 300 kinds.",
    (
        ("City", "Perm"),
        ("Age", "41"),
        ("Expected salary", "90,000 RUB"),
        ("Skills", "HACCP, costing"),
    ),
)
MARKS = (": ", " : ", " - ", " — ", " – ", "\t", " | ", ":\t")
SIGNS = ("", "", "• ", "- ", "📍 ", "✅")
TAILS = ("", "\nГотова к командировкам", "\nТелефон: +7 912 000-00-00", "\nReady to relocate")


@settings(deadline=None)
@given(
    told=st.sampled_from((RUSSIAN, ENGLISH)),
    order=st.permutations(range(4)),
    mark=st.sampled_from(MARKS),
    sign=st.sampled_from(SIGNS),
    gap=st.sampled_from(("\n", "\n\n")),
    tail=st.sampled_from(TAILS),
)
def test_facts_below_a_job_are_the_persons(
    told: tuple[str, tuple[tuple[str, str], ...]],
    order: list[int],
    mark: str,
    sign: str,
    gap: str,
    tail: str,
) -> None:
    job, facts = told
    lines = [f"{sign}{mark.join(facts[index])}" for index in order]
    resume = read_resume(f"{job}{gap}{gap.join(lines)}{tail}".encode(), "cv.txt").resume
    assert resume.city in ("Пермь", "Perm")
    assert resume.age == 41
    assert resume.salary is not None
    assert resume.salary.amount_from == 90_000
    assert resume.key_skills in (("HACCP", "калькуляция"), ("HACCP", "costing"))
    (only,) = resume.work_experience
    assert only.description == job.splitlines()[-1]


def test_labels_that_every_job_has_are_the_jobs() -> None:
    job = "{}, ООО «{}», повар\nГород: {}\nНавыки: выпечка\nПекла."
    jobs = (("2019 - 2020", "Луч", "Тверь"), ("2021 - 2023", "Сова", "Тула"))
    resume = read_text("Повар\nОпыт работы\n" + "\n".join(job.format(*one) for one in jobs))
    assert resume.city is None
    assert resume.key_skills == ()
    assert [job.company for job in resume.work_experience] == ["ООО «Сова»", "ООО «Луч»"]


def test_a_line_among_the_duties_of_the_last_job_stays_there() -> None:
    resume = read_text(
        "Инженер\nОпыт работы\n2019 - 2020, ООО «Луч», инженер\nЧертил.\nГород: Тверь\n"
        "Вёл надзор.\nПринимал стройку и писал отчёты.\nНавыки\nAutoCAD, Revit"
    )
    assert resume.city is None
    assert "Тверь" in (resume.work_experience[0].description or "")
