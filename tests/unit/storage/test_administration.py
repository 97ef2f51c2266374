"""What admins act on: the directory, invitations, broadcasts, copies and the archive."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from domain.administration import AUDIENCES, BroadcastContent, NewInvite, token_sha256
from domain.errors import DatabaseUnavailableError
from storage import archive
from storage.database import Database, open_database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import analysis

CONTENT = BroadcastContent(message_id=5)


async def agreed(database: Database, *ids: int, language: str = "ru") -> None:
    for user_id in ids:
        await database.people.meet(user_id)
        await database.people.agree(
            user_id,
            "processing",
            version="1",
            text_sha256="0" * 64,
            language=language,  # type: ignore[arg-type]
        )


async def test_the_directory_pages_bans_and_promotes(database: Database, clock: MovedClock) -> None:
    for user_id in (1, 2, 3):
        clock.move(timedelta(hours=1))
        await agreed(database, user_id)
    await database.analyses.add(analysis(user_id=2))
    page = await database.directory.page(limit=2, offset=0)
    assert [known.person.user_id for known in page] == [3, 2]
    assert [known.analyses for known in page] == [0, 1]
    assert page[0].language == "ru"
    assert await database.directory.count() == 3
    assert await database.directory.ban(2, "spam")
    assert not await database.directory.ban(2, "again")
    assert await database.directory.set_admin(2, True)
    assert not await database.directory.set_admin(2, True)
    known = await database.directory.find(2)
    assert known is not None
    assert (known.person.ban_reason, known.person.is_admin) == ("spam", True)
    assert await database.directory.unban(2)
    assert not await database.directory.unban(2)
    for nobody in (0, -1, 99, 2**70):
        assert await database.directory.find(nobody) is None
        assert not await database.directory.ban(nobody, None)


async def test_invitations_end_by_time_and_by_word(database: Database, clock: MovedClock) -> None:
    def new(days: int) -> NewInvite:
        until = clock.now + timedelta(days=days)
        token = token_sha256(f"token {days}")
        return NewInvite(token_sha256=token, created_by=9, expires_at=until, uses_left=2)

    short, long = [await database.invites.add(new(days)) for days in (1, 5)]
    assert [one.id for one in await database.invites.list_open()] == [long.id, short.id]
    clock.move(timedelta(days=2))
    assert [one.id for one in await database.invites.list_open()] == [long.id]
    assert await database.invites.revoke(long.id)
    assert not await database.invites.revoke(long.id)
    assert not await database.invites.revoke(2**70)
    assert not await database.invites.list_open()


async def test_a_broadcast_reaches_those_who_agreed(database: Database) -> None:
    await agreed(database, 1, 2, 3, 4)
    await agreed(database, 5, language="en")
    await database.people.meet(6)
    await database.people.set_role(1, "recruiter")
    await database.people.set_role(2, "candidate")
    await database.directory.ban(3, None)
    await database.people.mark_blocked(4)
    counts = {
        audience: await database.broadcasts.count_recipients(audience) for audience in AUDIENCES
    }
    assert counts == {"all": 3, "recruiters": 1, "candidates": 1, "ru": 2, "en": 1}


async def test_a_broadcasts_cursor_passes_everybody_once(
    database: Database, clock: MovedClock
) -> None:
    await agreed(database, 1, 2, 3)
    draft = await database.broadcasts.draft(1, 1, "ru", CONTENT)
    begun = await database.broadcasts.begin(draft.id, "all", 77)
    assert begun is not None
    assert (begun.state, begun.recipients, begun.status_message_id) == ("sending", 3, 77)
    assert await database.broadcasts.begin(draft.id, "en", 78) == begun
    clock.move(timedelta(seconds=1))
    await agreed(database, 4)
    assert await database.broadcasts.next_recipients(begun, limit=2) == [1, 2]
    now = await database.broadcasts.advance(begun.id, 1, "delivered")
    now = await database.broadcasts.advance(begun.id, 2, "blocked")
    assert now is not None
    assert (now.delivered, now.blocked, now.failed) == (1, 1, 0)
    assert await database.broadcasts.next_recipients(now, limit=9) == [3]
    assert await database.broadcasts.cancel(now.id)
    assert not await database.broadcasts.cancel(now.id)
    ended = await database.broadcasts.end(now.id)
    assert ended is not None
    assert ended.state == "cancelled"
    assert await database.broadcasts.get(2**70) is None


async def test_a_copy_is_whole_and_opens_as_a_database(database: Database, tmp_path: Path) -> None:
    await agreed(database, 1)
    kept = await database.analyses.add(analysis(user_id=1))
    copy = tmp_path / "copy.db"
    await database.keeper.copy_to(copy)
    with sqlite3.connect(copy) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()
    restored = await open_database(f"sqlite+aiosqlite:///{copy}")
    assert await restored.analyses.get(1, kept.id) == kept
    await restored.close()
    with pytest.raises(DatabaseUnavailableError):
        await database.keeper.copy_to(copy)
    assert await database.analyses.get(1, kept.id) == kept


async def test_health_counts_what_waits(database: Database) -> None:
    await database.inbox.accept(1, [{"update_id": 5}])
    health = await database.keeper.health()
    assert health.is_sound
    assert health.size_bytes > 0
    work = await database.keeper.work()
    assert work.waiting_updates == 1
    assert work.oldest_update_at is not None
    assert (work.waiting_tasks, work.set_aside, work.failed) == ({}, 0, 0)


async def test_settings_are_kept_and_forgotten(database: Database) -> None:
    assert await database.settings.read("x") is None
    await database.settings.write("x", {"a": 1})
    await database.settings.write("x", {"a": 2})
    assert await database.settings.read("x") == {"a": 2}
    await database.settings.write("x", None)
    assert await database.settings.read("x") is None


async def test_the_archive_gives_everything_but_secrets(
    database: Database, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_PAGE", 3)
    await agreed(database, *range(1, 8))
    for user_id in (1, 2):
        await database.analyses.add(analysis(user_id=user_id))
    token = NewInvite(token_sha256="f" * 64, created_by=9, expires_at=clock.now, uses_left=1)
    await database.invites.add(token)
    people = [row async for page in database.archive.rows("people") for row in page]
    assert [row["user_id"] for row in people] == list(range(1, 8))
    assert "data_key" not in people[0]
    (invite,) = [row async for page in database.archive.rows("invites") for row in page]
    assert "token_sha256" not in invite
    every = [one async for page in database.archive.analyses() for one in page]
    assert [one.user_id for one in every] == [2, 1]
    assert len(await database.archive.newest_analyses(1)) == 1
    assert await database.archive.count_analyses() == 2
