"""Stage 1: the small base learns the language and to see the evidence in a career."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import Gemma2Config, Gemma2ForCausalLM

from training.corpus.families import FAMILIES
from training.fit.attention import CAUSAL_ONLY, NO_MASKS
from training.fit.batches import Batch, plan_batches
from training.fit.embeddings import number_tokens, starting_embeddings
from training.fit.examples import (
    CONFIRMATION,
    LOGITS_A_CONFIRMATION,
    TARGET_NAMES,
    Example,
)
from training.fit.loop import Report, Stage, run_stage
from training.fit.losses import evidence_loss, family_loss, pair_loss
from training.fit.preset import Preset

TOKENIZER_FILE = "tokenizer.json"


def base_config(preset: Preset) -> Any:
    """Gemma-2 without soft-capping of the attention: see training.fit.attention."""
    return Gemma2Config(
        vocab_size=preset.vocabulary,
        hidden_size=preset.hidden_size,
        intermediate_size=preset.intermediate_size,
        num_hidden_layers=preset.layers,
        num_attention_heads=preset.heads,
        num_key_value_heads=preset.key_value_heads,
        head_dim=preset.head_width,
        query_pre_attn_scalar=preset.head_width,
        attn_logit_softcapping=None,
        sliding_window=4096,
        max_position_embeddings=4096,
        pad_token_id=0,
        eos_token_id=1,
        bos_token_id=2,
    )


class EvidenceReader(nn.Module):
    """The base under linear heads on the last token: the parts of the evidence, the trade."""

    def __init__(self, backbone: Any, hidden_size: int) -> None:
        super().__init__()
        self.backbone = backbone
        self.evidence = nn.Linear(hidden_size, len(TARGET_NAMES))
        self.family = nn.Linear(hidden_size, len(FAMILIES))

    def loss(self, batch: Batch) -> Tensor:
        last = last_hidden(self.backbone, batch)
        read = self.evidence(last)
        evidence = evidence_loss(read, batch.targets, batch.weight)
        logits = LOGITS_A_CONFIRMATION * read[:, CONFIRMATION]
        pairs = pair_loss(logits, batch.same, batch.more)
        return evidence + family_loss(self.family(last), batch.family) + pairs


def last_hidden(backbone: Any, batch: Batch) -> Tensor:
    """(rows, hidden) at each row's last real token."""
    hidden: Tensor = backbone(
        input_ids=batch.token_ids, attention_mask=NO_MASKS, use_cache=False
    ).last_hidden_state
    return hidden[torch.arange(len(hidden)), batch.last]


def train_base(
    preset: Preset,
    vocabulary: dict[str, int],
    documents: Sequence[Sequence[int]],
    units: Sequence[tuple[Example, ...]],
    folder: Path,
    *,
    key: str,
    seed: int,
    report: Report,
) -> None:
    """Trains all weights and writes config.json and half-precision safetensors to `folder`."""
    torch.manual_seed(seed)
    config = base_config(preset)
    config._attn_implementation = CAUSAL_ONLY
    model = Gemma2ForCausalLM(config)
    if documents:
        report("base: counting the words' neighbours")
        start = starting_embeddings(
            documents, vocabulary, preset.hidden_size, preset.vocabulary, seed
        )
        words = model.get_input_embeddings().weight
        with torch.no_grad():
            words.copy_(start)
            words[0] = 0
        _keep_numbers(words, vocabulary)
    reader = EvidenceReader(model.model, preset.hidden_size)
    stage = Stage(
        name="base",
        key=f"base-{key}",
        seed=seed,
        groups=[{"params": list(reader.parameters()), "lr": preset.base_rate}],
        module=reader,
        loss=reader.loss,
        checkpoint=folder.parent / "base.checkpoint.pt",
    )
    run_stage(stage, units, plan_batches(units, preset.batch_tokens, seed), report)
    model.config._attn_implementation = "eager"
    model.to(torch.float16).save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)


def _keep_numbers(words: Tensor, vocabulary: dict[str, int]) -> None:
    """Numbers stay where their size put them: what is learned of 61 months holds for 62."""
    tokens = torch.tensor(number_tokens(vocabulary))

    def without_numbers(gradient: Tensor) -> Tensor:
        return gradient.index_fill(0, tokens, 0.0)

    words.register_hook(without_numbers)  # type: ignore[no-untyped-call]
