"""forwardMessage and copyMessage, one and many."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
)

from sandbox.client import SandboxClient

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="x", callback_data="x")]])


async def test_a_copy_is_the_bots_own_message(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.start(user_id=2)
    sent = await bot.send_message(chat, "<b>Новости</b>", reply_markup=KEYS)
    copy = await bot.copy_message(2, chat, sent.message_id)
    seen = await client.wait_for_message(user_id=2)
    assert (seen.message_id, seen.text, seen.buttons) == (copy.message_id, "Новости", ())
    assert seen.entities[0]["type"] == "bold"
    await bot.copy_message(2, chat, sent.message_id, reply_markup=KEYS)
    assert (await client.messages(2))[-1].find_button("x")
    file = await bot.send_document(chat, BufferedInputFile(b"x", "x.pdf"), caption="a")
    await bot.copy_message(2, chat, file.message_id, caption="<i>b</i>")
    last = (await client.messages(2))[-1]
    assert last.file is not None
    assert (last.file.name, last.text) == ("x.pdf", "b")


async def test_a_forward_names_its_author(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.start(user_id=2)
    await bot.forward_message(2, chat, 1)
    seen = (await client.messages(2))[-1]
    assert (seen.from_bot, seen.forwarded_from, seen.text) == (True, "Гость 1", "/start")
    ids = await bot.forward_messages(2, chat, [1, 50])
    assert len(ids) == 1


async def test_many_keep_their_album_and_skip_what_is_gone(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    await client.start(user_id=2)
    files = [
        InputMediaDocument(media=BufferedInputFile(name.encode(), name))
        for name in ("a.txt", "b.txt")
    ]
    album = [one.message_id for one in await bot.send_media_group(chat, [*files])]
    assert len(await bot.copy_messages(2, chat, [*album, 99])) == 2
    copied = (await client.messages(2))[-2:]
    assert len({one.media_group_id for one in copied}) == 1
    assert copied[0].media_group_id is not None
    with pytest.raises(TelegramBadRequest, match="strictly increasing"):
        await bot.copy_messages(2, chat, album[::-1])


async def test_what_can_not_be_repeated(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.start(user_id=2)
    with pytest.raises(TelegramBadRequest, match="message to copy not found"):
        await bot.copy_message(2, chat, 99)
    with pytest.raises(TelegramBadRequest, match="message to forward not found"):
        await bot.forward_message(2, chat, 99)
    secret = await bot.send_message(chat, "x", protect_content=True)
    with pytest.raises(TelegramBadRequest, match="message can't be copied"):
        await bot.copy_message(2, chat, secret.message_id)
