"""What goes wrong at the command line of training, as facts."""

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


class ModelFolderError(TrainingError):
    """A folder that holds no trained model; `part` is what is missing or unfit."""

    def __init__(self, path: str, part: str) -> None:
        super().__init__(path, part)
        self.path = path
        self.part = part
