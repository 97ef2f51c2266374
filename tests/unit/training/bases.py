"""Small random bases of the published models' architectures, as a hub lays them out."""

import json
from pathlib import Path

import torch
from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertModel, Gemma2Config

from tests.unit.inference.bundle_factory import make_base, make_tokenizer

_WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
LONGEST_TOKENS = 96


def make_bert(folder: Path, *, dropout: float = 0.1) -> Path:
    """Two layers without a classification head; one token a byte."""
    tokenizer = _byte_tokenizer()
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=LONGEST_TOKENS,
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=dropout,
        initializer_range=0.2,
    )
    BertModel(config).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def make_gemma(folder: Path) -> Path:
    make_base(folder, hidden_size=64)
    return folder


def make_gemma_9b_without_weights(folder: Path) -> Path:
    """Gemma-2-9b's config and no more of its safetensors than the header."""
    folder.mkdir()
    Gemma2Config(
        vocab_size=256_000,
        hidden_size=3584,
        intermediate_size=14336,
        num_hidden_layers=42,
        num_attention_heads=16,
        num_key_value_heads=8,
        head_dim=256,
        max_position_embeddings=8192,
    ).save_pretrained(folder)
    in_a_layer = 3584 * (2 * 4096 + 2 * 2048 + 3 * 14336)
    tensors = {
        f"model.layers.{layer}.mlp.up_proj.weight": {"dtype": "BF16", "shape": [in_a_layer]}
        for layer in range(42)
    }
    tensors["model.embed_tokens.weight"] = {"dtype": "BF16", "shape": [256_000, 3584]}
    header = json.dumps(tensors).encode()
    (folder / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)
    make_tokenizer().save(str(folder / "tokenizer.json"))
    return folder


def _byte_tokenizer() -> Tokenizer:
    words = [*_WORDS, *pre_tokenizers.ByteLevel.alphabet()]
    tokenizer = Tokenizer(models.BPE({word: i for i, word in enumerate(words)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.add_special_tokens([AddedToken(word, special=True) for word in _WORDS])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return tokenizer
