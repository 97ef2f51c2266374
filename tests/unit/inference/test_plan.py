"""How a model is held is decided, told and refused before a weight is loaded."""

import json
import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from domain.errors import ModelTooLargeError
from inference.model.device import has_fast_bfloat16
from inference.model.loader import load_bundle
from inference.model.manifest import BundleManifest, read_manifest
from inference.model.memory import available_here_mib
from inference.model.plan import LoadPlan, make_plan
from tests.unit.inference.bundle_factory import make_bundle

CPU = torch.device("cpu")
GIB = 1024
LAYERS, HIDDEN, INNER, VOCABULARY = 42, 3584, 14336, 256_000
CONFIG_9B = {
    "hidden_size": HIDDEN,
    "intermediate_size": INNER,
    "num_hidden_layers": LAYERS,
    "num_attention_heads": 16,
    "num_key_value_heads": 8,
    "head_dim": 256,
}


def _write_header(path: Path, tensors: dict[str, tuple[str, list[int]]]) -> None:
    """A safetensors file of these tensors without their bytes: a plan reads no more."""
    told = {
        name: {"dtype": dtype, "shape": shape, "data_offsets": [0, 0]}
        for name, (dtype, shape) in tensors.items()
    }
    content = json.dumps(told).encode()
    path.write_bytes(len(content).to_bytes(8, "little") + content)


def _shapes_9b() -> dict[str, list[int]]:
    return {
        "self_attn.q_proj": [4096, HIDDEN],
        "self_attn.k_proj": [2048, HIDDEN],
        "self_attn.v_proj": [2048, HIDDEN],
        "self_attn.o_proj": [HIDDEN, 4096],
        "mlp.gate_proj": [INNER, HIDDEN],
        "mlp.up_proj": [INNER, HIDDEN],
        "mlp.down_proj": [HIDDEN, INNER],
    }


