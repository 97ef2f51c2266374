"""Why one file of many has no score, in the words that it would get alone."""

from bot.handlers.errors import error_text
from bot.i18n import Html, Translator
from domain.errors import FileUnavailableError, NothingToScoreError, ScoringFailedError
from domain.failure import Failure


def failure_text(translator: Translator, failure: Failure) -> Html:
    if failure.code == "set_aside":
        return translator.html("error-task-set-aside")
    return error_text(translator, _error(failure))


def _error(failure: Failure) -> Exception:
    file_error = failure.as_file_error()
    if file_error is not None:
        return file_error
    if failure.code == "download":
        return FileUnavailableError()
    return NothingToScoreError() if failure.code == "nothing_to_score" else ScoringFailedError()
