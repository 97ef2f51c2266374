"""The figures that Prometheus collects; names follow its conventions (unit and `_total` last)."""

from functools import partial
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

_WORK_SECONDS: Final = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """All figures of one process, in a registry of their own."""

    def __init__(self) -> None:
        registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        self.registry = registry
        counter, gauge = partial(Counter, registry=registry), partial(Gauge, registry=registry)
        histogram = partial(Histogram, registry=registry)
        self.updates = counter(
            "bot_updates_total", "Updates that were handled, by how that ended", ("outcome",)
        )
        self.update_seconds = histogram("bot_update_seconds", "Time in the handlers of one update")
        self.tasks = counter(
            "bot_tasks_total", "Runs of stored tasks, by how they ended", ("kind", "outcome")
        )
        self.task_seconds = histogram(
            "bot_task_seconds",
            "Time of one run of a stored task, waiting in queues included",
            ("kind",),
            buckets=_WORK_SECONDS,
        )
        self.tasks_running = gauge(
            "bot_tasks_running", "Stored tasks that are being run", ("kind",)
        )
        self.telegram_calls = counter(
            "bot_telegram_calls_total",
            "Calls of the Bot API, by how they ended",
            ("method", "outcome"),
        )
        self.last_poll = gauge(
            "bot_last_poll_timestamp_seconds",
            "When Telegram was last heard: an answer to getUpdates, or with a webhook an update "
            "or an answer to getWebhookInfo (Unix time)",
        )
        self.webhook_requests = counter(
            "bot_webhook_requests_total",
            "Requests at the webhook's door, by the HTTP status that they got",
            ("status",),
        )
        self.ready = gauge("bot_ready", "1 when the model is loaded and scores are given")

    def exposition(self) -> bytes:
        """In Prometheus' text format."""
        return generate_latest(self.registry)
