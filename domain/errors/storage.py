"""What the database did not do."""

from domain.errors.root import ResumeExpertiseError


class StorageError(ResumeExpertiseError):
    """The database did not do what was asked."""


class AnalysisNotFoundError(StorageError):
    def __init__(self, analysis_id: int) -> None:
        super().__init__(analysis_id)
        self.analysis_id = analysis_id


class VacancyNotFoundError(StorageError):
    def __init__(self, vacancy_id: int) -> None:
        super().__init__(vacancy_id)
        self.vacancy_id = vacancy_id


class ContestNotFoundError(StorageError):
    def __init__(self, contest_id: int) -> None:
        super().__init__(contest_id)
        self.contest_id = contest_id


class ContestDecidedError(StorageError):
    """Another admin decided this contest first."""

    def __init__(self, contest_id: int) -> None:
        super().__init__(contest_id)
        self.contest_id = contest_id


class BatchNotFoundError(StorageError):
    def __init__(self, batch_id: int) -> None:
        super().__init__(batch_id)
        self.batch_id = batch_id


class TaskClosedError(StorageError):
    """No analysis can be stored for this task any more: it ended, or was never there."""

    def __init__(self, task_id: int) -> None:
        super().__init__(task_id)
        self.task_id = task_id


class DatabaseBusyError(StorageError):
    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class DatabaseTooNewError(StorageError):
    """Migrations only go forward, so an older program must not touch this file."""

    def __init__(self, path: str, revision: str) -> None:
        super().__init__(path, revision)
        self.path = path
        self.revision = revision


class DatabaseUnavailableError(StorageError):
    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class SealBrokenError(StorageError):
    """A sealed value does not open: DATA_KEY is missing or another one, or the row was changed."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column
