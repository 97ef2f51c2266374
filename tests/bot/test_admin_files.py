"""What leaves as a file: copies of the database and exports; and the bot's health."""

import asyncio
import gzip
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiogram.types import FSInputFile

from bot.i18n import LANGUAGES, Language
from bot.tasks.backup import BackupWork
from bot.tasks.export import ExportWork
from bot.wiring.admin import admin_works
from domain.health import Check, MachineHealth, TelegramHealth
from domain.work import NewTask, Task, TaskKind
from storage import archive
from storage.database import open_database
from tests.bot.chat import KeptBot
from tests.bot.conftest import ADMIN_ID, SETTLED_IDS, Desk
from tests.bot.people import START, analysis
from usecases.admin.back_up import BackUp
from usecases.admin.check_health import CheckHealth
from usecases.admin.csv_table import cell, csv_header, csv_rows
from usecases.admin.export_all import ExportAll
from usecases.admin.keep_files import COPY_IS_OLD_AFTER, KeepFiles


class ReadingBot(KeptBot):
    """Reads a file while it is sent, as Telegram does: afterwards it is gone."""

    def __init__(self, kept: KeptBot) -> None:
        super().__init__()
        self.shown = kept.shown
        self.sent: list[bytes] = []

    async def __call__(self, method, request_timeout=None):  # type: ignore[no-untyped-def]
        document = getattr(method, "document", None)
        if isinstance(document, FSInputFile):
            self.sent.append(content_of(document))
        return await super().__call__(method, request_timeout)


def content_of(document: FSInputFile) -> bytes:
    return Path(document.path).read_bytes()


async def accepted(
    desk: Desk, kind: TaskKind, language: Language = "en", user_id: int = ADMIN_ID
) -> Task:
    status = await desk.bot.send_message(user_id, "…")
    new = NewTask(
        kind=kind,
        chat_id=user_id,
        user_id=user_id,
        locale=language,
        status_message_id=status.message_id,
        payload={"origin": f"message:{status.message_id}"},
    )
    return await desk.database.tasks.add(new)


def backup_of(desk: Desk, bot: KeptBot, most: int = 50_000_000) -> BackupWork:
    database = desk.database
    back_up = BackUp(database.keeper, database.settings, database.clock)
    return BackupWork(bot, database.tasks, back_up, desk.parts.locales, most)


def keep_files_of(desk: Desk) -> KeepFiles:
    database = desk.database
    back_up = BackUp(database.keeper, database.settings, database.clock)
    return KeepFiles(database.keeper, back_up, database.clock)


def files_beside(desk: Desk, folder: str) -> list[Path]:
    return sorted((desk.database.keeper.path.parent / folder).glob("*"))


async def test_a_command_begins_one_logged_task(desk: Desk) -> None:
    admin = desk.person("ru", ADMIN_ID)
    assert "Снимаю копию" in ((await admin.says("/backup")).text or "")
    assert "Собираю" in ((await admin.says("/export")).text or "")
    assert [task.kind for task in desk.tasks.accepted] == ["backup", "export"]
    acts = [act.act for act in await desk.database.admin_acts.newest(limit=5)]
    assert acts == ["export", "backup"]


async def test_a_copy_is_sent_opens_and_is_deleted_here(desk: Desk, tmp_path: Path) -> None:
    (kept,) = await desk.keeps()
    bot, task = ReadingBot(desk.bot), await accepted(desk, "backup")
    await backup_of(desk, bot).run(task)
    assert not files_beside(desk, "backups")
    assert "copy of the database is ready" in (bot.shown[task.status_message_id or 0].text or "")
    assert "personal data" in (bot.documents[0].caption or "")
    restored = tmp_path / "restored.db"
    restored.write_bytes(gzip.decompress(bot.sent[0]))
    database = await open_database(f"sqlite+aiosqlite:///{restored}")
    assert (await database.analyses.get(1, kept.id)).resume == kept.resume
    await database.close()
    assert await desk.database.settings.read("last_backup") == START.isoformat()
    assert not await desk.database.tasks.unfinished()


