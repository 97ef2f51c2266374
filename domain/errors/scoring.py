"""A resume that gets no score."""

from domain.errors.root import ResumeExpertiseError


class ScoringError(ResumeExpertiseError):
    """The model gave no score."""


class QueueFullError(ScoringError):
    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class TooManyFilesError(ResumeExpertiseError):
    """`limit` files of one person are being read already."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class ScoringFailedError(ScoringError):
    pass


class NothingToScoreError(ResumeExpertiseError):
    pass
