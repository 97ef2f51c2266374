"""Brings an open database to the newest schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from domain.errors import DatabaseTooNewError

_FOLDER = Path(__file__).parent


def upgrade_schema(connection: Connection, *, target: str = "head") -> None:
    """Runs what is missing up to `target` in the caller's transaction: all takes effect, or none.

    Raises DatabaseTooNewError where the file names a revision that this program lacks.
    """
    config = Config()
    # A percent sign in the install path would be read as interpolation.
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    found = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise DatabaseTooNewError(str(connection.engine.url.database), found)
    command.upgrade(config, target)
