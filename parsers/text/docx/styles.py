"""How a run of a Word file looks, after its styles (ECMA-376, part 1, 17.7)."""

from dataclasses import dataclass, replace

from parsers.files.elements import attribute, child, children
from parsers.files.xml import Element

Rgb = tuple[float, float, float]

BLACK: Rgb = (0.0, 0.0, 0.0)
WHITE: Rgb = (1.0, 1.0, 1.0)
_USUAL_SIZE = 10.0
_MAX_STYLE_DEPTH = 12
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Look:
    """`shade` is the run's own background; None where it has none."""

    size: float = _USUAL_SIZE
    is_bold: bool = False
    colour: Rgb = BLACK
    shade: Rgb | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    name: str
    based_on: str | None
    run: Element | None
    has_shade: bool


class StyleSheet:
    """The styles part; an empty one where the file has none."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = Look()
        self._default_paragraph: str | None = None
        for element in children(root, "style") if root is not None else ():
            self._add(element)
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self._default = apply(self._default, defaults)

    def _add(self, element: Element) -> None:
        key = attribute(element, "styleId")
        if key is None:
            return
        self._styles[key] = Style(
            name=attribute(child(element, "name"), "val") or key,
            based_on=attribute(child(element, "basedOn"), "val"),
            run=child(element, "rPr"),
            has_shade=any(True for _ in element.iter("{*}shd")),
        )
        is_default = attribute(element, "default") in {"1", "true", "on"}
        if is_default and attribute(element, "type") == "paragraph":
            self._default_paragraph = key

    def name(self, key: str | None) -> str | None:
        style = self._styles.get(key or self._default_paragraph or "")
        return style.name if style else key

    def paragraph_look(self, key: str | None) -> Look:
        return self._through(self._default, key or self._default_paragraph)

    def run_look(self, base: Look, properties: Element | None) -> Look:
        """`base` is the paragraph's look."""
        look = self._through(base, attribute(child(properties, "rStyle"), "val"))
        return apply(look, properties)

    def shades_cells(self, key: str | None) -> bool:
        return any(style.has_shade for style in self._chain(key))

    def _through(self, look: Look, key: str | None) -> Look:
        for style in reversed(self._chain(key)):
            look = apply(look, style.run)
        return look

    def _chain(self, key: str | None) -> list[Style]:
        """The style and what it is based on, which a damaged file may close into a ring."""
        chain: list[Style] = []
        while key in self._styles and len(chain) < _MAX_STYLE_DEPTH:
            chain.append(self._styles[key])
            key = self._styles[key].based_on
        return chain


def apply(look: Look, properties: Element | None) -> Look:
    """`look` with what one set of run properties says."""
    if properties is None:
        return look
    bold, vanish = child(properties, "b"), child(properties, "vanish")
    half_points = _number(attribute(child(properties, "sz"), "val"))
    return replace(
        look,
        size=look.size if half_points is None else half_points / 2,
        is_bold=look.is_bold if bold is None else _is_on(bold),
        colour=_colour(child(properties, "color"), look.colour),
        shade=_shade(properties) or look.shade,
        is_hidden=look.is_hidden if vanish is None else _is_on(vanish),
    )


def shade_of(properties: Element | None) -> Rgb | None:
    """The fill of a paragraph's or a cell's shading."""
    return rgb(attribute(child(properties, "shd"), "fill"))


def rgb(value: str | None) -> Rgb | None:
    """`RRGGBB`; None for anything else, such as `auto`."""
    if value is None or len(value) != 6:
        return None
    try:
        red, green, blue = bytes.fromhex(value)
    except ValueError:
        return None
    return (red / 255, green / 255, blue / 255)


def _shade(properties: Element) -> Rgb | None:
    if attribute(child(properties, "highlight"), "val") not in {None, "none", "white"}:
        return BLACK if attribute(child(properties, "highlight"), "val") == "black" else (1, 1, 0)
    return shade_of(properties)


def _colour(element: Element | None, inherited: Rgb) -> Rgb:
    if element is None:
        return inherited
    return rgb(attribute(element, "val")) or BLACK


def _is_on(element: Element) -> bool:
    return (attribute(element, "val") or "1").lower() not in _OFF


def _number(value: str | None) -> float | None:
    try:
        return None if value is None else float(value)
    except ValueError:
        return None
