"""A broadcast is looked at before it is sent, and what is sent to whom is written down."""

from typing import Any

import pytest
from aiogram.types import Document, PhotoSize

from bot.tasks.broadcast import BROADCAST
from tests.bot.chat import labels
from tests.bot.conftest import ADMIN_ID, SETTLED_IDS, Desk

FILE = Document(file_id="f", file_unique_id="f", file_name="a.pdf", file_size=10)
PHOTO = [PhotoSize(file_id="p", file_unique_id="p", width=1, height=1)]


async def test_what_is_sent_is_shown_first(desk: Desk) -> None:
    await desk.database.people.set_language(3, "en")
    admin = desk.person("ru", ADMIN_ID)
    assert "Пришлите" in ((await admin.says("/broadcast")).text or "")
    check = await admin.says("Новости <b>")
    preview = desk.bot.shown[check.message_id - 1]
    assert "copy of" in (preview.text or "")
    assert desk.bot.copied_to == [ADMIN_ID]
    assert f"Отправить · {len(SETTLED_IDS)}" in " ".join(labels(check))
    check = await admin.taps("Кандидаты")
    assert "• Кандидаты" in labels(check)
    assert "Отправить" not in " ".join(labels(check))
    check = await admin.taps("Рекрутеры")
    await admin.taps("Отправить")
    (task,) = desk.tasks.accepted
    broadcast = await desk.database.broadcasts.get(int(str(task.payload[BROADCAST])))
    assert broadcast is not None
    assert (broadcast.state, broadcast.content.audience) == ("sending", "recruiters")
    assert broadcast.content.message_id == preview.message_id
    (act,) = await desk.database.admin_acts.newest(limit=5)
    assert act.act == "broadcast"
    assert act.details == {"audience": "recruiters", "recipients": len(SETTLED_IDS)}
    assert "Панель" in (desk.bot.last.text or "")


@pytest.mark.parametrize("content", [{"document": FILE}, {"photo": PHOTO}])
async def test_a_file_is_the_message_and_no_resume(desk: Desk, content: dict[str, Any]) -> None:
    admin = desk.person("en", ADMIN_ID)
    await admin.says("/broadcast")
    check = await admin.sends(**content)
    assert "how people will see it" in (check.text or "")
    assert not desk.tasks.accepted
    shown = await admin.taps("Cancel")
    assert "Admin panel" in (shown.text or "")
    assert "Reading" not in ((await admin.says("/admin")).text or "")
    await admin.sends(**content)
    assert [task.kind for task in desk.tasks.accepted] == ["read_file"]


async def test_an_album_is_refused_once_and_commands_stay_commands(desk: Desk) -> None:
    admin = desk.person("en", ADMIN_ID)
    await admin.says("/broadcast")
    first = await admin.sends(photo=PHOTO, media_group_id="7")
    assert "An album" in (first.text or "")
    assert (await admin.sends(photo=PHOTO, media_group_id="7")).message_id == first.message_id
    assert "Admin panel" in ((await admin.says("/admin")).text or "")


async def test_the_stop_button_is_for_admins_and_logged(desk: Desk) -> None:
    admin, other = desk.person("en", ADMIN_ID), desk.person("en", 3)
    await admin.says("/broadcast")
    await admin.says("News")
    await admin.taps("Send")
    status = next(one for one in desk.bot.shown.values() if "Stop the" in " ".join(labels(one)))
    await other.taps("Stop", status)
    assert (await desk.database.broadcasts.get(1)).state == "sending"  # type: ignore[union-attr]
    await admin.taps("Stop", status)
    assert desk.bot.toasts[-1] == "Stopping"
    assert (await desk.database.broadcasts.get(1)).state == "cancelled"  # type: ignore[union-attr]
    await admin.taps("Stop", status)
    assert "over already" in (desk.bot.toasts[-1] or "")
    assert (await desk.database.admin_acts.newest(limit=1))[0].act == "cancel_broadcast"
