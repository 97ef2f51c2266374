"""A file that can't be read as a resume."""

from typing import ClassVar, Literal

from domain.errors.root import ResumeExpertiseError

ErrorCode = Literal[
    "unsupported",
    "too_large",
    "encrypted",
    "damaged",
    "empty",
    "not_a_resume",
    "timeout",
    "too_complex",
]


class ResumeFileError(ResumeExpertiseError):
    """A file that can't be read as a resume; `code` is one of the contract's closed list."""

    code: ClassVar[ErrorCode]


class UnsupportedFileError(ResumeFileError):
    code = "unsupported"

    def __init__(self, media_type: str) -> None:
        super().__init__(media_type)
        self.media_type = media_type


class FileTooLargeError(ResumeFileError):
    code = "too_large"

    def __init__(self, limit_bytes: int) -> None:
        super().__init__(limit_bytes)
        self.limit_bytes = limit_bytes


class EncryptedFileError(ResumeFileError):
    code = "encrypted"


class DamagedFileError(ResumeFileError):
    code = "damaged"


class EmptyDocumentError(ResumeFileError):
    """No text; `ocr_available` tells whether a picture could have been read."""

    code = "empty"

    def __init__(self, ocr_available: bool = False) -> None:
        super().__init__(ocr_available)
        self.ocr_available = ocr_available


class NotAResumeError(ResumeFileError):
    code = "not_a_resume"


class ReadingTimeoutError(ResumeFileError):
    code = "timeout"

    def __init__(self, limit_seconds: float) -> None:
        super().__init__(limit_seconds)
        self.limit_seconds = limit_seconds


class TooComplexError(ResumeFileError):
    """A limit other than time was hit; `what` is e.g. "pages", "memory", "unpacked_size"."""

    code = "too_complex"

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what, limit)
        self.what = what
        self.limit = limit


class FileUnavailableError(ResumeExpertiseError):
    """Nothing is known of the file: who keeps it did not give it out."""
