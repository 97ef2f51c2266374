"""Template `budget-1`: every short field whole within its own budget, the newest jobs in the rest.

The experience stands first and the short fields after it, longest first, so that hiding a short
field changes only a short tail: the keys and values before it can be used again. The pieces are
tokenised apart, so that a field's tokens never depend on its neighbours. A skill or a clause that
is said again counts once.
"""

from collections.abc import Sequence
from typing import Final

from domain.fields import FieldName
from inference.prompts.budget_1_prompt import Budget1Prompt, Frame, ShownJobs
from inference.prompts.experience import newest_first, split_entries
from inference.prompts.repeats import without_repeated_clauses, without_repeated_skills
from inference.prompts.row import MISSING, PromptRow
from inference.prompts.template import EncodedPrompt, TokenIds
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

    def lay_out(self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int) -> Budget1Prompt:
        frame = _frame(tokenizer, max_length)
        texts = {field: _short_text(row, field) for field in frame.budgets}
        values: dict[FieldName, Sequence[int]] = {}
        seen: dict[FieldName, float] = {}
        masked_tokens = len(tokenizer.user_ids(MISSING))
        reserved = 0
        for field, budget in frame.budgets.items():
            ids = tokenizer.user_ids(texts[field])
            values[field] = ids[:budget]
            # A field can be hidden later without pushing anything else out.
            reserved += min(budget, max(len(ids), masked_tokens))
            if row.is_present(field):
                seen[field] = len(values[field]) / len(ids) if ids else 0.0
        jobs = _fill(row, tokenizer, frame.room - reserved)
        values["work_experience"] = jobs.ids()
        if row.is_present("work_experience"):
            seen["work_experience"] = jobs.seen
        prompt = EncodedPrompt(frame.token_ids(values), seen)
        return Budget1Prompt(prompt, row, tokenizer, frame, values, texts, jobs)

    def encode(self, row: PromptRow, tokenizer: PromptTokenizer, max_length: int) -> EncodedPrompt:
        return self.lay_out(row, tokenizer, max_length).prompt

    def encode_without(
        self, row: PromptRow, field: FieldName, tokenizer: PromptTokenizer, max_length: int
    ) -> TokenIds:
        """Only the field's own piece changes: the room that it leaves stays empty."""
        return self.lay_out(row, tokenizer, max_length).without([field])


def _frame(tokenizer: PromptTokenizer, max_length: int) -> Frame:
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
    return Frame(labels, end, room, _budgets_tokens(room))


def _short_text(row: PromptRow, field: FieldName) -> str:
    text = row.text(field)
    return without_repeated_skills(text) if field == "key_skills" else text


def _budgets_tokens(room: int) -> dict[FieldName, int]:
    return {
        field: max(_LEAST_BUDGET_TOKENS, full * min(room, _FULL_ROOM_TOKENS) // _FULL_ROOM_TOKENS)
        for field, full in _FULL_BUDGETS_TOKENS.items()
    }


def _fill(row: PromptRow, tokenizer: PromptTokenizer, room: int) -> ShownJobs:
    """Whole jobs, newest first; the first that does not fit is cut and all older are left out."""
    entries = newest_first(split_entries(row.work_experience)) or [MISSING]
    total = tokenizer.user_ids(row.total_experience or "")
    encoded = {entry: tokenizer.user_ids(without_repeated_clauses(entry)) for entry in entries}
    newline = tokenizer.template_ids("\n")
    shown_total = total[:room] if room >= min(len(total), _WORTH_CUTTING_TOKENS) else []
    jobs: dict[str, list[int]] = {}
    used = len(shown_total)
    for entry, line in encoded.items() if len(shown_total) == len(total) else ():
        joint = len(newline) if used else 0
        space = room - used - joint
        if space < min(len(line), _WORTH_CUTTING_TOKENS):
            break
        jobs[entry] = line[:space]
        used += joint + len(jobs[entry])
        if space < len(line):
            break
    all_tokens = len(total) + sum(map(len, encoded.values()))
    shown_tokens = len(shown_total) + sum(map(len, jobs.values()))
    shares = {entry: len(ids) / len(encoded[entry]) for entry, ids in jobs.items() if ids}
    seen = shown_tokens / all_tokens if all_tokens else 0.0
    return ShownJobs(shown_total, jobs, shares, newline, seen)
