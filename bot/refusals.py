"""Why the bot can't start, in words for who runs it."""

from bot.i18n import Translator
from domain import errors


def refusal_text(translator: Translator, error: errors.ResumeExpertiseError) -> str:
    if isinstance(error, errors.BundleError):
        return _bundle_text(translator, error)
    if isinstance(error, errors.DatabaseBusyError):
        return translator.plain("operator-database-busy", path=error.path)
    if isinstance(error, errors.SealBrokenError):
        return translator.plain("operator-sealed", column=error.column)
    if isinstance(error, errors.StorageError):
        return translator.plain("operator-database", reason=str(error))
    return str(error)


def _bundle_text(translator: Translator, error: errors.BundleError) -> str:
    match error:
        case errors.BundleNotFoundError():
            return translator.plain("operator-bundle-missing", name=error.name)
        case errors.BundleUnavailableError():
            # A hub's names have an owner before the slash; packages and devices have none.
            is_of_a_hub = "/" in error.source
            key = "operator-bundle-unfetched" if is_of_a_hub else "operator-bundle-absent"
            return translator.plain(key, name=error.bundle, source=error.source)
        case errors.RemoteCodeRefusedError():
            return translator.plain("operator-bundle-code", name=error.bundle, source=error.source)
        case errors.ModelTooLargeError():
            return translator.plain(
                "operator-bundle-large",
                name=error.bundle,
                device=error.device,
                needed=error.needed_mib,
                available=error.available_mib,
            )
    return translator.plain("operator-bundle", reason=str(error))
