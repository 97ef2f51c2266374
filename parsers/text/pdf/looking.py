"""Looks at a page as a person does: pictures, gradients and patterns have no one colour."""

import pypdfium2 as pdfium

from parsers.text.document import Hidden
from parsers.text.pdf.runs import DrawnPage, Run

_FAR_IN_BYTES = 40
_GROUND_SHARE = 0.2
"""Where a run is seen, at least this share of its box is not of its colour."""
_INK_IN_BYTES, _INK_SHARE = 130, 0.02
"""What is not painted over leaves some pixels near to its colour."""
_MAX_LOOKS = 60


class PageView:
    """Answers whether a run that seems to be hidden is seen after all."""

    def __init__(self, page: pdfium.PdfPage, drawn: DrawnPage) -> None:
        self._page = page
        self._drawn = drawn
        self._looks_left = _MAX_LOOKS

    def is_seen(self, run: Run, reason: Hidden) -> bool:
        """Draws the run's box and compares; after many looks the page's objects alone decide."""
        if run.colour is None:
            return True
        if self._looks_left == 0:
            return False
        self._looks_left -= 1
        pixels = self._draw(run)
        colour = [round(part * 255) for part in run.colour]
        distances = [
            max(abs(part - own) for part, own in zip(pixel, colour, strict=True))
            for pixel in pixels
        ]
        if reason is Hidden.COVERED:
            return sum(distance < _INK_IN_BYTES for distance in distances) > _INK_SHARE * len(
                pixels
            )
        return sum(distance > _FAR_IN_BYTES for distance in distances) > _GROUND_SHARE * len(pixels)

    def _draw(self, run: Run) -> list[tuple[int, int, int]]:
        """The box's pixels as (red, green, blue) in 0..255; none for a box that has no area."""
        left, right = max(0.0, run.x0), max(0.0, self._drawn.width - run.x1)
        top = max(0.0, run.baseline - run.size * 0.7)
        bottom = max(0.0, self._drawn.height - run.baseline)
        try:
            bitmap = self._page.render(
                scale=1, crop=(left, bottom, right, top), rev_byteorder=True, may_draw_forms=False
            )
        except (ValueError, pdfium.PdfiumError):
            return []
        row_bytes, channels = bitmap.stride, bitmap.n_channels
        buffer = bytes(bitmap.buffer)
        return [
            (buffer[place], buffer[place + 1], buffer[place + 2])
            for row in range(bitmap.height)
            for place in range(row * row_bytes, row * row_bytes + bitmap.width * channels, channels)
        ]
