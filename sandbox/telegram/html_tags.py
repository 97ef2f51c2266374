"""Which entity an HTML tag of parse_mode HTML stands for."""

from dataclasses import dataclass, replace

from sandbox.telegram.errors import EntityParseError
from sandbox.telegram.formatted_text import Entity

ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}


@dataclass(frozen=True)
class OpenTag:
    """A start tag that waits for its end; `piece` is where its text begins in the output."""

    name: str
    attributes: dict[str, str]
    offset: int
    piece: int


def entity_of_tag(tag: OpenTag, end: int, inside: str) -> Entity | None:
    """The entity from the tag's offset to `end`; None where Telegram drops it (a bad link)."""
    entity = Entity(ENTITY_OF_TAG[tag.name], tag.offset, end - tag.offset)
    if tag.name == "a":
        url = _checked_url(tag.attributes.get("href") or inside)
        return replace(entity, url=url) if url else None
    if tag.name == "blockquote" and "expandable" in tag.attributes:
        return replace(entity, type="expandable_blockquote")
    if tag.name == "tg-emoji":
        return replace(entity, custom_emoji_id=_emoji_id(tag.attributes.get("emoji-id", "")))
    css_class = tag.attributes.get("class", "")
    if tag.name == "code" and css_class.startswith("language-"):
        return replace(entity, language=css_class.removeprefix("language-") or None)
    return entity


def join_code_block(entities: list[Entity]) -> list[Entity]:
    """`pre` and `code` over the same text are one block that knows its language."""
    if len(entities) < 2:
        return entities
    inner, outer = entities[-2:]
    same_place = (inner.offset, inner.length) == (outer.offset, outer.length)
    language = inner.language or outer.language
    if same_place and {inner.type, outer.type} == {"pre", "code"} and language:
        return [*entities[:-2], replace(outer, type="pre", language=language)]
    return entities


def without_inline_language(entity: Entity) -> Entity:
    """Only a `pre` keeps its language."""
    return replace(entity, language=None) if entity.type == "code" else entity


def _emoji_id(text: str) -> str:
    if not text.isdecimal() or int(text) == 0:
        raise EntityParseError("Invalid custom emoji identifier specified")
    return text


def _checked_url(text: str) -> str | None:
    """The link as Telegram keeps it; None where it sees no link and drops the entity."""
    scheme, separator, rest = text.partition("://")
    if not separator:
        if text.startswith(("tg:", "mailto:", "tel:")):
            return text
        scheme, rest = "http", text
    host = rest.split("/")[0].split("?")[0].split("#")[0]
    if not rest or any(character.isspace() for character in rest):
        return None
    if scheme.lower() not in ("http", "https", "tg", "ton") or (
        scheme.lower() in ("http", "https") and "." not in host and not host.startswith("localhost")
    ):
        return None
    return f"{scheme.lower()}://{rest}" + ("/" if rest == host and scheme != "tg" else "")
