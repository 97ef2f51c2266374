"""Template `fic-2024`: the text of the published adapter's training, byte for byte.

Its flaws are part of it: the last 700 characters of the experience are dropped, the loop that
should have cut from the left never cuts, and the tokenizer then cuts on the right, so a long
experience pushes position, skills, client and salary out of the model's sight.
"""

from domain.fields import FieldName
from inference.prompts.fic_2024_prompt import Fic2024Prompt, Fic2024Text
from inference.prompts.row import PromptRow
from inference.prompts.template import EncodedPrompt, TokenIds
from inference.prompts.tokenizer import PromptTokenizer


class Fic2024:
    """See the module's text."""

    name = "fic-2024"

    def lay_out(self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int) -> Fic2024Prompt:
        return Fic2024Prompt(row, tokenizer, max_length)

    def encode(self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int) -> EncodedPrompt:
        return self.lay_out(row, tokenizer, max_length).prompt

    def encode_without(
        self, row: PromptRow, field: FieldName, tokenizer: PromptTokenizer, max_length: int
    ) -> TokenIds:
        return self.lay_out(row, tokenizer, max_length).without([field])


def render_fic_2024(row: PromptRow) -> str:
    """The prompt's text, before the tokenizer cuts it."""
    return Fic2024Text.of(row).text
