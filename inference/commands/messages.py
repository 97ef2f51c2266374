"""What the command line says of what can't be used, and what to do about it."""

from pathlib import Path

from domain.errors import (
    BundleError,
    BundleInUseError,
    BundleMismatchError,
    BundleNotFoundError,
    BundleNotLoadedError,
    BundleUnavailableError,
    DiskFullError,
    HubUnreachableError,
    ModelTooLargeError,
    RemoteCodeRefusedError,
)
from inference.commands.unfinished import OutputExistsError, OutputMismatchError

_MIB = 1024 * 1024


def explain_bundle(error: BundleError) -> str:
    """What is wrong with the bundle itself, else with this machine or this moment."""
    told = _explain_contents(error) or _explain_circumstances(error)
    if told is None:
        raise AssertionError(f"no message for {type(error).__name__}")
    return told


def _explain_contents(error: BundleError) -> str | None:
    match error:
        case BundleNotFoundError():
            return f"No bundle {error.name}: name a shipped bundle or a folder with manifest.json."
        case BundleMismatchError():
            return (
                f"Bundle {error.bundle} is refused: {error.part} should be {error.expected}, "
                f"but is {error.found}."
            )
        case BundleUnavailableError():
            return f"Bundle {error.bundle} needs {error.source}, which is not on this machine." + (
                f" Run beforehand: python -m inference fetch {error.bundle}"
                if "/" in error.source
                else ""
            )
        case RemoteCodeRefusedError():
            return (
                f"Bundle {error.bundle} runs Python code of {error.source}. If you have read it "
                "and trust it, allow it with --allow-remote-code (ALLOW_REMOTE_CODE=1 for the bot)."
            )
    return None


def _explain_circumstances(error: BundleError) -> str | None:
    match error:
        case ModelTooLargeError():
            return (
                f"Bundle {error.bundle} needs {error.needed_mib} MiB on {error.device}, "
                f"which has {error.available_mib} MiB left."
            )
        case HubUnreachableError():
            return (
                f"Bundle {error.bundle}: can't reach {error.source} ({error.cause}). Run this "
                "where there is a network: python -m inference fetch "
                f"{error.bundle} --to DIR, and carry DIR/{error.bundle} here as --bundle."
            )
        case DiskFullError():
            return (
                f"Bundle {error.bundle} needs {error.needed_bytes // _MIB} MiB in {error.path}, "
                f"which has {error.free_bytes // _MIB} MiB left."
            )
        case BundleNotLoadedError():
            return f"No bundle {error.name} is in memory: load it first."
        case BundleInUseError():
            return f"Resumes go to bundle {error.name}: switch to another before unloading it."
    return None


def explain_output(error: OutputExistsError | OutputMismatchError) -> str:
    if isinstance(error, OutputExistsError):
        return f"{error.out} is there already: delete it, or name another file."
    return (
        f"{error.out} was begun with another {error.part}: {error.before}, and not {error.now}. "
        f"Run it as it was begun, or delete {error.out} and {error.out}.unfinished."
    )


def explain_interruption(output: Path | None) -> str:
    if output is None:
        return "Stopped."
    return f"Stopped. {output} has what is done: the same command goes on from there."
