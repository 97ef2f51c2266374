"""The same numbers alone, in any batch, on any number of threads, and by shared prefixes."""

from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import ScoringFailedError
from inference.model.loader import LoadedBundle, load_bundle
from inference.model.margins import MarginModel
from tests.unit.inference.bundle_factory import make_bundle, transformers_classifier

# The window of the tiny model's sliding attention is 64: prompts go beyond it.
prompts = st.lists(st.integers(0, 250), min_size=1, max_size=150)
EQUAL = 1e-4


@pytest.fixture(scope="module", params=[50.0, None], ids=["soft-capped", "not capped"])
def loaded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> LoadedBundle:
    """With soft-capping, as the published Gemma-2 has, and without."""
    folder = tmp_path_factory.mktemp("margins") / "tiny"
    return load_bundle(make_bundle(folder, softcapping=request.param))


@pytest.fixture(scope="module")
def reference(loaded: LoadedBundle) -> Any:
    return transformers_classifier(loaded.folder)


def eager_margin(reference: Any, prompt: list[int]) -> float:
    """By the forward pass of transformers, as the model was trained."""
    with torch.inference_mode():
        logits = reference(input_ids=torch.tensor([prompt])).logits[0]
    return float(logits[1] - logits[0])


@settings(max_examples=30, deadline=None)
@given(prompt=prompts.filter(lambda prompt: prompt[-1] != 0))
def test_the_margin_is_that_of_transformers(
    loaded: LoadedBundle, reference: Any, prompt: list[int]
) -> None:
    assert loaded.model.margins([prompt])[0] == pytest.approx(
        eager_margin(reference, prompt), abs=EQUAL
    )


@settings(max_examples=30, deadline=None)
@given(batch=st.lists(prompts, min_size=1, max_size=6))
def test_a_batch_gives_what_each_prompt_gives_alone(
    loaded: LoadedBundle, batch: list[list[int]]
) -> None:
    alone = [loaded.model.margins([prompt])[0] for prompt in batch]
    assert loaded.model.margins(batch) == pytest.approx(alone, abs=EQUAL)


@st.composite
def prompt_with_variants(draw: st.DrawFn) -> tuple[list[int], list[list[int]]]:
    prompt = draw(prompts)
    variants = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(prompt)))
        end = draw(st.integers(start, len(prompt)))
        variant = prompt[:start] + draw(st.lists(st.integers(0, 250), max_size=9)) + prompt[end:]
        variants.append(variant or [1])
    return prompt, variants


@settings(max_examples=30, deadline=None)
@given(
    groups=st.lists(prompt_with_variants(), min_size=1, max_size=4),
    batch_tokens=st.sampled_from([1, 100, 4096]),
    workers=st.sampled_from([1, 3]),
)
def test_variants_by_shared_prefix_give_what_they_give_alone(
    loaded: LoadedBundle,
    groups: list[tuple[list[int], list[list[int]]]],
    batch_tokens: int,
    workers: int,
) -> None:
    model = MarginModel(loaded.model._classifier, 1, batch_tokens=batch_tokens, workers=workers)
    answers = model.margins_with_variants(
        [prompt for prompt, _ in groups], [variants for _, variants in groups]
    )
    for (prompt, variants), answer in zip(groups, answers, strict=True):
        alone = [model.margins([ids])[0] for ids in (prompt, *variants)]
        assert [answer.whole, *answer.variants] == pytest.approx(alone, abs=EQUAL)


def test_weights_in_bfloat16_give_nearly_the_same(
    loaded: LoadedBundle, tmp_path_factory: pytest.TempPathFactory
) -> None:
    low = load_bundle(loaded.folder, dtype="bfloat16")
    prompt = [list(range(100))]
    assert low.model.margins(prompt)[0] == pytest.approx(loaded.model.margins(prompt)[0], abs=0.1)
    assert low.model.margins(prompt)[0] != loaded.model.margins(prompt)[0]


def test_thread_count_changes_nothing(loaded: LoadedBundle) -> None:
    prompt = [list(range(200))]
    before = torch.get_num_threads()
    try:
        found = []
        for threads in (1, 2):
            torch.set_num_threads(threads)
            found.append(loaded.model.margins(prompt)[0])
    finally:
        torch.set_num_threads(before)
    assert found[0] == pytest.approx(found[1], abs=EQUAL)


def test_no_prompts_no_margins(loaded: LoadedBundle) -> None:
    assert loaded.model.margins([]) == []
    assert loaded.model.margins_with_variants([], []) == []


def test_a_token_beyond_the_vocabulary_fails_by_name(loaded: LoadedBundle) -> None:
    with pytest.raises(ScoringFailedError):
        loaded.model.margins([[10**6]])
