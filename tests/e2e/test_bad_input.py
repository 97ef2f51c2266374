"""What can't be read gets its message; the bot works on and the history stays as it was."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.e2e.chatting import Chat
from tests.e2e.resumes import PDF, SAMPLES
from tests.e2e.words import NO_SUCH_COMMAND

pytestmark = pytest.mark.asyncio(loop_scope="session")
NO_TEXT = ("нет текста", "has no text")
UNKNOWN_KIND = ("читать не умею", "can't read this kind")
DAMAGED = ("повреждён", "is damaged")
NO_RESUME = ("не похоже на резюме", "not look like a resume")
BAD_FILES = {
    "empty.pdf": NO_TEXT,
    "encrypted.pdf": ("защищён паролем", "protected by a password"),
    "damaged.pdf": DAMAGED,
    "image_only.pdf": NO_TEXT,
    "picture_named.pdf": UNKNOWN_KIND,
    "not_a_resume.txt": NO_RESUME,
}
TOO_LARGE_BYTES = 21_000_000
TOO_MANY_PAGES = 300


def many_pages(count: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for number in range(count):
        canvas.drawString(72, 700, f"Page {number}: work experience, skills: Python")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


async def test_each_bad_file(recruiter: Chat) -> None:
    for name, words in BAD_FILES.items():
        await recruiter.sends(SAMPLES / name, words)
    too_large = ("больше 20 МБ", "larger than 20 MB")
    await recruiter.sends(b"%PDF-1.7" + bytes(TOO_LARGE_BYTES), too_large, name="big.pdf")
    too_many = ("слишком много страниц", "too many pages")
    await recruiter.sends(many_pages(TOO_MANY_PAGES), too_many, name="300.pdf")
    await recruiter.sends(b" \n", NO_TEXT, name="nothing.txt")
    await recruiter.sends(b"\x7fELF" + bytes(2000), UNKNOWN_KIND, name="cv.docx")
    await recruiter.says("/history", ("Оценок пока нет", "No scores yet"))
    await recruiter.sends_and_scores(PDF)
    await recruiter.sends(SAMPLES / "damaged.pdf", DAMAGED)
    await recruiter.says("/history", ("всего 1", "1 in all"))
    for message in await recruiter.bot_messages():
        assert "Error" not in message.text
        assert "Traceback" not in message.text


async def test_names_and_words_from_outside_are_harmless(recruiter: Chat) -> None:
    name = "<b>../../etc/passwd</b>\u202efdp.exe"
    text = "<script>alert(1)</script> & <a href='x'>y</a>"
    await recruiter.sends(b"no resume at all, only a few words", NO_RESUME, name=name)
    await recruiter.says(text, "/help")
    await recruiter.says("/nosuchcommand", NO_SUCH_COMMAND)


async def test_what_is_no_file_gets_a_hint(recruiter: Chat) -> None:
    hint = ("Пришлите резюме файлом", "Send a resume as a file")
    await recruiter.says(("привет", "hi"), hint)
    await recruiter.says("/cancel", ("Отменять нечего", "Nothing to cancel"))
