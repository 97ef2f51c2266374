"""A fast tokenizer as the templates need it: pieces of text to ids, nothing added or cut."""

import copy
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

    def user_ends(self, text: str) -> list[int]:
        """Where in the text each of `user_ids` ends, in characters."""
        encoding = self.encode(text)
        return [
            end
            for token, (_, end) in zip(encoding.ids, encoding.offsets, strict=True)
            if token not in self._control_ids
        ]

    def remembering(self) -> "PromptTokenizer":
        """The same tokenizer that encodes each text once; for the prompts of one resume."""
        clone = copy.copy(self)
        memory: dict[str, Encoding] = {}
        encode = self.encode

        def encode_once(text: str) -> Encoding:
            if text not in memory:
                memory[text] = encode(text)
            return memory[text]

        clone.encode = encode_once  # type: ignore[method-assign]
        return clone


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
