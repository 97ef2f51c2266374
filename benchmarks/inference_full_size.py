"""Gemma-2-2b's shape with 4 random layers: the seed's way beside ours, and what each idea brings.

`python -m benchmarks.inference_full_size`. In float32, and in bfloat16: on a CPU with AMX on the
same resumes, elsewhere (where bfloat16 is emulated) the seed's way on one short one.
"""

import copy
import json
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final

import torch
from torch import Tensor

from benchmarks._clock import seconds
from benchmarks._gemma import (
    TWO_B,
    agreement,
    hold_in_bfloat16,
    length_mix,
    linear_weights,
    make_classifier,
    one_by_one,
    run_padded,
    seed_batches,
    with_adapter,
)
from inference.model.batches import cut_batches
from inference.model.classifier import ExpertiseClassifier
from inference.model.device import has_fast_bfloat16
from inference.model.forward import PackedDecoder
from inference.model.margins import MarginModel
from inference.model.packing import Pack

_RESUMES: Final = 8
_SHORT_TOKENS: Final = 96
_BATCH_TOKENS: Final = 2048
_BARE_TOKENS: Final = 1024

Way = Callable[[], list[float]]


class _EveryState(PackedDecoder):
    """Ours without the last idea: the last layer too is run for every token."""

    def last_states(self, pack: Pack) -> Tensor:
        states = self._model.embed_tokens(pack.ids).float()
        for layer in self._layers:
            rotation = self._rotation(layer.kind, pack.positions, int(pack.positions.max()))
            states = layer.run(states, rotation, pack.spans)
        return self._norm(states[pack.lasts])


def main() -> int:
    prompts = length_mix(_RESUMES)
    fast = has_fast_bfloat16(torch.device("cpu"))
    figures: dict[str, Any] = {"resumes": _RESUMES, "amx_bf16": fast}
    adapted = with_adapter(make_classifier(TWO_B))
    arrival, single = seed_batches(prompts), one_by_one(prompts)
    buckets = cut_batches(list(map(len, prompts)), _BATCH_TOKENS)
    ways: dict[str, Way] = {
        "seed: eager, padded, unmerged": lambda: run_padded(adapted, prompts, arrival)
    }
    told = _measure(ways)
    merged: ExpertiseClassifier = adapted.merge_and_unload()
    every = MarginModel(merged, 1)
    every._decoder = _EveryState(merged.model)
    ours = MarginModel(merged, 1)
    told |= _measure(
        {
            "+ merged adapter": lambda: run_padded(merged, prompts, arrival),
            "+ sorted by length, cut by tokens": lambda: run_padded(merged, prompts, buckets),
            "+ packed instead, blockwise attention": lambda: every.margins(prompts),
            "+ last layer for last tokens (ours)": lambda: ours.margins(prompts),
            "eager one by one, merged": lambda: run_padded(merged, prompts, single),
        }
    )
    figures["float32"] = _told(told)
    seconds_ours, _ = told["+ last layer for last tokens (ours)"]
    figures["float32"]["share_of_bare_linear"] = _share_of_bare(
        merged, list(map(len, prompts)), seconds_ours, torch.float32
    )
    expected = told["eager one by one, merged"][1]
    figures["bfloat16"] = _in_bfloat16(copy.deepcopy(merged), prompts, expected, fast=fast)
    first_seconds = next(iter(told.values()))[0]
    best = min(seconds_ours, _RESUMES / figures["bfloat16"]["ours_resumes_per_second"])
    figures["times_the_seed"] = round(first_seconds / best, 2)
    for kind in ("float32", "bfloat16"):
        _say(f"{kind}: {json.dumps(figures[kind])}")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _measure(ways: dict[str, Way]) -> dict[str, tuple[float, list[float]]]:
    """Seconds and margins of each way."""
    told = {}
    for name, way in ways.items():
        found: list[float] = []
        taken = seconds(lambda way=way, found=found: found.extend(way()))  # type: ignore[misc]
        told[name] = (taken, found)
        _say(f"{name:40}{_RESUMES / taken:8.3f} resumes/s")
    return told


def _told(told: dict[str, tuple[float, list[float]]]) -> dict[str, Any]:
    expected = told["eager one by one, merged"][1]
    steps = list(told)[:-1]
    return {
        "resumes_per_second": {
            name: round(_RESUMES / taken, 3) for name, (taken, _) in told.items()
        },
        "times_by_idea": {
            name: round(told[before][0] / told[name][0], 2) for before, name in pairwise(steps)
        },
        "times_the_seed": round(told[steps[0]][0] / told[steps[-1]][0], 2),
        "agreement": {name: agreement(found, expected) for name, (_, found) in told.items()},
    }


def _in_bfloat16(
    classifier: ExpertiseClassifier,
    prompts: Sequence[Sequence[int]],
    expected: Sequence[float],
    *,
    fast: bool,
) -> dict[str, Any]:
    """The adapter is merged here: the seed's way would be slower still with it."""
    hold_in_bfloat16(classifier)
    ours = MarginModel(classifier, 1)
    found: list[float] = []
    taken = seconds(lambda: found.extend(ours.margins(prompts)))
    compared = prompts if fast else [prompts[0][:_SHORT_TOKENS]]
    classifier.score.to(torch.bfloat16)
    seed = seconds(lambda: run_padded(classifier, compared, seed_batches(compared)))
    classifier.score.float()
    own = taken if fast else seconds(lambda: ours.margins(compared))
    return {
        "ours_resumes_per_second": round(len(prompts) / taken, 3),
        "agreement": agreement(found, expected),
        "times_the_seed_in_bfloat16": round(seed / own, 2),
        "compared_on": f"{len(compared)} resumes, {sum(map(len, compared))} tokens",
        "share_of_bare_linear": _share_of_bare(
            classifier, list(map(len, prompts)), taken, torch.bfloat16 if fast else torch.float32
        ),
    }


@torch.inference_mode()
def _share_of_bare(
    classifier: ExpertiseClassifier, lengths: Sequence[int], taken: float, dtype: torch.dtype
) -> float:
    """FLOP/s of all linear layers within `taken`, by those of the bare layers one after another."""
    layers = linear_weights(classifier)
    keys = sum(layers[-1][name] for name in ("k_proj", "v_proj"))
    full = sum(sum(layer.values()) for layer in layers[:-1]) + keys
    lasts = sum(layers[-1].values()) - keys
    own = 2 * (sum(lengths) * full + len(lengths) * lasts) / taken
    inputs = {width: torch.randn(_BARE_TOKENS, width, dtype=dtype) for width in _widths(classifier)}
    linears = [
        module.weight.to(dtype)
        for module in classifier.model.layers[0].modules()
        if isinstance(module, torch.nn.Linear)
    ]

    def run() -> None:
        for weight in linears:
            torch.nn.functional.linear(inputs[weight.shape[1]], weight)

    bare = 2 * _BARE_TOKENS * sum(layers[0].values()) / seconds(run, best_of=3)
    _say(f"linear layers: {own / 1e9:.0f} GFLOP/s of {bare / 1e9:.0f} bare")
    return round(own / bare, 3)


def _widths(classifier: ExpertiseClassifier) -> set[int]:
    modules = classifier.model.layers[0].modules()
    return {module.in_features for module in modules if isinstance(module, torch.nn.Linear)}


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
