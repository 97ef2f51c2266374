import asyncio
from typing import Literal

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNotFound
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.unit.sandbox.pictures import png


def keyboard(**button: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": [[{"text": "Go"} | button]]})


async def test_a_message_comes_back_parsed_and_is_seen_in_the_chat(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    sent = await bot.send_message(
        chat, " <b>Да</b> 😀 &lt;x&gt; ", reply_markup=keyboard(url="https://a.ru")
    )
    assert sent.text == "Да 😀 <x>"
    assert sent.html_text == "<b>Да</b> 😀 &lt;x&gt;"
    assert sent.reply_markup is not None
    assert sent.reply_markup.inline_keyboard[0][0].url == "https://a.ru"
    seen = await client.wait_for_message(after=1)
    assert seen.text == sent.text
    assert seen.html == "<b>Да</b> 😀 &lt;x&gt;"
    assert seen.find_button("go") is not None


async def test_without_parse_mode_tags_are_text(bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "<b>x</b>", parse_mode=None)
    assert sent.text == "<b>x</b>"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<b>x", "can't parse entities: Can't find end tag corresponding to start tag"),
        ("", "message text is empty"),
        (" \n ", "message text is empty"),
        ("\u200b", "message text is empty"),
        ("<b> </b>", "message text is empty"),
        ("я" * 4097, "message is too long"),
    ],
)
async def test_texts_that_telegram_refuses(bot: Bot, chat: int, text: str, problem: str) -> None:
    with pytest.raises(TelegramBadRequest, match=problem):
        await bot.send_message(chat, text)


async def test_the_limit_counts_after_entities_are_parsed(bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "<b>" + "&lt;" * 4096 + "</b>")
    assert len(sent.text or "") == 4096


async def test_unknown_parse_mode(bot: Bot, chat: int) -> None:
    with pytest.raises(TelegramBadRequest, match="unsupported parse_mode"):
        await bot.send_message(chat, "x", parse_mode="wiki")


