"""What an explanation over the seven fields costs beside a bare score, and that it is exact.

`python -m benchmarks.inference_shared_prefixes`. Made-up careers in the embedded bundle's tokens,
with both templates, at the embedded bundle's shape and at Gemma-2-2b's (4 random layers each).
"""

import json
import random
import statistics
import sys
from collections.abc import Sequence
from typing import Any, Final

from benchmarks._careers import career
from benchmarks._clock import seconds
from benchmarks._gemma import COMPACT, TWO_B, make_classifier
from inference.model.files import SHIPPED_BUNDLES
from inference.model.margins import MarginModel
from inference.model.packing import count_tokens
from inference.prompts import TEMPLATES, PromptTokenizer

_MAX_LENGTH: Final = {"budget-1": 512, "fic-2024": 1024}
_ROWS: Final = {"compact": 6, "gemma-2-2b": 1}
_COUNTED_ROWS: Final = 60
_CAREERS: Final = (0, 1, 2, 4, 8)

Group = tuple[tuple[int, ...], list[tuple[int, ...]]]


def main() -> int:
    tokenizer = PromptTokenizer.from_file(SHIPPED_BUNDLES / "compact" / "base" / "tokenizer.json")
    figures: dict[str, Any] = {}
    models = {
        "compact": MarginModel(make_classifier(COMPACT), 1),
        "gemma-2-2b": MarginModel(make_classifier(TWO_B), 1),
    }
    for template in _MAX_LENGTH:
        groups = [_group(template, tokenizer, index) for index in range(_COUNTED_ROWS)]
        shares = _shares(groups)
        figures[template] = {
            "median_prompt_tokens": statistics.median(len(whole) for whole, _ in groups),
            "tokens_beside_a_bare_score": round(statistics.fmean(shares), 2),
            "most_tokens_beside_a_bare_score": round(max(shares), 2),
        }
        for jobs in _CAREERS:
            figures[template][f"{jobs}_jobs"] = found = _count(template, tokenizer, jobs)
            sys.stdout.write(f"{template:10} {jobs} jobs      {json.dumps(found)}\n")
        for shape, model in models.items():
            found = _measure(model, _typical(groups, _ROWS[shape]))
            figures[template][shape] = found
            sys.stdout.write(f"{template:10} {shape:11} {json.dumps(found)}\n")
            sys.stdout.flush()
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _count(template: str, tokenizer: PromptTokenizer, jobs: int) -> dict[str, float]:
    """Tokens that run beside a bare score for careers of so many jobs."""
    groups = [_group(template, tokenizer, index, jobs) for index in range(_COUNTED_ROWS)]
    shares = _shares(groups)
    return {
        "median_prompt_tokens": statistics.median(len(whole) for whole, _ in groups),
        "tokens_beside_a_bare_score": round(statistics.median(shares), 2),
        "most_tokens_beside_a_bare_score": round(max(shares), 2),
    }


def _shares(groups: Sequence[Group]) -> list[float]:
    return [count_tokens([whole, *own]) / len(whole) for whole, own in groups]


def _group(template: str, tokenizer: PromptTokenizer, index: int, jobs: int | None = None) -> Group:
    """The whole prompt, and one for each of the seven fields with that field masked."""
    row = career(random.Random(index), jobs=6 + index % 5 if jobs is None else jobs)
    layout = TEMPLATES[template].lay_out(row, tokenizer, _MAX_LENGTH[template])
    return layout.prompt.token_ids, [layout.without([name]) for name in row.present_fields()]


def _typical(groups: Sequence[Group], count: int) -> list[Group]:
    """Those around the middle by length."""
    ranked = sorted(groups, key=lambda group: len(group[0]))
    middle = (len(ranked) - count) // 2
    return ranked[middle : middle + count]


def _measure(model: MarginModel, groups: Sequence[Group]) -> dict[str, float]:
    wholes, variants = [whole for whole, _ in groups], [own for _, own in groups]
    every = [ids for whole, own in groups for ids in (whole, *own)]
    found: list[float] = []
    naive: list[float] = []

    def explain() -> None:
        found[:] = [
            margin
            for answer in model.margins_with_variants(wholes, variants)
            for margin in (answer.whole, *answer.variants)
        ]

    def explain_naively() -> None:
        naive[:] = [margin for ids in every for margin in model.margins([ids])]

    best_of = 3 if len(groups) > 1 else 1
    bare = seconds(lambda: [model.margins([ids]) for ids in wholes], best_of=best_of)
    explained = seconds(explain, best_of=best_of)
    alone = seconds(explain_naively, best_of=best_of)
    return {
        "times_a_bare_score": round(explained / bare, 2),
        "naive_times_a_bare_score": round(alone / bare, 2),
        "largest_difference": max(abs(a - b) for a, b in zip(found, naive, strict=True)),
    }


if __name__ == "__main__":
    sys.exit(main())
