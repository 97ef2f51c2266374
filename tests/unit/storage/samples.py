"""Made-up people and their scores."""

from pathlib import Path

from domain.analysis import NewAnalysis
from domain.resume import Job, Resume, Salary
from domain.score import Assessment, Explanation, ModelIdentity, Score
from domain.work import NewTask


def resume(position: str = "Инженер по данным") -> Resume:
    return Resume(
        age=34,
        city="Барнаул",
        position=position,
        key_skills=("SQL", "Apache Spark"),
        salary=Salary(amount_from=200_000, currency="RUB", text="от 200 000 ₽ на руки"),
        work_experience=(
            Job(start="2019-04", current=True, company="Ромашка", description="Витрины данных"),
            Job(start="2015", end="2019-03", company="Василёк", position="Аналитик"),
        ),
        total_experience_months=61,
        language="ru",
        layout="hh",
        warnings=("hidden_text",),
    )


def assessment(score: float = 61.25, *, is_calibrated: bool = True) -> Assessment:
    model = ModelIdentity(
        name="compact",
        revision="r1",
        template="budget-1",
        is_demo=True,
        is_calibrated=is_calibrated,
    )
    return Assessment(
        score=Score(score=score, probability=0.0712345678901234, percentile=73.5, model=model),
        explanation=Explanation(
            contributions={"key_skills": 0.01, "age": -0.002}, seen={"work_experience": 0.5}
        ),
    )


def analysis(
    user_id: int = 7, position: str = "Инженер по данным", *, is_calibrated: bool = True
) -> NewAnalysis:
    return NewAnalysis(
        user_id=user_id,
        source="file",
        file_sha256="ab" * 32,
        resume=resume(position),
        assessment=assessment(is_calibrated=is_calibrated),
    )


def task(user_id: int = 7, text: str = "резюме") -> NewTask:
    return NewTask(
        kind="score",
        chat_id=user_id,
        user_id=user_id,
        locale="ru",
        status_message_id=11,
        payload={"resume": {"position": text}},
    )


def bytes_on_disk(database: Path) -> bytes:
    """Everything in the database's folder: the file, its WAL, the index of the WAL."""
    return b"".join(file.read_bytes() for file in sorted(database.parent.iterdir()))
