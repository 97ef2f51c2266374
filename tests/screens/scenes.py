"""Short talks with the bot, step by step: what comes outside of the dialogs' windows."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.i18n import Translator
from tests.bot.chat import Person
from tests.bot.conftest import ADMIN_ID, MakeDesk
from tests.screens.frames import Frame, frame_of
from tests.screens.windows import last_picture

_NEWCOMER = 77
_RECRUITER = 1


@dataclass(frozen=True)
class Says:
    """The person writes; words with a slash are the same in both languages."""

    text: str


@dataclass(frozen=True)
class Taps:
    """The person taps the button of this locale key."""

    key: str


Step = Says | Taps
SCENES: dict[str, tuple[int, Sequence[Step]]] = {
    "First contact": (
        _NEWCOMER,
        (
            Says("/start"),
            Taps("button-consent-text"),
            Taps("button-consent-brief"),
            Taps("button-agree"),
            Taps("button-role-recruiter"),
        ),
    ),
    "Commands": (
        _RECRUITER,
        tuple(map(Says, ("/start", "/help", "/score", "/cancel", "/what", "?"))),
    ),
    "Commands of an admin": (ADMIN_ID, (Says("/help"),)),
}


async def scene_frames(make_desk: MakeDesk, translator: Translator, title: str) -> list[Frame]:
    """The frames of one talk; an edited message is shown each time."""
    user_id, steps = SCENES[title]
    desk = await make_desk()
    person = desk.person(translator.language, user_id)
    return [await _take(person, step, translator) for step in steps]


async def _take(person: Person, step: Step, translator: Translator) -> Frame:
    if isinstance(step, Says):
        about, message = f"👤 {step.text}", await person.says(step.text)
    else:
        label = translator.plain(step.key)
        about, message = f"👆 {label}", await person.taps(label)
    return frame_of(about, message, last_picture(person.bot) if message.photo else None)
