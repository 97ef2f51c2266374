"""As much of CSS as tells whether a text is seen: inline styles and simple rules of the page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from parsers.text.document import Hidden
from parsers.text.html.tree import Element, local

Rgb = tuple[float, float, float]

WHITE: Rgb = (1.0, 1.0, 1.0)
BLACK: Rgb = (0.0, 0.0, 0.0)
_NAMED: Final[Mapping[str, Rgb]] = {
    "white": WHITE,
    "black": BLACK,
    "snow": (1.0, 0.98, 0.98),
    "ivory": (1.0, 1.0, 0.94),
    "whitesmoke": (0.96, 0.96, 0.96),
    "ghostwhite": (0.97, 0.97, 1.0),
}
_SAME_COLOUR = 0.08
_TINY_PIXELS = 3.0
_FAR_PIXELS = -500.0
_USUAL_PIXELS = 16.0
_MAX_RULES = 5_000
_MAX_SELECTORS = 100
_MAX_PARENTS = 10
_PIXELS_OF: Final = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16, "": 0.0}
_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)\s*(px|pt|rem|em|%|)$")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+))?\s*\)")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_LINES = frozenset({"block", "flex", "grid", "table", "list-item", "table-row", "flow-root"})
"""Values of `display` that begin and end a line."""
_BEFORE_SELECTOR = "{;@"
_NAME = r"[a-z][\w-]{0,60}|[.#][\w-]{1,60}"
_INSIDE = re.compile(rf"(?P<outer>{_NAME})(?:\s+|\s*>\s*)(?P<inner>{_NAME})", re.I)
_SIMPLE = re.compile(r"[a-z][\w-]*|[.#][\w-]+", re.I)
_FOR_READERS_ONLY = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader)", re.I)


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of an element looks; `background` is None where it is no flat colour."""

    colour: Rgb = BLACK
    background: Rgb | None = WHITE
    pixels: float = _USUAL_PIXELS
    is_bold: bool = False
    reason: Hidden | None = None
    is_left_out: bool = False
    is_block: bool = False
    """By `display`, whatever the element is; not inherited."""

    @property
    def hidden(self) -> Hidden | None:
        if self.reason is not None:
            return self.reason
        if self.pixels < _TINY_PIXELS:
            return Hidden.TINY
        if self.background is None:
            return None
        far = max(abs(a - b) for a, b in zip(self.colour, self.background, strict=True))
        return Hidden.BACKGROUND_COLOUR if far < _SAME_COLOUR else None


class StyleSheet:
    """The page's own rules with selectors of one name, class or id."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, dict[str, str]] = {}
        self._displays: dict[str, dict[str, str]] = {}
        """Of `dd span` and the like: by the last part, then by the part above it."""
        source = " ".join(sheet.text or "" for sheet in root.iter("style"))
        for selectors, body in islice(_rules(_COMMENT.sub("", source)), _MAX_RULES):
            said = _declarations(body)
            for selector in selectors.split(",")[:_MAX_SELECTORS]:
                if _SIMPLE.fullmatch(selector.strip()):
                    self._rules.setdefault(selector.strip(), {}).update(said)
                elif (pair := _INSIDE.fullmatch(selector.strip())) and "display" in said:
                    inside = self._displays.setdefault(pair["inner"], {})
                    inside[pair["outer"]] = said["display"]

    def look(self, element: Element, inherited: Look) -> Look:
        """`inherited` is the look of what the element stands in."""
        said: dict[str, str] = {}
        for selector in _selectors_of(element):
            said |= self._rules.get(selector, {})
        if (display := self._display_inside(element)) is not None:
            said["display"] = display
        said |= _declarations(element.get("style") or "")
        look = replace(
            inherited,
            colour=_colour(said.get("color") or element.get("color")) or inherited.colour,
            background=_background(said, element, inherited),
            pixels=_pixels(said.get("font-size"), inherited.pixels),
            is_bold=_is_bold(said, inherited),
            reason=inherited.reason or _why_hidden(said, element),
            is_block=said.get("display") in _LINES,
        )
        if _FOR_READERS_ONLY.search(element.get("class") or ""):
            return replace(look, is_left_out=True)
        return look

    def _display_inside(self, element: Element) -> str | None:
        """What rules of two parts say, which count for more than those of one."""
        for selector in _selectors_of(element) if self._displays else ():
            inside = self._displays.get(selector)
            for above in islice(element.iterancestors(), _MAX_PARENTS) if inside else ():
                for outer in _selectors_of(above):
                    if inside and outer in inside:
                        return inside[outer]
        return None


def _rules(source: str) -> Iterator[tuple[str, str]]:
    """Selectors and body of each rule, also of those inside `@media`."""
    for block in source.split("}"):
        before, brace, body = block.rpartition("{")
        if brace:
            start = max(before.rfind(mark) for mark in _BEFORE_SELECTOR)
            yield before[start + 1 :], body


def _selectors_of(element: Element) -> Iterator[str]:
    yield local(element)
    yield from (f".{name}" for name in (element.get("class") or "").split()[:20])
    if element.get("id"):
        yield f"#{element.get('id')}"


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in style.split(";")[:200] if ":" in part)
    return {
        name.strip().lower(): value.lower().replace("!important", "").strip()
        for name, value in pairs
    }


def _why_hidden(said: Mapping[str, str], element: Element) -> Hidden | None:
    if (
        element.get("hidden") is not None
        or said.get("display") == "none"
        or said.get("visibility") in {"hidden", "collapse"}
        or said.get("opacity") in {"0", "0.0", "0%"}
        or said.get("color") == "transparent"
        or _is_see_through(said.get("color", ""))
    ):
        return Hidden.INVISIBLE_MODE
    moves = [said.get(name, "") for name in ("left", "top", "text-indent", "margin-left")]
    far = any(_pixels(move, 0.0) < _FAR_PIXELS for move in moves)
    return Hidden.OFF_PAGE if far else None


def _is_see_through(colour: str) -> bool:
    match = _RGB.fullmatch(colour)
    return bool(match and match[4] and match[4].strip("0.") == "")


def _background(said: Mapping[str, str], element: Element, inherited: Look) -> Rgb | None:
    value = said.get("background-color") or said.get("background") or element.get("bgcolor")
    if "background-image" in said or (value and ("url(" in value or "gradient(" in value)):
        return None
    if not value or value in {"none", "transparent", "inherit", "initial"}:
        return inherited.background
    return _colour(value.split()[0] if "(" not in value else value)


def _is_bold(said: Mapping[str, str], inherited: Look) -> bool:
    weight = said.get("font-weight")
    if weight is None:
        return inherited.is_bold
    return weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight[:4]) >= 600)


def _pixels(value: str | None, inherited: float) -> float:
    match = _LENGTH.fullmatch(value) if value else None
    if match is None or match[1] in {"", "-", "."}:
        return inherited
    number = float(match[1])
    if match[2] in {"em", "%"} and inherited:
        return number * inherited * (0.01 if match[2] == "%" else 1)
    return number * _PIXELS_OF[match[2]]


def _colour(value: str | None) -> Rgb | None:
    """None for what is not understood."""
    if not value:
        return None
    value = value.strip().lower()
    if value in _NAMED:
        return _NAMED[value]
    if match := _RGB.fullmatch(value):
        red, green, blue = (min(255, int(match[part])) / 255 for part in (1, 2, 3))
        return (red, green, blue)
    digits = value.removeprefix("#")
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    try:
        red, green, blue = (byte / 255 for byte in bytes.fromhex(digits[:6]))
    except ValueError:
        return None
    return (red, green, blue)
