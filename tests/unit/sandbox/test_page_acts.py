"""On the chat page: links into the bot, albums, replies, blocks, groups and inline results."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    Update,
)

from sandbox.client import SandboxClient
from tests.unit.sandbox.browser import Page, shows
from tests.unit.sandbox.pictures import png

PHONE_WIDTH = 360


class Inbox:
    """The bot's updates, one after the other."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._offset = 0

    async def next(self) -> Update:
        update = (await self._bot.get_updates(offset=self._offset, timeout=5))[0]
        self._offset = update.update_id + 1
        return update

    async def next_text(self) -> str | None:
        message = (await self.next()).message
        assert message is not None
        return message.text


async def click_more(page: Page, index: int, choice: str) -> None:
    await page.run(f"document.querySelectorAll('.more')[{index}].click()")
    await page.run(f"document.querySelector('#more-dialog [value={choice}]').click()")


@pytest.mark.system("chromium")
async def test_links_replies_and_blocks(page: Page, client: SandboxClient, bot: Bot) -> None:
    inbox, name = Inbox(bot), (await bot.me()).username
    await page.run("document.querySelector('#messages .start .key').click()")
    assert await inbox.next_text() == "/start"
    url = f"https://t.me/{name}?start=vacancy_7"
    keys = [[InlineKeyboardButton(text="Длинная надпись на кнопке " * 3, url=url)]]
    await bot.send_message(1, "Привет", reply_markup=InlineKeyboardMarkup(inline_keyboard=keys))
    await page.resize(PHONE_WIDTH, 640)
    await page.wait_until("document.querySelector('.key.link')")
    right_edge = "document.querySelector('.key.link').getBoundingClientRect().right"
    assert await page.run(right_edge) < PHONE_WIDTH
    await page.run("document.querySelector('.key.link').click()")
    assert await inbox.next_text() == "/start vacancy_7"

    await click_more(page, 1, "reply")
    await page.run("document.getElementById('text').focus()")
    await page.send("Input.insertText", text="Спасибо")
    await page.press_enter()
    reply = (await inbox.next()).message
    assert reply is not None
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "Привет"
    await page.wait_until("document.querySelector('.ours .quote')")

    await page.run("document.getElementById('block').click()")
    await page.wait_until("!document.getElementById('blocked').hidden")
    assert (await inbox.next()).my_chat_member is not None
    await page.run("document.getElementById('restart').click()")
    await page.wait_until("!document.getElementById('composer').hidden")
    assert (await inbox.next()).my_chat_member is not None
    assert await inbox.next_text() == "/start"


@pytest.mark.system("chromium")
async def test_albums_groups_and_inline_results(
    page: Page, client: SandboxClient, bot: Bot
) -> None:
    inbox, name = Inbox(bot), (await bot.me()).username
    await client.start()
    assert await inbox.next_text() == "/start"
    photos = [
        InputMediaPhoto(media=BufferedInputFile(png(900, 900), f"{number}.png"))
        for number in range(3)
    ]
    await bot.send_media_group(1, [*photos])
    await page.wait_until("document.querySelectorAll('.photos .photo').length === 3")
    assert await page.run("document.querySelectorAll('.theirs').length") == 1
    await bot.send_chat_action(1, "upload_photo")
    await page.wait_until("document.querySelector('#status').innerText === 'sending a photo…'")

    await client.groups.make("Найм", [1, 2])
    find = "[...document.querySelectorAll('.person')].find((one) => one.innerText.includes('Найм'))"
    await page.wait_until(find)
    await page.run(f"{find}.click()")
    await page.wait_until(shows("added"))
    assert (await inbox.next()).my_chat_member is not None
    assert (await inbox.next()).message is not None

    async def answer() -> None:
        query = (await inbox.next()).inline_query
        assert query is not None
        assert (query.query, query.chat_type) == ("72", "group")
        content = InputTextMessageContent(message_text="72 из 100, <b>Анна</b>")
        await query.answer(
            [InlineQueryResultArticle(id="1", title="Анна", input_message_content=content)]
        )

    answering = asyncio.create_task(answer())
    await page.run("document.getElementById('text').focus()")
    await page.send("Input.insertText", text=f"@{name} 72")
    await page.wait_until("document.querySelector('#inline-results button')")
    await answering
    await page.run("document.querySelector('#inline-results button').click()")
    await page.wait_until(shows("72 из 100"))
    assert "via the bot" in await page.text()
