"""Made-up people and their answers, for the bot's tests."""

from datetime import UTC, datetime

from domain.analysis import Analysis
from domain.fields import FIELD_NAMES, FieldName
from domain.resume import Job, Resume, Salary
from domain.score import Assessment, Explanation, ModelIdentity, Score

START = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)

RESUME = Resume(
    age=34,
    city="Барнаул",
    position="Аналитик <данных> & отчётов",
    key_skills=("SQL", "Python"),
    client_name="Банк «Пример»",
    salary=Salary(amount_from=200_000, currency="RUB", text="от 200 000 ₽"),
    work_experience=(
        Job(start="2021-03", current=True, company="Маяк", position="Аналитик"),
        Job(start="2018", end="2021", company="Парус", position="Младший аналитик"),
    ),
    total_experience_months=61,
    language="ru",
    layout="hh",
    warnings=("hidden_text", "never_heard_of"),
)


def assessment(
    score: float = 72.4,
    *,
    is_demo: bool = True,
    is_calibrated: bool = True,
    seen: float = 1.0,
    noise: float | None = None,
    hidden: tuple[FieldName, ...] = (),
) -> Assessment:
    model = ModelIdentity(
        name="compact",
        revision="r1",
        template="budget-1",
        is_demo=is_demo,
        is_calibrated=is_calibrated,
    )
    contributions = dict(
        zip(FIELD_NAMES, (0.0002, -0.0004, 0.011, 0.03, -0.02, -0.003, 0.05), strict=True)
    )
    return Assessment(
        score=Score(score=score, probability=0.126, percentile=81.3, model=model),
        explanation=Explanation(
            contributions=contributions,
            seen=dict.fromkeys(FIELD_NAMES, 1.0) | {"work_experience": seen},
            noise=noise,
            hidden=hidden,
        ),
    )


def analysis(number: int = 7, *, resume: Resume = RESUME, **about: object) -> Analysis:
    return Analysis(
        id=number,
        user_id=1,
        created_at=START,
        source="file",
        file_sha256="0" * 64,
        resume=resume,
        assessment=assessment(**about),  # type: ignore[arg-type]
    )
