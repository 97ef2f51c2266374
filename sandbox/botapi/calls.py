"""What a method is given and how it looks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sandbox.botapi.parameters import Parameters
from sandbox.botapi.webhook import WebhookDelivery
from sandbox.telegram.state import Telegram


@dataclass(frozen=True)
class Call:
    """One call of the bot."""

    telegram: Telegram
    webhook: WebhookDelivery
    parameters: Parameters


Method = Callable[[Call], Awaitable[Any]]
"""Gives the `result` of the answer; raises BotApiError."""
