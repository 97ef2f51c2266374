"""A made-up person who leaves a trace of every kind, each with a marker to look for."""

import hashlib
from datetime import timedelta
from typing import Final

from pydantic import JsonValue

from domain.administration import BroadcastContent, NewInvite
from domain.batch import ItemSource, NewBatch, NewBatchItem
from domain.insight import Improvement, Improvements
from domain.resume import FieldEvidence, Reading, Salary
from domain.score import ModelIdentity
from domain.vacancy import NewVacancy
from domain.work import DialogState
from storage.database import Database
from tests.unit.storage.samples import analysis, resume, task

ADMIN: Final = 900
SHA: Final = "ab" * 32
WINDOW: Final = "fsm:1:{0}:{0}:aiogd:context:Card"
KEPT: Final = "fsm:1:{0}:{0}:kept"


def invite(database: Database, by: int, note: str) -> NewInvite:
    return NewInvite(
        token_sha256=hashlib.sha256(f"{by} {note}".encode()).hexdigest(),
        created_by=by,
        expires_at=database.clock() + timedelta(days=7),
        uses_left=1,
        note=note,
    )


async def live(database: Database, user_id: int, marker: str) -> None:
    """As a candidate, a recruiter and an admin at once."""
    await _come(database, user_id)
    await _score(database, user_id, marker)
    await _rank(database, user_id, marker)
    await _leave_unfinished(database, user_id, marker)
    await _administer(database, user_id, marker)


async def _come(database: Database, user_id: int) -> None:
    way_in = invite(database, ADMIN, f"the way in of {user_id}")
    await database.invites.add(way_in)
    await database.people.meet(user_id)
    assert await database.invites.redeem(way_in.token_sha256, user_id)
    await database.people.agree(
        user_id, "processing", version="1", text_sha256="0" * 64, language="ru"
    )


async def _score(database: Database, user_id: int, marker: str) -> None:
    company = Salary(amount_from=1, text=marker)
    vacancy = NewVacancy(
        user_id=user_id, title=marker, client_name=marker, grade=marker, salary=company
    )
    await database.vacancies.add(vacancy)
    stored = await database.analyses.add(
        analysis(user_id, marker).model_copy(update={"file_name": f"{marker}.pdf"})
    )
    contest = await database.contests.open(user_id, stored.id, marker)
    await database.contests.decide(contest.id, ADMIN, "upheld", marker)
    await database.verdicts.set_useful(user_id, stored.id, True)
    model = ModelIdentity(name="compact", revision="r1", template="budget-1")
    tried = Improvement(kind="name_position", points=3, facts={"position": marker})
    found = Improvements(score=50, tried=3, least_points=2, wordings=1, found=(tried,))
    await database.insights.keep(user_id, stored.id, "raise", model, found)


async def _rank(database: Database, user_id: int, marker: str) -> None:
    batch = NewBatch(user_id=user_id, chat_id=user_id, locale="ru", origin="album")
    source = ItemSource(file_id=marker)
    item = NewBatchItem(place=1, file_name=f"{marker}.pdf", source=source)
    kept = await database.batches.add(batch, item)
    (waiting,) = await database.batches.items(kept.id)
    quoted = FieldEvidence(confidence=1, line=1, quote=marker)
    reading = Reading(resume=resume(marker), evidence={"position": quoted})
    await database.batches.keep_reading(waiting.id, reading, SHA)


async def _leave_unfinished(database: Database, user_id: int, marker: str) -> None:
    draft: dict[str, JsonValue] = {"file_sha256": SHA, "file_name": marker}
    wanted = task(user_id, marker).model_dump(mode="json")["payload"] | {"draft": draft}
    await database.tasks.add(task(user_id).model_copy(update={"payload": wanted}))
    window: dict[str, JsonValue] = {"dialog_data": {"draft": draft, "word": marker}}
    await database.states.save(DialogState(key=WINDOW.format(user_id), data=window, owner=user_id))
    shelf: dict[str, JsonValue] = {"mine": {"draft": draft}, "other": {"draft": {"n": marker}}}
    record: dict[str, JsonValue] = {"shelf": shelf, "form": {"index": 2}}
    await database.states.save(DialogState(key=KEPT.format(user_id), data=record, owner=user_id))
    body: dict[str, JsonValue] = {
        "update_id": user_id,
        "message": {"from": {"id": user_id}, "text": marker},
    }
    await database.inbox.accept(1, [body])


async def _administer(database: Database, user_id: int, marker: str) -> None:
    await database.invites.add(invite(database, user_id, marker))
    await database.broadcasts.draft(user_id, user_id, "ru", BroadcastContent(message_id=5))
    acts = database.admin_acts
    await acts.record(user_id, "ban", subject="55", details={"reason": marker})
    await acts.record(ADMIN, "ban", subject=str(user_id), details={"reason": marker})
    about = {"analysis_id": 1, "user_id": user_id}
    await acts.record(ADMIN, "contest_upheld", subject="contest:1", details=about)
