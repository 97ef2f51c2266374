"""What an explanation costs beside a bare score, with the shipped bundle on a CPU.

`python -m benchmarks.inference_explain [BUNDLE]`. One made-up career that fills the bundle's
prompt, and one of a few jobs with 60 skills. Milliseconds are medians of interleaved runs; `x` is
the multiple of a bare score in the same run. `tokens_x` is the same counted in tokens that run
through the model, which no machine changes, for each template.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from benchmarks._careers import career
from inference.assessor import Assessor, load_assessor
from inference.explanation.plan import ExplanationPlan
from inference.model.files import SHIPPED_BUNDLES
from inference.model.packing import count_tokens
from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer

_REPEATS: Final = 9
_LENGTH_TOKENS: Final = 1024


def main() -> int:
    bundle = sys.argv[1] if len(sys.argv) > 1 else "compact"
    assessor = load_assessor(bundle, device="cpu")
    long = career(random.Random(1), jobs=12)
    skilled = replace(
        career(random.Random(2), jobs=3), key_skills=", ".join(f"навык {n}" for n in range(60))
    )
    milliseconds = _milliseconds(_questions(assessor, long, skilled))
    bare = milliseconds["bare_score"]
    figures: dict[str, object] = {
        name: {"ms": round(value, 1), "x": round(value / bare, 2)}
        for name, value in milliseconds.items()
    }
    for name, value in milliseconds.items():
        sys.stdout.write(f"{name:24} {value:8.1f} ms {value / bare:6.2f} x\n")
    for template in TEMPLATES:
        counted = _token_multiples(template, [long, *_short_careers()])
        figures[f"tokens_x {template}"] = counted
        sys.stdout.write(f"tokens_x {template:18} {counted}\n")
    sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
    return 0


def _questions(
    assessor: Assessor, career: PromptRow, skilled: PromptRow
) -> dict[str, Callable[[], object]]:
    return {
        "bare_score": lambda: assessor.assess([career], explained=False),
        "fields_and_noise": lambda: assessor.assess([career]),
        "and_jobs": lambda: assessor.assess([career], detail=["jobs"]),
        "and_skills": lambda: assessor.assess([career], detail=["skills"]),
        "and_shapley": lambda: assessor.assess([career], detail=["shapley"]),
        "and_60_skills": lambda: assessor.assess([skilled], detail=["skills"]),
        "audit": lambda: assessor.audit(career),
    }


def _milliseconds(questions: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Medians; every round asks every question, so that a slow moment hits all alike."""
    taken: dict[str, list[float]] = {name: [] for name in questions}
    for number in range(_REPEATS + 1):
        for name, ask in questions.items():
            started = time.perf_counter()
            ask()
            if number:
                taken[name].append(1000 * (time.perf_counter() - started))
    return {name: statistics.median(values) for name, values in taken.items()}


def _token_multiples(template: str, rows: list[PromptRow]) -> dict[str, float]:
    """Tokens that run, as multiples of the prompts alone; medians over the rows."""
    path = SHIPPED_BUNDLES / "compact" / "base" / "tokenizer.json"
    tokenizer = PromptTokenizer.from_file(path)
    found: dict[str, list[float]] = {}
    for row in rows:
        layout = TEMPLATES[template].lay_out(row, tokenizer.remembering(), _LENGTH_TOKENS)
        plan = ExplanationPlan.of(row, layout, ())
        plans = {
            "fields": replace(plan, reworded=()),
            "fields_and_noise": plan,
            "and_jobs": ExplanationPlan.of(row, layout, ["jobs"]),
            "and_skills": ExplanationPlan.of(row, layout, ["skills"]),
            "and_shapley": ExplanationPlan.of(row, layout, ["shapley"]),
        }
        for name, one in plans.items():
            found.setdefault(name, []).append(count_tokens(one.prompts()) / len(plan.whole))
    return {name: round(statistics.median(values), 2) for name, values in found.items()}


def _short_careers() -> list[PromptRow]:
    return [career(random.Random(seed), jobs=1 + seed % 9) for seed in range(3, 30)]


if __name__ == "__main__":
    sys.exit(main())
