"""Every window of every dialog as a frame, with the data of tests/bot/windows.py."""

from pathlib import Path

from aiogram.methods import EditMessageMedia, SendPhoto
from aiogram.types import BufferedInputFile, FSInputFile

from bot.i18n import Language
from tests.bot.chat import KeptBot
from tests.bot.conftest import MakeDesk
from tests.bot.windows import STATES, show_window
from tests.screens.calls import name_of
from tests.screens.frames import Frame, frame_of


async def window_frames(make_desk: MakeDesk, language: Language) -> dict[str, list[Frame]]:
    """The frames by dialog."""
    frames: dict[str, list[Frame]] = {}
    for state in STATES:
        desk = await make_desk()
        message = await show_window(desk, state, language)
        picture = last_picture(desk.bot) if message.photo else None
        frame = frame_of(name_of(state), message, picture)
        frames.setdefault(state.group.__full_group_name__, []).append(frame)
    return frames


def last_picture(bot: KeptBot) -> bytes | None:
    """The bytes of the picture that was sent last; None where there is none."""
    for method in reversed(bot.calls):
        match method:
            case SendPhoto():
                sent = method.photo
            case EditMessageMedia():
                sent = method.media.media
            case _:
                continue
        if isinstance(sent, BufferedInputFile):
            return sent.data
        if isinstance(sent, FSInputFile):
            return Path(sent.path).read_bytes()
    return None
