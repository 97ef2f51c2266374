"""What can't be read gets its message; the bot works on and the history stays as it was."""

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]


def many_pages(count: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number in range(count):
        canvas.drawString(72, 700, f"Page {number}: work experience, skills: Python")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


BAD_FILES = {
    "empty.pdf": ("нет текста", "has no text"),
    "encrypted.pdf": ("защищён паролем", "protected by a password"),
    "damaged.pdf": ("повреждён", "is damaged"),
    "image_only.pdf": ("нет текста", "has no text"),
    "picture_named.pdf": ("читать не умею", "can't read this kind"),
    "not_a_resume.txt": ("не похоже на резюме", "not look like a resume"),
}


async def test_each_bad_file_in_both_languages(
    russian: Chat, english: Chat, client: SandboxClient
) -> None:
    for name, (in_russian, in_english) in BAD_FILES.items():
        await russian.sends(SAMPLES / name, in_russian)
        await english.sends(SAMPLES / name, in_english)
    await _refuse_large_ones(russian, english)
    await russian.says("/history", "Оценок пока нет")
    await english.says("/history", "No scores yet")
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить")
    await russian.taps(card, "Оценить", "из 100")
    await russian.sends(SAMPLES / "damaged.pdf", "повреждён")
    await russian.says("/history", "всего 1")
    for chat in (russian, english):
        for message in await chat.bot_messages():
            assert "Error" not in message.text
            assert "Traceback" not in message.text


async def _refuse_large_ones(russian: Chat, english: Chat) -> None:
    await russian.sends(b"%PDF-1.7" + bytes(21_000_000), "больше 20 МБ", name="big.pdf")
    pages = many_pages(300)
    await russian.sends(pages, "слишком много страниц", name="300.pdf")
    await english.sends(pages, "too many pages", name="300.pdf")
    await english.sends(b" \n", "has no text", name="nothing.txt")
    await english.sends(b"\x7fELF" + bytes(2000), "can't read this kind", name="cv.docx")


async def test_names_and_words_from_outside_are_harmless(english: Chat) -> None:
    name = "<b>../../etc/passwd</b>\u202efdp.exe"
    text = "<script>alert(1)</script> & <a href='x'>y</a>"
    await english.sends(b"no resume at all, only a few words", "not look like", name=name)
    await english.says(text, "/help")
    await english.says("/nosuchcommand", "no such command")


async def test_what_is_no_file_gets_a_hint(russian: Chat) -> None:
    await russian.says("привет", "Пришлите резюме файлом")
    await russian.says("/cancel", "Отменять нечего")
