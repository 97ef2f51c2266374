"""Made-up resumes, and a model whose scores a test decides."""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from hypothesis import strategies as st

from domain.analysis import Analysis
from domain.fields import FieldName
from domain.resume import Job, Resume, Salary
from domain.score import Assessment, Detail, Explanation, ModelIdentity, Score

TODAY = date(2026, 11, 23)
IDENTITY = ModelIdentity(name="ruled", revision="1", template="budget-1")

RESUME = Resume(
    age=34,
    city="Барнаул",
    position="Аналитик данных",
    key_skills=("SQL", "Python", "Tableau", "Публичные выступления"),
    salary=Salary(amount_from=200_000, currency="RUB", text="от 200 000 ₽"),
    work_experience=(
        Job(
            start="2022-03",
            current=True,
            company="Маяк",
            position="Аналитик",
            description="Отчёты на SQL и Python. Витрины в ClickHouse для 12 команд.",
        ),
        Job(
            start="2018",
            end="2021",
            company="Парус",
            position="Младший аналитик",
            description="Проверял данные. Помогал отделу продаж. Строил отчёты в Power BI.",
        ),
    ),
    total_experience_months=92,
)

Answer = TypeVar("Answer")
Rule = Callable[[Resume], float]


class RuledModel:
    """Implements domain.ports.Scorer and Comparer with a rule from resume to score (0..100)."""

    identity = IDENTITY

    def __init__(self, rule: Rule, explanation: Explanation | None = None) -> None:
        self._rule = rule
        self._explanation = explanation
        self.compared: list[Sequence[Resume]] = []
        self.hidden: list[Collection[FieldName]] = []
        self.details: list[Collection[Detail]] = []

    def compare(
        self, resumes: Sequence[Resume], *, hidden: Collection[FieldName] = ()
    ) -> "_Done[Sequence[Score]]":
        self.compared.append(resumes)
        self.hidden.append(hidden)
        return _Done([score_of(self._rule(resume)) for resume in resumes])

    def submit(
        self,
        resume: Resume,
        *,
        hidden: Collection[FieldName] = (),
        detail: Collection[Detail] = (),
    ) -> "_Done[Assessment]":
        self.details.append(detail)
        self.hidden.append(hidden)
        explanation = self._explanation or Explanation(contributions={}, seen={})
        return _Done(Assessment(score=score_of(self._rule(resume)), explanation=explanation))


class _Done(Generic[Answer]):
    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def ahead(self) -> int:
        return 0

    async def result(self) -> Answer:
        return self._answer


def score_of(points: float) -> Score:
    """A score whose middle resume has even odds, so that its probability is points / 100."""
    return Score(score=points, probability=points / 100, percentile=50, model=IDENTITY)


def analysis_of(
    resume: Resume = RESUME, explanation: Explanation | None = None, points: float = 50
) -> Analysis:
    explanation = explanation or Explanation(contributions={}, seen={})
    return Analysis(
        id=7,
        user_id=1,
        created_at=datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC),
        source="file",
        file_sha256=None,
        resume=resume,
        assessment=Assessment(score=score_of(points), explanation=explanation),
    )


_words = st.lists(
    st.sampled_from(
        ["Аналитик", "Senior", "Старший", "Junior", "SQL", "1С", "PowerBI", "отчёты", "C++", "<b>"]
    ),
    max_size=5,
).map(" ".join)
_texts = st.one_of(st.none(), _words, st.text(max_size=40))
_months = st.builds("{}-{:02}".format, st.integers(1990, 2026), st.integers(1, 12))
_dates = st.one_of(st.none(), _months, st.integers(1990, 2026).map(str))


def _job(start: Any, end: Any, current: bool, *texts: Any) -> Job:
    company, position, description = texts
    return Job(
        start=start,
        end=None if current else end,
        current=current,
        company=company,
        position=position,
        description=description,
    )


jobs = st.builds(_job, _dates, _dates, st.booleans(), _texts, _texts, _texts)
resumes = st.builds(
    Resume,
    age=st.one_of(st.none(), st.integers(14, 100)),
    city=st.one_of(st.none(), st.just("Омск")),
    position=_texts,
    key_skills=st.lists(_words, max_size=6).map(tuple),
    salary=st.one_of(st.none(), st.just(Salary(text="100"))),
    work_experience=st.lists(jobs, max_size=4).map(tuple),
    total_experience_months=st.one_of(st.none(), st.integers(0, 400)),
)
