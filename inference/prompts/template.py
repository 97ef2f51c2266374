"""What a prompt template is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from domain.fields import FieldName
from inference.prompts.row import PromptRow
from inference.prompts.tokenizer import PromptTokenizer


@dataclass(frozen=True, slots=True)
class EncodedPrompt:
    """Token ids for the model, and the share (0..1) of each present field that is in them."""

    token_ids: tuple[int, ...]
    seen: Mapping[FieldName, float]


class Template(Protocol):
    """Row -> token ids; a pure function of its arguments."""

    @property
    def name(self) -> str: ...

    def encode(
        self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int
    ) -> EncodedPrompt: ...

    def encode_without(
        self, row: PromptRow, field: FieldName, tokenizer: PromptTokenizer, max_length: int
    ) -> tuple[int, ...]:
        """The row's prompt with one field masked as missing; no longer than `max_length`."""
        ...