async def test_a_copy_too_large_for_telegram_stays_here(desk: Desk) -> None:
    task = await accepted(desk, "backup")
    await backup_of(desk, desk.bot, most=1).run(task)
    (left,) = files_beside(desk, "backups")
    assert str(left) in (desk.bot.shown[task.status_message_id or 0].text or "")
    assert left.stat().st_mode & 0o077 == 0
    assert not desk.bot.documents


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_export_has_everything_but_secrets(desk: Desk, language: Language) -> None:
    await desk.keeps()
    await desk.database.verdicts.set_useful(1, 1, True)
    await desk.database.contests.open(1, 1, "=HYPERLINK(1)")
    await desk.database.admin_acts.record(ADMIN_ID, "export")
    bot, task = ReadingBot(desk.bot), await accepted(desk, "export", language)
    database = desk.database
    export_all = ExportAll(database.archive, database.keeper.path.parent / "x", database.clock)
    await ExportWork(bot, database.tasks, export_all, desk.parts.locales).run(task)
    assert not files_beside(desk, "x")
    caption = bot.documents[0].caption or ""
    assert str(len(SETTLED_IDS)) in caption
    assert len(caption) < 1024
    with zipfile.ZipFile(io.BytesIO(bot.sent[0])) as packed:
        assert packed.testzip() is None
        tables = {name: packed.read(name).decode("utf-8-sig") for name in packed.namelist()}
    assert "data_key" not in tables["people.csv"]
    assert len(tables["people.csv"].splitlines()) == len(SETTLED_IDS) + 1
    assert "'=HYPERLINK" in tables["contests.csv"]
    assert "export" in tables["admin_acts.csv"]
    assert "true" in tables["verdicts.csv"]
    (line,) = tables["analyses.jsonl"].splitlines()
    assert json.loads(line)["resume"]["city"] == "Барнаул"


async def test_an_export_leaves_the_oldest_out(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_PAGE", 2)
    await desk.keeps(*(analysis() for _ in range(5)))
    export_all = ExportAll(desk.database.archive, tmp_path / "x", desk.clock, most_bytes=10)
    export = await export_all()
    assert (export.analyses, export.total) == (2, 5)
    with zipfile.ZipFile(export.path) as packed:
        newest = json.loads(packed.read("analyses.jsonl").splitlines()[0])
    assert newest["id"] == 5


@pytest.mark.parametrize("kind", ["backup", "export"])
async def test_who_is_an_admin_no_more_gets_nothing(desk: Desk, kind: TaskKind) -> None:
    """A task may wait over a restart; the right is looked at when its turn comes."""
    work = admin_works(desk.parts, asyncio.get_running_loop().create_future())[kind]
    await desk.database.directory.set_admin(3, True)
    for is_admin in (True, False):
        await desk.database.directory.set_admin(3, is_admin)
        task = await accepted(desk, kind, user_id=3)
        await work.run(task)
        assert len(desk.bot.documents) == 1
    assert "Cancelled" in (desk.bot.shown[task.status_message_id or 0].text or "")
    assert not await desk.database.tasks.unfinished()


async def test_what_a_killed_export_left_goes(desk: Desk, tmp_path: Path) -> None:
    left = tmp_path / "export-20260101-000000.zip"
    left.write_bytes(b"everybody's resumes")
    export = await ExportAll(desk.database.archive, tmp_path, desk.clock)()
    assert export.path.is_file()
    assert not left.is_file()


async def test_what_a_killed_process_left_goes_at_start(desk: Desk) -> None:
    left = [
        *("backups/bot0-20260101-000000.db.partial", "backups/bot0-20260101-000000.db.gz.partial"),
        "exports/export-20260101-000000.zip",
    ]
    for name in left:
        path = desk.database.keeper.path.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"everybody's resumes")
    keep_files_of(desk).clear_at_start()
    assert not files_beside(desk, "backups")
    assert not files_beside(desk, "exports")


