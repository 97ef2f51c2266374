import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from sandbox.client import SandboxClient
from tests.unit.sandbox.pictures import png


def keyboard(data: str = "1") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data=data)]]
    )


async def test_an_edit_changes_the_message_in_place(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    sent = await bot.send_message(chat, "one", reply_markup=keyboard())
    edited = await sent.edit_text("<b>two</b>")
    assert isinstance(edited, Message)
    assert edited.edit_date is not None
    assert edited.reply_markup is None
    [seen] = [one for one in await client.messages() if one.from_bot]
    assert (seen.message_id, seen.text, seen.edit_count) == (sent.message_id, "two", 1)
    assert seen.buttons == ()


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "<b>a</b>", reply_markup=keyboard())
    not_modified = "message is not modified: specified new message content and reply markup are"
    with pytest.raises(TelegramBadRequest, match=not_modified):
        await sent.edit_text(" <strong>a</strong> ", reply_markup=keyboard())
    with pytest.raises(TelegramBadRequest, match=not_modified):
        await sent.edit_reply_markup(reply_markup=keyboard())
    await sent.edit_text("a", reply_markup=keyboard())
    await sent.edit_text("a", reply_markup=keyboard("2"))
    await sent.edit_reply_markup()
    with pytest.raises(TelegramBadRequest, match=not_modified):
        await sent.edit_reply_markup()


async def test_what_can_not_be_edited(bot: Bot, chat: int) -> None:
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("x", chat_id=chat, message_id=1)
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("x", chat_id=chat, message_id=99)
    with pytest.raises(TelegramBadRequest, match="message identifier is not specified"):
        await bot.edit_message_text("x", chat_id=chat)
    sent = await bot.send_message(chat, "x")
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await sent.edit_caption(caption="y")
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await sent.edit_text("я" * 4097)
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await sent.edit_text(" ")
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await sent.edit_reply_markup(reply_markup=keyboard("x" * 65))


async def test_captions_and_media_change(bot: Bot, chat: int) -> None:
    sent = await bot.send_document(chat, BufferedInputFile(b"x", "x.txt"), caption="one")
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await sent.edit_text("two")
    captioned = await sent.edit_caption(caption="<i>two</i>")
    assert isinstance(captioned, Message)
    assert captioned.html_text == "<i>two</i>"
    media = InputMediaPhoto(media=BufferedInputFile(png(4, 4), "x.png"), caption="<b>three</b>")
    changed = await sent.edit_media(media, reply_markup=keyboard())
    assert isinstance(changed, Message)
    assert changed.photo
    assert changed.document is None
    assert changed.html_text == "<b>three</b>"
    same = InputMediaPhoto(media=changed.photo[-1].file_id, caption="<b>three</b>")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await sent.edit_media(same, reply_markup=keyboard())


async def test_deleted_messages_are_gone_for_the_bot(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    sent = await bot.send_message(chat, "x")
    assert await sent.delete()
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await sent.delete()
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await sent.edit_text("y")
    assert [one.message_id for one in await client.messages()] == [1]
    kept = await client.messages(include_deleted=True)
    assert kept[-1].is_deleted


async def test_a_bot_may_delete_the_persons_message_too(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    sent = await bot.send_message(chat, "x")
    assert await bot.delete_messages(chat, [1, sent.message_id, 99])
    assert await client.messages() == []
