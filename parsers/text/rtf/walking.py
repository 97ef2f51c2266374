"""A walk over RTF tokens that gives lines."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from domain.errors import TooComplexError
from parsers.files.limits import ParsingLimits
from parsers.text.document import Hidden, HiddenText, Line
from parsers.text.rtf.tables import Rgb, colour_table, document_encoding, font_encodings
from parsers.text.rtf.tokens import Token

_MAX_DEPTH = 500
_TINY_POINTS = 3.0
_WHITE_FROM = 0.92
_UNUSED = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "listtable"}
    | {"listoverridetable", "rsidtbl", "generator", "datastore", "latentstyles", "xmlnstbl"}
    | {"fldinst", "nonshppict", "filetbl", "revtbl", "annotation", "footnote"}
    | {"bkmkstart", "bkmkend"}
)
_SIDES = {f"{side}{page}": side for side in ("header", "footer") for page in ("", "f", "l", "r")}
_CHARACTERS: Final = {
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "tab": "\t",
    "emspace": " ",
    "enspace": " ",
}
_SYMBOLS: Final = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\", "-": ""}
_LINE_ENDS = frozenset({"par", "line", "sect", "page", "softline"})
_SHADING = frozenset({"clcbpat", "cbpat", "chcbpat", "highlight", "clshdng", "shading"})


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and gives back. `part` is body, header or footer."""

    part: str = "body"
    is_unused: bool = False
    skip_after_unicode: int = 1
    encoding: str = "cp1252"
    size: float = 12.0
    is_bold: bool = False
    colour: int = 0
    is_hidden: bool = False


@dataclass(slots=True)
class _Part:
    """Lines of one part, and the line that is being written."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[tuple[str, _State]] = field(default_factory=list)
    table: int = -1
    row: int = 0
    column: int = 0
    is_in_table: bool = False
    may_go_on: bool = False


class RtfWalker:
    """Takes tokens; `parts` and `hidden` hold what was read."""

    def __init__(self, source: str, limits: ParsingLimits) -> None:
        self.parts = {part: _Part() for part in ("header", "body", "footer")}
        self.hidden: list[HiddenText] = []
        self._limits = limits
        self._characters = 0
        self._fonts = font_encodings(source)
        self._colours = colour_table(source)
        self._has_shading = any(f"\\{word}" in source for word in _SHADING)
        self._encoding = document_encoding(source)
        self._state = _State(encoding=self._encoding)
        self._stack: list[_State] = []
        self._to_skip = 0
        self._bytes = bytearray()
        self._takers: dict[str, Callable[[Token], None]] = {
            "brace": self._take_brace,
            "word": self._take_word,
            "symbol": self._take_symbol,
            "hexadecimal": self._take_byte,
            "text": self._take_text,
        }

    def take(self, token: Token) -> None:
        if token.kind != "hexadecimal" and self._bytes:
            self._add(self._decode_bytes())
        self._takers[token.kind](token)

    def finish(self) -> None:
        self._add(self._decode_bytes())
        for part in self.parts.values():
            self._end_line(part)

    def _take_brace(self, token: Token) -> None:
        self._to_skip = 0
        if token.value == "}":
            self._state = self._stack.pop() if self._stack else self._state
            return
        if len(self._stack) >= _MAX_DEPTH:
            raise TooComplexError("nesting", _MAX_DEPTH)
        self._stack.append(self._state)

    def _take_symbol(self, token: Token) -> None:
        if token.value == "*":
            self._state = replace(self._state, is_unused=True)
        elif token.value in "\r\n":
            self._end_line(self.parts[self._state.part])
        else:
            self._add(_SYMBOLS.get(token.value, ""))

    def _take_byte(self, token: Token) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(int(token.value, 16))

    def _take_text(self, token: Token) -> None:
        text = token.value[self._to_skip :]
        self._to_skip = max(0, self._to_skip - len(token.value))
        if not text.isascii():
            text = text.encode("latin-1").decode(self._state.encoding, errors="replace")
        self._add(text)

    def _take_word(self, token: Token) -> None:
        word, number = token.value, token.number
        if word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._to_skip = self._state.skip_after_unicode
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])
        elif word in _LINE_ENDS:
            self._end_line(self.parts[self._state.part])
        elif word in _UNUSED:
            self._state = replace(self._state, is_unused=True)
        elif word in _SIDES:
            self._state = replace(self._state, part=_SIDES[word])
        elif word == "shptxt":
            self._state = replace(self._state, is_unused=False)
        elif not self._state.is_unused:
            self._take_table_word(word)
            self._state = self._restyle(word, number)

    def _take_table_word(self, word: str) -> None:
        part = self.parts[self._state.part]
        if word == "intbl" and not part.is_in_table:
            part.is_in_table = True
            if not part.may_go_on:
                part.table, part.row, part.column = part.table + 1, 0, 0
        elif word in {"cell", "nestcell"}:
            self._end_line(part)
            part.column += 1
        elif word in {"row", "nestrow"}:
            part.row, part.column = part.row + 1, 0
        elif word == "pard" and part.column == 0:
            # A paragraph is in a table only if it says so again, and then in the same one.
            part.may_go_on = part.may_go_on or part.is_in_table
            part.is_in_table = False

    def _restyle(self, word: str, number: int | None) -> _State:
        state = self._state
        match word:
            case "plain":
                return replace(state, size=12.0, is_bold=False, colour=0, is_hidden=False)
            case "b":
                return replace(state, is_bold=number != 0)
            case "v":
                return replace(state, is_hidden=number != 0)
            case "fs":
                return replace(state, size=(number or 24) / 2)
            case "cf":
                return replace(state, colour=number or 0)
            case "uc":
                return replace(state, skip_after_unicode=min(max(number or 0, 0), 8))
            case "f":
                return replace(state, encoding=self._fonts.get(number or 0, self._encoding))
        return state

    def _decode_bytes(self) -> str:
        text = bytes(self._bytes).decode(self._state.encoding, errors="replace")
        self._bytes.clear()
        return text

    def _add(self, text: str) -> None:
        if self._state.is_unused or not text:
            return
        self._characters += len(text)
        if self._characters > self._limits.max_characters:
            raise TooComplexError("characters", self._limits.max_characters)
        self.parts[self._state.part].pieces.append((text, self._state))

    def _end_line(self, part: _Part) -> None:
        shown: list[tuple[str, _State]] = []
        for text, state in part.pieces:
            reason = self._why_hidden(state)
            if reason is None or not text.strip():
                shown.append((text, state))
            else:
                self.hidden.append(HiddenText(text=text, page=1, reason=reason))
        part.pieces.clear()
        part.may_go_on = part.may_go_on and (part.is_in_table or not shown)
        looks = max(shown, key=lambda piece: len(piece[0]))[1] if shown else self._state
        part.lines.append(
            Line(
                text="".join(text for text, _ in shown),
                font_size=looks.size,
                is_bold=looks.is_bold,
                colour=self._colour(looks),
                cell=(part.table, part.row, part.column) if part.is_in_table else None,
            )
        )

    def _colour(self, state: _State) -> Rgb:
        known = self._colours[state.colour] if 0 <= state.colour < len(self._colours) else None
        return known or (0.0, 0.0, 0.0)

    def _why_hidden(self, state: _State) -> Hidden | None:
        if state.is_hidden:
            return Hidden.INVISIBLE_MODE
        if state.size < _TINY_POINTS:
            return Hidden.TINY
        is_white = min(self._colour(state)) > _WHITE_FROM
        return Hidden.BACKGROUND_COLOUR if is_white and not self._has_shading else None
