"""The place on a page that a field was read from, as a picture."""

import asyncio
from typing import Final

from domain.errors import FileUnavailableError, ReadingTimeoutError
from domain.fields import FieldName
from domain.ports import PageCropper
from domain.ports.batches import FileStore
from domain.resume import FieldEvidence

Box = tuple[float, float, float, float]

_PATIENCE_SECONDS: Final = 15.0
_MARGIN_POINTS: Final = 14.0
_MIN_WIDTH_POINTS: Final = 300.0
"""Half a page: on a phone's width its letters are about as large as the phone's own."""
_MIN_HEIGHT_POINTS: Final = 100.0
_BELOW_POINTS: Final = {"work_experience": 170.0, "key_skills": 70.0}
"""What is read over many lines is placed by its first one."""
_ACROSS_POINTS: Final = {"work_experience": 510.0, "key_skills": 420.0}
"""And its first one may be a date at the side."""


class ShowPlace:
    """Files are not kept: the one that the person sent is fetched again by its id."""

    def __init__(
        self, files: FileStore, cropper: PageCropper, patience_seconds: float = _PATIENCE_SECONDS
    ) -> None:
        self._files = files
        self._cropper = cropper
        self._patience_seconds = patience_seconds

    async def __call__(self, file_id: str, field: FieldName, evidence: FieldEvidence) -> bytes:
        """A PNG with a frame around the place.

        Raises FileUnavailableError, ReadingTimeoutError where it takes too long for somebody who
        waits, and the other errors of reading.
        """
        if evidence.page is None or evidence.box is None:
            raise FileUnavailableError
        area = area_around(field, evidence.box)
        try:
            async with asyncio.timeout(self._patience_seconds):
                content = await self._files.fetch(file_id)
                return await self._cropper.crop(content, evidence.page, area, evidence.box)
        except TimeoutError:
            raise ReadingTimeoutError(self._patience_seconds) from None


def area_around(field: FieldName, box: Box) -> Box:
    """The box with enough around it to see where on the page it is; points."""
    x0, top, x1, bottom = box
    bottom += _BELOW_POINTS.get(field, 0.0)
    x1 = max(x1, x0 + _ACROSS_POINTS.get(field, 0.0))
    aside = max(_MARGIN_POINTS, (_MIN_WIDTH_POINTS - (x1 - x0)) / 2)
    above = max(_MARGIN_POINTS, (_MIN_HEIGHT_POINTS - (bottom - top)) / 2)
    # What would lie left of the page or above it is added on the other side.
    right = x1 + aside + max(0.0, aside - x0)
    below = bottom + above + max(0.0, above - top)
    return max(0.0, x0 - aside), max(0.0, top - above), right, below
