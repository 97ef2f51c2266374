"""What keeps the bot going, by its admins over HTTP: models, files, health."""

import json
import shutil
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.resumes import rows
from tests.e2e.running import COMPACT
from tests.e2e.words import RANKING_IS_READY

pytestmark = pytest.mark.asyncio(loop_scope="session")
ANSWERS = ("отвечает людям", "answers people")
YES = ("Да", "Yes")
SWITCH = ("В работу", "Switch to it")
SWITCHED = ("Теперь людям отвечает", "answers people now")


async def test_files_and_health(admin: Chat, client: SandboxClient) -> None:
    menu = await admin.says("/admin", ("Панель администратора", "Admin panel"))
    copied = ("Копия базы: проверена", "A copy of the database, checked")
    await admin.taps(menu, ("Копия базы", "Backup"), copied)
    packed = await admin.sees(copied, after=menu.message_id)
    assert (await client.download(packed))[:2] == b"\x1f\x8b"
    done = ("Копия базы готова", "The copy of the database is ready")
    await admin.sees(done, after=menu.message_id)
    export = await admin.says("/export", ("персональные данные", "personal data"))
    assert (await client.download(export))[:2] == b"PK"
    health = await admin.says("/health", "SQLite", ("Модель", "Model"), "compact")
    assert admin.word(("сегодня", "today")) in health.text
    again = await admin.taps(health, ("ещё раз", "Look again"), "SQLite")
    assert again.message_id == health.message_id


async def test_models_are_read_about_compared_and_switched(
    admin: Chat, recruiter: Chat, tmp_path: Path
) -> None:
    await recruiter.sends(rows(3), ("Рейтинг: 3", "Ranking: 3"), name="table.jsonl")
    await recruiter.sees(RANKING_IS_READY)
    listed = await admin.says("/model", "compact", ANSWERS)
    shown = await admin.taps(listed, "compact", ("Демо-модель", "A demo model"), "ROC-AUC")
    await admin.taps(shown, ("Карточка", "Model card"), ("Карточка", "Model card"))
    await admin.gets("compact-MODEL_CARD.md", after=listed.message_id)
    other = _other_bundle(tmp_path, f"other-{admin.language}")
    await admin.says("/model /no/such/folder", ("нет", "There is no model"))
    shown = await admin.says(f"/model {other}", other.name, SWITCH)
    asked = await admin.taps(shown, ("Сравнить с рабочей", "Compare with the live"), "20")
    compared = await admin.taps(asked, "20", f"compact → {other.name}", ("1,00", "1.00"))
    await _switches(admin, other.name, str(other), after=compared.message_id)
    await _switches(admin, "compact", "compact", after=compared.message_id)


async def _switches(admin: Chat, name: str, place: str, *, after: int) -> None:
    shown = await admin.says(f"/model {place}", name, SWITCH)
    asked = await admin.taps(shown, SWITCH, ("Сделать рабочей", "Switch to"), YES)
    await admin.taps(asked, YES, SWITCHED, name)
    await admin.says("/model", name, ANSWERS)


def _other_bundle(folder: Path, name: str) -> Path:
    """The same model under another name."""
    other = folder / name
    shutil.copytree(COMPACT, other)
    manifest = other / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(told | {"name": name}), encoding="utf-8")
    return other
