"""An analysis as a row, and a row as an analysis."""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Connection, Executable, RowMapping, insert

from domain.analysis import Analysis, NewAnalysis
from domain.errors import StorageError
from domain.score import ModelIdentity, Score
from storage.tables import analyses
from storage.vault import Vault

_SEALED: Final = ("resume", "file_name")
logger = logging.getLogger(__name__)


class AnalysisRows:
    """Reads and writes rows of `analyses`; the resume and the file's name are sealed."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def insert(
        self,
        connection: Connection,
        analysis: NewAnalysis,
        created_at: datetime,
        task_id: int | None = None,
    ) -> Analysis:
        """Stores the analysis in the caller's transaction and gives it as it was stored."""
        columns = _columns(analysis) | {"created_at": created_at, "task_id": task_id}
        for name in _SEALED:
            columns[name] = self._vault.seal(
                connection, analysis.user_id, _column(name), columns[name]
            )
        statement = insert(analyses).values(columns).returning(analyses)
        return self.read(connection, connection.execute(statement).mappings().one())

    def opened(self, connection: Connection, row: RowMapping) -> dict[str, Any]:
        """The row's columns with what is sealed in them opened; it must have `user_id`."""
        return {
            name: self._vault.open(connection, row["user_id"], _column(name), value)
            if name in _SEALED
            else value
            for name, value in row.items()
        }

    def read(self, connection: Connection, row: RowMapping) -> Analysis:
        """Raises StorageError for a row that the domain does not accept any more."""
        return _analysis_from(self.opened(connection, row))

    def one(self, connection: Connection, statement: Executable) -> Analysis | None:
        row = connection.execute(statement).mappings().one_or_none()
        return None if row is None else self.read(connection, row)

    def all(self, connection: Connection, statement: Executable) -> Sequence[Analysis]:
        rows = connection.execute(statement).mappings().all()
        return [self.read(connection, row) for row in rows]


def _column(name: str) -> str:
    return f"analyses.{name}"


def _columns(analysis: NewAnalysis) -> dict[str, Any]:
    score = analysis.assessment.score
    return {
        "user_id": analysis.user_id,
        "source": analysis.source,
        "file_sha256": analysis.file_sha256,
        "resume": analysis.resume.model_dump(mode="json"),
        "score": score.score,
        "probability": score.probability,
        "percentile": score.percentile,
        "explanation": analysis.assessment.explanation.model_dump(mode="json"),
        "bundle_name": score.model.name,
        "bundle_revision": score.model.revision,
        "template": score.model.template,
        "is_demo": score.model.is_demo,
        "is_calibrated": score.model.is_calibrated,
        "file_name": analysis.file_name,
        "vacancy_id": analysis.vacancy_id,
        "batch_id": analysis.batch_id,
        "parent_id": analysis.parent_id,
    }


def _analysis_from(row: Mapping[str, Any]) -> Analysis:
    facts = (
        *("id", "user_id", "created_at", "source", "file_sha256", "resume"),
        *("file_name", "vacancy_id", "batch_id", "parent_id"),
    )
    try:
        return Analysis.model_validate(
            {name: row[name] for name in facts}
            | {"assessment": {"score": score_from_row(row), "explanation": row["explanation"]}}
        )
    except ValidationError as error:
        places = [".".join(map(str, detail["loc"])) for detail in error.errors()]
        logger.error("analysis %s can't be read: %s", row["id"], ", ".join(places))
        # Not chained: pydantic's text quotes the resume.
        raise StorageError from None


def score_from_row(row: Mapping[Any, Any]) -> Score:
    """The score's columns of an analysis; raises ValidationError."""
    model = ModelIdentity(
        name=row["bundle_name"],
        revision=row["bundle_revision"],
        template=row["template"],
        is_demo=row["is_demo"],
        is_calibrated=row["is_calibrated"],
    )
    return Score(
        score=row["score"],
        probability=row["probability"],
        percentile=row["percentile"],
        model=model,
    )
