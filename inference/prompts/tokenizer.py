"""A fast tokenizer as the templates need it: pieces of text to ids, nothing added or cut."""

from pathlib import Path
from typing import Any

from tokenizers import Encoding, Tokenizer


class PromptTokenizer:
    """Wraps a tokenizer of the `tokenizers` library, or the fast one of transformers.

    `frame` is what the tokenizer puts around every text: ((bos,), ()) for Gemma,
    ((CLS,), (SEP,)) for BERT.
    """

    def __init__(self, backend: Tokenizer) -> None:
        backend.no_truncation()
        backend.no_padding()
        self._backend = backend
        self._control_ids = _control_ids(backend)
        self.frame = _frame(backend)
        self.id_count = max(backend.get_vocab(with_added_tokens=True).values(), default=-1) + 1

    @classmethod
    def from_file(cls, path: Path) -> "PromptTokenizer":
        """Reads a `tokenizer.json`."""
        return cls(Tokenizer.from_file(str(path)))

    @classmethod
    def from_transformers(cls, tokenizer: Any) -> "PromptTokenizer":
        """A copy of the backend, so that the tokenizer's own truncation setting stays."""
        return cls(Tokenizer.from_str(tokenizer.backend_tokenizer.to_str()))

    def encode(self, text: str) -> Encoding:
        """The text alone, without frame; a control token that it spells becomes that token."""
        return self._backend.encode(text, add_special_tokens=False)

    def template_ids(self, text: str) -> list[int]:
        """Ids of the template's own words, in which control tokens count."""
        return list(self.encode(text).ids)

    def user_ids(self, text: str) -> list[int]:
        """Ids of a person's words: a control token that they spell is left out."""
        return [token for token in self.encode(text).ids if token not in self._control_ids]

    def user_ids_batch(self, texts: list[str]) -> list[list[int]]:
        encodings = self._backend.encode_batch(texts, add_special_tokens=False)
        return [[i for i in encoding.ids if i not in self._control_ids] for encoding in encodings]


def _control_ids(backend: Tokenizer) -> frozenset[int]:
    """Added tokens other than white space and the unknown token, which honest text can give."""
    unknown = getattr(backend.model, "unk_token", None)
    return frozenset(
        token_id
        for token_id, token in backend.get_added_tokens_decoder().items()
        if token.content.strip() and token.content != unknown
    )


def _frame(backend: Tokenizer) -> tuple[tuple[int, ...], tuple[int, ...]]:
    bare = backend.encode("a", add_special_tokens=False).ids
    framed = backend.encode("a", add_special_tokens=True).ids
    before = next(
        (i for i in range(len(framed) - len(bare) + 1) if framed[i : i + len(bare)] == bare), 0
    )
    return tuple(framed[:before]), tuple(framed[before + len(bare) :])
