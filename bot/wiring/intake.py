"""How updates come in: asked for, or brought by Telegram where it has an address."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Protocol

from aiogram.client.telegram import TelegramAPIServer

from bot.operations.metered import MeteredPoll
from bot.operations.metrics import Metrics
from bot.updates.intake import Intake
from bot.updates.polling import UpdatesPoll
from bot.updates.pulse import FeltPoll, Pulse
from bot.updates.webhook import WebhookIntake, WebhookPlace
from bot.wiring.parts import Parts


class UpdateIntake(Protocol):
    async def run(self) -> None:
        """Takes updates until it is cancelled, which is safe at any moment."""


async def open_intake(
    parts: Parts,
    pulse: Pulse,
    metrics: Metrics,
    on_new: Callable[[], None],
    resources: AsyncExitStack,
) -> UpdateIntake:
    settings, bot, inbox = parts.settings, parts.bot, parts.database.inbox
    if settings.webhook_url is None:
        server = TelegramAPIServer.from_base(settings.telegram_api_url)
        poll = await resources.enter_async_context(UpdatesPoll(server, bot.token))
        return Intake(MeteredPoll(FeltPoll(poll, pulse), metrics), inbox, bot.id, on_new)
    assert settings.webhook_secret is not None  # the settings refuse the one without the other
    metrics.last_poll.set_function(pulse.heard_at)
    place = WebhookPlace(
        settings.webhook_url,
        settings.webhook_secret.get_secret_value(),
        settings.webhook_host,
        settings.webhook_port,
    )
    return WebhookIntake(
        bot,
        place,
        inbox,
        pulse,
        on_new=on_new,
        note=lambda status: metrics.webhook_requests.labels(str(status)).inc(),
    )
