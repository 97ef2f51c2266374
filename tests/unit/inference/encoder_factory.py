"""Small random encoder bundles: BERT, and an architecture whose code lies in a repository."""

from pathlib import Path
from typing import Any

import torch
from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers, processors
from torch import nn
from transformers import BertConfig, BertForSequenceClassification

from inference.model.head import build_head
from inference.model.manifest import HeadType, PinnedSource
from tests.unit.inference.bundle_factory import HIDDEN_SIZE, save_random_bundle

_CONTROL_TOKENS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")

REMOTE_CODE = '''
"""A BERT of another name."""

from transformers import BertConfig, BertForSequenceClassification


class RemoteConfig(BertConfig):
    model_type = "remote_bert"


class RemoteForSequenceClassification(BertForSequenceClassification):
    config_class = RemoteConfig
'''


def make_encoder_bundle(
    folder: Path, *, head: HeadType = "two-layer", max_length_tokens: int = 128, **facts: Any
) -> Path:
    base = folder.parent / f"{folder.name}-base"
    make_encoder_base(base, head=head)
    told = {
        "architecture": "bert",
        "base": PinnedSource(name="owner/tiny-bert", revision="0" * 40, embedded=True),
        "template": "fic-2024",
        "max_length_tokens": max_length_tokens,
        "head": head,
        "weights": "float32",
    }
    return save_random_bundle(folder, told | facts, base=base)


def make_encoder_base(folder: Path, *, head: HeadType) -> None:
    """As `save_pretrained` lays it out, the head under `classifier`."""
    tokenizer = make_word_pieces()
    make_encoder(head).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))


def make_encoder(head: HeadType) -> Any:
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=make_word_pieces().get_vocab_size(),
        hidden_size=HIDDEN_SIZE,
        intermediate_size=2 * HIDDEN_SIZE,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=256,
        pad_token_id=0,
        num_labels=2,
        initializer_range=0.2,
    )
    model = BertForSequenceClassification(config)
    if head == "two-layer":
        model.classifier = build_head(head, HIDDEN_SIZE, 2)
        for parameter in model.classifier.parameters():
            nn.init.normal_(parameter, std=0.3)
    return model.eval()


def make_word_pieces() -> Tokenizer:
    """Letters as word pieces; frames a text as BERT does."""
    letters = [chr(code) for code in (*range(33, 127), *range(0x410, 0x450))]
    words = [*_CONTROL_TOKENS, *letters, *(f"##{letter}" for letter in letters)]
    vocabulary = {word: index for index, word in enumerate(words)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.add_special_tokens([AddedToken(word, special=True) for word in _CONTROL_TOKENS])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        special_tokens=[("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])],
    )
    return tokenizer
