"""A small BPE tokenizer with Gemma's control tokens, trained on the language at hand."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tokenizers import (
    AddedToken,
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    processors,
    trainers,
)
from tokenizers import pre_tokenizers as cuts

PAD, EOS, BOS, UNKNOWN = "<pad>", "<eos>", "<bos>", "<unk>"
TURN_TOKENS: Final = ("<start_of_turn>", "<end_of_turn>")
CONTROL_TOKENS: Final = (PAD, EOS, BOS, UNKNOWN, *TURN_TOKENS)
_ALPHABET: Final = sorted("абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz0123456789")


def train_tokenizer(texts: Iterable[str], vocabulary: int, path: Path) -> None:
    """Writes `tokenizer.json`. Letters lose their case; a run of digits is cut every four.

    So a year is one token and so is a number of months.
    """
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace("ё", "е")]
    )
    tokenizer.pre_tokenizer = cuts.Sequence(
        [
            cuts.Split(Regex(r"\d{1,4}|\n|[^\w\s]"), "isolated"),
            cuts.Metaspace(prepend_scheme="never"),
        ]
    )
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="never")
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        min_frequency=2,
        special_tokens=[AddedToken(t, normalized=False, special=True) for t in CONTROL_TOKENS],
        initial_alphabet=_ALPHABET,
        limit_alphabet=400,
        show_progress=False,
    )
    tokenizer.train_from_iterator(_with_numbers(texts), trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{BOS} $A", special_tokens=[(BOS, CONTROL_TOKENS.index(BOS))]
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(path))


def _with_numbers(texts: Iterable[str]) -> Iterable[str]:
    """Years and small numbers often enough that each becomes one token."""
    yield from texts
    for number in (*range(1975, 2031), *range(481)):
        yield f" {number} {number}-{number:02d}-01 " * 60
