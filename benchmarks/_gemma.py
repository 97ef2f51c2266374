"""Random models of real shapes, a length mix like real resumes, and the seed's way to run them."""

import math
import random
import warnings
from collections.abc import Sequence
from typing import Any, Final

import torch
from peft import LoraConfig, get_peft_model
from torch import nn
from transformers.models.gemma2.configuration_gemma2 import Gemma2Config

from inference.model.adapter import LORA_TARGETS
from inference.model.classifier import ExpertiseClassifier

MEDIAN_TOKENS: Final = 500
LONGEST_TOKENS: Final = 1024
# Gemma-2-2b (google/gemma-2-2b's config.json) with 4 of its 26 layers and a part of its words.
TWO_B: Final = {
    "hidden_size": 2304,
    "intermediate_size": 9216,
    "num_attention_heads": 8,
    "num_key_value_heads": 4,
    "head_dim": 256,
    "query_pre_attn_scalar": 256,
    "sliding_window": 4096,
    "attn_logit_softcapping": 50.0,
}
# The embedded bundle's.
COMPACT: Final = {
    "hidden_size": 192,
    "intermediate_size": 512,
    "num_attention_heads": 3,
    "num_key_value_heads": 1,
    "head_dim": 64,
    "query_pre_attn_scalar": 64,
    "sliding_window": 4096,
    "attn_logit_softcapping": None,
}
VOCABULARY: Final = 12288
LAYERS: Final = 4
_SEED_BATCH_ROWS: Final = 4
_RANK, _ALPHA = 16, 32

Prompts = Sequence[Sequence[int]]


def make_classifier(shape: dict[str, Any], *, layers: int = LAYERS) -> ExpertiseClassifier:
    """float32, random weights, the head scaled so that resumes differ."""
    config = Gemma2Config(
        **shape, vocab_size=VOCABULARY, num_hidden_layers=layers, num_labels=2, pad_token_id=0
    )
    config.expertise_head = "linear"
    config._attn_implementation = "eager"
    torch.manual_seed(0)
    classifier: ExpertiseClassifier = ExpertiseClassifier(config).eval()
    with torch.no_grad():
        for weight in classifier.parameters():
            if weight.dim() == 2:
                weight.normal_(std=1 / math.sqrt(weight.shape[1]))
    return classifier


def hold_in_bfloat16(classifier: ExpertiseClassifier) -> None:
    """As a bundle's loader does: the weights but not the head, nor the rotary frequencies."""
    for weight in classifier.model.parameters():
        weight.data = weight.data.to(torch.bfloat16)


def with_adapter(classifier: ExpertiseClassifier) -> Any:
    """PEFT's LoRA on all seven projections, not merged; small, but not nothing."""
    config = LoraConfig(
        task_type="SEQ_CLS", r=_RANK, lora_alpha=_ALPHA, target_modules=list(LORA_TARGETS)
    )
    with warnings.catch_warnings():
        # PEFT 0.21 asks transformers 5.23 by a name that is about to be renamed.
        warnings.simplefilter("ignore", FutureWarning)
        adapted = get_peft_model(classifier, config).eval()
    with torch.no_grad():
        for name, weight in adapted.named_parameters():
            if "lora_B" in name:
                weight.normal_(std=0.01)
    return adapted


def length_mix(count: int, longest: int = LONGEST_TOKENS) -> list[list[int]]:
    """Random tokens; lengths log-normal around a median of 500 (or half of a shorter limit)."""
    chance = random.Random(0)
    median = min(MEDIAN_TOKENS, longest // 2)
    steps = [(index + 0.5) / count for index in range(count)]
    normal = [math.sqrt(2) * float(torch.erfinv(torch.tensor(2 * step - 1))) for step in steps]
    lengths = [max(32, min(longest, round(median * math.exp(0.5 * x)))) for x in normal]
    chance.shuffle(lengths)
    return [[chance.randrange(6, VOCABULARY) for _ in range(length)] for length in lengths]


@torch.inference_mode()
def run_padded(classifier: Any, prompts: Prompts, batches: Sequence[Sequence[int]]) -> list[float]:
    """transformers' own forward pass over padded batches; margins in the prompts' order."""
    found = [0.0] * len(prompts)
    for batch in batches:
        rows = [torch.tensor(prompts[index]) for index in batch]
        ids = nn.utils.rnn.pad_sequence(rows, batch_first=True)
        mask = nn.utils.rnn.pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
        logits = classifier(input_ids=ids, attention_mask=mask).logits.float()
        for index, margin in zip(batch, (logits[:, 1] - logits[:, 0]).tolist(), strict=True):
            found[index] = margin
    return found


def seed_batches(prompts: Prompts) -> list[range]:
    """The seed's: in the order of arrival, four at a time."""
    starts = range(0, len(prompts), _SEED_BATCH_ROWS)
    return [range(start, min(len(prompts), start + _SEED_BATCH_ROWS)) for start in starts]


def one_by_one(prompts: Prompts) -> list[list[int]]:
    return [[index] for index in range(len(prompts))]


def linear_weights(classifier: ExpertiseClassifier) -> list[dict[str, int]]:
    """Of each layer: how many weights each projection has."""
    return [
        {
            name.rsplit(".", 1)[-1]: module.weight.numel()
            for name, module in layer.named_modules()
            if isinstance(module, nn.Linear)
        }
        for layer in classifier.model.layers
    ]


def agreement(found: Sequence[float], expected: Sequence[float]) -> dict[str, float]:
    """The largest difference of uncalibrated probability, and Spearman's rank correlation."""
    difference = max(abs(_sigmoid(a) - _sigmoid(b)) for a, b in zip(found, expected, strict=True))
    ranks = [torch.tensor(values).argsort().argsort().double() for values in (found, expected)]
    correlation = float(torch.corrcoef(torch.stack(ranks))[0, 1])
    return {
        "largest_difference": float(f"{difference:.2g}"),
        "rank_correlation": round(correlation, 5),
    }


def _sigmoid(margin: float) -> float:
    return float(torch.sigmoid(torch.tensor(margin)))
