"""The place on a page that a field was read from."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import FileUnavailableError, ReadingTimeoutError
from domain.resume import FieldEvidence
from usecases.show_place import Box, ShowPlace, area_around

PLACE = FieldEvidence(confidence=0.5, page=2, box=(42.5, 260.0, 394.4, 272.0))


class Files:
    def __init__(self, seconds: float = 0) -> None:
        self._seconds = seconds

    async def fetch(self, file_id: str) -> bytes:
        await asyncio.sleep(self._seconds)
        return file_id.encode()


class Cropper:
    def __init__(self) -> None:
        self.asked: list[tuple[bytes, int, Box, Box | None]] = []

    async def crop(self, content: bytes, page: int, box: Box, mark: Box | None = None) -> bytes:
        self.asked.append((content, page, box, mark))
        return b"png"


async def test_the_file_is_fetched_again_and_its_place_framed() -> None:
    cropper = Cropper()
    assert await ShowPlace(Files(), cropper)("f1", "position", PLACE) == b"png"
    ((content, page, area, mark),) = cropper.asked
    assert (content, page, mark) == (b"f1", 2, PLACE.box)
    assert area == area_around("position", (42.5, 260.0, 394.4, 272.0))


async def test_a_field_without_a_box_has_no_picture() -> None:
    with pytest.raises(FileUnavailableError):
        await ShowPlace(Files(), Cropper())("f1", "age", FieldEvidence(confidence=1, page=1))


async def test_who_waits_is_not_kept_waiting() -> None:
    with pytest.raises(ReadingTimeoutError):
        await ShowPlace(Files(seconds=5), Cropper(), patience_seconds=0)("f1", "age", PLACE)


points = st.floats(min_value=0, max_value=800)


@given(points, points, points, points, st.sampled_from(["position", "work_experience"]))
def test_the_area_holds_the_place_and_is_readable_on_a_phone(
    x0: float, top: float, width: float, height: float, field: str
) -> None:
    box = (x0, top, x0 + width, top + height)
    left, above, right, below = area_around(field, box)  # type: ignore[arg-type]
    assert 0 <= left <= box[0]
    assert 0 <= above <= box[1]
    assert right > box[2]
    assert below > box[3]
    assert right - left > 299
    assert below - above > 99
