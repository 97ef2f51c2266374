"""The chat page in a real browser. Needs Debian's chromium."""

from pathlib import Path

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.unit.sandbox.browser import Page, shows

PAGE_FILES = sorted((Path(__file__).parents[3] / "sandbox" / "page").glob("*.*"))


@pytest.mark.system("chromium")
async def test_a_person_talks_to_the_bot_with_the_keyboard_alone(
    page: Page, client: SandboxClient, bot: Bot
) -> None:
    await bot.set_my_commands([BotCommand(command="score", description="Оценить резюме")])
    await page.run("document.getElementById('text').focus()")
    await page.send("Input.insertText", text="Привет <b>")
    await page.press_enter()
    await page.wait_until(shows("Привет <b>"))
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "Привет <b>"

    keys = [[InlineKeyboardButton(text="Оценить", callback_data="score")]]
    card = await bot.send_message(
        1,
        "<b>Карточка</b> &lt;img src=x onerror=alert(1)&gt;",
        reply_markup=InlineKeyboardMarkup(inline_keyboard=keys),
    )
    await page.wait_until("document.querySelector('.message.theirs .key')")
    assert await page.run("document.querySelector('.theirs .text b').innerText") == "Карточка"
    assert await page.run("document.querySelector('#messages img')") is None

    await page.run("document.querySelector('.theirs .key').focus()")
    await page.press_enter()
    [query] = await bot.get_updates(offset=update.update_id + 1, timeout=5)
    assert query.callback_query is not None
    await query.callback_query.answer("Считаю")
    await page.wait_until("document.getElementById('toast').innerText === 'Считаю'")

    await card.edit_text("Оценка: 73")
    await page.wait_until(shows("Оценка: 73"))
    assert await page.run("document.querySelectorAll('.message').length") == 2
    assert await page.run("document.querySelector('.theirs .key')") is None
    assert "edited" in await page.text()

    await page.run("document.getElementById('menu-button').focus()")
    await page.press_enter()
    await page.wait_until("document.activeElement.innerText.includes('Оценить резюме')")
    await bot.send_message(1, "что-то пришло")
    await page.wait_until(shows("что-то пришло"))
    await page.press_enter()
    await page.wait_until(shows("/score"))
    await card.delete()
    await page.wait_until(f"!{shows('Оценка: 73')}")


@pytest.mark.system("chromium")
async def test_files_alerts_people_and_a_narrow_screen(
    page: Page, client: SandboxClient, bot: Bot, tmp_path: Path
) -> None:
    file = tmp_path / "резюме.pdf"
    file.write_bytes(b"%PDF-1.7")
    await page.choose_files("#file", file)
    await page.wait_until("document.getElementById('file-dialog').open")
    await page.run("document.querySelector('#file-form button[value=ok]').click()")
    await page.wait_until("document.querySelector('.document .name')?.innerText === 'резюме.pdf'")
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None

    keys = [[InlineKeyboardButton(text="Удалить", callback_data="delete")]]
    markup = InlineKeyboardMarkup(inline_keyboard=keys)
    await bot.send_message(1, "Удалить?", reply_markup=markup)
    await bot.send_chat_action(1, "typing")
    await page.wait_until("document.querySelector('#status').innerText === 'typing…'")
    await page.run("document.querySelector('.theirs .key').click()")
    [query] = await bot.get_updates(offset=update.update_id + 1, timeout=5)
    assert query.callback_query is not None
    await query.callback_query.answer("Нельзя", show_alert=True)
    await page.wait_until("document.getElementById('alert').open")
    assert await page.run("document.getElementById('alert-text').innerText") == "Нельзя"
    await page.run("document.querySelector('#alert button').click()")

    await page.resize(360, 640)
    assert await page.run("document.documentElement.scrollWidth <= 360")
    await page.run("document.getElementById('back').click()")
    await page.run("document.getElementById('add-person').click()")
    await page.run("document.querySelector('#person-form [name=first_name]').value = 'Ann'")
    await page.run("document.querySelector('#person-form [name=language]').value = 'en'")
    await page.run("document.querySelector('#person-form button[value=ok]').click()")
    await page.wait_until("document.querySelector('#messages .start')")
    await page.run("document.querySelector('#messages .start .key').click()")
    await page.wait_until(shows("/start"))
    started = (await bot.get_updates(offset=query.update_id + 1, timeout=5))[0].message
    assert started is not None
    assert started.from_user is not None
    assert (started.from_user.first_name, started.from_user.language_code) == ("Ann", "en")


async def test_the_page_needs_no_other_address(server: SandboxServer) -> None:
    for file in PAGE_FILES:
        text = file.read_text()
        links = text.replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in links, file.name
        assert "https://" not in links, file.name
    async with aiohttp.ClientSession() as session:
        async with session.get(server.url + "/") as answer:
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
        for path in ("/page/routes.py", "/page/..%2fserver.py", "/page/nothing.js"):
            async with session.get(server.url + path) as answer:
                assert answer.status == 404