@pytest.fixture(scope="module")
def nine_billion(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BundleManifest]:
    """The published model's shape: packed to 4 bits with quantised scales, LoRA of rank 64."""
    tiny = make_bundle(tmp_path_factory.mktemp("plans") / "tiny", weights="nf4")
    folder = tiny.with_name("nine-billion")
    shutil.copytree(tiny, folder)
    base: dict[str, tuple[str, list[int]]] = {
        "model.embed_tokens.weight": ("BF16", [VOCABULARY, HIDDEN]),
        "model.norm.weight": ("BF16", [HIDDEN]),
    }
    adapter: dict[str, tuple[str, list[int]]] = {}
    for layer in range(LAYERS):
        for name, (rows, columns) in _shapes_9b().items():
            weight = f"model.layers.{layer}.{name}.weight"
            count = rows * columns
            base[weight] = ("U8", [count // 2, 1])
            base[f"{weight}.absmax"] = ("U8", [count // 64])
            base[f"{weight}.nested_absmax"] = ("F32", [count // 64 // 256])
            base[f"{weight}.quant_state.bitsandbytes__nf4"] = ("U8", [100])
            adapter[f"{weight}.lora_A"] = ("F32", [64, columns])
            adapter[f"{weight}.lora_B"] = ("F32", [rows, 64])
    (folder / "base/model.safetensors").unlink()
    _write_header(folder / "base/model-00001-of-00001.safetensors", base)
    _write_header(folder / "adapter/adapter_model.safetensors", adapter)
    return folder, read_manifest(folder).model_copy(update={"max_length_tokens": 1024})


Planner = Callable[..., LoadPlan]


@pytest.fixture
def plan(nine_billion: tuple[Path, BundleManifest]) -> Planner:
    folder, manifest = nine_billion

    def make(free_gib: float, device: torch.device = CPU, dtype: str = "auto") -> LoadPlan:
        return make_plan(
            folder,
            manifest,
            CONFIG_9B,
            device=device,
            dtype=dtype,
            free_mib=lambda _: round(free_gib * GIB),
        )

    return make


@pytest.fixture
def amx(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    def pretend(present: bool) -> None:
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"amx_bf16": present})

    return pretend


@pytest.mark.parametrize(
    ("free_gib", "has_amx", "expected"),
    [
        (64, False, ("float32", True)),
        (32, False, ("bfloat16", True)),
        (64, True, ("bfloat16", True)),
        (18, True, ("nf4", False)),
        (18, False, ("nf4", False)),
    ],
)
def test_the_fastest_way_that_fits_is_taken(
    plan: Planner,
    amx: Callable[[bool], None],
    free_gib: float,
    has_amx: bool,
    expected: tuple[str, bool],
) -> None:
    amx(has_amx)
    found = plan(free_gib)
    assert (found.weights, found.merged) == expected
    assert found.needed_mib <= found.available_mib


def test_the_size_of_nine_billion_parameters(plan: Planner) -> None:
    """9.24 billion parameters of 2 bytes, and an adapter of 216 million of 4."""
    parameters = VOCABULARY * HIDDEN + LAYERS * sum(a * b for a, b in _shapes_9b().values())
    adapter = LAYERS * 64 * sum(a + b for a, b in _shapes_9b().values())
    expected = (2 * parameters + 4 * adapter) / 1024**2
    assert plan(64, dtype="bfloat16").weights_mib == pytest.approx(expected, rel=0.01)


def test_what_cannot_fit_is_refused_with_the_reason(plan: Planner) -> None:
    with pytest.raises(ModelTooLargeError) as caught:
        plan(4)
    assert caught.value.device == "cpu"
    assert caught.value.available_mib == 4 * GIB
    assert caught.value.needed_mib > 6 * GIB
    with pytest.raises(ModelTooLargeError):
        plan(18, dtype="bfloat16")


@pytest.mark.parametrize(
    ("free_gib", "expected"),
    [
        (40, ("bfloat16", 16384)),
        (23.5, ("bfloat16", 1024)),
        (16, ("nf4", 16384)),
        (11, ("nf4", 4096)),
        (10.2, ("nf4", 1024)),
    ],
)
def test_less_runs_at_once_where_memory_is_short(
    plan: Planner, monkeypatch: pytest.MonkeyPatch, free_gib: float, expected: tuple[str, int]
) -> None:
    """On an accelerator, where as much as fits runs at once."""
    monkeypatch.setattr("inference.model.plan.has_fast_bfloat16", lambda device: True)
    found = plan(free_gib, torch.device("cuda"))
    assert (found.weights, found.tokens_at_once) == expected


def test_devices_without_4_bit_kernels_get_it_unpacked(plan: Planner) -> None:
    assert plan(64, torch.device("mps")).weights == "bfloat16"
    with pytest.raises(ModelTooLargeError):
        plan(18, torch.device("mps"))


def test_bfloat16_needs_amx_and_a_bundle_that_holds_in_it(
    bundle: Path, amx: Callable[[bool], None]
) -> None:
    config = json.loads((bundle / "base/config.json").read_text())
    manifest = read_manifest(bundle)
    holds = manifest.model_copy(update={"holds_in_bfloat16": True})
    found = {}
    for present in (False, True):
        amx(present)
        assert has_fast_bfloat16(CPU) is present
        found[present] = [
            make_plan(bundle, told, config, device=CPU, dtype="auto").weights
            for told in (manifest, holds)
        ]
    assert found == {False: ["float32", "float32"], True: ["float32", "bfloat16"]}


def test_the_plan_is_logged_before_anything_is_loaded(
    bundle: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "inference.model.loader"):
        loaded = load_bundle(bundle, device="cpu")
    (line,) = [r.getMessage() for r in caplog.records if r.getMessage().startswith("model plan ")]
    told: dict[str, Any] = json.loads(line.removeprefix("model plan "))
    assert told["bundle"] == "tiny"
    assert told["device"] == "cpu"
    assert told["merged"] is True
    assert told["needed_mib"] == loaded.plan.needed_mib
    assert told["attention"]


MEMINFO = "MemTotal: 999 kB\nMemAvailable: 4194304 kB\n"


def _write_files(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.mark.parametrize(
    ("files", "expected_mib"),
    [
        ({}, 4096),
        ({"proc/self/cgroup": "0::/\n"}, 4096),
        (
            {
                "proc/self/cgroup": "0::/app/bot\n",
                "sys/fs/cgroup/app/memory.max": "2147483648\n",
                "sys/fs/cgroup/app/memory.current": "1610612736\n",
                "sys/fs/cgroup/app/memory.stat": "file 9\ninactive_file 536870912\n",
                "sys/fs/cgroup/app/bot/memory.max": "max\n",
                "sys/fs/cgroup/app/bot/memory.current": "1\n",
            },
            1024,
        ),
        (
            {
                "proc/self/cgroup": "4:memory:/docker/abc\n0::/\n",
                "sys/fs/cgroup/memory/memory.limit_in_bytes": "1073741824\n",
                "sys/fs/cgroup/memory/memory.usage_in_bytes": "536870912\n",
            },
            512,
        ),
        (
            {
                "proc/self/cgroup": "4:cpu,memory:/\n",
                "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
                "sys/fs/cgroup/memory/memory.usage_in_bytes": "5\n",
            },
            4096,
        ),
    ],
    ids=["none", "root", "version-2", "version-1", "version-1-unlimited"],
)
def test_the_limits_of_cgroups_count(
    tmp_path: Path, files: dict[str, str], expected_mib: int
) -> None:
    root = _write_files(tmp_path, {"proc/meminfo": MEMINFO} | files)
    assert available_here_mib(root) == expected_mib
