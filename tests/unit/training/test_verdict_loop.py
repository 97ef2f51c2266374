"""The walk of docs/training.md: verdicts in the bot -> rows -> an adapter -> a comparison."""

# ASYNC240: these files are tiny, and nothing else runs in a test's event loop.
# ruff: noqa: ASYNC240

import json
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from domain.analysis import NewAnalysis
from domain.resume import Job, Resume
from inference.assessor import load_assessor
from inference.model.manifest import read_manifest
from inference.prompts import PromptRow
from storage.database import open_database
from tests.unit.inference.bundle_factory import make_bundle
from tests.unit.storage.samples import assessment
from training.__main__ import main
from training.errors import RowsError, TooFewRowsError
from training.verdicts.compare import compare
from training.verdicts.export import export_verdicts
from training.verdicts.sides import split_by_time
from usecases.admin.export_all import ExportAll

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.xdist_group("verdict-loop"),
]
PEOPLE = 120
SECRETS = ("+7 912 345-67-89", "ivan@example.org", "secret_name.pdf", "ab" * 32)


class _Days:
    """Each look at the clock is an hour later."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def _resume(number: int) -> Resume:
    """Every other person is an expert, and says so in other words."""
    is_strong = number % 2 == 0
    years = 9 + number % 5 if is_strong else 1
    duty = "Спроектировал платформу данных" if is_strong else "Помогал с таблицами"
    contacts = f"; {SECRETS[0]}, {SECRETS[1]}" if number == 0 else ""
    return Resume(
        age=25 + number % 30,
        city="Томск",
        position="Ведущий инженер" if is_strong else "Стажёр",
        key_skills=("Spark", "Kafka", "SQL") if is_strong else ("Excel",),
        work_experience=(
            Job(
                start=str(2024 - years),
                end="2024",
                position="Инженер",
                description=f"{duty} номер {number} в отделе поставок{contacts}",
            ),
        ),
        total_experience_months=12 * years,
    )


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def archive(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Path]:
    """What the bot's /export gives where recruiters have judged 120 people."""
    folder = tmp_path_factory.mktemp("export")
    clock = _Days()
    database = await open_database(f"sqlite+aiosqlite:///{folder}/bot.db", clock=clock)
    for number in range(PEOPLE):
        new = NewAnalysis(
            user_id=7,
            source="file",
            file_sha256=SECRETS[3],
            file_name=SECRETS[2],
            resume=_resume(number),
            assessment=assessment(),
        )
        stored = await database.analyses.add(new)
        await database.verdicts.set_grade_confirmed(7, stored.id, number % 2 == 0)
    only_a_thumb = await database.analyses.add(new)
    await database.verdicts.set_useful(7, only_a_thumb.id, True)
    exported = await ExportAll(database.archive, folder / "out", clock)()
    yield exported.path
    await database.close()


@pytest.fixture(scope="module")
def rows_file(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rows") / "verdicts.jsonl"
    assert main(["export-verdicts", str(archive), "--out", str(out)]) == 0
    return out


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


async def test_rows_are_those_of_the_training_data_without_who_it_is(rows_file: Path) -> None:
    text, rows = rows_file.read_text(), _rows(rows_file)
    assert len(rows) == PEOPLE
    assert {row["grade_proof"] for row in rows} == {"подтверждён", "не подтверждён"}
    assert not [secret for secret in SECRETS if secret in text]
    assert "user_id" not in text
    first = rows[0]
    assert first["work_experience"].startswith("2015-01-01 - 2024-01-01: Инженер")
    assert (first["country"], first["decided_on"]) == ("нет информации", "2026-01-01")
    assert [row["decided_on"] for row in rows] == sorted(row["decided_on"] for row in rows)


async def test_the_whole_walk(rows_file: Path, tmp_path: Path, capsys: Any) -> None:
    live = make_bundle(tmp_path / "live")
    out = tmp_path / "ours"
    command = ["adapt", "--bundle", str(live), "--rows", str(rows_file), "--out", str(out)]
    assert main(command) == 0
    assert "newest verdicts: ROC-AUC" in capsys.readouterr().out
    manifest = read_manifest(out)
    comparison: Any = manifest.metrics["comparison"]
    assert comparison["finding"] in ("better", "worse", "no difference shown")
    assert comparison["new"]["rows"] == round(0.3 * PEOPLE)
    assert manifest.data["began_as_revision"] == read_manifest(live).revision
    card = (out / "MODEL_CARD.md").read_text()
    assert f"{comparison['new']['roc_auc']:.3f}" in card
    [assessed] = load_assessor(out).assess([PromptRow(position="Ведущий инженер")])
    assert 0 <= assessed.score.score <= 100
    assert assessed.score.model.name == "ours"


async def test_too_few_verdicts_are_refused(archive: Path, tmp_path: Path, capsys: Any) -> None:
    command = ["export-verdicts", str(archive), "--out", str(tmp_path / "x"), "--least-rows", "500"]
    assert main(command) == 1
    assert "there are 120" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
    with pytest.raises(TooFewRowsError):
        export_verdicts(archive, least_of_each=61)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("analyses.jsonl", b'{"id": 1, "resume": "Ivanov"}\n'),
        ("verdicts.csv", b"analysis_id,grade_confirmed,changed_at\r\nx,true,2026-01-01\r\n"),
        ("verdicts.csv", b"analysis_id,grade_confirmed,changed_at\r\n1,true,\r\n"),
        ("other", b""),
    ],
)
async def test_a_broken_export_is_named_and_not_quoted(
    name: str, content: bytes, tmp_path: Path
) -> None:
    parts = {"analyses.jsonl": b"", "verdicts.csv": b""} | {name: content}
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as file:
        for part, data in parts.items():
            if name != "other":
                file.writestr(part, data)
    with pytest.raises(RowsError) as refused:
        export_verdicts(path)
    assert "Ivanov" not in str(refused.value)


async def test_no_file_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK no zip")
    for path in (tmp_path / "x.zip", tmp_path / "missing.zip"):
        with pytest.raises(RowsError):
            export_verdicts(path)


async def test_no_candidate_stands_on_two_sides(rows_file: Path) -> None:
    rows = _rows(rows_file)
    twice = [*rows, rows[0] | {"decided_on": "2027-01-01", "client_name": "другой"}]
    sides = split_by_time(twice)
    names = [{row["candidate"] for row in side} for side in (sides.training, sides.calibration)]
    newest = {row["candidate"] for row in sides.newest}
    assert rows[0]["candidate"] in newest
    assert not names[0] & names[1]
    assert not (names[0] | names[1]) & newest
    assert max(row["decided_on"] for row in sides.training) <= min(
        row["decided_on"] for row in sides.newest
    )


async def test_better_is_only_said_where_it_shows() -> None:
    import numpy as np

    labels = np.array([0.0, 1.0] * 40)
    noise = np.random.default_rng(1).random(80)
    candidates = [str(number) for number in range(80)]
    assert compare(labels, noise, labels, candidates).finding == "better"
    assert compare(labels, labels, noise, candidates).finding == "worse"
    assert compare(labels, noise, noise, candidates).finding == "no difference shown"
