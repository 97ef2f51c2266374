"""Taps on inline buttons that wait for answerCallbackQuery."""

from dataclasses import dataclass

from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.open_queries import OpenQueries

MAX_ANSWER_CHARACTERS = 200


@dataclass(frozen=True)
class CallbackAnswer:
    """What the person sees after a tap: nothing, a toast or an alert."""

    text: str = ""
    show_alert: bool = False
    url: str | None = None

    def __post_init__(self) -> None:
        if len(self.text) > MAX_ANSWER_CHARACTERS:
            raise BadRequestError("MESSAGE_TOO_LONG")


CallbackQueries = OpenQueries[CallbackAnswer]
