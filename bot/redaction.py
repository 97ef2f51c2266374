"""Texts that can't tell a bot's token."""

import re

_TOKEN = re.compile(r"(?i)(bot)?\b\d{3,}:[A-Za-z0-9_-]{20,}")
_URL_TOKEN = re.compile(r"/bot\d+(?::|%3[Aa])[^/\s'\"]+")
REDACTED = "<token>"


def redact(text: str) -> str:
    """The text without anything that looks like `bot<id>:<token>` or `<id>:<token>`."""
    return _TOKEN.sub(REDACTED, _URL_TOKEN.sub(f"/{REDACTED}", text))
