"""Template `budget-1`: every short field whole within its own budget, the newest jobs in the rest.

The experience stands first and the short fields after it, longest first, so that hiding a short
field changes only a short tail: the keys and values before it can be used again. The pieces are
tokenised apart, so that a field's tokens never depend on its neighbours. A skill or a clause that
is said again counts once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.fields import FieldName
from inference.prompts.experience import newest_first, split_entries
from inference.prompts.repeats import without_repeated_clauses, without_repeated_skills
from inference.prompts.row import MISSING, PromptRow
from inference.prompts.template import EncodedPrompt
from inference.prompts.tokenizer import PromptTokenizer

_FULL_ROOM_TOKENS: Final = 720
_LEAST_ROOM_TOKENS: Final = 48
_LEAST_BUDGET_TOKENS: Final = 6
_FULL_BUDGETS_TOKENS: Final[dict[FieldName, int]] = {
    "key_skills": 160,
    "position": 48,
    "salary": 40,
    "client_name": 24,
    "city": 16,
    "age": 8,
}
_WORTH_CUTTING_TOKENS: Final = 8


class Budget1:
    """See the module's text.

    Budgets hold where 720 tokens and more are left for values; less room scales them down.
    """

    name = "budget-1"

    def encode(self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int) -> EncodedPrompt:
        pieces, seen = _lay_out(row, tokenizer, max_length)
        return EncodedPrompt(pieces.token_ids(), seen)

    def encode_without(
        self, row: PromptRow, field: FieldName, tokenizer: PromptTokenizer, max_length: int
    ) -> tuple[int, ...]:
        """Only the field's own piece changes: the room that it leaves stays empty."""
        pieces, _ = _lay_out(row, tokenizer, max_length)
        others = sum(len(ids) for name, ids in pieces.values.items() if name != field)
        budget = _budgets_tokens(pieces.room).get(field, pieces.room)
        masked = tokenizer.user_ids(MISSING)[: min(budget, pieces.room - others)]
        return pieces.replaced(field, masked).token_ids()


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Ids of the values and of what stands before each; `room` is left for all values."""

    labels: Mapping[FieldName, Sequence[int]]
    values: Mapping[FieldName, Sequence[int]]
    end: Sequence[int]
    room: int

    def token_ids(self) -> tuple[int, ...]:
        ids: list[int] = []
        for field, label in self.labels.items():
            ids += [*label, *self.values[field]]
        return (*ids, *self.end)

    def replaced(self, field: FieldName, ids: Sequence[int]) -> "_Pieces":
        return replace(self, values={**self.values, field: ids})


def _lay_out(
    row: PromptRow, tokenizer: PromptTokenizer, max_length: int
) -> tuple[_Pieces, dict[FieldName, float]]:
    before, after = tokenizer.frame
    labels: dict[FieldName, list[int]] = {
        "work_experience": [*before, *tokenizer.template_ids("<start_of_turn>work_experience\n")]
    }
    labels |= {field: tokenizer.template_ids(f"\n\n{field}\n") for field in _FULL_BUDGETS_TOKENS}
    end = [*tokenizer.template_ids("<end_of_turn>"), *after]
    room = max_length - sum(map(len, labels.values())) - len(end)
    if room < _LEAST_ROOM_TOKENS:
        needed = max_length - room + _LEAST_ROOM_TOKENS
        raise ValueError(f"budget-1 needs {needed} tokens with this tokenizer")
    values: dict[FieldName, list[int]] = {}
    seen: dict[FieldName, float] = {}
    masked_tokens = len(tokenizer.user_ids(MISSING))
    reserved = 0
    for field, budget in _budgets_tokens(room).items():
        ids = tokenizer.user_ids(_short_text(row, field))
        values[field] = ids[:budget]
        # A field can be hidden later without pushing anything else out.
        reserved += min(budget, max(len(ids), masked_tokens))
        if row.is_present(field):
            seen[field] = len(values[field]) / len(ids) if ids else 0.0
    values["work_experience"], share = _fill(row, tokenizer, room - reserved)
    if row.is_present("work_experience"):
        seen["work_experience"] = share
    return _Pieces(labels, values, end, room), seen


def _short_text(row: PromptRow, field: FieldName) -> str:
    text = row.text(field)
    return without_repeated_skills(text) if field == "key_skills" else text


def _budgets_tokens(room: int) -> dict[FieldName, int]:
    return {
        field: max(_LEAST_BUDGET_TOKENS, full * min(room, _FULL_ROOM_TOKENS) // _FULL_ROOM_TOKENS)
        for field, full in _FULL_BUDGETS_TOKENS.items()
    }


def _fill(row: PromptRow, tokenizer: PromptTokenizer, room: int) -> tuple[list[int], float]:
    """Whole jobs, newest first; the first that does not fit is cut and all older ones are left out.

    Returns the ids and the share of the experience's tokens among them.
    """
    entries = newest_first(split_entries(row.work_experience))
    lines = [without_repeated_clauses(entry) for entry in entries] or [MISSING]
    if row.total_experience is not None:
        lines.insert(0, row.total_experience)
    newline = tokenizer.template_ids("\n")
    encoded = [tokenizer.user_ids(line) for line in lines]
    total = sum(map(len, encoded))
    ids: list[int] = []
    shown = 0
    for line in encoded:
        joint = newline if ids else []
        space = room - len(ids) - len(joint)
        if space < min(len(line), _WORTH_CUTTING_TOKENS):
            break
        ids += [*joint, *line[:space]]
        shown += min(len(line), space)
        if space < len(line):
            break
    return ids, shown / total if total else 0.0
