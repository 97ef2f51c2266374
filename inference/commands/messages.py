"""What the command line says of a bundle that can't be used, and what to do about it."""

from domain.errors import (
    BundleError,
    BundleMismatchError,
    BundleNotFoundError,
    BundleUnavailableError,
)


def explain_bundle(error: BundleError) -> str:
    match error:
        case BundleNotFoundError():
            return f"No bundle {error.name}: name a shipped bundle or a folder with manifest.json."
        case BundleMismatchError():
            return (
                f"Bundle {error.bundle} is refused: {error.part} should be {error.expected}, "
                f"but is {error.found}."
            )
        case BundleUnavailableError():
            return (
                f"Bundle {error.bundle} needs {error.source}, which is not on this machine. "
                "Weights of a hub have to lie in its local cache beforehand."
            )
    raise AssertionError(f"no message for {type(error).__name__}")
