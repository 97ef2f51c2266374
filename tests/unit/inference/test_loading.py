"""A bundle loads through one path, and whatever does not fit is refused by name."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from domain.errors import BundleMismatchError, BundleNotFoundError, BundleUnavailableError
from inference.model.files import hash_files
from inference.model.loader import load_bundle
from inference.model.manifest import HeadType, WeightType
from tests.unit.inference.bundle_factory import (
    make_base,
    make_bundle,
    make_peft_model,
    store_quantised,
)

PROMPT = list(range(6, 90))
WEIGHTS = "adapter/adapter_model.safetensors"
# Where the CPU multiplies bfloat16 itself, bitsandbytes' 4-bit layers use that.
NF4_TOLERANCE = 0.2 if torch.cpu.get_capabilities().get("avx512_bf16") else 2e-5


@pytest.mark.parametrize("head", ["two-layer", "linear"])
def test_the_margin_is_what_peft_and_transformers_give(tmp_path: Path, head: HeadType) -> None:
    folder = make_bundle(tmp_path / "tiny", head=head)
    peft_model = make_peft_model(tmp_path / "tiny-base", head=head).eval()
    with torch.inference_mode():
        logits = peft_model(torch.tensor([PROMPT])).logits[0]
    assert load_bundle(folder).model.margins([PROMPT]) == pytest.approx(
        [float(logits[1] - logits[0])], abs=1e-5
    )


@pytest.mark.parametrize("length", [1, 60, 150])
def test_gemma_3_gives_what_transformers_gives(tmp_path: Path, length: int) -> None:
    """Longer than the window, in sliding layers and full ones, each with its rotary base."""
    folder = make_bundle(tmp_path / "tiny", architecture="gemma3_text")
    peft_model = make_peft_model(tmp_path / "tiny-base", head="two-layer").eval()
    prompt = [3 + i % 240 for i in range(length)]
    with torch.inference_mode():
        logits = peft_model(torch.tensor([prompt])).logits[0]
    bundle = load_bundle(folder)
    assert bundle.model.margins([prompt]) == pytest.approx([float(logits[1] - logits[0])], abs=1e-5)
    other = make_bundle(tmp_path / "other")
    _edit_manifest(architecture="gemma3_text")(other)
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(other)
    assert caught.value.part == "model_type"


def test_the_positive_label_may_be_the_first_logit(tmp_path: Path, bundle: Path) -> None:
    turned = make_bundle(tmp_path / "tiny", positive_label="не подтверждён")
    (margin,) = load_bundle(bundle).model.margins([PROMPT])
    assert load_bundle(turned).model.margins([PROMPT]) == pytest.approx([-margin], abs=1e-6)


@pytest.mark.parametrize("dtype", ["bfloat16", "nf4"])
def test_other_weight_types_stay_near_float32(bundle: Path, dtype: WeightType) -> None:
    exact, other = (
        load_bundle(bundle, dtype=kind, device="cpu").model.margins([PROMPT])[0]
        for kind in ("float32", dtype)
    )
    assert other == pytest.approx(exact, abs=1.5)
    assert other != exact


@pytest.mark.parametrize("double", [False, True], ids=["scales", "quantised-scales"])
def test_a_pre_quantised_base_loads_as_it_is_stored(tmp_path: Path, double: bool) -> None:
    folder = make_bundle(tmp_path / "tiny", weights="nf4", head="linear")
    store_quantised(folder, double=double)
    assert "quantization_config" in json.loads((folder / "base/config.json").read_text())
    packed = load_bundle(folder, dtype="nf4")
    unpacked = load_bundle(folder, dtype="float32")
    assert (packed.plan.merged, unpacked.plan.merged) == (False, True)
    # The same numbers: PEFT adds the adapter as it runs, or it is added into what was unpacked.
    (margin,) = packed.model.margins([PROMPT])
    assert unpacked.model.margins([PROMPT]) == pytest.approx([margin], abs=NF4_TOLERANCE)
    (rounded,) = load_bundle(folder, dtype="bfloat16").model.margins([PROMPT])
    assert rounded == pytest.approx(margin, abs=0.2)
    assert rounded != margin


def test_sharded_weights_load(tmp_path: Path) -> None:
    from transformers import Gemma2ForCausalLM

    folder = make_bundle(tmp_path / "tiny")
    whole = load_bundle(folder).model.margins([PROMPT])
    model = Gemma2ForCausalLM.from_pretrained(folder / "base")
    (folder / "base/model.safetensors").unlink()
    model.save_pretrained(folder / "base", max_shard_size="30KB")
    _rehash(folder)
    assert len(list((folder / "base").glob("*.safetensors"))) > 1
    assert load_bundle(folder).model.margins([PROMPT]) == pytest.approx(whole, abs=1e-6)


def _edit_manifest(**facts: Any) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / "manifest.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | facts))

    return edit


def _edit_adapter(change: Callable[[dict[str, torch.Tensor]], Any]) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        weights = load_file(folder / WEIGHTS)
        change(weights)
        save_file(weights, folder / WEIGHTS)
        _rehash(folder)

    return edit


def _edit_adapter_config(**entries: Any) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / "adapter/adapter_config.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | entries))
        _rehash(folder)

    return edit


def _other_base(folder: Path) -> None:
    make_base(folder / "base", hidden_size=64)
    _rehash(folder)


def _rehash(folder: Path) -> None:
    _edit_manifest(files=hash_files(folder))(folder)


def _remove(name: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        (folder / name).unlink()
        _rehash(folder)

    return edit


def _write(name: str, text: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        (folder / name).write_text(text)
        _rehash(folder)

    return edit


def _tamper(folder: Path) -> None:
    with (folder / WEIGHTS).open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\x7f")


def _pickle(folder: Path) -> None:
    (folder / "base/pytorch_model.bin").write_bytes(b"\x80\x04")


def _long_scores(weights: dict[str, torch.Tensor]) -> None:
    weights["base_model.model.score.4.weight"] = torch.zeros(3, 16)


def _rename(old: str, new: str) -> Callable[[dict[str, torch.Tensor]], None]:
    def change(weights: dict[str, torch.Tensor]) -> None:
        for key in [key for key in weights if old in key]:
            weights[key.replace(old, new)] = weights.pop(key)

    return change


def _lose_base_weight(folder: Path) -> None:
    path = folder / "base/model.safetensors"
    weights = load_file(path)
    del weights["model.layers.1.mlp.up_proj.weight"]
    save_file(weights, path, metadata={"format": "pt"})
    _rehash(folder)


LAYER_0_Q = "base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight"


@pytest.mark.parametrize(
    ("part", "spoil"),
    [
        ("template", _edit_manifest(template="fic-2025")),
        ("max_length_tokens", _edit_manifest(max_length_tokens=0)),
        ("max_length_tokens", _edit_manifest(max_length_tokens=64)),
        ("hidden_size", _edit_manifest(hidden_size=64)),
        ("head", _edit_manifest(head="linear")),
        ("labels", _edit_manifest(labels=["a"])),
        ("manifest.json", _edit_manifest(positive_label="другое")),
        ("surprise", _edit_manifest(surprise=1)),
        ("base", _edit_manifest(base={"name": "x", "revision": "0" * 40, "embedded": True})),
        ("base", _edit_manifest(base={"name": "x", "revision": "main", "embedded": False})),
        (WEIGHTS, _tamper),
        ("base/pytorch_model.bin", _pickle),
        ("adapter_model.safetensors", _remove(WEIGHTS)),
        ("adapter_config.json", _remove("adapter/adapter_config.json")),
        ("adapter_config.json", _edit_adapter_config(use_dora=True)),
        ("adapter_config.json", _edit_adapter_config(peft_type="IA3")),
        ("adapter_config.json", _edit_adapter_config(rank_pattern={"q_proj": 8})),
        ("base", _edit_adapter_config(base_model_name_or_path="another/base")),
        ("adapter_model.safetensors", _write(WEIGHTS, "no tensors")),
        ("adapter (0, 'q_proj')", _edit_adapter(lambda w: w.pop(LAYER_0_Q))),
        ("adapter target", _edit_adapter(lambda w: w.update(other=torch.zeros(1)))),
        ("head", _edit_adapter(lambda w: w.pop("base_model.model.score.1.bias"))),
        ("score.4.weight", _edit_adapter(_long_scores)),
        ("hidden_size", _other_base),
        ("base", _lose_base_weight),
        ("base", _remove("base/model.safetensors")),
        ("base/config.json", _write("base/config.json", "{")),
        ("base/tokenizer.json", _remove("base/tokenizer.json")),
        ("calibration.json", _write("calibration.json", "{}")),
        ("calibration.json", _remove("calibration.json")),
    ],
)
def test_a_mismatch_is_refused_by_name(
    tmp_path: Path, bundle: Path, part: str, spoil: Callable[[Path], None]
) -> None:
    folder = tmp_path / "spoiled"
    shutil.copytree(bundle, folder)
    spoil(folder)
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(folder)
    assert caught.value.part.startswith(part)


@pytest.mark.parametrize(
    "edit",
    [
        _edit_manifest(head="as-stored"),
        _edit_adapter_config(base_model_name_or_path="/kaggle/input/gemma"),
        _edit_adapter(_rename("model.score.", "model.score.modules_to_save.default.")),
        _edit_adapter_config(layers_to_transform=[0, 1]),
    ],
    ids=["head-as-stored", "path-of-the-trainer", "wrapped-head", "all-layers-named"],
)
def test_what_says_the_same_in_other_words_loads(
    tmp_path: Path, bundle: Path, edit: Callable[[Path], None]
) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(bundle, folder)
    edit(folder)
    assert load_bundle(folder).model.margins([PROMPT]) == load_bundle(bundle).model.margins(
        [PROMPT]
    )


def test_an_adapter_of_some_layers_loads_where_it_says_so(tmp_path: Path, bundle: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(bundle, folder)
    _edit_adapter(
        lambda weights: [weights.pop(key) for key in list(weights) if ".layers.0." in key]
    )(folder)
    _edit_adapter_config(layers_to_transform=[1])(folder)
    assert load_bundle(folder).model.margins([PROMPT])


def test_an_adapter_that_lacks_a_layer_is_refused(tmp_path: Path, bundle: Path) -> None:
    folder = tmp_path / "spoiled"
    shutil.copytree(bundle, folder)
    _edit_adapter(
        lambda weights: [weights.pop(key) for key in list(weights) if ".layers.1." in key]
    )(folder)
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(folder)
    assert (caught.value.part, caught.value.found) == ("adapter layers", "1")


def test_a_bundle_that_is_not_there(tmp_path: Path) -> None:
    for name in ("no-such-bundle", tmp_path / "nothing", "../domain"):
        with pytest.raises(BundleNotFoundError):
            load_bundle(name)


def test_weights_on_a_hub_are_named_when_they_were_not_fetched(
    tmp_path: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "hub"
    shutil.copytree(bundle, folder)
    shutil.rmtree(folder / "base")
    _edit_manifest(
        base={"name": "nobody/gemma-tiny", "revision": "1" * 40, "embedded": False},
    )(folder)
    _rehash(folder)
    with pytest.raises(BundleUnavailableError) as caught:
        load_bundle(folder)
    assert caught.value.source == f"nobody/gemma-tiny@{'1' * 40}"


def test_a_device_that_is_not_here(bundle: Path) -> None:
    for device in ("cuda:7", "abacus"):
        if device.startswith("cuda") and torch.cuda.device_count() > 7:
            continue
        with pytest.raises(BundleUnavailableError):
            load_bundle(bundle, device=device)


def test_the_revision_follows_every_byte(tmp_path: Path, bundle: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(bundle, folder)
    before = load_bundle(folder).manifest.revision
    assert before == load_bundle(bundle).manifest.revision
    _write("MODEL_CARD.md", "changed")(folder)
    assert load_bundle(folder).manifest.revision != before
