"""Occlusion by field: what the probability would be if one field were missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.fields import FieldName
from domain.score import Explanation
from inference.prompts import EncodedPrompt, PromptRow, PromptTokenizer, Template
from inference.scoring.calibration import Calibration


@dataclass(frozen=True, slots=True)
class OccludedPrompts:
    """The prompt of a row, and for each present field the prompt with that field masked."""

    whole: EncodedPrompt
    without: Mapping[FieldName, tuple[int, ...]]


def encode_occluded(
    row: PromptRow, template: Template, tokenizer: PromptTokenizer, max_length_tokens: int
) -> OccludedPrompts:
    """Each masked field says `нет информации`, as rows of the training data do."""
    once = tokenizer.remembering()
    whole = template.encode(row, once, max_length_tokens)
    without = {
        field: template.encode_without(row, field, once, max_length_tokens)
        for field in row.present_fields()
    }
    return OccludedPrompts(whole, without)


def explain(
    whole: float,
    without: Mapping[FieldName, float],
    seen: Mapping[FieldName, float],
    calibration: Calibration,
) -> Explanation:
    """Margins -> signed changes of the calibrated probability."""
    probability = calibration.probability(whole)
    contributions = {
        field: probability - calibration.probability(margin) for field, margin in without.items()
    }
    return Explanation(contributions=contributions, seen=dict(seen))
