"""A plain Gemma-2 is loaded without transformers, and gives the numbers of transformers."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import AutoModelForCausalLM

from domain.errors import BundleMismatchError
from inference.model.files import SHIPPED_BUNDLES, hash_files
from inference.model.loader import LoadedBundle, load_bundle
from inference.model.manifest import MANIFEST
from inference.model.margins import MarginModel
from inference.model.plain_gemma import PlainClassifier, plain_shape
from tests.unit.inference.bundle_factory import make_bundle, transformers_classifier

EQUAL = 1e-6
# Beyond the tiny model's window of 64.
prompts = st.lists(st.integers(0, 250), min_size=1, max_size=150)
Config = dict[str, Any]


def change_base(bundle: Path, change: Callable[[Config], Config]) -> Path:
    path = bundle / "base/config.json"
    path.write_text(json.dumps(change(json.loads(path.read_text()))))
    return list_files(bundle)


def list_files(bundle: Path) -> Path:
    path = bundle / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text()) | {"files": hash_files(bundle)}))
    return bundle


def as_written_before_version_5(config: Config) -> Config:
    """The keys of the published gemma-2-9b-it."""
    rope = config.pop("rope_parameters")
    del config["layer_types"], config["use_bidirectional_attention"]
    return config | {
        "rope_theta": rope["rope_theta"],
        "torch_dtype": "bfloat16",
        "hidden_act": "gelu_pytorch_tanh",
        "cache_implementation": "hybrid",
    }


def loaded_plainly(bundle: LoadedBundle) -> bool:
    assert isinstance(bundle.model, MarginModel)
    return isinstance(bundle.model._classifier, PlainClassifier)


@pytest.fixture(scope="module", params=["as saved", "not capped", "older config", "in shards"])
def bundle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    softcapping = None if request.param == "not capped" else 50.0
    folder = make_bundle(tmp_path_factory.mktemp("plain") / "tiny", softcapping=softcapping)
    if request.param == "older config":
        return change_base(folder, as_written_before_version_5)
    if request.param == "in shards":
        model = AutoModelForCausalLM.from_pretrained(folder / "base")
        (folder / "base/model.safetensors").unlink()
        model.save_pretrained(folder / "base", max_shard_size="40KB")
        assert len(list((folder / "base").glob("*.safetensors"))) > 1
        return change_base(folder, lambda config: config)
    return folder


@pytest.fixture(scope="module")
def pair(bundle: Path) -> tuple[MarginModel, MarginModel]:
    loaded = load_bundle(bundle)
    assert loaded_plainly(loaded)
    assert isinstance(loaded.model, MarginModel)
    return loaded.model, MarginModel(transformers_classifier(bundle), 1)


@settings(max_examples=20, deadline=None)
@given(prompt=prompts)
def test_the_numbers_are_those_of_transformers_weights(
    pair: tuple[MarginModel, MarginModel], prompt: list[int]
) -> None:
    ours, theirs = (model.margins([prompt])[0] for model in pair)
    assert ours == pytest.approx(theirs, abs=EQUAL)


def test_in_bfloat16_too(bundle: Path) -> None:
    ours = load_bundle(bundle, dtype="bfloat16").model
    theirs = MarginModel(transformers_classifier(bundle, "bfloat16"), 1)
    prompt = list(range(150))
    assert ours.margins([prompt]) == pytest.approx(theirs.margins([prompt]), abs=EQUAL)


def test_the_shipped_bundle_is_plain() -> None:
    config = json.loads((SHIPPED_BUNDLES / "compact/base/config.json").read_text())
    assert plain_shape(config) is not None


@pytest.mark.parametrize(
    "change",
    [
        {"rope_parameters": {"rope_type": "linear", "rope_theta": 1e4, "factor": 2.0}},
        {"use_bidirectional_attention": True},
        {"attention_bias": True},
        {"hidden_activation": "silu"},
        {"model_type": "gemma3_text"},
        {"layer_types": ["full_attention"]},
        {"num_key_value_heads": 2},
        {"hidden_size": 0},
        {"quantization_config": {"load_in_4bit": True}},
        {"a_setting_of_tomorrow": 1},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_is_not_plainly_known_is_left_to_transformers(change: Config) -> None:
    config = json.loads((SHIPPED_BUNDLES / "compact/base/config.json").read_text())
    assert plain_shape(config | change) is None


def test_another_rotary_embedding_still_loads(tmp_path: Path) -> None:
    rope = {"rope_type": "linear", "rope_theta": 1e4, "factor": 2.0}
    folder = change_base(
        make_bundle(tmp_path / "tiny"), lambda config: config | {"rope_parameters": rope}
    )
    loaded = load_bundle(folder)
    assert not loaded_plainly(loaded)
    theirs = MarginModel(transformers_classifier(folder), 1)
    assert loaded.model.margins([[5, 6, 7]]) == theirs.margins([[5, 6, 7]])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"num_hidden_layers": 3, "layer_types": None}, "weights are missing"),
        ({"intermediate_size": 48}, "size mismatch"),
    ],
    ids=["a layer too many", "another width"],
)
def test_weights_that_do_not_fit_the_config_are_refused(
    tmp_path: Path, change: Config, told: str
) -> None:
    folder = change_base(make_bundle(tmp_path / "tiny"), lambda config: config | change)
    with pytest.raises(BundleMismatchError, match=told):
        load_bundle(folder)


def test_neither_transformers_nor_a_compiler_is_loaded(bundle: Path) -> None:
    """Each takes seconds to import, of the few until the first score."""
    program = (
        "import sys\n"
        "from inference.assessor import load_assessor\n"
        "from inference.prompts import PromptRow\n"
        f"load_assessor({str(bundle)!r}).assess([PromptRow(position='QA', city='Омск')])\n"
        "unwanted = {'transformers', 'peft', 'torch._dynamo', 'sympy', 'scipy', 'pandas'}\n"
        "print(sorted(unwanted & sys.modules.keys()))\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
    assert answer.stdout == "[]\n"
