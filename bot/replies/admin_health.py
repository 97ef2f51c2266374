"""How the bot is, a line a part: a light, the figures, and what to do where it is not green."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.i18n import Html, Translator, join_html
from bot.replies.admin_models import trouble_text
from domain.health import Check, CheckName, Level

_LIGHTS: Final[Mapping[Level, str]] = {"good": "🟢", "warn": "🟡", "bad": "🔴"}
_WORDS: Final[Mapping[CheckName, str]] = {
    "telegram": "admin-health-telegram",
    "updates": "admin-health-updates",
    "tasks": "admin-health-tasks",
    "model": "admin-health-model",
    "database": "admin-health-database",
    "sqlite": "admin-health-sqlite",
    "backup": "admin-health-backup",
    "memory": "admin-health-memory",
    "disk": "admin-health-disk",
    "readers": "admin-health-readers",
}


def health_text(translator: Translator, checks: Sequence[Check]) -> Html:
    levels = [check.level for check in checks]
    worst: Level = "bad" if "bad" in levels else "warn" if "warn" in levels else "good"
    title = translator.html("admin-health-title", light=_LIGHTS[worst], level=worst)
    return join_html("\n\n", [title, *(_line(translator, check) for check in checks)])


def _line(translator: Translator, check: Check) -> Html:
    facts = dict(check.facts)
    if check.name == "model":
        trouble = facts["trouble"]
        facts["trouble"] = trouble_text(translator, trouble if isinstance(trouble, dict) else {})
    words = translator.html(_WORDS[check.name], level=check.level, **facts)
    return Html(f"{_LIGHTS[check.level]} {words}")
