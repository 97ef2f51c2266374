"""What turns files and typed words into a resume."""

from typing import Any, Protocol

from domain.fields import FieldName
from domain.resume import Reading


class ResumeReader(Protocol):
    """Reads a file in a separate process that can be killed."""

    async def read(self, content: bytes, file_name: str) -> Reading:
        """Raises a ResumeFileError subclass for anything that can't be read."""
        ...


class PageCropper(Protocol):
    """Draws parts of pages in a separate process that can be killed."""

    async def crop(
        self,
        content: bytes,
        page: int,
        box: tuple[float, float, float, float],
        mark: tuple[float, float, float, float] | None = None,
    ) -> bytes:
        """A PNG of the box on a page, in points from its top left, with a frame around `mark`.

        Raises a ResumeFileError.
        """
        ...


class AnswerReader(Protocol):
    """Reads one typed answer into the value of one field."""

    def read_answer(self, field: FieldName, text: str) -> Any:
        """The value for `Resume.with_field`; raises InvalidAnswerError."""
        ...
