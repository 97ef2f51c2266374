"""parse_mode HTML, read as Telegram reads it: its tags, its limits, its error texts.

The rules are those of https://core.telegram.org/bots/api#html-style; where the page is silent
(unquoted attributes, `</>`, byte offsets) they follow what the Bot API server answers.
"""

from sandbox.telegram.errors import EntityParseError
from sandbox.telegram.formatted_text import Entity, FormattedText, sort_entities, utf16_length
from sandbox.telegram.html_tags import (
    ENTITY_OF_TAG,
    OpenTag,
    entity_of_tag,
    join_code_block,
    without_inline_language,
)

_NAMED_REFERENCES = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_SPACES = b" \t\r\n\v\0"
_TOKEN_BYTES = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"
_DIGITS = {10: b"0123456789", 16: b"0123456789abcdefABCDEF"}
_LONGEST_REFERENCE_BYTES = 10


def parse_html(source: str) -> FormattedText:
    """Reads text and entities; raises EntityParseError in Telegram's words."""
    return _HtmlReader(source).read()


class _HtmlReader:
    """One pass over UTF-8 bytes, because error offsets are in bytes; a NUL marks the end."""

    def __init__(self, source: str) -> None:
        self._bytes = source.replace("\0", " ").encode("utf-8", "replace") + b"\0"
        self._at = 0
        self._pieces: list[str] = []
        self._offset = 0
        self._open: list[OpenTag] = []
        self._entities: list[Entity] = []

    def read(self) -> FormattedText:
        while self._byte():
            if self._byte() == b"<":
                begin = self._at
                self._at += 1
                self._read_end_tag(begin) if self._byte() == b"/" else self._read_start_tag(begin)
            elif self._byte() != b"&" or not self._read_reference():
                self._read_plain()
        if self._open:
            name = self._open[-1].name
            raise EntityParseError(f'Can\'t find end tag corresponding to start tag "{name}"')
        text = "".join(self._pieces)
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise EntityParseError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return FormattedText(text, sort_entities(map(without_inline_language, self._entities)))

    def _byte(self) -> bytes:
        """The byte in hand; empty at the end."""
        byte = self._bytes[self._at : self._at + 1]
        return b"" if byte == b"\0" else byte

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._offset += utf16_length(text)

    def _read_plain(self) -> None:
        begin = self._at
        self._at += 1
        while self._byte() not in (b"", b"<", b"&"):
            self._at += 1
        self._add(self._bytes[begin : self._at].decode())

    def _read_reference(self) -> bool:
        decoded = self._decode_reference()
        if decoded is None:
            return False
        self._add(decoded)
        return True

    def _decode_reference(self) -> str | None:
        """The character of `&...;` at the cursor, moved past it; None for an ampersand as is."""
        begin = end = self._at + 1
        if self._bytes[begin : begin + 1] != b"#":
            while self._bytes[end : end + 1].isalpha():
                end += 1
            character = _NAMED_REFERENCES.get(self._bytes[begin:end])
        else:
            base = 16 if self._bytes[begin + 1 : begin + 2] == b"x" else 10
            first = end = begin + (2 if base == 16 else 1)
            while self._bytes[end] in _DIGITS[base]:
                end += 1
            fits = first < end and end - self._at < _LONGEST_REFERENCE_BYTES
            code = int(self._bytes[first:end], base) if fits else 0
            character = chr(code) if 0 < code < 0x10FFFF else None
        if character is None:
            return None
        self._at = end + (self._bytes[end : end + 1] == b";")
        return character

    def _skip_spaces(self) -> None:
        while self._byte() and self._byte() in _SPACES:
            self._at += 1

    def _read_name(self, stops: bytes) -> str:
        begin = self._at
        while self._bytes[self._at] not in stops:
            self._at += 1
        return self._bytes[begin : self._at].decode("utf-8", "replace").lower()

    def _read_start_tag(self, begin: int) -> None:
        name = self._read_name(_SPACES + b">")
        if not self._byte():
            raise EntityParseError(f"Unclosed start tag at byte offset {begin}")
        if name not in ENTITY_OF_TAG:
            raise EntityParseError(f'Unsupported start tag "{name}" at byte offset {begin}')
        attributes: dict[str, str] = {}
        while True:
            self._skip_spaces()
            if self._byte() == b">":
                break
            key, value = self._read_attribute(name, begin)
            attributes[key] = value
        self._at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise EntityParseError(
                f'Tag "span" must have class "tg-spoiler" at byte offset {begin}'
            )
        self._open.append(OpenTag(name, attributes, self._offset, len(self._pieces)))

    def _read_attribute(self, tag: str, begin: int) -> tuple[str, str]:
        unclosed = EntityParseError(f'Unclosed start tag "{tag}" at byte offset {begin}')
        if not self._byte():
            raise unclosed
        name = self._read_name(_SPACES + b"=>")
        if not name:
            raise EntityParseError(
                f'Empty attribute name in the tag "{tag}" at byte offset {begin}'
            )
        self._skip_spaces()
        if self._byte() != b"=":
            if not self._byte():
                raise unclosed
            return name, ""
        self._at += 1
        self._skip_spaces()
        if not self._byte():
            raise unclosed
        value = self._read_quoted() if self._byte() in (b"'", b'"') else self._read_token()
        if not self._byte():
            raise EntityParseError(f"Unclosed start tag at byte offset {begin}")
        return name, value

    def _read_token(self) -> str:
        begin = self._at
        while self._bytes[self._at] in _TOKEN_BYTES:
            self._at += 1
        if self._bytes[self._at] not in _SPACES + b">":
            raise EntityParseError(f"Unexpected end of name token at byte offset {begin}")
        return self._bytes[begin : self._at].decode().lower()

    def _read_quoted(self) -> str:
        quote = self._byte()
        self._at += 1
        value: list[str] = []
        while self._byte() not in (b"", quote):
            decoded = self._decode_reference() if self._byte() == b"&" else None
            if decoded is None:
                begin = self._at
                self._at += 1
                while self._byte() not in (b"", quote, b"&"):
                    self._at += 1
                decoded = self._bytes[begin : self._at].decode()
            value.append(decoded)
        if self._byte():
            self._at += 1
        return "".join(value)

    def _read_end_tag(self, begin: int) -> None:
        if not self._open:
            raise EntityParseError(f"Unexpected end tag at byte offset {begin}")
        self._at += 1
        name = self._read_name(_SPACES + b">")
        self._skip_spaces()
        if self._byte() != b">":
            raise EntityParseError(f"Unclosed end tag at byte offset {begin}")
        self._at += 1
        tag = self._open.pop()
        if name and name != tag.name:
            raise EntityParseError(
                f"Unmatched end tag at byte offset {begin}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        if self._offset > tag.offset:
            self._close(tag)

    def _close(self, tag: OpenTag) -> None:
        entity = entity_of_tag(tag, self._offset, "".join(self._pieces[tag.piece :]))
        if entity is not None:
            self._entities.append(entity)
            self._entities = join_code_block(self._entities)
