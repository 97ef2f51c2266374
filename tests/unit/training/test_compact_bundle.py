"""The shipped bundle judges made-up people as an expert would."""

from pathlib import Path

import pytest

from domain.resume import Job, Resume
from inference.assessor import Assessor, load_assessor
from inference.model.files import SHIPPED_BUNDLES
from inference.model.manifest import read_manifest
from inference.prompts import row_from_resume

BUNDLE = SHIPPED_BUNDLES / "compact"
MEBIBYTE = 1024 * 1024
pytestmark = pytest.mark.xdist_group("compact-bundle")


@pytest.fixture(scope="module")
def assessor() -> Assessor:
    return load_assessor(BUNDLE)


def resume(years: int, position: str, title: str, description: str, skills: str) -> Resume:
    return Resume(
        age=35,
        city="Тверь",
        position=position,
        key_skills=tuple(skills.split(", ")),
        work_experience=(
            Job(
                start=f"{2024 - years}-03",
                current=True,
                company="Ромашка",
                position=title,
                description=description,
            ),
        ),
        total_experience_months=12 * years,
    )


SENIOR_RU = resume(
    9,
    "Ведущий Java-разработчик",
    "Ведущий разработчик Java",
    "Проектировал архитектуру платёжного сервиса, проводил ревью, наставлял младших коллег. "
    "Оптимизировал высоконагруженные сервисы, отвечал за надёжность.",
    "Java, Spring, Kafka, PostgreSQL, Docker, Kubernetes, Hibernate, Microservices",
)
JUNIOR_RU = resume(
    1,
    "Младший Java-разработчик",
    "Стажёр",
    "Изучал Java, исправлял мелкие ошибки под присмотром наставника.",
    "Java, Git, SQL",
)
SENIOR_EN = resume(
    10,
    "Senior Data Engineer",
    "Senior Data Engineer",
    "Designed the data warehouse, led the migration to Spark, mentored four engineers.",
    "Python, SQL, Spark, Airflow, Kafka, Hadoop, Scala",
)
JUNIOR_EN = resume(
    1,
    "Junior Data Engineer",
    "Intern",
    "Learned SQL and helped senior colleagues with reports.",
    "Python, SQL, Excel",
)


def score(assessor: Assessor, one: Resume) -> float:
    return assessor.assess([row_from_resume(one)])[0].score.score


def test_is_small_whole_and_a_demo() -> None:
    manifest = read_manifest(BUNDLE)
    assert manifest.is_demo
    assert sum(p.stat().st_size for p in Path(BUNDLE).rglob("*") if p.is_file()) <= 20 * MEBIBYTE
    assert manifest.metrics["roc_auc"] > 0.75  # type: ignore[operator]


@pytest.mark.parametrize(
    ("senior", "junior"), [(SENIOR_RU, JUNIOR_RU), (SENIOR_EN, JUNIOR_EN)], ids=["ru", "en"]
)
def test_a_senior_stands_above_a_junior(assessor: Assessor, senior: Resume, junior: Resume) -> None:
    assert score(assessor, senior) > score(assessor, junior) + 20


def test_a_claim_without_a_career_helps_nobody(assessor: Assessor) -> None:
    boaster = JUNIOR_RU.with_field("position", "Ведущий Java-разработчик")
    assert score(assessor, boaster) < score(assessor, SENIOR_RU) - 20


@pytest.mark.parametrize(
    ("field", "value"),
    [("age", 24), ("age", 58), ("city", "Москва"), ("city", "Псков")],
)
def test_what_must_not_matter(assessor: Assessor, field: str, value: object) -> None:
    changed = SENIOR_RU.with_field(field, value)  # type: ignore[arg-type]
    assert score(assessor, changed) == pytest.approx(score(assessor, SENIOR_RU), abs=3)


def test_saying_it_again_adds_nothing(assessor: Assessor) -> None:
    pasted = SENIOR_RU.with_field("key_skills", SENIOR_RU.key_skills * 3)
    assert score(assessor, pasted) == pytest.approx(score(assessor, SENIOR_RU), abs=0.1)
    (job,) = SENIOR_RU.work_experience
    twice = job.model_copy(update={"description": f"{job.description} {job.description}"})
    longer = SENIOR_RU.model_copy(update={"work_experience": (twice,)})
    assert score(assessor, longer) == pytest.approx(score(assessor, SENIOR_RU), abs=3)
