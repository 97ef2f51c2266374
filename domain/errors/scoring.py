"""A resume that gets no score."""

from domain.errors.root import ResumeExpertiseError


class ScoringError(ResumeExpertiseError):
    """The model gave no score."""


class QueueFullError(ScoringError):
    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class TooManyFilesAnHourError(ResumeExpertiseError):
    """One person's `limit` files of this hour are used up; the next may come in `minutes`."""

    def __init__(self, limit: int, minutes: int) -> None:
        super().__init__(limit, minutes)
        self.limit = limit
        self.minutes = minutes


class TooManyFilesError(ResumeExpertiseError):
    """`limit` files of one person are being read already."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class ScoringFailedError(ScoringError):
    pass


class NothingToScoreError(ResumeExpertiseError):
    pass
