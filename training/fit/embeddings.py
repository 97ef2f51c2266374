"""A start for the embeddings: words that stand near each other begin near each other.

Positive pointwise mutual information of token pairs, factorised by a truncated SVD (Levy and
Goldberg 2014): minutes of counting instead of hours of language modelling. Numbers get a place
by their size, so that 61 months begin next to 62.
"""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.utils.extmath import randomized_svd
from torch import Tensor

Floats = NDArray[Any]
_WINDOW: Final = 3
_CONTEXTS: Final = 2000
_CHUNK_TOKENS: Final = 2_000_000
_STANDARD_DEVIATION: Final = 0.06
_LARGEST_COUNT: Final = 480
_YEARS: Final = (1970, 2035)


def starting_embeddings(
    documents: Sequence[Sequence[int]], vocabulary: dict[str, int], width: int, size: int, seed: int
) -> Tensor:
    """(size, width): one row a token id; `vocabulary` maps a token's text to its id."""
    vectors = _factorise(_pair_counts(documents, size), width, seed)
    rng = np.random.default_rng(seed)
    vectors += rng.normal(0, 0.1 * float(vectors.std() or 1.0), vectors.shape)
    vectors *= _STANDARD_DEVIATION / float(vectors.std() or 1.0)
    _place_numbers(vectors, vocabulary, rng)
    return torch.tensor(vectors, dtype=torch.float32)


def _pair_counts(documents: Sequence[Sequence[int]], size: int) -> Floats:
    """(size, contexts): how often a token stands at most `_WINDOW` from each frequent token."""
    flat = np.fromiter((t for d in documents for t in d), dtype=np.int64)
    frequency = np.bincount(flat, minlength=size)
    contexts = np.argsort(-frequency, kind="stable")[: min(_CONTEXTS, size)]
    place = np.full(size, -1)
    place[contexts] = np.arange(len(contexts))
    counts = np.zeros((size, len(contexts)), dtype=np.float32)
    for start in range(0, len(flat), _CHUNK_TOKENS):
        part = flat[start : start + _CHUNK_TOKENS]
        for distance in range(1, min(_WINDOW, len(part) - 1) + 1):
            for token, context in (
                (part[:-distance], part[distance:]),
                (part[distance:], part[:-distance]),
            ):
                column = place[context]
                kept = column >= 0
                weight = np.full(int(kept.sum()), 1 / distance, dtype=np.float32)
                pairs = (weight, (token[kept], column[kept]))
                counts += sparse.csr_matrix(pairs, shape=counts.shape).toarray()
    return counts


def _factorise(counts: Floats, width: int, seed: int) -> Floats:
    """Rows of U * sqrt(S) of the positive PMI matrix, with context counts smoothed to 0.75."""
    tokens = counts.sum(axis=1, keepdims=True) + 1e-6
    contexts = counts.sum(axis=0, keepdims=True) ** 0.75
    contexts *= tokens.sum() / contexts.sum()
    with np.errstate(divide="ignore"):
        pmi = np.log(counts * tokens.sum() / (tokens * np.maximum(contexts, 1e-6)))
    positive = sparse.csr_matrix(np.maximum(pmi, 0.0, dtype=np.float32))
    found = min(width, min(counts.shape) - 1)
    left, strength, _ = randomized_svd(positive, found, n_iter=3, random_state=seed)
    vectors = np.zeros((counts.shape[0], width))
    vectors[:, :found] = left * np.sqrt(strength)
    # Spread over all directions: a rotation keeps every distance.
    turn, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(width, width)))
    return np.asarray(vectors @ turn)


def number_tokens(vocabulary: dict[str, int]) -> list[int]:
    """The ids of the years and counts that have a place by their size."""
    return [token for text, token in vocabulary.items() if _place(text) is not None]


def _place_numbers(vectors: Floats, vocabulary: dict[str, int], rng: np.random.Generator) -> None:
    axes = dict(zip(("count", "year"), rng.normal(size=(2, 6, vectors.shape[1])), strict=True))
    for text, token in vocabulary.items():
        if (found := _place(text)) is None:
            continue
        kind, place = found
        waves = [place - 0.5] + [math.cos(math.pi * k * place) for k in range(1, 6)]
        smooth = np.asarray(waves) @ axes[kind]
        vectors[token] = smooth * (_STANDARD_DEVIATION / 1.2)


def _place(text: str) -> tuple[str, float] | None:
    """Whether a token is a year or a count, and where it stands among them (0..1)."""
    digits = text.lstrip("▁")
    if not digits.isdecimal():
        return None
    number = int(digits)
    if len(digits) == 4 and _YEARS[0] <= number <= _YEARS[1]:
        return "year", (number - _YEARS[0]) / (_YEARS[1] - _YEARS[0])
    if len(digits) <= 3 and number <= _LARGEST_COUNT:
        return "count", math.log1p(number) / math.log1p(_LARGEST_COUNT)
    return None
