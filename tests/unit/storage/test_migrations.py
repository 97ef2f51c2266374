"""A database of every earlier version, with data in it, opens and keeps the data."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, text

from migrations.upgrade import upgrade_schema
from storage.database import open_database
from tests.unit.storage.samples import analysis

EARLIER = ("0001", "0002")
TASK = {
    "id": 5,
    "kind": "score",
    "chat_id": 7,
    "user_id": 7,
    "locale": "ru",
    "status_message_id": 70,
    "payload": '{"origin": "card:x"}',
    "state": "started",
    "attempts": 1,
    "created_at": "2026-01-02 03:04:05.000000",
}
UPDATE = {
    "bot_id": 1,
    "update_id": 9,
    "body": '{"update_id": 9}',
    "state": "accepted",
    "attempts": 0,
    "accepted_at": "2026-01-02 03:04:05.000000",
}
DIALOG = {
    "key": "k",
    "state": "Card:view",
    "data": "{}",
    "changed_at": "2026-01-02 03:04:05.000000",
}


def _analysis_row() -> dict[str, Any]:
    kept = analysis()
    score = kept.assessment.score
    return {
        "id": 3,
        "user_id": kept.user_id,
        "created_at": "2026-01-02 03:04:05.000000",
        "source": kept.source,
        "file_sha256": kept.file_sha256,
        "resume": kept.resume.model_dump_json(),
        "score": score.score,
        "probability": score.probability,
        "percentile": score.percentile,
        "explanation": kept.assessment.explanation.model_dump_json(),
        "bundle_name": score.model.name,
        "bundle_revision": score.model.revision,
        "template": score.model.template,
        "is_demo": score.model.is_demo,
    }


def _insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    names = ", ".join(row)
    places = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), row)


def _make_earlier(path: Path, revision: str) -> None:
    path.parent.mkdir()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        upgrade_schema(connection, target=revision)
        _insert(connection, "tasks", TASK)
        _insert(connection, "updates", UPDATE)
        _insert(connection, "analyses", _analysis_row())
        _insert(connection, "dialog_states", DIALOG)
    engine.dispose()


@pytest.mark.parametrize("revision", EARLIER)
async def test_nothing_is_lost_on_the_way_to_the_newest(
    revision: str, path: Path, url: str
) -> None:
    _make_earlier(path, revision)
    database = await open_database(url)
    stored = await database.analyses.get(7, 3)
    assert stored.resume == analysis().resume
    assert stored.assessment.explanation == analysis().assessment.explanation
    assert stored.assessment.score.model.is_calibrated  # nothing else was known before it was told
    assert [task.id for task in await database.tasks.unfinished()] == [5]
    assert [update.update_id for update in await database.inbox.pending(limit=5)] == [9]
    assert (await database.states.get("k")).state == "Card:view"
    assert (await database.people.meet(7)).consent_version is None
    await database.close()
