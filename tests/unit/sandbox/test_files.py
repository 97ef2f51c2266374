import io

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.unit.sandbox.pictures import png


async def test_a_persons_document_can_be_downloaded(client: SandboxClient, bot: Bot) -> None:
    await client.send_file(b"%PDF-1.7", 'резюме "а".PDF', caption="вот /start")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.caption == "вот /start"
    document = message.document
    assert document is not None
    assert document.file_name == 'резюме "а".PDF'
    assert document.mime_type == "application/pdf"
    assert document.file_size == 8
    file = await bot.get_file(document.file_id)
    assert file.file_path is not None
    assert file.file_path.endswith(".pdf")
    target = io.BytesIO()
    await bot.download(document, target)
    assert target.getvalue() == b"%PDF-1.7"


async def test_the_claimed_type_is_the_persons_word(client: SandboxClient, bot: Bot) -> None:
    await client.send_file(b"MZ", "cv.docx", mime_type="application/pdf")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.document is not None
    assert message.document.mime_type == "application/pdf"


async def test_a_persons_photo_has_sizes(client: SandboxClient, bot: Bot) -> None:
    sent = await client.send_file(png(9, 7), "x.png", as_photo=True)
    assert sent.file is not None
    assert (sent.file.width, sent.file.height) == (9, 7)
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.photo is not None
    assert message.photo[-1].width == 9


async def test_over_20_megabytes_is_too_big_to_download(client: SandboxClient, bot: Bot) -> None:
    limit = 20 * 1024 * 1024
    for size in (limit, limit + 1):
        await client.send_file(bytes(size), "cv.pdf")
    fits, too_big = [u.message.document for u in await bot.get_updates() if u.message]
    assert fits is not None
    assert too_big is not None
    assert (await bot.get_file(fits.file_id)).file_size == limit
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(too_big.file_id)


async def test_unknown_files(server: SandboxServer, bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="invalid file_id"):
        await bot.get_file("nothing")
    async with aiohttp.ClientSession() as session:
        for token, status in ((server.token, 404), ("1:x", 401)):
            async with session.get(f"{server.url}/file/bot{token}/documents/x") as answer:
                assert answer.status == status


async def test_the_page_shows_pictures_and_only_offers_the_rest(
    server: SandboxServer, client: SandboxClient
) -> None:
    script = await client.send_file(b"<script>alert(1)</script>", "x.html")
    picture = await client.send_file(png(2, 2), "x.png")
    assert script.file is not None
    assert picture.file is not None
    async with aiohttp.ClientSession() as session:
        async with session.get(server.url + script.file.url) as answer:
            assert answer.content_type == "application/octet-stream"
            assert answer.headers["Content-Disposition"] == "attachment"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        async with session.get(server.url + picture.file.url) as answer:
            assert answer.content_type == "image/png"
            assert "sandbox" in answer.headers["Content-Security-Policy"]
