"""What is stored about a person: seen, found with others by its file, and erased."""

import json

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.resumes import text_of
from tests.e2e.words import CONSENT_IS_NEEDED

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_my_data_as_a_file_and_all_of_it_deleted(
    recruiter: Chat, client: SandboxClient
) -> None:
    name = f"Данные{recruiter.user_id}"
    await recruiter.sends_and_scores(text_of(name), "cv.txt")
    told = await recruiter.says("/mydata", ("Всё, что о вас хранится", "Everything that is stored"))
    assert name in json.dumps(json.loads(await client.download(told)), ensure_ascii=False)
    question = ("Удалить всё, что о вас хранится?", "Delete everything that is stored about you?")
    score = ("1 оценка с резюме", "1 score with its resume")
    asked = await recruiter.says("/deletedata", question, score)
    await recruiter.taps(asked, ("Нет, оставить", "No, keep it"), ("всё на месте", "stays"))
    await recruiter.says("/history", name)
    asked = await recruiter.says("/deletedata", question, score)
    done = ("Готово: удалено всё", "Done: everything is deleted")
    erased = await recruiter.taps(asked, ("Да, удалить всё", "Yes, delete all"), done, score)
    assert erased.message_id == asked.message_id
    again = await recruiter.says("/history", CONSENT_IS_NEEDED)
    assert name not in again.text
    nothing = ("Оценок, вакансий и согласий нет", "There are no scores")
    await recruiter.says("/deletedata", nothing)


async def test_my_file_with_a_recruiter_is_found_and_erased(
    recruiter: Chat, candidate: Chat
) -> None:
    name = f"Отпечаток{recruiter.user_id}"
    await recruiter.sends_and_scores(text_of(name), "cv.txt")
    asks = ("Хранится ли здесь ваше резюме?", "Is your resume stored here?")
    await candidate.says("/myfile", asks)
    nothing = ("ничего не хранится", "Nothing is stored of this file")
    await candidate.sends(text_of(f"{name}х"), nothing, name="other.txt")
    await candidate.says("/myfile", asks)
    found = await candidate.sends(
        text_of(name),
        ("1 оценка у 1 человека", "1 score with 1 person"),
        name="mine.txt",
    )
    await candidate.taps(found, ("Стереть", "Erase"), ("Готово, стёрто", "Done, erased"))
    await recruiter.says("/history", ("Оценок пока нет", "No scores yet"))
