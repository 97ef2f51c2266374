"""Entities that Telegram finds by itself in any text: commands, links, mentions, hashtags."""

import re

from sandbox.telegram.formatted_text import Entity, FormattedText, sort_entities, utf16_length

_PATTERNS = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)\]]")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}\b")),
    ("mention", re.compile(r"(?<![\w@/.])@[a-zA-Z]\w{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,32}(?:@[a-zA-Z]\w{3,31})?(?![\w/])")),
)
_OPAQUE = frozenset({"code", "pre", "text_link"})


def with_detected_entities(formatted: FormattedText) -> FormattedText:
    """Adds what is found outside code and links; what overlaps an earlier find is left out."""
    taken = [entity for entity in formatted.entities if entity.type in _OPAQUE]
    found: list[Entity] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(formatted.text):
            entity = Entity(
                kind, utf16_length(formatted.text[: match.start()]), utf16_length(match[0])
            )
            if all(entity.end <= other.offset or other.end <= entity.offset for other in taken):
                taken.append(entity)
                found.append(entity)
    return FormattedText(formatted.text, sort_entities((*formatted.entities, *found)))
