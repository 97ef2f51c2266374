"""A laid out `fic-2024` prompt, and what it becomes when a part of it is changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from domain.fields import FieldName
from inference.prompts.job_list import JobItem, job_items
from inference.prompts.row import PromptRow
from inference.prompts.skill_list import SkillItem, shown_shares, skill_items, without_skills
from inference.prompts.template import EncodedPrompt, ListField, ListItem, TokenIds
from inference.prompts.tokenizer import PromptTokenizer


@dataclass(frozen=True)
class Fic2024Form:
    """The words around the fields in their order, and how many characters of each are kept.

    Of the experience the last `dropped_characters` are lost.
    """

    labels: Mapping[FieldName, str]
    longest_characters: Mapping[FieldName, int]
    dropped_characters: int
    ending: str

    def shown_characters(self, row: PromptRow, name: FieldName) -> int:
        """How many of a field's first characters the template lets through."""
        length = len(row.text(name))
        if name == "work_experience":
            length = max(0, length - self.dropped_characters)
        return min(length, self.longest_characters.get(name, length))


GEMMA_FORM: Final = Fic2024Form(
    labels={
        "age": "<start_of_turn>age\n",
        "city": "\n\ncity\n",
        "work_experience": "\n\nwork_experience\n",
        "position": "\n\nposition\n",
        "key_skills": "\n\nkey_skills\n",
        "client_name": "\n\nclient_name\n",
        "salary": "\n\nsalary\n",
    },
    longest_characters={"position": 100, "key_skills": 200, "salary": 200},
    dropped_characters=700,
    ending="<end_of_turn>",
)
_ENCODER_LABELS: Final[dict[FieldName, str]] = {
    "age": "age:\n",
    "city": "\n\ncity:\n",
    "work_experience": "\n\nwork_experience:\n",
    "position": "\n\nposition:\n",
    "key_skills": "\n\nkey_skills:\n",
    "client_name": "\n\nclient_name:\n",
    "salary": "\n\nsalary:\n",
}
ENCODER_FORM: Final = Fic2024Form(
    labels=_ENCODER_LABELS,
    longest_characters={"position": 100, "key_skills": 200, "salary": 200},
    dropped_characters=700,
    ending="",
)
SHORT_ENCODER_FORM: Final = Fic2024Form(
    labels=_ENCODER_LABELS,
    longest_characters={
        "work_experience": 500,
        "position": 100,
        "key_skills": 150,
        "salary": 100,
    },
    dropped_characters=0,
    ending="",
)


@dataclass(frozen=True)
class Fic2024Text:
    """What of each field the template lets through, before the tokenizer cuts."""

    shown: Mapping[FieldName, str]
    form: Fic2024Form = GEMMA_FORM

    @classmethod
    def of(cls, row: PromptRow, form: Fic2024Form = GEMMA_FORM) -> "Fic2024Text":
        shown = {name: row.text(name)[: form.shown_characters(row, name)] for name in form.labels}
        return cls(shown, form)

    @property
    def text(self) -> str:
        labels = self.form.labels
        return "".join(label + self.shown[name] for name, label in labels.items()) + (
            self.form.ending
        )

    def replaced(self, texts: Mapping[FieldName, str]) -> "Fic2024Text":
        return Fic2024Text({**self.shown, **texts}, self.form)

    def spans(self) -> dict[FieldName, tuple[int, int]]:
        """Where in the text each field's value stands, in characters."""
        spans, end = {}, 0
        for name, label in self.form.labels.items():
            begin = end + len(label)
            end = begin + len(self.shown[name])
            spans[name] = (begin, end)
        return spans


