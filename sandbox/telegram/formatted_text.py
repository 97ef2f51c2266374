"""Text with entities; offsets and lengths are UTF-16 code units, as the Bot API counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

_EMPTY = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u2800]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units: a character outside the basic plane counts twice."""
    return len(text) + sum(character > "\uffff" for character in text)


@dataclass(frozen=True)
class Entity:
    """A stretch of special text; `url` is a text_link's, `language` a pre's."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length

    def as_json(self) -> dict[str, Any]:
        optional = {
            "url": self.url,
            "language": self.language,
            "custom_emoji_id": self.custom_emoji_id,
        }
        return {"type": self.type, "offset": self.offset, "length": self.length} | {
            name: value for name, value in optional.items() if value
        }


@dataclass(frozen=True)
class FormattedText:
    """Plain text and what is special in it, outermost entity first."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where Telegram sees no text: spaces and invisible characters do not count."""
        return _EMPTY.fullmatch(self.text) is not None

    def entities_json(self) -> list[dict[str, Any]]:
        return [entity.as_json() for entity in self.entities]


def sort_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """By place, the longer first, so that an outer entity comes before what it holds."""
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length)))


def clean(formatted: FormattedText) -> FormattedText:
    """What Telegram does to any text it takes: control characters out, both ends trimmed."""
    text = _CONTROL.sub(" ", formatted.text)
    trimmed = text.strip()
    start = utf16_length(text[: len(text) - len(text.lstrip())])
    length = utf16_length(trimmed)
    kept = []
    for entity in formatted.entities:
        first = min(max(entity.offset - start, 0), length)
        last = min(max(entity.end - start, 0), length)
        if last > first:
            kept.append(replace(entity, offset=first, length=last - first))
    return FormattedText(trimmed, sort_entities(kept))
