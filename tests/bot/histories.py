"""A history of made-up people."""

from aiogram.types import Message

from domain.analysis import Analysis
from domain.resume import Resume
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, analysis

COOK = Resume(position="Повар", city="Орёл", client_name="Столовая № 1")
LAWYER = Resume(position="Юрист", city="Тверь")


def text_of(message: Message) -> str:
    return message.text or ""


async def keep(desk: Desk, resume: Resume = RESUME, score: float = 72.4, **about: object) -> int:
    """A scored resume of person 1; `about` are more facts of the row."""
    new: Analysis = analysis(resume=resume, score=score).model_copy(update=about)
    return (await desk.keeps(new))[0].id
