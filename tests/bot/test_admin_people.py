"""People as admins see and change them, and who may do so."""

import pytest
from aiogram.types import Message
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from bot.i18n import LANGUAGES, Language
from domain.errors import ActRefusedError
from tests.bot.chat import labels
from tests.bot.conftest import ADMIN_ID, Desk
from usecases.admin.refusals import LARGEST_USER_ID, read_user_id

COMMANDS = (
    *("/admin", "/users", "/ban 5", "/unban 5", "/invite", "/broadcast", "/model"),
    *("/export", "/backup", "/health", "/log"),
)


async def acts_of(desk: Desk) -> list[tuple[str, str | None]]:
    newest = await desk.database.admin_acts.newest(limit=50)
    return [(act.act, act.subject) for act in newest]


def window_of(desk: Desk) -> Message:
    """The admin's newest message; others may have been told something since."""
    own = [one for one in desk.bot.shown.values() if one.chat.id == ADMIN_ID]
    return max(own, key=lambda one: one.message_id)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_to_others_the_commands_are_unknown(desk: Desk, language: Language) -> None:
    person = desk.person(language, user_id=7)
    unknown = (await person.says("/nosuch")).text
    for command in COMMANDS:
        assert (await person.says(command)).text == unknown
    assert not await acts_of(desk)
    assert not desk.tasks.accepted


async def test_the_menu_leads_everywhere_and_back(desk: Desk) -> None:
    admin = desk.person("ru", ADMIN_ID)
    menu = await admin.says("/admin")
    assert "Панель" in (menu.text or "")
    for label, words in (
        ("Люди", "Люди</b> · всего"),
        ("Приглашения", "открытых нет"),
        ("Рассылка", "Пришлите или перешлите"),
        ("Модель", "Модели</b>"),
        ("Здоровье", "SQLite"),
        ("Журнал", "смотрел людей"),
    ):
        shown = await admin.taps(label)
        assert shown.message_id == menu.message_id
        assert words in (shown.text or "")
        assert "Панель" in ((await admin.taps("В панель")).text or "")
    assert [act for act, _ in await acts_of(desk)] == ["log", "health", "users"]


async def test_people_come_in_pages_and_are_found_by_id(desk: Desk) -> None:
    await desk.keeps()
    admin = desk.person("ru", ADMIN_ID)
    page = await admin.says("/users")
    assert "Страница 1 из 4" in (page.text or "")
    assert "tg://user?id=1" in (page.text or "")
    assert "Страница 2 из 4" in ((await admin.taps("Старше")).text or "")
    found = await admin.says(" 1 ")
    assert "Оценок в истории: 1" in (found.text or "")
    assert "Страница" in ((await admin.taps("К списку")).text or "")
    for typed in ("12345", "0", "-1", "<b>", "9" * 30, "１２", "1; drop table people"):
        again = await admin.says(typed)
        assert "🤷" in (again.text or "") or "🔢" in (again.text or "")
        assert "<b>" not in (again.text or "").replace("<b>Люди</b>", "")


async def test_a_ban_is_logged_cancels_work_and_is_told_once(desk: Desk) -> None:
    admin = desk.person("ru", ADMIN_ID)
    answer = await admin.says("/ban 5 спам <b>&")
    assert "5 заблокирован" in (answer.text or "")
    told = [message for message in desk.bot.shown.values() if message.chat.id == 5]
    assert len(told) == 1
    assert "Причина: спам &lt;b&gt;&amp;" in (told[0].text or "")
    assert desk.tasks.cancelled == 1
    assert "уже заблокирован" in ((await admin.says("/ban 5")).text or "")
    assert len([one for one in desk.bot.shown.values() if one.chat.id == 5]) == 1
    assert await acts_of(desk) == [("ban", "5")]
    person = await desk.database.people.find(5)
    assert person is not None
    assert person.is_banned
    assert "снова может" in ((await admin.says("/unban 5")).text or "")
    assert "и так не" in ((await admin.says("/unban 5")).text or "")
    assert await acts_of(desk) == [("unban", "5"), ("ban", "5")]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (f"/ban {ADMIN_ID}", "Себя"),
        ("/ban 901", "ADMIN_IDS"),
        ("/ban 123456", "не видел"),
        ("/ban me", "целое число"),
        ("/ban 99999999999999999999", "целое число"),
        ("/unban x", "целое число"),
        ("/unban 123456", "не видел"),
        ("/ban", "Напишите id"),
        ("/unban", "Напишите id"),
    ],
)
async def test_whom_nobody_bans(make_desk: object, command: str, words: str) -> None:
    desk: Desk = await make_desk(admin_ids=(ADMIN_ID, 901))  # type: ignore[operator]
    answer = await desk.person("ru", ADMIN_ID).says(command)
    assert words in (answer.text or "")
    assert not await acts_of(desk)


