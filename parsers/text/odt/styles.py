"""How a text of an ODT file looks, after its styles (OASIS ODF 1.3, part 3, 16 and 20)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from parsers.files.elements import attribute, children
from parsers.files.xml import Element

Rgb = tuple[float, float, float]

WHITE: Rgb = (1.0, 1.0, 1.0)
BLACK: Rgb = (0.0, 0.0, 0.0)
_MAX_STYLE_DEPTH = 12
_POINTS = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)pt")


@dataclass(frozen=True, slots=True)
class Look:
    """`background` is None where a picture may lie behind the text."""

    size: float = 12.0
    is_bold: bool = False
    colour: Rgb = BLACK
    background: Rgb | None = WHITE
    is_hidden: bool = False


class StyleSheet:
    """The styles of all parts of a file."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Element] = {}
        for root in roots:
            for style in root.iter("{*}style"):
                family, name = attribute(style, "family"), attribute(style, "name")
                self._styles.setdefault((family or "", name or ""), style)
            for style in root.iter("{*}default-style"):
                self._defaults[attribute(style, "family") or ""] = style

    def look(self, family: str, name: str | None, inherited: Look) -> Look:
        """Of an element with this style inside of what looks like `inherited`."""
        for style in reversed(self._chain(family, name)):
            inherited = _apply(inherited, style)
        return inherited

    def base(self) -> Look:
        default = self._defaults.get("paragraph")
        return _apply(Look(), default) if default is not None else Look()

    def name(self, name: str | None) -> str | None:
        """What the author calls the paragraph's style: automatic styles have names like P1."""
        for style in self._chain("paragraph", name):
            shown = attribute(style, "display-name") or attribute(style, "name") or ""
            if not re.fullmatch(r"P\d+", shown):
                return shown.replace("_20_", " ")
        return None

    def _chain(self, family: str, name: str | None) -> list[Element]:
        chain: list[Element] = []
        key = (family, name or "")
        while key in self._styles and len(chain) < _MAX_STYLE_DEPTH:
            chain.append(self._styles[key])
            key = (family, attribute(self._styles[key], "parent-style-name") or "")
        return chain


def _apply(look: Look, style: Element) -> Look:
    for properties in style:
        look = _apply_properties(look, properties)
    return look


def _apply_properties(look: Look, properties: Element) -> Look:
    size = _POINTS.fullmatch(attribute(properties, "font-size") or "")
    weight = attribute(properties, "font-weight")
    colour = rgb(attribute(properties, "color"))
    ground = rgb(attribute(properties, "background-color"))
    hidden = attribute(properties, "display")
    has_picture = next(children(properties, "background-image"), None) is not None and attribute(
        next(children(properties, "background-image")), "href"
    )
    return replace(
        look,
        size=float(size[1]) if size else look.size,
        is_bold=look.is_bold if weight is None else weight in {"bold", "600", "700", "800", "900"},
        colour=colour or look.colour,
        background=None if has_picture else ground or look.background,
        is_hidden=look.is_hidden if hidden is None else hidden == "none",
    )


def rgb(value: str | None) -> Rgb | None:
    """`#rrggbb`; None for anything else, such as `transparent`."""
    if value is None or not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        return None
    red, green, blue = bytes.fromhex(value[1:])
    return (red / 255, green / 255, blue / 255)
