"""Looks at a page as a person does: pictures, gradients and patterns have no one colour."""

from collections.abc import Sequence
from math import ceil

import pypdfium2 as pdfium

from parsers.text.document import Hidden
from parsers.text.pdf.runs import Colour, DrawnPage, Run

_FAR_IN_BYTES = 40
_GROUND_SHARE = 0.2
"""Where a run is seen, at least this share of its box is not of its colour."""
_INK_IN_BYTES, _INK_SHARE = 130, 0.02
"""What is not painted over leaves some pixels near to its colour."""
_MAX_LOOKS = 60
_COARSE_SCALE, _FINE_SCALE = 0.5, 2.0
_COARSE_CONTRAST, _FINE_CONTRAST = 40, 10
"""In 0..255 between the darkest and the lightest pixel of a text's box."""


class PageView:
    """Answers whether a run that may be hidden is seen after all."""

    def __init__(self, page: pdfium.PdfPage, drawn: DrawnPage) -> None:
        self._page = page
        self._drawn = drawn
        self._looks_left = _MAX_LOOKS

    def is_seen(self, run: Run, reason: Hidden) -> bool:
        """Draws the run's box and compares; after many looks the page's objects alone decide."""
        if reason is Hidden.INVISIBLE_MODE:
            return self._has_ink(run)
        if run.colour is None:
            return True
        if self._looks_left == 0:
            return False
        self._looks_left -= 1
        distances = self._distances(run, run.colour)
        if reason is Hidden.COVERED:
            near = sum(distance < _INK_IN_BYTES for distance in distances)
            return near > _INK_SHARE * len(distances)
        far = sum(distance > _FAR_IN_BYTES for distance in distances)
        return far > _GROUND_SHARE * len(distances)

    def not_drawn(self, runs: Sequence[Run]) -> list[Run]:
        """Those of which nothing can be seen: the page is drawn small, and what shows no ink
        there once more in its own size."""
        size = (self._drawn.width * self._drawn.height) * _COARSE_SCALE**2
        if not 0 < size < 4_000_000:
            return []
        try:
            bitmap = self._page.render(
                scale=_COARSE_SCALE, grayscale=True, may_draw_forms=False, draw_annots=False
            )
        except (ValueError, pdfium.PdfiumError):
            return []
        pixels, row_bytes = bytes(bitmap.buffer), bitmap.stride
        return [
            run
            for run in runs
            if _contrast(pixels, row_bytes, bitmap, run) < _COARSE_CONTRAST
            and not self._has_ink(run)
        ]

    def _has_ink(self, run: Run) -> bool:
        if self._looks_left == 0:
            return False
        self._looks_left -= 1
        bitmap = self._draw(run, _FINE_SCALE)
        if bitmap is None:
            return False
        parts = [bytes(bitmap.buffer)[part :: bitmap.n_channels] for part in range(3)]
        return any(max(part) - min(part) > _FINE_CONTRAST for part in parts if part)

    def _distances(self, run: Run, colour: Colour) -> list[int]:
        """Of each pixel of the run's box to its colour, in 0..255; none for no area."""
        bitmap = self._draw(run, 1)
        if bitmap is None:
            return []
        red, green, blue = (round(part * 255) for part in colour)
        row_bytes, step = bitmap.stride, bitmap.n_channels
        pixels = bytes(bitmap.buffer)
        return [
            max(
                abs(pixels[place] - red),
                abs(pixels[place + 1] - green),
                abs(pixels[place + 2] - blue),
            )
            for row in range(bitmap.height)
            for place in range(row * row_bytes, row * row_bytes + bitmap.width * step, step)
        ]

    def _draw(self, run: Run, scale: float) -> pdfium.PdfBitmap | None:
        """The run's box in red, green and blue; None for a box that has no area."""
        left, right = max(0.0, run.x0), max(0.0, self._drawn.width - run.x1)
        top = max(0.0, run.baseline - run.size * 0.7)
        bottom = max(0.0, self._drawn.height - run.baseline)
        width = self._drawn.width - left - right
        height = self._drawn.height - top - bottom
        if not 0 < width * height * scale * scale < 4_000_000:
            return None
        try:
            return self._page.render(
                scale=scale,
                crop=(left, bottom, right, top),
                rev_byteorder=True,
                may_draw_forms=False,
                draw_annots=False,
            )
        except (ValueError, pdfium.PdfiumError):
            return None


def _contrast(pixels: bytes, row_bytes: int, bitmap: pdfium.PdfBitmap, run: Run) -> int:
    """Between the darkest and the lightest pixel of the run's box in a small grey page."""
    left = max(0, int(run.x0 * _COARSE_SCALE))
    right = min(bitmap.width, ceil(run.x1 * _COARSE_SCALE))
    top = max(0, int((run.baseline - run.size * 0.7) * _COARSE_SCALE))
    bottom = min(bitmap.height, ceil(run.baseline * _COARSE_SCALE))
    rows = [pixels[row * row_bytes + left : row * row_bytes + right] for row in range(top, bottom)]
    rows = [row for row in rows if row]
    return max(map(max, rows)) - min(map(min, rows)) if rows else 0