async def test_an_old_copy_makes_room_for_a_new_one_without_the_erased(
    desk: Desk, tmp_path: Path
) -> None:
    await desk.keeps(analysis())
    desk.clock.now = datetime.now(UTC)  # files have the machine's time
    database = desk.database
    back_up = BackUp(database.keeper, database.settings, database.clock)
    first = await back_up()
    assert await keep_files_of(desk)() is None
    await database.personal.erase(1)
    desk.clock.now += COPY_IS_OLD_AFTER + timedelta(minutes=1)
    fresh = await keep_files_of(desk)()
    assert fresh
    assert fresh != first
    assert files_beside(desk, "backups") == [fresh]
    restored = tmp_path / "restored" / "bot.db"
    restored.parent.mkdir()
    restored.write_bytes(gzip.decompress(fresh.read_bytes()))
    assert "Барнаул".encode() not in restored.read_bytes()
    again = await open_database(f"sqlite+aiosqlite:///{restored}")
    assert (await again.personal.count(1)).total == 0
    await again.close()


async def test_where_there_is_no_copy_none_is_made(desk: Desk) -> None:
    assert await keep_files_of(desk)() is None
    assert not files_beside(desk, "backups")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_formulas_are_defused(start: str) -> None:
    assert str(cell(f"{start}1+1")).startswith("'")
    assert cell(-5) == -5
    assert cell("5-5") == "5-5"
    assert csv_header(["a"]) + csv_rows(["a"], [{"a": None}]) == b'\xef\xbb\xbfa\r\n""\r\n'


async def checked(
    desk: Desk, machine: MachineHealth | None = None, telegram: TelegramHealth | None = None
) -> dict[str, Check]:
    database = desk.database
    choice = desk.dispatcher["model_choice"]
    well = MachineHealth(
        rss_bytes=2**28,
        memory_available_bytes=2**33,
        memory_total_bytes=2**34,
        disk_free_bytes=2**36,
        uptime_seconds=60,
        missing_programs=(),
    )
    silent = TelegramHealth(answered_at=START, lag_seconds=1, error=None, error_at=None)
    check_health = CheckHealth(
        acts=database.admin_acts,
        keeper=database.keeper,
        settings=database.settings,
        machine=lambda: machine or well,
        model=choice.health,
        telegram=lambda: telegram or silent,
        clock=desk.clock,
    )
    return {check.name: check for check in await check_health(ADMIN_ID)}


async def test_health_is_green_where_all_is_well(desk: Desk) -> None:
    await desk.database.settings.write("last_backup", START.isoformat())
    checks = await checked(desk)
    colours = {name: check.level for name, check in checks.items()}
    assert colours.pop("sqlite") in ("good", "warn")
    assert colours.pop("model") == "bad"  # nothing is loaded at this desk
    assert set(colours.values()) == {"good"}


async def test_health_tells_what_is_wrong(desk: Desk) -> None:
    await desk.database.inbox.accept(42, [{"update_id": 1}])
    task = await accepted(desk, "score")
    await desk.database.tasks.finish(task.id, "failed", error="SetAside")
    desk.clock.now += timedelta(minutes=11)
    poor = MachineHealth(
        rss_bytes=1,
        memory_available_bytes=2**20,
        memory_total_bytes=2**34,
        disk_free_bytes=2**20,
        uptime_seconds=1,
        missing_programs=("tesseract",),
    )
    lost = TelegramHealth(
        answered_at=START, lag_seconds=9, error="502 Bad Gateway", error_at=desk.clock.now
    )
    checks = await checked(desk, poor, lost)
    levels = {name: check.level for name, check in checks.items()}
    assert {name for name, level in levels.items() if level == "bad"} == {
        "telegram",
        "updates",
        "model",
        "memory",
        "disk",
    }
    assert {levels["tasks"], levels["backup"], levels["readers"]} == {"warn"}
    assert checks["tasks"].facts["aside"] == 1
    assert checks["telegram"].facts["error"] == "502 Bad Gateway"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_health_in_words(desk: Desk, language: Language) -> None:
    shown = await desk.person(language, ADMIN_ID).says("/health")
    text = shown.text or ""
    assert text.count("🟢") + text.count("🟡") + text.count("🔴") == 11
    assert "none" not in text.lower() or "none yet" in text.lower()
    assert len(text) < 4096
