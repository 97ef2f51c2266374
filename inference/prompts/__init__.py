"""RESUME -> PROMPT: the one copy of the row format and of both templates, used by training too."""

from typing import Final

from inference.prompts.budget_1 import Budget1
from inference.prompts.experience import without_repeats
from inference.prompts.fic_2024 import FIC_2024_ENCODER, FIC_2024_SHORT, Fic2024, render_fic_2024
from inference.prompts.from_json import (
    RowFormatError,
    is_column_oriented,
    row_from_json,
    rows_from_columns,
)
from inference.prompts.from_resume import job_line, row_from_resume, total_experience_text
from inference.prompts.prefixes import shared_tokens
from inference.prompts.row import MISSING, PromptRow
from inference.prompts.template import (
    EncodedPrompt,
    LaidOutPrompt,
    ListField,
    ListItem,
    Template,
    TokenIds,
)
from inference.prompts.tokenizer import PromptTokenizer

TEMPLATES: Final[dict[str, Template]] = {
    template.name: template for template in (Fic2024(), FIC_2024_ENCODER, FIC_2024_SHORT, Budget1())
}

__all__ = [
    "MISSING",
    "TEMPLATES",
    "EncodedPrompt",
    "LaidOutPrompt",
    "ListField",
    "ListItem",
    "PromptRow",
    "PromptTokenizer",
    "RowFormatError",
    "Template",
    "TokenIds",
    "is_column_oriented",
    "job_line",
    "render_fic_2024",
    "row_from_json",
    "row_from_resume",
    "rows_from_columns",
    "shared_tokens",
    "total_experience_text",
    "without_repeats",
]
