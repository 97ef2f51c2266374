"""An update asks only the routers that can have an answer to it.

aiogram 3.31 asks every router about every update, and each question copies all that handlers may
ask for: with forty routers that cost more than the rest of a text's handling.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Command
from aiogram.types import Message, TelegramObject
from aiogram_dialog.api.entities import Context
from aiogram_dialog.api.internal import CONTEXT_KEY
from aiogram_dialog.api.protocols import DialogProtocol

_PREFIX: Final = "/"


@dataclass(frozen=True, slots=True)
class _Way:
    """A router that has handlers for a kind of update, and what it needs to have an answer."""

    router: Router
    is_for_commands: bool
    dialog: DialogProtocol | None

    def may_answer(self, event: TelegramObject, context: Context | None) -> bool:
        if self.dialog is not None:
            return context is not None and context.state.group is self.dialog.states_group()
        return not self.is_for_commands or not isinstance(event, Message) or _is_command(event)


class ShortWays(Router):
    """Holds routers and asks them in their order, each as aiogram would.

    Left out are those without a handler for the kind of update, those that only know commands
    where there is none, and dialogs that are not open: all of which would say no.
    """

    def __init__(self, *routers: Router) -> None:
        super().__init__(name="short_ways")
        self.include_routers(*routers)
        self._ways: dict[str, Sequence[_Way]] = {}

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        context: Context | None = kwargs.get(CONTEXT_KEY)
        for way in self._ways_of(update_type):
            if not way.may_answer(event, context):
                continue
            response = await way.router.propagate_event(update_type, event, **kwargs)
            if response is not UNHANDLED:
                return response
        return UNHANDLED

    def _ways_of(self, update_type: str) -> Sequence[_Way]:
        """Found at the first update of a kind: by then every handler is registered."""
        if update_type not in self._ways:
            self._ways[update_type] = [
                _way(router, update_type)
                for router in self.sub_routers
                if _has_handlers(router, update_type)
            ]
        return self._ways[update_type]


def _has_handlers(router: Router, update_type: str) -> bool:
    return any(
        update_type in one.observers and one.observers[update_type].handlers
        for one in router.chain_tail
    )


def _way(router: Router, update_type: str) -> _Way:
    handlers = [
        handler
        for one in router.chain_tail
        if update_type in one.observers
        for handler in one.observers[update_type].handlers
    ]
    is_for_commands = all(_is_for_a_command(handler) for handler in handlers)
    return _Way(router, is_for_commands, router if isinstance(router, DialogProtocol) else None)


def _is_for_a_command(handler: HandlerObject) -> bool:
    return any(
        isinstance(one.callback, Command) and set(one.callback.prefix) == {_PREFIX}
        for one in handler.filters or ()
    )


def _is_command(message: Message) -> bool:
    """Where aiogram's own filter would begin to look closer."""
    return (message.text or message.caption or "").lstrip().startswith(_PREFIX)