async def test_a_chat_that_never_wrote_is_not_found(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(5, "x")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message("@nobody", "x")


async def test_a_person_can_block_the_bot(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.set_person(chat, has_blocked_bot=True)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(chat, "x")


@pytest.mark.parametrize(
    ("button", "problem"),
    [
        ({"callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        ({}, "Text buttons are unallowed"),
        ({"url": "ftp://a.ru"}, "Wrong HTTP URL"),
    ],
)
async def test_buttons_that_telegram_refuses(
    bot: Bot, chat: int, button: dict[str, str], problem: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=problem):
        await bot.send_message(chat, "x", reply_markup=keyboard(**button))


async def test_callback_data_of_64_bytes_is_fine(bot: Bot, chat: int) -> None:
    await bot.send_message(chat, "x", reply_markup=keyboard(callback_data="я" * 32))


async def test_a_hundred_buttons_and_no_more(bot: Bot, chat: int) -> None:
    row = [InlineKeyboardButton(text="x", callback_data="x")]
    full = InlineKeyboardMarkup(inline_keyboard=[row] * 100)
    await bot.send_message(chat, "x", reply_markup=full)
    too_full = InlineKeyboardMarkup(inline_keyboard=[row] * 101)
    with pytest.raises(TelegramBadRequest, match="reply markup is too long"):
        await bot.send_message(chat, "x", reply_markup=too_full)


async def test_a_reply_keyboard_belongs_to_the_chat(
    server: SandboxServer, bot: Bot, chat: int
) -> None:
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Да")]])
    sent = await bot.send_message(chat, "x", reply_markup=markup)
    assert sent.reply_markup is None
    assert server.telegram.chats[chat].reply_keyboard is not None
    await bot.send_message(chat, "y", reply_markup=ReplyKeyboardRemove())
    assert server.telegram.chats[chat].reply_keyboard is None


async def test_a_reply_shows_what_it_replies_to(bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "x", reply_parameters=ReplyParameters(message_id=1))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "/start"
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(chat, "x", reply_parameters=ReplyParameters(message_id=99))


async def test_protected_content_is_told(bot: Bot, chat: int) -> None:
    assert (await bot.send_message(chat, "x", protect_content=True)).has_protected_content


async def test_a_document_is_kept_and_can_be_sent_again_by_id(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    file = BufferedInputFile("имя,балл".encode(), "история.csv")
    sent = await bot.send_document(
        chat, file, caption="<i>вся</i>", reply_markup=keyboard(url="https://a.ru")
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("история.csv", 15)
    assert sent.html_text == "<i>вся</i>"
    again = await bot.send_document(chat, sent.document.file_id)
    assert again.document == sent.document
    seen = await client.wait_for_message(lambda message: message.file is not None)
    assert await client.download(seen) == "имя,балл".encode()


async def test_a_photo_has_its_size(bot: Bot, chat: int) -> None:
    sent = await bot.send_photo(chat, BufferedInputFile(png(30, 20), "x.png"), caption="c")
    assert sent.photo is not None
    assert (sent.photo[-1].width, sent.photo[-1].height) == (30, 20)
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(chat, BufferedInputFile(b"no picture", "x.png"))
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(chat, BufferedInputFile(png(210, 10), "x.png"))
    with pytest.raises(TelegramBadRequest, match="type of file mismatch"):
        await bot.send_document(chat, sent.photo[-1].file_id)


async def test_files_that_telegram_refuses(bot: Bot, chat: int) -> None:
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(chat, BufferedInputFile(b"", "x.pdf"))
    with pytest.raises(TelegramBadRequest, match="wrong remote file identifier"):
        await bot.send_document(chat, "BQACnothing")
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_document(chat, BufferedInputFile(b"x", "x.pdf"), caption="я" * 1025)


async def test_an_album_has_one_group(bot: Bot, chat: int) -> None:
    documents = [
        InputMediaDocument(media=BufferedInputFile(name.encode(), name), caption=f"<b>{name}</b>")
        for name in ("a.txt", "b.txt")
    ]
    sent = await bot.send_media_group(chat, [*documents])
    assert len({one.media_group_id for one in sent}) == 1
    assert [one.html_text for one in sent] == ["<b>a.txt</b>", "<b>b.txt</b>"]
    photos = [InputMediaPhoto(media=BufferedInputFile(png(5, 5), "x.png"))]
    with pytest.raises(TelegramBadRequest, match="2-10"):
        await bot.send_media_group(chat, [*photos])


async def test_typing_is_told_to_those_who_watch(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    await bot.send_chat_action(chat, "typing")
    events = await client.events(0, 1)
    assert events[-1]["action"] == "typing"
    with pytest.raises(TelegramBadRequest, match="wrong parameter action in request"):
        await bot.send_chat_action(chat, "dancing")


async def test_a_method_that_is_not_there_is_named(bot: Bot, chat: int) -> None:
    with pytest.raises(TelegramNotFound, match="method sendDice is not in the sandbox"):
        await bot.send_dice(chat)


@pytest.mark.parametrize("how", ["json", "data", "params"])
async def test_json_form_and_query_are_the_same(
    server: SandboxServer, chat: int, how: Literal["json", "data", "params"]
) -> None:
    values = {"chat_id": str(chat), "text": "Привет", "disable_notification": "true"}
    address = f"{server.url}/bot{server.token}/SENDMESSAGE"
    async with aiohttp.ClientSession() as session:
        calls = {
            "json": lambda: session.post(address, json=values),
            "data": lambda: session.post(address, data=values),
            "params": lambda: session.get(address, params=values),
        }
        async with calls[how]() as answer:
            body = await answer.json()
    assert body["ok"]
    assert body["result"]["text"] == "Привет"


async def test_broken_json_and_huge_bodies_are_refused(chat: int) -> None:
    async with (
        SandboxServer(max_body_bytes=1000) as server,
        aiohttp.ClientSession() as session,
    ):
        address = f"{server.url}/bot{server.token}/sendMessage"
        headers = {"Content-Type": "application/json"}
        async with session.post(address, data="{", headers=headers) as answer:
            assert (await answer.json())["error_code"] == 400
        async with session.post(address, data="x" * 2000, headers=headers) as answer:
            assert (await answer.json())["description"] == "Request Entity Too Large"


@pytest.mark.parametrize("media_type", ["multipart/form-data; boundary=b", "application/json"])
async def test_a_bot_that_dies_while_it_sends_is_one_line_of_the_log(
    server: SandboxServer, caplog: pytest.LogCaptureFixture, media_type: str
) -> None:
    _, bot = await asyncio.open_connection(server.host, server.port)
    head = f"POST /bot{server.token}/sendDocument HTTP/1.1\r\nHost: {server.host}\r\n"
    head += f"Content-Type: {media_type}\r\nContent-Length: 9000\r\n\r\n--b\r\n"
    bot.write(head.encode())
    await bot.drain()
    await asyncio.sleep(0.05)
    bot.transport.abort()
    async with asyncio.timeout(10):
        while not caplog.records:  # noqa: ASYNC110 - the log has no event
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    [line] = caplog.records
    assert line.getMessage() == "the bot went away in the middle of sendDocument"
    assert line.exc_info is None
