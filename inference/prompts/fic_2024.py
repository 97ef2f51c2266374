"""Template `fic-2024`: the text of the published adapter's training, byte for byte.

Its flaws are part of it: the last 700 characters of the experience are dropped, the loop that
should have cut from the left never cuts, and the tokenizer then cuts on the right, so a long
experience pushes position, skills, client and salary out of the model's sight.
"""

from domain.fields import FieldName
from inference.prompts.row import PromptRow
from inference.prompts.template import EncodedPrompt
from inference.prompts.tokenizer import PromptTokenizer

_DROPPED_FROM_EXPERIENCE = 700
_POSITION_CHARACTERS = 100
_SKILLS_CHARACTERS = 200
_SALARY_CHARACTERS = 200


class Fic2024:
    """See the module's text."""

    name = "fic-2024"

    def encode(self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int) -> EncodedPrompt:
        before, after = tokenizer.frame
        text, spans = _lay_out(row)
        encoding = tokenizer.encode(text)
        kept = max_length - len(before) - len(after)
        starts = [start for start, _ in encoding.offsets]
        seen = {
            field: _seen_share(row, field, spans[field], starts, kept, tokenizer)
            for field in row.present_fields()
            if row.text(field).strip()
        }
        return EncodedPrompt((*before, *encoding.ids[:kept], *after), seen)

    def encode_without(
        self, row: PromptRow, field: FieldName, tokenizer: PromptTokenizer, max_length: int
    ) -> tuple[int, ...]:
        return self.encode(row.without([field]), tokenizer, max_length).token_ids


def render_fic_2024(row: PromptRow) -> str:
    """The prompt's text, before the tokenizer cuts it."""
    return _lay_out(row)[0]


def _lay_out(row: PromptRow) -> tuple[str, dict[FieldName, tuple[int, int]]]:
    """The text and where in it each field's value stands, in characters."""
    parts: tuple[tuple[FieldName, str, str], ...] = (
        ("age", "<start_of_turn>age\n", row.age),
        ("city", "\n\ncity\n", row.city),
        (
            "work_experience",
            "\n\nwork_experience\n",
            row.work_experience[:-_DROPPED_FROM_EXPERIENCE],
        ),
        ("position", "\n\nposition\n", row.position[:_POSITION_CHARACTERS]),
        ("key_skills", "\n\nkey_skills\n", row.key_skills[:_SKILLS_CHARACTERS]),
        ("client_name", "\n\nclient_name\n", row.client_name),
        ("salary", "\n\nsalary\n", row.salary[:_SALARY_CHARACTERS]),
    )
    text, spans = "", {}
    for field, label, value in parts:
        text += label
        spans[field] = (len(text), len(text) + len(value))
        text += value
    return text + "<end_of_turn>", spans


def _seen_share(
    row: PromptRow,
    field: FieldName,
    span: tuple[int, int],
    starts: list[int],
    kept: int,
    tokenizer: PromptTokenizer,
) -> float:
    begin, end = span
    inside = [index for index, start in enumerate(starts) if begin <= start < end]
    left_out = row.text(field)[end - begin :]
    total = len(inside) + (len(tokenizer.encode(left_out).ids) if left_out else 0)
    return sum(index < kept for index in inside) / total if total else 0.0
