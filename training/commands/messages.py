"""What the command line says of what can't be done, and what to do about it."""

from training.errors import (
    BaseUnavailableError,
    BaseUnfitError,
    NotEnoughMemoryError,
    NothingLearnedError,
    RemoteCodeNeededError,
    TooFewRowsError,
    UnevenProcessesError,
)


def explain(error: Exception) -> str:
    """Facts alone where there is nothing to advise."""
    match error:
        case BaseUnavailableError():
            return (
                f"the base {error.base} is no folder and can't be fetched ({error.cause}). Where "
                f"there is a network run: hf download {error.base} --local-dir DIR --include "
                '"*.json" "*.safetensors" "*.py", carry DIR here, and name it with --base DIR.'
            )
        case BaseUnfitError():
            return (
                f"the base {error.base} does not fit: {error.part} should be {error.expected}, "
                f"but is {error.found}."
            )
        case RemoteCodeNeededError():
            return (
                f"the base {error.base} brings Python code of its own. If you have read it and "
                "trust it, allow it with --allow-remote-code."
            )
        case NotEnoughMemoryError():
            parts = ", ".join(f"{name} {mib}" for name, mib in error.parts.items())
            return (
                f"a process needs about {error.needed_mib} MiB on {error.device} ({parts}), "
                f"but has {error.available_mib}. Try --gradient-checkpointing, a smaller "
                "--max-length, --weights nf4 for Gemma, or --rows-per-step 1."
            )
        case TooFewRowsError():
            return f"too few {error.lack}: there are {error.found}."
        case NothingLearnedError():
            return f"nothing was learned that ranks people ({error.cause}). More rows may help."
        case UnevenProcessesError():
            return (
                f"{error.rows_per_step} rows of a step can't be dealt out over {error.processes} "
                "processes evenly: change --rows-per-step or the number of processes."
            )
    return str(error)
