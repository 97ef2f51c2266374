"""Formatted text as safe HTML: everything is escaped, only known tags are written."""

from dataclasses import replace
from html import escape

from sandbox.telegram.formatted_text import Entity, FormattedText

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "blockquote": "blockquote",
}
_BLOCKS = frozenset({"blockquote", "expandable_blockquote", "pre"})
_NEWLINE = "\n".encode("utf-16-le")
_SAFE_SCHEMES = ("http://", "https://", "mailto:", "tg://")


def render_html(formatted: FormattedText) -> str:
    """HTML of a text; entities that overlap without nesting are split where the outer ends.

    The line end after a block is left out: the block ends the line by itself.
    """
    units = formatted.text.encode("utf-16-le", "surrogatepass")
    entities = sorted(formatted.entities, key=lambda entity: (entity.offset, -entity.length))
    return _render(units, list(entities), 0, len(units) // 2)


def _render(units: bytes, entities: list[Entity], start: int, end: int) -> str:
    parts: list[str] = []
    at = start
    while entities:
        entity = entities.pop(0)
        first, last = max(entity.offset, at), min(entity.end, end)
        if last <= first:
            continue
        parts.append(_plain(units, at, first))
        inside: list[Entity] = []
        after: list[Entity] = []
        for other in entities:
            if other.offset < last:
                inside.append(other)
            if other.end > last:
                begin = max(other.offset, last)
                after.append(replace(other, offset=begin, length=other.end - begin))
        opening, closing = _tags(entity, _plain(units, first, last))
        parts += (opening, _render(units, inside, first, last), closing)
        entities = sorted(after, key=lambda one: (one.offset, -one.length))
        at = last
        if entity.type in _BLOCKS and units[at * 2 : at * 2 + 2] == _NEWLINE and at < end:
            at += 1
    parts.append(_plain(units, at, end))
    return "".join(parts)


def _plain(units: bytes, start: int, end: int) -> str:
    return escape(units[start * 2 : end * 2].decode("utf-16-le", "replace"))


def _tags(entity: Entity, escaped_text: str) -> tuple[str, str]:
    kind = entity.type
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"
    if kind == "expandable_blockquote":
        return '<blockquote class="expandable">', "</blockquote>"
    if kind == "spoiler":
        return '<span class="spoiler" tabindex="0">', "</span>"
    if kind == "pre":
        language = f' data-language="{escape(entity.language)}"' if entity.language else ""
        return f"<pre{language}><code>", "</code></pre>"
    if kind == "bot_command":
        return f'<button type="button" class="command" data-command="{escaped_text}">', "</button>"
    address = _address(entity, escaped_text)
    if address:
        return f'<a href="{address}" target="_blank" rel="noopener noreferrer">', "</a>"
    return "<span>", "</span>"


def _address(entity: Entity, escaped_text: str) -> str | None:
    if entity.type == "text_link" and (entity.url or "").lower().startswith(_SAFE_SCHEMES):
        return escape(entity.url or "")
    if entity.type == "url":
        return escaped_text
    return f"mailto:{escaped_text}" if entity.type == "email" else None
