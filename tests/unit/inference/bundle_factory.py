"""Small random bundles in the shipped layout, for every test that needs a model."""

import json
import warnings
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, processors
from transformers import Gemma2Config, Gemma2ForCausalLM, Gemma3ForCausalLM, Gemma3TextConfig

from inference.model.adapter import LORA_TARGETS, merge_adapter, read_adapter
from inference.model.classifier import load_classifier
from inference.model.files import hash_files
from inference.model.manifest import (
    MANIFEST,
    Architecture,
    BundleFacts,
    HeadType,
    PinnedSource,
    WeightType,
)
from inference.model.saving import save_bundle
from inference.scoring.calibration import Calibration, PlattCurve

LABELS = ("не подтверждён", "подтверждён")
HIDDEN_SIZE = 32
CONTROL_TOKENS = ("<pad>", "<eos>", "<bos>", "<unk>", "<start_of_turn>", "<end_of_turn>")


def make_bundle(
    folder: Path,
    *,
    head: HeadType = "two-layer",
    weights: WeightType = "float32",
    template: str = "budget-1",
    max_length_tokens: int = 256,
    seed: int = 0,
    softcapping: float | None = 50.0,
    architecture: Architecture = "gemma2",
    hidden_size: int = HIDDEN_SIZE,
    **facts: Any,
) -> Path:
    """A bundle of random weights in `folder`, strong enough that fields move the score.

    `hidden_size` is of a gemma2; one of many hundreds takes a second and more for a resume.
    """
    base = folder.parent / f"{folder.name}-base"
    if architecture == "gemma3_text":
        make_gemma3_base(base, seed=seed)
    else:
        make_base(base, seed=seed, softcapping=softcapping, hidden_size=hidden_size)
    peft_model = make_peft_model(base, head=head, seed=seed)
    told = {
        "architecture": architecture,
        "base": PinnedSource(name="tiny-base", revision="0" * 40, embedded=True),
        "adapter": PinnedSource(name="tiny-adapter", revision="0" * 40, embedded=True),
        "template": template,
        "max_length_tokens": max_length_tokens,
        "head": head,
        "weights": weights,
        "hidden_size": hidden_size,
    }
    return save_random_bundle(folder, told | facts, base=base, peft_model=peft_model)


def save_random_bundle(
    folder: Path, told: dict[str, Any], *, base: Path, peft_model: Any = None
) -> Path:
    """What every random bundle says of itself, under what this one tells."""
    facts = {
        "name": folder.name,
        "labels": LABELS,
        "positive_label": LABELS[1],
        "hidden_size": HIDDEN_SIZE,
        "is_demo": True,
        "licence": "MIT",
        "data": {"made": "at random"},
        "metrics": {"roc_auc": 0.5},
    }
    save_bundle(
        folder,
        facts=BundleFacts.model_validate(facts | told),
        peft_model=peft_model,
        base_folder=base,
        calibration=make_calibration(),
        model_card="# Tiny\n\nRandom weights, for tests.",
    )
    return folder


def make_calibration() -> Calibration:
    return Calibration(
        curve=PlattCurve(slope=1.5, intercept=-2.0),
        base_rate=0.0635,
        reference_size=1000,
        reference_margins=tuple(index / 10 - 2 for index in range(41)),
    )


def make_base(
    folder: Path,
    *,
    seed: int = 0,
    hidden_size: int = HIDDEN_SIZE,
    softcapping: float | None = 50.0,
) -> None:
    """A two-layer Gemma-2 with a byte-level tokenizer, as `save_pretrained` lays it out."""
    tokenizer = make_tokenizer()
    torch.manual_seed(seed)
    config = Gemma2Config(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=hidden_size,
        intermediate_size=2 * hidden_size,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=hidden_size // 2,
        query_pre_attn_scalar=hidden_size // 2,
        sliding_window=64,
        attn_logit_softcapping=softcapping,
        pad_token_id=0,
        eos_token_id=1,
        bos_token_id=2,
        initializer_range=0.2,
    )
    Gemma2ForCausalLM(config).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))


def make_gemma3_base(folder: Path, *, seed: int = 0) -> None:
    """Three layers of sliding attention with their own rotary base, then a full one."""
    tokenizer = make_tokenizer()
    torch.manual_seed(seed)
    config = Gemma3TextConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=HIDDEN_SIZE,
        intermediate_size=2 * HIDDEN_SIZE,
        num_hidden_layers=4,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=HIDDEN_SIZE // 2,
        query_pre_attn_scalar=HIDDEN_SIZE // 2,
        sliding_window=64,
        layer_types=[*["sliding_attention"] * 3, "full_attention"],
        rope_parameters={
            "full_attention": {"rope_type": "linear", "factor": 8.0, "rope_theta": 1e6},
            "sliding_attention": {"rope_type": "default", "rope_theta": 1e4},
        },
        pad_token_id=0,
        eos_token_id=1,
        bos_token_id=2,
        initializer_range=0.2,
    )
    Gemma3ForCausalLM(config).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))


def store_quantised(bundle: Path, *, double: bool = True, shard_size: str = "1GB") -> None:
    """The embedded base as a hub has it: packed to NF4 beside the state of its quantisation.

    `double`: its scales are quantised too, as the published base's are.
    """
    from transformers import AutoModelForCausalLM, BitsAndBytesConfig

    quantisation = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=double,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
    model = AutoModelForCausalLM.from_pretrained(
        bundle / "base",
        quantization_config=quantisation,
        dtype=torch.bfloat16,
        device_map={"": "cpu"},
    )
    (bundle / "base/model.safetensors").unlink()
    model.save_pretrained(bundle / "base", max_shard_size=shard_size)
    path = bundle / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | {"files": hash_files(bundle)}))


def make_tokenizer() -> Tokenizer:
    """Bytes and Gemma's control tokens; puts <bos> before a text as Gemma does."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = [*CONTROL_TOKENS, *alphabet]
    tokenizer = Tokenizer(
        models.BPE(vocab={word: index for index, word in enumerate(words)}, merges=[])
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"\n+"), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(word, special=True) for word in CONTROL_TOKENS])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<bos> $A", special_tokens=[("<bos>", tokenizer.token_to_id("<bos>"))]
    )
    return tokenizer


def transformers_classifier(bundle: Path, weights: WeightType = "float32") -> Any:
    """A bundle's classifier by transformers' own loading and model code, to compare with."""
    adapter = read_adapter(bundle / "adapter", bundle.name)
    classifier = load_classifier(
        bundle / "base",
        head=adapter.head_type,
        labels=LABELS,
        weights=weights,
        device=torch.device("cpu"),
    )
    merge_adapter(adapter, classifier)
    return classifier.eval()


def make_peft_model(base: Path, *, head: HeadType, seed: int = 0) -> Any:
    """An adapter on all seven projections whose B is not zero, so that it changes the output."""
    torch.manual_seed(seed + 1)
    classifier = load_classifier(
        base, head=head, labels=LABELS, weights="float32", device=torch.device("cpu")
    )
    config = LoraConfig(task_type="SEQ_CLS", r=4, lora_alpha=8, target_modules=list(LORA_TARGETS))
    with warnings.catch_warnings():
        # PEFT 0.21 asks transformers 5.23 by a name that is about to be renamed.
        warnings.simplefilter("ignore", FutureWarning)
        peft_model = get_peft_model(classifier, config)
    with torch.no_grad():
        for name, parameter in peft_model.named_parameters():
            if "lora_B" in name:
                parameter.normal_(std=0.2)
            elif "score" in name and parameter.dim() == 2:
                parameter.normal_(std=0.3)
    return peft_model
