"""What a prompt template is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from domain.fields import FieldName
from inference.prompts.row import PromptRow
from inference.prompts.tokenizer import PromptTokenizer

TokenIds = tuple[int, ...]
ListField = Literal["key_skills", "work_experience"]


@dataclass(frozen=True, slots=True)
class EncodedPrompt:
    """Token ids for the model, and the share (0..1) of each present field that is in them."""

    token_ids: TokenIds
    seen: Mapping[FieldName, float]


@dataclass(frozen=True, slots=True)
class ListItem:
    """A skill or a job: its places in the resume's own list, and the share (0..1) that is seen.

    What the resume repeats is one item with several places.
    """

    places: tuple[int, ...]
    seen: float


class LaidOutPrompt(Protocol):
    """One row's prompt, and what it becomes when a part of it is changed.

    No variant is longer than the prompt's limit.
    """

    @property
    def prompt(self) -> EncodedPrompt: ...

    def without(self, fields: Collection[FieldName]) -> TokenIds:
        """With these fields masked as missing."""
        ...

    def items(self, field: ListField) -> tuple[ListItem, ...]:
        """The items of a list in the order of their places; none where the field is missing."""
        ...

    def without_items(self, field: ListField, numbers: Collection[int]) -> TokenIds:
        """Without these of `items`; the field masked where nothing that was shown remains.

        Nothing that was out of sight takes the room, so an unseen item changes nothing.
        """
        ...

    def shown_text(self, field: FieldName) -> str:
        """What of a short field the template lets through."""
        ...

    def with_texts(self, texts: Mapping[FieldName, str]) -> TokenIds:
        """With other texts in these short fields' places."""
        ...


class Template(Protocol):
    """Row -> token ids; a pure function of its arguments."""

    @property
    def name(self) -> str: ...

    def lay_out(
        self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int
    ) -> LaidOutPrompt: ...

    def encode(
        self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int
    ) -> EncodedPrompt: ...

    def encode_without(
        self, row: PromptRow, field: FieldName, tokenizer: PromptTokenizer, max_length: int
    ) -> TokenIds:
        """The row's prompt with one field masked as missing; no longer than `max_length`."""
        ...
