"""Parts of one sending that came before the consent: an album, a text cut in several.

The consent is asked once, as a reply to the first part, and Telegram shows that part again with
the tap. The others can't be asked for again, so they wait here: in memory only, for an hour.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from aiogram.types import Message

WAIT_SECONDS: Final = 3600.0
MAX_MESSAGES: Final = 500
"""Of all people together; whoever came first is forgotten first."""
_SAME_SENDING_SECONDS: Final = 2


@dataclass
class _Sending:
    first: Message
    came_at: float
    rest: list[tuple[int, Message]] = field(default_factory=list)

    def goes_on_with(self, message: Message) -> bool:
        if message.media_group_id is not None:
            return message.media_group_id == self.first.media_group_id
        last = self.rest[-1][1] if self.rest else self.first
        return abs((message.date - last.date).total_seconds()) <= _SAME_SENDING_SECONDS


class WaitingMessages:
    """The newest sending of each person who has not agreed yet."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sendings: OrderedDict[int, _Sending] = OrderedDict()

    def begin(self, message: Message) -> None:
        """This one was answered with the question for the consent."""
        self._sendings.pop(message.chat.id, None)
        self._sendings[message.chat.id] = _Sending(message, self._clock())
        self._forget()

    def join(self, update_id: int, message: Message) -> bool:
        """True where the message goes on with what was asked about, and now waits with it."""
        sending = self._sendings.get(message.chat.id)
        if sending is None or not sending.goes_on_with(message):
            return False
        if all(known.message_id != message.message_id for _, known in sending.rest):
            sending.rest.append((update_id, message))
        self._forget()
        return True

    def take(self, first: Message) -> Sequence[tuple[int, Message]]:
        """The other parts with the ids of their updates, in their order; they wait no longer."""
        sending = self._sendings.get(first.chat.id)
        if sending is None or sending.first.message_id != first.message_id:
            return ()
        del self._sendings[first.chat.id]
        return tuple(sending.rest)

    def _forget(self) -> None:
        too_old = self._clock() - WAIT_SECONDS
        while self._sendings and (
            next(iter(self._sendings.values())).came_at < too_old or self._count() > MAX_MESSAGES
        ):
            self._sendings.popitem(last=False)

    def _count(self) -> int:
        return sum(1 + len(sending.rest) for sending in self._sendings.values())
