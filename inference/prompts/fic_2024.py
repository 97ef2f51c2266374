"""Templates of the published models' training, byte for byte.

`fic-2024` is the text of the Gemma adapter. Its flaws are part of it: the last 700 characters of
the experience are dropped, the loop that should have cut from the left never cuts, and the
tokenizer then cuts on the right, so a long experience pushes position, skills, client and salary
out of the model's sight. `fic-2024-encoder` cuts the same under other labels: ruRoPEBert's.
`fic-2024-short` is rubert-tiny2's: the first 500 characters of the experience, 100 of the position,
150 of the skills and 100 of the salary.
"""

from domain.fields import FieldName
from inference.prompts.fic_2024_prompt import (
    ENCODER_FORM,
    GEMMA_FORM,
    SHORT_ENCODER_FORM,
    Fic2024Form,
    Fic2024Prompt,
    Fic2024Text,
)
from inference.prompts.row import PromptRow
from inference.prompts.template import EncodedPrompt, TokenIds
from inference.prompts.tokenizer import PromptTokenizer


class Fic2024:
    """See the module's text."""

    def __init__(self, name: str = "fic-2024", form: Fic2024Form = GEMMA_FORM) -> None:
        self.name = name
        self._form = form

    def lay_out(self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int) -> Fic2024Prompt:
        return Fic2024Prompt(row, tokenizer, max_length, self._form)

    def encode(self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int) -> EncodedPrompt:
        return self.lay_out(row, tokenizer, max_length).prompt

    def encode_without(
        self, row: PromptRow, field: FieldName, tokenizer: PromptTokenizer, max_length: int
    ) -> TokenIds:
        return self.lay_out(row, tokenizer, max_length).without([field])


FIC_2024_ENCODER = Fic2024("fic-2024-encoder", ENCODER_FORM)
FIC_2024_SHORT = Fic2024("fic-2024-short", SHORT_ENCODER_FORM)


def render_fic_2024(row: PromptRow) -> str:
    """The prompt's text, before the tokenizer cuts it."""
    return Fic2024Text.of(row).text
