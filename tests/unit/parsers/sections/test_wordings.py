"""The same person in other words, in another order, over pages and with noise: the same fields.

What a resume does not say is null, whatever else it says.
"""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.resume import Resume
from parsers.pipeline import read_resume

AGES = ("Возраст: 34 года", "34 года", "Дата рождения: 01.02.1990 (34 года)", "Мне 34 года.")
CITIES = (
    "Город: Тверь",
    "г. Тверь",
    "Проживаю в г. Тверь",
    "Тверь, Россия",
    "Живу в Твери, готова к переезду в Москву.",
    "Адрес: 170000, г. Тверь, ул. Мира, 5",
)
POSITIONS = (
    "Бизнес-аналитик",
    "Желаемая должность: Бизнес-аналитик",
    "Должность — Бизнес-аналитик",
    "Цель: соискание должности «Бизнес-аналитик»",
)
SALARIES = ("Зарплата: от 150 000 руб.", "Желаемый доход — 150 000 ₽", "з/п от 150 тыс. руб.")
SKILLS = ("Навыки", "КЛЮЧЕВЫЕ НАВЫКИ", "Профессиональные навыки:", "Технические навыки", "Что умею")
LISTS = ("SQL, BPMN, Miro", "SQL; BPMN; Miro.", "- SQL\n- BPMN\n- Miro", "SQL\nBPMN\nMiro")
JOBS = ("Опыт работы", "ОПЫТ РАБОТЫ", "Трудовая деятельность", "Профессиональный опыт:")
STUDIES = ("Образование", "ОБРАЗОВАНИЕ:", "Образование и курсы")
JOB = "2019 - 2021\nООО «Сова», г. Самара\nСистемный аналитик\nПисала требования, 45 лет компании."
STUDY = "2012 - 2017\nИнститут погоды, Казань, факультет прикладной математики"
NOISE = ("Стр. 1 из 2", "Page 2 of 3", "", "- 2 -", "Created with Resume Maker")
FIELDS = ("age", "city", "position", "salary", "key_skills")


@dataclass(frozen=True)
class Wording:
    """Which of its ways each field is told in; None where the resume is silent."""

    age: str | None
    city: str | None
    position: str | None
    salary: str | None
    key_skills: tuple[str, str] | None
    jobs: str
    studies: str
    order: tuple[int, ...]
    noise: tuple[str, ...]
    is_paged: bool

    def text(self) -> str:
        headline = [self.position] if self.position and ":" not in self.position else []
        told = (self.age, self.city, self.salary)
        rest = [self.position] if self.position and not headline else []
        header = ["Лунина Вера Петровна", *headline, *rest, *filter(None, told), "a@b.example"]
        sections = [f"{self.jobs}\n{JOB}", f"{self.studies}\n{STUDY}"]
        if self.key_skills:
            sections.append("\n".join(self.key_skills))
        ordered = [sections[index] for index in self.order if index < len(sections)]
        between = "\f" if self.is_paged else "\n"
        parts = ["\n".join(header)]
        for number, section in enumerate(ordered):
            parts.append(f"{self.noise[number]}\n{section}")
        return between.join(parts)


def maybe(*ways: str) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(ways)


wordings = st.builds(
    Wording,
    age=maybe(*AGES),
    city=maybe(*CITIES),
    position=maybe(*POSITIONS),
    salary=maybe(*SALARIES),
    key_skills=st.none() | st.tuples(st.sampled_from(SKILLS), st.sampled_from(LISTS)),
    jobs=st.sampled_from(JOBS),
    studies=st.sampled_from(STUDIES),
    order=st.permutations(range(3)).map(tuple),
    noise=st.tuples(*[st.sampled_from(NOISE)] * 3),
    is_paged=st.booleans(),
)


def read(wording: Wording) -> Resume:
    return read_resume(wording.text().encode(), "cv.txt").resume


@settings(deadline=None)
@given(wordings)
def test_what_is_told_is_read_and_the_rest_is_null(wording: Wording) -> None:
    resume = read(wording)
    assert resume.age == (34 if wording.age else None)
    assert resume.city == ("Тверь" if wording.city else None)
    assert resume.position == ("Бизнес-аналитик" if wording.position else None)
    assert (resume.salary and resume.salary.amount_from) == (150_000 if wording.salary else None)
    assert resume.key_skills == (("SQL", "BPMN", "Miro") if wording.key_skills else ())
    assert resume.client_name is None
    assert [(job.start, job.end) for job in resume.work_experience] == [("2019", "2021")]


ENGLISH = {
    "city": ("Location: Leeds, UK", "Leeds, UK", "12 Rose Lane, Leeds LS1 4AB", "Based in Leeds"),
    "position": ("Data Analyst", "Target position: Data Analyst", "I am a Data Analyst."),
    "skills": ("Skills", "KEY SKILLS", "Technical Skills:", "Core Competencies"),
    "list": ("SQL, Tableau, Excel", "• SQL\n• Tableau\n• Excel", "SQL | Tableau | Excel"),
    "jobs": ("Experience", "WORK EXPERIENCE", "Employment History", "Professional Experience"),
}


@settings(deadline=None)
@given(
    city=maybe(*ENGLISH["city"]),
    position=maybe(*ENGLISH["position"]),
    heading=maybe(*ENGLISH["skills"]),
    listed=st.sampled_from(ENGLISH["list"]),
    jobs=st.sampled_from(ENGLISH["jobs"]),
    is_skills_first=st.booleans(),
)
def test_english_wordings(
    city: str | None,
    position: str | None,
    heading: str | None,
    listed: str,
    jobs: str,
    is_skills_first: bool,
) -> None:
    header = ["Vera Lunin", *filter(None, (position, city)), "a@b.example"]
    job = f"{jobs}\nAnalyst, Owl Inc, Boston, MA\nMay 2019 - June 2020\n- Wrote reports."
    skills = [f"{heading}\n{listed}"] if heading else []
    sections = [*skills, job] if is_skills_first else [job, *skills]
    study = "Education\nOhio University, Athens, OH\n2012 - 2016"
    text = "\n\n".join(["\n".join(header), *sections, study])
    resume = read_resume(text.encode(), "cv.txt").resume
    assert resume.city == ("Leeds" if city else None)
    assert resume.position == ("Data Analyst" if position else None)
    assert resume.key_skills == (("SQL", "Tableau", "Excel") if heading else ())
    assert resume.age is None
    assert resume.salary is None
