"""The bot dies or is stopped in the middle of a form, of reading and of scoring."""

import asyncio
import signal
import sys
from dataclasses import dataclass

import pytest

from bot.i18n import LANGUAGES
from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat
from tests.e2e.conftest import Meet
from tests.e2e.resumes import PDF, SAMPLES
from tests.e2e.running import START_SECONDS, RunningBot
from tests.e2e.words import FILL_IN, SCORE, SCORED, SEVEN_QUESTIONS, WHICH_CITY, question

pytestmark = pytest.mark.asyncio(loop_scope="session")
LOADING = "loading the model"


@dataclass
class Busy:
    """Three people of one language, each in the middle of something."""

    in_form: Chat
    waiting_for_file: Chat
    waiting_for_score: Chat
    asked: ChatMessage
    card: ChatMessage

    async def go_on(self) -> None:
        """Each ends what they began; one score is one answer and one row."""
        cook = ("Повар", "Cook")
        await self.in_form.taps(self.asked, ("Назад", "Back"), question(1), cook)
        await self.in_form.says(("Шеф-повар", "Chef"), question(2))
        await self.waiting_for_file.sees("Python-разработчик", SCORE)
        scored = self.waiting_for_score
        await scored.sees(SCORED)
        await scored.says("/history", ("всего 1", "1 in all"))
        assert await scored.sees_how_many(SCORED) == 1


async def make_busy(client: SandboxClient, meet: Meet) -> list[Busy]:
    """In Russian and in English; all but the tap for the score."""
    groups = []
    for language in LANGUAGES:
        form, file, score = [await meet(language) for _ in range(3)]
        ways = await form.says("/score", SEVEN_QUESTIONS)
        await form.taps(ways, FILL_IN, question(1))
        asked = await form.says(("Повар", "Cook"), question(2))
        card = await score.sends(SAMPLES / "hh_en.pdf", SCORE)
        groups.append(Busy(form, file, score, asked, card))
    await client.set_fault("getFile", "slow", seconds=3, count=len(groups))
    for group in groups:
        await group.waiting_for_file.sends(PDF, ("Скачиваю", "Getting the file"))
    return groups


@pytest.mark.timeout(240)
async def test_a_kill_and_then_a_stop_in_the_middle(
    client: SandboxClient, meet: Meet, bot: RunningBot
) -> None:
    first = await make_busy(client, meet)
    # The row is in the history, but the answer can't go out before the bot dies.
    for method in ("sendPhoto", "editMessageMedia"):
        await client.set_fault(method, "bad_gateway")
    for group in first:
        await group.waiting_for_score.taps(group.card, SCORE, "⏳")
    await bot.wait_for_log("again")
    await bot.stop(signal.SIGKILL)
    await client.clear_faults()
    await bot.start(until=LOADING)
    later = await make_busy(client, meet)
    for group in later:
        await client.tap(group.card.message_id, "📊", group.waiting_for_score.user_id)
    await bot.restart(signal.SIGTERM, until=LOADING)
    for group in (*first, *later):
        await group.go_on()


async def test_updates_of_the_time_between_are_not_lost(
    russian: Chat, english: Chat, client: SandboxClient, bot: RunningBot
) -> None:
    cards = []
    for chat in (russian, english):
        card = await chat.sends(PDF, SCORE)
        asked = await chat.taps(card, ("Город", "City"), WHICH_CITY)
        cards.append((chat, await chat.taps(asked, ("К карточке", "To the card"), SCORE)))
    await bot.stop(signal.SIGKILL)
    for chat, card in cards:
        await client.send_text("/help", chat.user_id, chat.language)
        button = chat.word(("Возраст", "Age"))
        await client.tap(card.message_id, button, chat.user_id, wait_seconds=0.1)
    await bot.start(until=LOADING)
    for chat, _ in cards:
        await chat.sees(("полных лет", "in full years"))
        await chat.sees(("Как её понимать", "How to read it"))
        await chat.says("35", ("Возраст: 35 лет", "Age: 35 years"))


async def test_what_is_too_old_is_erased_from_the_start_on(bot: RunningBot) -> None:
    await bot.start_if_stopped()
    await bot.wait_for_log("purged what is older than")


async def test_a_second_bot_is_refused_the_database(bot: RunningBot, russian: Chat) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot"),
        env=bot.environment,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await asyncio.wait_for(process.communicate(), START_SECONDS)
    assert process.returncode == 1
    last_line = said.decode().strip().splitlines()[-1]
    assert "in use by another process" in last_line
    await russian.says("/start", "Здравствуйте")
