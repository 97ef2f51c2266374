"""The figures that Prometheus collects; names follow its conventions (unit and `_total` last)."""

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
        self.updates = Counter(
            "bot_updates_total",
            "Updates that were handled, by how that ended",
            ("outcome",),
            registry=registry,
        )
        self.update_seconds = Histogram(
            "bot_update_seconds", "Time in the handlers of one update", registry=registry
        )
        self.tasks = Counter(
            "bot_tasks_total",
            "Runs of stored tasks, by how they ended",
            ("kind", "outcome"),
            registry=registry,
        )
        self.task_seconds = Histogram(
            "bot_task_seconds",
            "Time of one run of a stored task, waiting in queues included",
            ("kind",),
            buckets=_WORK_SECONDS,
            registry=registry,
        )
        self.tasks_running = Gauge(
            "bot_tasks_running", "Stored tasks that are being run", ("kind",), registry=registry
        )
        self.telegram_calls = Counter(
            "bot_telegram_calls_total",
            "Calls of the Bot API, by how they ended",
            ("method", "outcome"),
            registry=registry,
        )
        self.last_poll = Gauge(
            "bot_last_poll_timestamp_seconds",
            "When Telegram was last heard: an answer to getUpdates, or with a webhook an update "
            "or an answer to getWebhookInfo (Unix time)",
            registry=registry,
        )
        self.webhook_requests = Counter(
            "bot_webhook_requests_total",
            "Requests at the webhook's door, by the HTTP status that they got",
            ("status",),
            registry=registry,
        )
        self.ready = Gauge(
            "bot_ready", "1 when the model is loaded and scores are given", registry=registry
        )

    def exposition(self) -> bytes:
        """In Prometheus' text format."""
        return generate_latest(self.registry)
