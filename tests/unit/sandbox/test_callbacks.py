import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from sandbox.client import SandboxClient, SandboxRefusalError
from sandbox.server import SandboxServer
from tests.unit.sandbox.conftest import new_bot

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def send_card(bot: Bot, chat: int) -> Message:
    buttons = [
        [InlineKeyboardButton(text="✅ Оценить", callback_data="score:1")],
        [
            InlineKeyboardButton(text="Город", callback_data="edit:city"),
            InlineKeyboardButton(text="Сайт", url="https://a.ru"),
        ],
    ]
    return await bot.send_message(
        chat, "Карточка", reply_markup=InlineKeyboardMarkup(inline_keyboard=buttons)
    )


async def next_query(bot: Bot) -> CallbackQuery:
    updates = await bot.get_updates(timeout=5, allowed_updates=["callback_query"])
    query = updates[-1].callback_query
    assert query is not None
    return query


@pytest.mark.parametrize("button", ["score:1", "✅ Оценить", "оценить"])
async def test_a_tap_is_a_query_and_returns_its_answer(
    client: SandboxClient, bot: Bot, chat: int, button: str
) -> None:
    card = await send_card(bot, chat)
    await bot.get_updates(offset=-1)
    tap = asyncio.create_task(client.tap(card.message_id, button))
    await asyncio.sleep(0.05)
    query = await next_query(bot)
    assert query.data == "score:1"
    assert query.from_user.id == chat
    assert isinstance(query.message, Message)
    assert query.message.reply_markup is not None
    assert await query.answer("Считаю", show_alert=True, cache_time=0)
    answer = await tap
    assert (answer.answered, answer.text, answer.show_alert) == (True, "Считаю", True)


async def test_a_second_answer_is_too_late(client: SandboxClient, bot: Bot, chat: int) -> None:
    card = await send_card(bot, chat)
    await client.tap(card.message_id, "Город", wait_seconds=0)
    query = await next_query(bot)
    await query.answer()
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await query.answer()
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_callback_query("123")


async def test_an_answer_after_the_lifetime_is_too_late() -> None:
    async with (
        SandboxServer(query_lifetime_seconds=0) as server,
        SandboxClient(server.url) as client,
        new_bot(server).context() as bot,
    ):
        await client.send_text("hi")
        card = await send_card(bot, 1)
        answer = await client.tap(card.message_id, "Город", wait_seconds=0)
        assert not answer.answered
        with pytest.raises(TelegramBadRequest, match=TOO_OLD):
            await bot.answer_callback_query(answer.query_id)


async def test_an_answer_has_at_most_200_characters(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    card = await send_card(bot, chat)
    answer = await client.tap(card.message_id, "Город", wait_seconds=0)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(answer.query_id, text="я" * 201)


async def test_taps_that_a_person_can_not_make(client: SandboxClient, bot: Bot, chat: int) -> None:
    card = await send_card(bot, chat)
    with pytest.raises(SandboxRefusalError, match=r"no button «Удалить».*«✅ Оценить», «Город»"):
        await client.tap(card.message_id, "Удалить")
    with pytest.raises(SandboxRefusalError, match="does not call the bot"):
        await client.tap(card.message_id, "Сайт")
    await card.delete()
    with pytest.raises(SandboxRefusalError, match="no such message"):
        await client.tap(card.message_id, "Город")
