"""Texts that can tell neither a bot's token nor what a person wrote, as pydantic quotes it."""

import re

_TOKEN = re.compile(r"(?i)(bot)?\b\d{3,}:[A-Za-z0-9_-]{20,}")
_URL_TOKEN = re.compile(r"/bot\d+(?::|%3[Aa])[^/\s'\"]+")
_QUOTED = re.compile(r"input_value=.*?, input_type=", re.DOTALL)
REDACTED = "<token>"


def redact(text: str) -> str:
    """The text without anything that looks like `bot<id>:<token>` or `<id>:<token>`, and without
    the values in the text of a ValidationError, which a trace repeats."""
    told = _QUOTED.sub("input_value=..., input_type=", text)
    return _TOKEN.sub(REDACTED, _URL_TOKEN.sub(f"/{REDACTED}", told))
