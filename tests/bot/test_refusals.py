"""Who runs the bot reads why it does not start and what to do."""

import pytest

from bot.i18n import Locales
from bot.refusals import refusal_text
from domain import errors

LOCALES = Locales()
REFUSALS = [
    (errors.BundleNotFoundError("big"), "BUNDLE"),
    (errors.BundleUnavailableError("big", "owner/weights@0123"), "python -m inference fetch big"),
    (errors.BundleUnavailableError("big", "bitsandbytes"), "bitsandbytes"),
    (errors.BundleMismatchError("big", "base", "a", "b"), "base"),
    (errors.RemoteCodeRefusedError("big", "owner/code"), "ALLOW_REMOTE_CODE=1"),
    (errors.ModelTooLargeError("big", "cuda", 20480, 8000), "DEVICE"),
    (errors.DatabaseBusyError("bot.db"), "bot.db"),
    (errors.DatabaseTooNewError("bot.db", "9"), "9"),
]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(("error", "expected"), REFUSALS, ids=lambda value: str(value)[:40])
def test_a_refusal_says_what_to_do(
    error: errors.ResumeExpertiseError, expected: str, language: str
) -> None:
    assert expected in refusal_text(LOCALES.for_code(language), error)
