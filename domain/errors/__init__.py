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
├── FileUnavailableError         who keeps the file does not give it out
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
│   ├── BundleInUseError         name: resumes go to it, so it stays in memory
│   └── BundleWorseError         bundle, began_as: shown on the newest verdicts
├── ScoringError
│   ├── QueueFullError           limit
│   └── ScoringFailedError       the model broke on this input
├── ActRefusedError              an admin's act that is not done: reason
├── TooManyFilesAnHourError      limit, minutes: one person's files of this hour are used up
├── TooManyFilesError            limit: so many files of one person are being read already
├── NothingToScoreError          a resume without a single field
└── StorageError
    ├── AnalysisNotFoundError    analysis_id
    ├── VacancyNotFoundError     vacancy_id
    ├── BatchNotFoundError       batch_id
    ├── ContestNotFoundError     contest_id
    ├── ContestDecidedError      contest_id: another admin was faster
    ├── SealBrokenError          column: DATA_KEY does not open a stored value
    ├── TaskClosedError          task_id: finished or cancelled before its answer came
    ├── DatabaseBusyError        path: another process owns the file
    ├── DatabaseTooNewError      path, revision: written by a later version of this program
    └── DatabaseUnavailableError path
"""

from domain.errors.administration import ActRefusal, ActRefusedError
from domain.errors.answers import AnswerProblem, InvalidAnswerError
from domain.errors.bundles import (
    BundleError,
    BundleInUseError,
    BundleMismatchError,
    BundleNotFoundError,
    BundleNotLoadedError,
    BundleUnavailableError,
    BundleWorseError,
    DiskFullError,
    HubUnreachableError,
    ModelTooLargeError,
    RemoteCodeRefusedError,
)
from domain.errors.files import (
    DamagedFileError,
    EmptyDocumentError,
    EncryptedFileError,
    ErrorCode,
    FileTooLargeError,
    FileUnavailableError,
    NotAResumeError,
    ReadingTimeoutError,
    ResumeFileError,
    TooComplexError,
    UnsupportedFileError,
)
from domain.errors.root import ResumeExpertiseError
from domain.errors.scoring import (
    NothingToScoreError,
    QueueFullError,
    ScoringError,
    ScoringFailedError,
    TooManyFilesAnHourError,
    TooManyFilesError,
)
from domain.errors.storage import (
    AnalysisNotFoundError,
    BatchNotFoundError,
    ContestDecidedError,
    ContestNotFoundError,
    DatabaseBusyError,
    DatabaseTooNewError,
    DatabaseUnavailableError,
    SealBrokenError,
    StorageError,
    TaskClosedError,
    VacancyNotFoundError,
)

__all__ = [
    "ActRefusal",
    "ActRefusedError",
    "AnalysisNotFoundError",
    "AnswerProblem",
    "BatchNotFoundError",
    "BundleError",
    "BundleInUseError",
    "BundleMismatchError",
    "BundleNotFoundError",
    "BundleNotLoadedError",
    "BundleUnavailableError",
    "BundleWorseError",
    "ContestDecidedError",
    "ContestNotFoundError",
    "DamagedFileError",
    "DatabaseBusyError",
    "DatabaseTooNewError",
    "DatabaseUnavailableError",
    "DiskFullError",
    "EmptyDocumentError",
    "EncryptedFileError",
    "ErrorCode",
    "FileTooLargeError",
    "FileUnavailableError",
    "HubUnreachableError",
    "InvalidAnswerError",
    "ModelTooLargeError",
    "NotAResumeError",
    "NothingToScoreError",
    "QueueFullError",
    "ReadingTimeoutError",
    "RemoteCodeRefusedError",
    "ResumeExpertiseError",
    "ResumeFileError",
    "ScoringError",
    "ScoringFailedError",
    "SealBrokenError",
    "StorageError",
    "TaskClosedError",
    "TooComplexError",
    "TooManyFilesAnHourError",
    "TooManyFilesError",
    "UnsupportedFileError",
    "VacancyNotFoundError",
]
