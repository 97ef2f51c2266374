"""An item that ended its process twice fails alone."""

from typing import Final

from domain.batch import BatchItem
from domain.errors import (
    FileUnavailableError,
    NothingToScoreError,
    ResumeFileError,
    ScoringError,
)
from domain.failure import Failure

MAX_ATTEMPTS: Final = 2


def is_set_aside(item: BatchItem) -> bool:
    return item.attempts >= MAX_ATTEMPTS


def failure_of(
    error: ResumeFileError | FileUnavailableError | ScoringError | NothingToScoreError,
) -> Failure:
    if isinstance(error, FileUnavailableError):
        return Failure(code="download")
    return Failure.of(error)


SET_ASIDE: Final = Failure(code="set_aside")
