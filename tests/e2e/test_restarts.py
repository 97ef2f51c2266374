"""The bot dies or is stopped in the middle of a form, of reading and of scoring."""

import asyncio
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat
from tests.e2e.running import START_SECONDS, RunningBot

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]
LOADING = "loading the model"


@dataclass
class Busy:
    """Three people, each in the middle of something."""

    in_form: Chat
    waiting_for_file: Chat
    waiting_for_score: Chat
    question: ChatMessage

    async def go_on(self) -> None:
        """Each ends what they began; one score is one answer and one row."""
        await self.in_form.taps(self.question, "Назад", "вопрос 1 из 7", "Повар")
        await self.in_form.says("Шеф-повар", "вопрос 2 из 7")
        await self.waiting_for_file.sees("Python-разработчик", "Оценить")
        scored = self.waiting_for_score
        await scored.sees("of 100")
        await scored.sees("hh_en.pdf", "Scored")
        await scored.says("/history", "1 in all")
        assert len([one for one in await scored.bot_messages() if "of 100" in one.text]) == 1


async def make_busy(client: SandboxClient, first_id: int) -> tuple[Busy, ChatMessage]:
    """All but the tap for the score, whose card is returned."""
    form, file = Chat(client, first_id, "ru"), Chat(client, first_id + 1, "ru")
    score = Chat(client, first_id + 2, "en")
    ways = await form.says("/score", "семь вопросов")
    await form.taps(ways, "анкету", "вопрос 1 из 7")
    question = await form.says("Повар", "вопрос 2 из 7")
    card = await score.sends(SAMPLES / "hh_en.pdf", "📊 Score")
    await file.settles()
    await client.set_fault("getFile", "slow", seconds=3, count=1)
    await client.send_file(SAMPLES / "hh_ru_2024.pdf", user_id=file.user_id, language="ru")
    await file.sees("Скачиваю")
    return Busy(form, file, score, question), card


@pytest.mark.timeout(240)
async def test_a_kill_and_then_a_stop_in_the_middle(client: SandboxClient, bot: RunningBot) -> None:
    busy, card = await make_busy(client, 20_000)
    # The row is in the history, but the answer can't go out before the bot dies.
    await client.set_fault("sendPhoto", "bad_gateway")
    await busy.waiting_for_score.taps(card, "📊 Score", "hh_en.pdf", "⏳")
    await bot.wait_for_log("SendPhoto again")
    await bot.stop(signal.SIGKILL)
    await client.clear_faults()
    await bot.start(until=LOADING)
    later, card = await make_busy(client, 30_000)
    await client.tap(card.message_id, "📊 Score", later.waiting_for_score.user_id)
    await bot.restart(signal.SIGTERM, until=LOADING)
    await busy.go_on()
    await later.go_on()


async def test_updates_of_the_time_between_are_not_lost(
    russian: Chat, client: SandboxClient, bot: RunningBot
) -> None:
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить")
    await russian.taps(card, "Город", "В каком городе")
    card = await russian.taps(card, "К карточке", "Оценить")
    await bot.stop(signal.SIGKILL)
    await client.send_text("/help", russian.user_id, "ru")
    await client.tap(card.message_id, "Возраст", russian.user_id, wait_seconds=0.1)
    await bot.start(until=LOADING)
    await russian.sees("Сколько кандидату")
    await russian.sees("Как её понимать")
    await russian.says("35", "Возраст: 35 лет")


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
