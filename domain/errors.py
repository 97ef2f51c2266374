"""The error tree. An error carries facts; the words for people live in the locale files.

ResumeExpertiseError
├── ResumeFileError              the file can't be read as a resume (`code` is the contract's)
│   ├── UnsupportedFileError     unsupported   media_type
│   ├── FileTooLargeError        too_large     limit_bytes
│   ├── EncryptedFileError       encrypted
│   ├── DamagedFileError         damaged
│   ├── EmptyDocumentError       empty         ocr_available
│   ├── NotAResumeError          not_a_resume
│   ├── ReadingTimeoutError      timeout       limit_seconds
│   └── TooComplexError          too_complex   what, limit
├── InvalidAnswerError           a typed answer does not fit its field: field, reason
├── BundleError
│   ├── BundleNotFoundError      name
│   ├── BundleMismatchError      bundle, part, expected, found
│   ├── BundleUnavailableError   bundle, source: weights that were not fetched, a missing package
│   ├── RemoteCodeRefusedError   bundle, source: its Python runs only where that is allowed
│   ├── ModelTooLargeError       bundle, device, needed_mib, available_mib
│   ├── HubUnreachableError      bundle, source, cause
│   ├── DiskFullError            bundle, path, needed_bytes, free_bytes
│   ├── BundleNotLoadedError     name: no bundle in memory has it
│   └── BundleInUseError         name: resumes go to it, so it stays in memory
├── ScoringError
│   ├── QueueFullError           limit
│   └── ScoringFailedError       the model broke on this input
├── NothingToScoreError          a resume without a single field
└── StorageError
    ├── AnalysisNotFoundError    analysis_id
    ├── TaskClosedError          task_id: finished or cancelled before its answer came
    ├── DatabaseBusyError        path: another process owns the file
    ├── DatabaseTooNewError      path, revision: written by a later version of this program
    └── DatabaseUnavailableError path
"""

from typing import ClassVar, Literal

from domain.fields import FieldName

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


class ResumeExpertiseError(Exception):
    """Root of everything this product raises on purpose."""

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({facts})"


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


AnswerProblem = Literal[
    "empty",
    "too_long",
    "not_a_number",
    "out_of_range",
    "no_letters",
    "no_jobs",
    "bad_dates",
    "no_such_date",
    "end_before_start",
    "in_the_future",
]


class InvalidAnswerError(ResumeExpertiseError):
    """A typed answer that does not fit its field."""

    def __init__(self, field: FieldName, reason: AnswerProblem) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason


class BundleError(ResumeExpertiseError):
    """A model bundle can't be used."""


class BundleNotFoundError(BundleError):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BundleMismatchError(BundleError):
    """A part of the bundle is not what the manifest says; `part` names it."""

    def __init__(self, bundle: str, part: str, expected: str, found: str) -> None:
        super().__init__(bundle, part, expected, found)
        self.bundle = bundle
        self.part = part
        self.expected = expected
        self.found = found


class BundleUnavailableError(BundleError):
    """Something the bundle needs can't be had here: `source` is a hub name or a package."""

    def __init__(self, bundle: str, source: str) -> None:
        super().__init__(bundle, source)
        self.bundle = bundle
        self.source = source


class RemoteCodeRefusedError(BundleError):
    """The bundle runs Python of the hub repository `source`, which nobody allowed."""

    def __init__(self, bundle: str, source: str) -> None:
        super().__init__(bundle, source)
        self.bundle = bundle
        self.source = source


class ModelTooLargeError(BundleError):
    """Even the smallest way to hold the model does not fit into the memory of `device`."""

    def __init__(self, bundle: str, device: str, needed_mib: int, available_mib: int) -> None:
        super().__init__(bundle, device, needed_mib, available_mib)
        self.bundle = bundle
        self.device = device
        self.needed_mib = needed_mib
        self.available_mib = available_mib


class HubUnreachableError(BundleError):
    """`source` could not be fetched; `cause` is the lower error in short."""

    def __init__(self, bundle: str, source: str, cause: str) -> None:
        super().__init__(bundle, source, cause)
        self.bundle = bundle
        self.source = source
        self.cause = cause


class DiskFullError(BundleError):
    """Too little room for what is to be fetched."""

    def __init__(self, bundle: str, path: str, needed_bytes: int, free_bytes: int) -> None:
        super().__init__(bundle, path, needed_bytes, free_bytes)
        self.bundle = bundle
        self.path = path
        self.needed_bytes = needed_bytes
        self.free_bytes = free_bytes


class BundleNotLoadedError(BundleError):
    """No bundle in memory has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BundleInUseError(BundleError):
    """The bundle that resumes go to can't be unloaded: switch to another first."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ScoringError(ResumeExpertiseError):
    """The model gave no score."""


class QueueFullError(ScoringError):
    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class ScoringFailedError(ScoringError):
    pass


class NothingToScoreError(ResumeExpertiseError):
    pass


class StorageError(ResumeExpertiseError):
    """The database did not do what was asked."""


class AnalysisNotFoundError(StorageError):
    def __init__(self, analysis_id: int) -> None:
        super().__init__(analysis_id)
        self.analysis_id = analysis_id


class TaskClosedError(StorageError):
    """No analysis can be stored for this task any more: it ended, or was never there."""

    def __init__(self, task_id: int) -> None:
        super().__init__(task_id)
        self.task_id = task_id


class DatabaseBusyError(StorageError):
    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class DatabaseTooNewError(StorageError):
    """Migrations only go forward, so an older program must not touch this file."""

    def __init__(self, path: str, revision: str) -> None:
        super().__init__(path, revision)
        self.path = path
        self.revision = revision


class DatabaseUnavailableError(StorageError):
    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
