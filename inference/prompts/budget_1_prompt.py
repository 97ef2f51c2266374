"""A laid out `budget-1` prompt, and what it becomes when a part of it is changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.fields import FieldName
from inference.prompts.job_list import JobItem, job_items
from inference.prompts.row import MISSING, PromptRow
from inference.prompts.skill_list import SkillItem, shown_shares, skill_items, without_skills
from inference.prompts.template import EncodedPrompt, ListField, ListItem, TokenIds
from inference.prompts.tokenizer import PromptTokenizer


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the values; `room` tokens are left for all of them."""

    labels: Mapping[FieldName, Sequence[int]]
    end: Sequence[int]
    room: int
    budgets: Mapping[FieldName, int]

    def token_ids(self, values: Mapping[FieldName, Sequence[int]]) -> TokenIds:
        ids: list[int] = []
        for field, label in self.labels.items():
            ids += [*label, *values[field]]
        return (*ids, *self.end)


@dataclass(frozen=True, slots=True)
class ShownJobs:
    """The lines that are shown, cut to the room; `shares` of each job that is shown at all."""

    total: Sequence[int]
    jobs: Mapping[str, Sequence[int]]
    shares: Mapping[str, float]
    newline: Sequence[int]
    seen: float

    def ids(self, hidden: Collection[str] = ()) -> list[int]:
        ids = list(self.total)
        for entry, line in self.jobs.items():
            if entry not in hidden:
                ids += [*(self.newline if ids else ()), *line]
        return ids


@dataclass(frozen=True)
class Budget1Prompt:
    """Implements LaidOutPrompt: only the changed field's own piece changes."""

    prompt: EncodedPrompt
    row: PromptRow
    tokenizer: PromptTokenizer
    frame: Frame
    values: Mapping[FieldName, Sequence[int]]
    texts: Mapping[FieldName, str]
    jobs: ShownJobs

    def without(self, fields: Collection[FieldName]) -> TokenIds:
        values = dict(self.values)
        missing = self.tokenizer.user_ids(MISSING)
        # The experience has no budget of its own: it takes what the others leave.
        for field in (*self.frame.budgets, "work_experience"):
            if field in fields:
                others = sum(len(ids) for name, ids in values.items() if name != field)
                budget = self.frame.budgets.get(field, self.frame.room)
                values[field] = missing[: min(budget, self.frame.room - others)]
        return self.frame.token_ids(values)

    def items(self, field: ListField) -> tuple[ListItem, ...]:
        return self._jobs if field == "work_experience" else self._skills

    def without_items(self, field: ListField, numbers: Collection[int]) -> TokenIds:
        items = self.items(field)
        if not any(items[number].seen for number in numbers):
            return self.prompt.token_ids
        if field == "work_experience":
            ids = self.jobs.ids(hidden={self._job_items[number].entry for number in numbers})
            remains = len(ids) > len(self.jobs.total)
        else:
            keys = frozenset[str]().union(*(self._skill_items[number].keys for number in numbers))
            text = without_skills(self.texts[field], keys, len(self.shown_text(field)))
            ids = self.tokenizer.user_ids(text)[: self.frame.budgets[field]]
            remains = bool(text)
        if not remains:
            return self.without([field])
        return self.frame.token_ids({**self.values, field: ids})

    def shown_text(self, field: FieldName) -> str:
        text, shown = self.texts[field], len(self.values[field])
        ends = self.tokenizer.user_ends(text)
        return text if shown >= len(ends) else text[: ends[shown - 1] if shown else 0]

    def with_texts(self, texts: Mapping[FieldName, str]) -> TokenIds:
        """Where the words need more room than there is, the experience gives up its last ones."""
        values = dict(self.values)
        for field, text in texts.items():
            values[field] = self.tokenizer.user_ids(text)[: self.frame.budgets[field]]
        used = sum(map(len, values.values()))
        kept = len(values["work_experience"]) - max(0, used - self.frame.room)
        values["work_experience"] = values["work_experience"][: max(0, kept)]
        return self.frame.token_ids(values)

    @cached_property
    def _job_items(self) -> tuple[JobItem, ...]:
        return job_items(self.row)

    @cached_property
    def _skill_items(self) -> tuple[SkillItem, ...]:
        return skill_items(self.row)

    @cached_property
    def _jobs(self) -> tuple[ListItem, ...]:
        shares = self.jobs.shares
        return tuple(ListItem(job.places, shares.get(job.entry, 0.0)) for job in self._job_items)

    @cached_property
    def _skills(self) -> tuple[ListItem, ...]:
        shown = len(self.shown_text("key_skills"))
        shares = shown_shares(self.texts["key_skills"], self._skill_items, shown)
        return tuple(ListItem(skill.places, share) for skill, share in shares)
