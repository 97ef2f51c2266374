"""Why one resume of many got no score, as it is stored."""

from collections.abc import Mapping
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from domain.errors import ErrorCode, NothingToScoreError, ResumeFileError, ScoringError

FailureCode = ErrorCode | Literal["scoring", "nothing_to_score", "set_aside", "download"]
"""The contract's code of a file, or what became of it on its way: the model failed, nothing was
left to score, it has ended its process twice, Telegram did not give it out."""

_FILE_ERRORS: Final[Mapping[str, type[ResumeFileError]]] = {
    error.code: error for error in ResumeFileError.__subclasses__()
}


class Failure(BaseModel):
    """`facts` are the error's own: a limit, a media type."""

    model_config = ConfigDict(frozen=True)

    code: FailureCode
    facts: Mapping[str, str | bool | int | float] = Field(default_factory=dict)

    @classmethod
    def of(cls, error: ResumeFileError | ScoringError | NothingToScoreError) -> Self:
        if isinstance(error, ResumeFileError):
            return cls(code=error.code, facts=vars(error))
        return cls(code="scoring" if isinstance(error, ScoringError) else "nothing_to_score")

    def as_file_error(self) -> ResumeFileError | None:
        """The error that it was made of; None where that was not the file's."""
        kind = _FILE_ERRORS.get(self.code)
        return None if kind is None else kind(**self.facts)
