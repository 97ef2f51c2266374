"""Where a text box stands: one far off the sheet is seen by nobody.

ECMA-376 part 1, 20.4.2.3 (`anchor`), offsets in EMU (914,400 an inch); older files place shapes
by a style (part 4, 19.1.2.19).
"""

import re

from parsers.files.elements import attribute, child, local
from parsers.files.xml import Element

_EMU = 914_400
_FAR_EMU = 20 * _EMU
"""No sheet that is printed for a resume is so wide, and few are so long."""
_MARGIN_EMU = 2 * _EMU
"""Offsets may count from a margin or a column."""
_FAR_POINTS = 1_500.0
_SHAPE_OFFSET = re.compile(r"(?:margin-left|margin-top|left|top)\s*:\s*(-?\d{1,7}(?:\.\d{1,3})?)pt")


def is_off_page(box: Element) -> bool:
    """Of a box's content; one that nothing places stands in its line."""
    for above in box.iterancestors():
        name = local(above)
        if name == "anchor":
            extent = child(above, "extent")
            sides = (("positionH", "cx"), ("positionV", "cy"))
            return any(
                _is_far(child(above, position), attribute(extent, size)) for position, size in sides
            )
        if name in {"shape", "rect"}:
            offsets = _SHAPE_OFFSET.findall(above.get("style") or "")
            return any(abs(float(offset)) > _FAR_POINTS for offset in offsets)
        if name == "p":
            return False
    return False


def text_of_box(box: Element) -> str:
    paragraphs = (
        "".join(text.text or "" for text in each.iter("{*}t")) for each in box.iter("{*}p")
    )
    return " ".join(filter(None, paragraphs))


def _is_far(position: Element | None, size: str | None) -> bool:
    offset = child(position, "posOffset")
    try:
        start = int((offset.text or "0") if offset is not None else "0")
        length = int(size or "0")
    except ValueError:
        return False
    return start > _FAR_EMU or start + length < -_MARGIN_EMU
