"""The database's schema as a chain of forward-only Alembic migrations."""
