"""What is sent and tapped: parts of albums, and the buttons below a batch's message."""

from typing import Any

import pytest
from aiogram.types import Document, InlineKeyboardButton, InlineKeyboardMarkup, PhotoSize

from bot.i18n import LANGUAGES, Language
from domain.analysis import NewAnalysis
from domain.batch import Batch
from domain.failure import Failure
from tests.bot.chat import Person, labels
from tests.bot.conftest import Desk
from tests.bot.people import analysis


async def sends_document(person: Person, name: str | None, **about: Any) -> None:
    document = Document(file_id=f"id-{name}", file_unique_id="u", file_name=name)
    await person.sends(document=document, **about)


async def sends_photo(person: Person, **about: Any) -> None:
    small = PhotoSize(file_id="small", file_unique_id="s", width=90, height=120)
    large = PhotoSize(file_id="large", file_unique_id="l", width=900, height=1200)
    await person.sends(photo=[small, large], **about)


async def stored(desk: Desk, batch_id: int = 1, user_id: int = 1) -> Batch:
    return await desk.database.batches.get(user_id, batch_id)


async def sources(desk: Desk, batch_id: int = 1) -> list[tuple[str | None, str, str]]:
    items = await desk.database.batches.items(batch_id)
    return [(one.file_name, one.source.kind, one.source.file_id) for one in items if one.source]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_album_is_one_message_and_one_task(desk: Desk, language: Language) -> None:
    person = desk.person(language)
    for name in ("a.pdf", "б.ZIP", "rows.jsonl", None):
        await sends_document(person, name, media_group_id="7")
    await sends_photo(person)
    assert len(desk.bot.shown) == 1
    (task,) = desk.tasks.accepted
    batch = await stored(desk)
    assert (task.kind, task.payload["batch_id"], task.locale) == ("batch", batch.id, language)
    assert batch.status_message_id == task.status_message_id == desk.bot.last.message_id
    assert await sources(desk) == [
        ("a.pdf", "document", "id-a.pdf"),
        ("б.ZIP", "container", "id-б.ZIP"),
        ("rows.jsonl", "container", "id-rows.jsonl"),
        (None, "document", "id-None"),
        (None, "photo", "large"),
    ]


async def test_a_file_alone_is_no_batch(desk: Desk) -> None:
    await sends_document(desk.person(), "a.pdf")
    assert [task.kind for task in desk.tasks.accepted] == ["read_file"]


async def test_an_update_that_is_handled_again_changes_nothing(desk: Desk) -> None:
    for _ in range(2):
        await sends_document(desk.person(), "a.pdf", media_group_id="7", message_id=40)
    assert len(desk.bot.shown) == len(desk.tasks.accepted) == len(await sources(desk)) == 1
    await desk.database.batches.move(1, "collecting", "working")
    await sends_document(desk.person(), "a.pdf", media_group_id="7", message_id=40)
    assert len(desk.bot.shown) == len(desk.tasks.accepted) == len(await sources(desk)) == 1


async def test_a_death_before_the_task_was_stored_costs_nothing(desk: Desk) -> None:
    await sends_document(desk.person(), "a.pdf", media_group_id="7", message_id=40)
    again = desk.restarted()
    await sends_document(again.person(), "a.pdf", media_group_id="7", message_id=40)
    assert len(again.tasks.accepted) == 1
    assert len(desk.bot.shown) == 1


async def test_two_people_have_two_batches(desk: Desk) -> None:
    for user_id in (1, 2):
        await sends_document(desk.person(user_id=user_id), "a.pdf", media_group_id="7")
    assert len(desk.tasks.accepted) == 2


async def asked_of_photos(desk: Desk) -> Batch:
    person = desk.person()
    for _ in range(2):
        await sends_photo(person, media_group_id="7")
    await desk.database.batches.move(1, "collecting", "asking")
    return await stored(desk)


async def shows(desk: Desk, data: str, user_id: int = 1) -> Any:
    """A message with this one button, as if the bot had sent it."""
    button = InlineKeyboardButton(text="TAP", callback_data=data)
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    return await desk.bot.send_message(user_id, "?", reply_markup=markup)


async def test_photos_of_one_resume_are_read_as_one_file(desk: Desk) -> None:
    await asked_of_photos(desk)
    for _ in range(2):
        await desk.person().taps("TAP", await shows(desk, "bphotos:1:one"))
    collected, read = desk.tasks.accepted
    assert (read.kind, read.payload["pages"]) == ("read_file", ["large", "large"])
    assert read.status_message_id == collected.status_message_id
    assert (await stored(desk)).state == "done"


