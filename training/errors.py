"""What goes wrong at the command line of training, as facts."""

from collections.abc import Mapping

from domain.errors import ResumeExpertiseError


class TrainingError(ResumeExpertiseError):
    """Root of what training refuses on purpose."""


class RowsError(TrainingError):
    """A file of rows that can't be read; `place` is the line, column or cause."""

    def __init__(self, path: str, place: str) -> None:
        super().__init__(path, place)
        self.path = path
        self.place = place


class CorpusError(TrainingError):
    """A corpus folder without a file that is needed."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class TooFewRowsError(TrainingError):
    """Rows that can't be learned from or measured on: `lack` says what there is too little of."""

    def __init__(self, lack: str, found: int) -> None:
        super().__init__(lack, found)
        self.lack = lack
        self.found = found


class NothingLearnedError(TrainingError):
    """A model that ranks nothing right after its training: `cause` says how that shows."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class ModelFolderError(TrainingError):
    """A folder that holds no trained model; `part` is what is missing or unfit."""

    def __init__(self, path: str, part: str) -> None:
        super().__init__(path, part)
        self.path = path
        self.part = part


class BaseUnavailableError(TrainingError):
    """A base model that is neither a folder nor to be had from the hub."""

    def __init__(self, base: str, cause: str) -> None:
        super().__init__(base, cause)
        self.base = base
        self.cause = cause


class BaseUnfitError(TrainingError):
    """A base that this training can't start from: `part` should be `expected`."""

    def __init__(self, base: str, part: str, expected: str, found: str) -> None:
        super().__init__(base, part, expected, found)
        self.base = base
        self.part = part
        self.expected = expected
        self.found = found


class RemoteCodeNeededError(TrainingError):
    """A base whose Python comes with its weights, which nobody has allowed to run."""

    def __init__(self, base: str) -> None:
        super().__init__(base)
        self.base = base


class NotEnoughMemoryError(TrainingError):
    """Training would need more memory than there is; `parts` say for what, in MiB."""

    def __init__(self, device: str, parts: Mapping[str, int], available_mib: int) -> None:
        super().__init__(device, dict(parts), available_mib)
        self.device = device
        self.parts = dict(parts)
        self.available_mib = available_mib

    @property
    def needed_mib(self) -> int:
        return sum(self.parts.values())


class UnevenProcessesError(TrainingError):
    """The rows of a step can't be dealt out evenly over the processes."""

    def __init__(self, rows_per_step: int, processes: int) -> None:
        super().__init__(rows_per_step, processes)
        self.rows_per_step = rows_per_step
        self.processes = processes