@dataclass(frozen=True)
class Fic2024Prompt:
    """Implements LaidOutPrompt.

    A changed prompt is encoded anew, so what a long experience had pushed out can come back
    into sight; what the template drops by characters stays dropped.
    """

    row: PromptRow
    tokenizer: PromptTokenizer
    max_length: int
    form: Fic2024Form = GEMMA_FORM
    _body: Fic2024Text = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_body", Fic2024Text.of(self.row, self.form))

    @cached_property
    def prompt(self) -> EncodedPrompt:
        starts = [start for start, _ in self.tokenizer.encode(self._body.text).offsets]
        seen = {
            name: self._seen_share(name, starts)
            for name in self.row.present_fields()
            if self.row.text(name).strip()
        }
        return EncodedPrompt(self._encode(self._body), seen)

    def without(self, fields: Collection[FieldName]) -> TokenIds:
        return self._encode(Fic2024Text.of(self.row.without(fields), self.form))

    def items(self, field: ListField) -> tuple[ListItem, ...]:
        return self._jobs if field == "work_experience" else self._skills

    def without_items(self, field: ListField, numbers: Collection[int]) -> TokenIds:
        items = self.items(field)
        if not any(items[number].seen for number in numbers):
            return self.prompt.token_ids
        shown = self.form.shown_characters(self.row, field)
        if field == "key_skills":
            keys = frozenset[str]().union(*(self._skill_items[number].keys for number in numbers))
            text = without_skills(self.row.key_skills, keys, shown)
        else:
            spans = [span for number in numbers for span in self._job_items[number].spans]
            text = _without_spans(self.row.work_experience[:shown], spans)
        if not text.strip():
            return self.without([field])
        return self._encode(self._body.replaced({field: text}))

    def shown_text(self, field: FieldName) -> str:
        return self._body.shown[field]

    def with_texts(self, texts: Mapping[FieldName, str]) -> TokenIds:
        return self._encode(self._body.replaced(texts))

    @cached_property
    def _job_items(self) -> tuple[JobItem, ...]:
        return job_items(self.row)

    @cached_property
    def _skill_items(self) -> tuple[SkillItem, ...]:
        return skill_items(self.row)

    @cached_property
    def _jobs(self) -> tuple[ListItem, ...]:
        sight = self._sight_characters("work_experience")
        jobs = []
        for job in self._job_items:
            total = sum(end - begin for begin, end in job.spans)
            shown = sum(max(0, min(end, sight) - begin) for begin, end in job.spans)
            jobs.append(ListItem(job.places, shown / total))
        return tuple(jobs)

    @cached_property
    def _skills(self) -> tuple[ListItem, ...]:
        sight = self._sight_characters("key_skills")
        shares = shown_shares(self.row.key_skills, self._skill_items, sight)
        return tuple(ListItem(skill.places, share) for skill, share in shares)

    def _encode(self, body: Fic2024Text) -> TokenIds:
        before, after = self.tokenizer.frame
        return (*before, *self.tokenizer.encode(body.text).ids[: self._kept_tokens], *after)

    @property
    def _kept_tokens(self) -> int:
        before, after = self.tokenizer.frame
        return self.max_length - len(before) - len(after)

    def _seen_share(self, name: FieldName, starts: list[int]) -> float:
        begin, end = self._body.spans()[name]
        inside = [index for index, start in enumerate(starts) if begin <= start < end]
        left_out = self.row.text(name)[end - begin :]
        total = len(inside) + (len(self.tokenizer.encode(left_out).ids) if left_out else 0)
        return sum(index < self._kept_tokens for index in inside) / total if total else 0.0

    def _sight_characters(self, name: FieldName) -> int:
        """How many of the field's characters the model sees."""
        begin, end = self._body.spans()[name]
        offsets = self.tokenizer.encode(self._body.text).offsets[: self._kept_tokens]
        sight = offsets[-1][1] if offsets else 0
        return max(0, min(end, sight) - begin)


def _without_spans(text: str, spans: Collection[tuple[int, int]]) -> str:
    kept, position = "", 0
    for begin, end in sorted(spans):
        kept += text[position:begin]
        position = end
    kept += text[position:]
    return kept if kept.endswith("\n") == text.endswith("\n") else kept.rstrip("\n")