async def test_photos_of_many_people_are_a_batch(desk: Desk) -> None:
    await asked_of_photos(desk)
    await desk.person().taps("TAP", await shows(desk, "bphotos:1:many"))
    assert (await stored(desk)).state == "working"
    assert [task.kind for task in desk.tasks.accepted] == ["batch", "batch"]
    await desk.person().taps("TAP", await shows(desk, "bphotos:1:one"))
    assert len(desk.tasks.accepted) == 2


async def test_a_batch_is_stopped_once(desk: Desk) -> None:
    await sends_document(desk.person(), "a.pdf", media_group_id="7")
    for _ in range(2):
        await desk.person().taps("TAP", await shows(desk, "bstop:1"))
    assert (await stored(desk)).state == "cancelled"
    assert desk.bot.toasts[-2:] == ["Останавливаю…", "Этот пакет уже закончен"]


@pytest.mark.parametrize(
    "data",
    [
        *("bstop:1", "bphotos:1:one", "bshow:1:table:1", "bshow:1:failures:1", "bexport:1:xlsx"),
        *("bstop:99", "bshow:99999999999999999999:table:1", "bexport:-1:csv"),
    ],
)
async def test_another_persons_batch_is_not_there(desk: Desk, data: str) -> None:
    await sends_document(desk.person(), "a.pdf", media_group_id="7")
    await desk.person(user_id=2).taps("TAP", await shows(desk, data, user_id=2))
    assert "Этого пакета больше нет" in (desk.bot.last.text or "")
    assert (await stored(desk)).state == "collecting"


@pytest.mark.parametrize("data", ["bshow:1:table:x", "bexport:1:exe", "bphotos:1:both", "bopen:"])
async def test_a_forged_button_is_an_old_one(desk: Desk, data: str) -> None:
    await desk.person().taps("TAP", await shows(desk, data))
    assert desk.bot.toasts[-1]


async def ended_batch(desk: Desk, candidates: int = 12) -> None:
    """A batch with one failure, whose analyses are in the person's history."""
    person = desk.person()
    for number in range(candidates + 1):
        await sends_document(person, f"{number}.pdf", media_group_id="7")
    batches = desk.database.batches
    await batches.move(1, "collecting", "working")
    failed, *good = await batches.items(1)
    await batches.fail_item(failed.id, Failure(code="damaged"), None)
    for item in good:
        one = analysis(1).model_copy(update={"batch_id": 1})
        await batches.finish_item(item.id, NewAnalysis(**dict(one)))
    await batches.finish(1, "done")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_pages_failures_and_files(desk: Desk, language: Language) -> None:
    await ended_batch(desk)
    person = desk.person(language)
    table = await person.taps("TAP", await shows(desk, "bshow:1:table:1"))
    assert labels(table)[:3] == ["1", "2", "3"]
    later = await person.taps("➡️", table)
    assert (later.message_id, labels(later)[:2]) == (table.message_id, ["11", "12"])
    failures = await person.taps("⚠️", await person.taps("⬅️", later))
    assert "0.pdf" in (failures.text or "")
    assert labels(await person.taps("⬅️", failures))[0] == "1"
    for form in ("XLSX", "CSV"):
        await person.taps(form, table)
    files = [call.document for call in desk.bot.documents]
    assert [getattr(file, "filename", "")[-5:] for file in files] == [".xlsx", "1.csv"]


async def test_a_number_opens_the_answer(desk: Desk) -> None:
    await ended_batch(desk, 1)
    table = await desk.person().taps("TAP", await shows(desk, "bshow:1:table:1"))
    answer = await desk.person().taps("^1$", table)
    assert answer.message_id > table.message_id
    assert "из 100" in (answer.caption or answer.text or "")
    await desk.person(user_id=2).taps("TAP", await shows(desk, "bopen:1", user_id=2))
    assert "нет в вашей истории" in (desk.bot.last.text or "")


async def test_nothing_is_exported_of_a_batch_without_scores(desk: Desk) -> None:
    await ended_batch(desk, 0)
    await desk.person().taps("TAP", await shows(desk, "bexport:1:csv"))
    assert desk.bot.toasts[-1] == "Выгружать нечего: оценок нет"
    assert not desk.bot.documents
