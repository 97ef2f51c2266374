"""Where things are on a page as it is shown."""

from collections.abc import Iterable

import pypdfium2 as pdfium

from parsers.text.pdf.runs import Box


class Frame:
    """From PDF user space to points from the top left of the page as it is shown."""

    def __init__(self, box: tuple[float, float, float, float], rotation: int) -> None:
        self.left, self.bottom, self.right, self.top = box
        self.rotation = rotation
        width, height = self.right - self.left, self.top - self.bottom
        self.width, self.height = (height, width) if rotation in (90, 270) else (width, height)

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> "Frame":
        return cls(page.get_bbox(), page.get_rotation())

    def place(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def place_box(self, corners: Iterable[tuple[float, float]]) -> Box:
        placed = [self.place(x, y) for x, y in corners]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        return min(xs), min(ys), max(xs), max(ys)