async def test_a_window_bans_with_a_reason_and_lifts_it(desk: Desk) -> None:
    admin = desk.person("en", ADMIN_ID)
    await admin.says("/users")
    await admin.says("5")
    question = await admin.taps("Ban")
    assert "Write the reason" in (question.text or "")
    await admin.says("rude <i>")
    shown = window_of(desk)
    assert "Reason: rude &lt;i&gt;" in (shown.text or "")
    assert "Lift the ban" in " ".join(labels(shown))
    await admin.taps("Lift the ban", shown)
    assert "Banned" not in (window_of(desk).text or "")
    await admin.taps("Cancel their tasks", window_of(desk))
    assert "There were no tasks" in desk.bot.toasts
    expected = [("cancel_work", "5"), ("unban", "5"), ("ban", "5"), ("users", None)]
    assert await acts_of(desk) == expected


async def test_an_admin_is_made_and_unmade(desk: Desk) -> None:
    admin, other = desk.person("ru", ADMIN_ID), desk.person("ru", 5)
    await admin.says("/users")
    await admin.says("5")
    await admin.taps("Сделать админом")
    await admin.taps("Нет")
    assert not await desk.database.directory.set_admin(5, False)
    await admin.taps("Сделать админом")
    await admin.taps("Да")
    shown = window_of(desk)
    assert "Администратор: назначен" in (shown.text or "")
    window = await other.says("/users")
    assert "Люди" in (window.text or "")
    await admin.taps("Снять права", shown)
    await admin.taps("Да", window_of(desk))
    # The window that was open goes on being there, but no longer acts.
    after = await other.taps("Старше", window)
    assert "Страница 2" not in (after.text or "")
    assert [act for act, _ in await acts_of(desk)][:3] == ["revoke_admin", "users", "grant_admin"]


async def test_nobody_changes_themselves_or_an_operator(make_desk: object) -> None:
    desk: Desk = await make_desk(admin_ids=(ADMIN_ID, 1))  # type: ignore[operator]
    admin = desk.person("ru", ADMIN_ID)
    await admin.says("/users")
    for user_id in (str(ADMIN_ID), "1"):
        shown = await admin.says(user_id)
        assert "ADMIN_IDS" in (shown.text or "")
        assert labels(shown) == ["✖️ Отменить его задачи", "⬅️ К списку"]
        await admin.taps("К списку")


async def test_the_log_has_pages_and_a_table(desk: Desk) -> None:
    for number in range(10):
        await desk.database.admin_acts.record(
            ADMIN_ID, "ban", subject=f"={number}", details={"reason": "<b>", "cut": None}
        )
    admin = desk.person("en", ADMIN_ID)
    page = await admin.says("/log")
    assert "Page 1 of 2" in (page.text or "")
    assert "banned =9" in (page.text or "")
    assert "reason: &lt;b&gt;" in (page.text or "")
    await admin.taps("Older")
    again = await admin.taps("as CSV")
    assert "Page 2 of 2" in (again.text or "")
    (document,) = desk.bot.documents
    table = document.document.data.decode("utf-8-sig")  # type: ignore[union-attr]
    lines = table.splitlines()
    assert lines[0] == "id,done_at,admin_id,act,subject,details"
    assert "'=0" in lines[1]
    assert "export" in lines[-1]


@pytest.mark.parametrize(("language", "words"), [("ru", "кому: Все"), ("en", "to: Everybody")])
async def test_the_log_tells_whom_a_broadcast_went_to_in_words(
    desk: Desk, language: Language, words: str
) -> None:
    details: dict[str, JsonValue] = {"audience": "all", "recipients": 3}
    await desk.database.admin_acts.record(ADMIN_ID, "broadcast", subject="1", details=details)
    log = (await desk.person(language, ADMIN_ID).says("/log")).text or ""
    assert words.casefold() in log.casefold()


@given(st.text(max_size=40))
def test_any_typed_text_is_an_id_or_refused(text: str) -> None:
    try:
        user_id = read_user_id(text)
    except ActRefusedError:
        return
    assert 0 < user_id <= LARGEST_USER_ID
    assert int(text.strip()) == user_id
