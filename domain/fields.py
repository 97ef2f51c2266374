"""The seven fields that a resume is judged by, named as the columns of the training data."""

from typing import Final, Literal, get_args

FieldName = Literal[
    "age", "city", "position", "key_skills", "client_name", "salary", "work_experience"
]

FIELD_NAMES: Final[tuple[FieldName, ...]] = get_args(FieldName)
