"""The same bundle on an accelerator gives what the CPU gives."""

from pathlib import Path

import pytest
import torch

from inference.assessor import load_assessor
from inference.model.loader import load_bundle
from inference.prompts import PromptRow
from tests.unit.inference.bundle_factory import make_bundle, store_quantised
from tests.unit.inference.encoder_factory import make_encoder_bundle

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device"),
]

ROWS = [
    PromptRow(age="34", city="Омск", work_experience="2019-04-01 - : Инженер  Делал витрины"),
    PromptRow(position="QA", key_skills="SQL, Python"),
]


@pytest.mark.parametrize(("dtype", "tolerance"), [("float32", 1e-3), ("bfloat16", 5e-2)])
def test_the_accelerator_gives_what_the_cpu_gives(
    tmp_path: Path, dtype: str, tolerance: float
) -> None:
    bundle = make_bundle(tmp_path / "tiny")
    on_cpu = load_assessor(bundle, device="cpu", dtype="float32").assess(ROWS)
    on_gpu = load_assessor(bundle, device="cuda", dtype=dtype).assess(ROWS)
    for expected, found in zip(on_cpu, on_gpu, strict=True):
        assert found.score.probability == pytest.approx(expected.score.probability, abs=tolerance)
        for field, change in expected.explanation.contributions.items():
            assert found.explanation.contributions[field] == pytest.approx(change, abs=tolerance)


def test_auto_chooses_the_accelerator_and_nf4_runs_there(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "tiny", weights="nf4", head="linear")
    store_quantised(bundle)
    chosen = load_bundle(bundle)
    assert chosen.plan.device == "cuda"
    wants_bfloat16 = torch.cuda.get_device_capability() >= (8, 0)
    assert chosen.plan.merged
    assert chosen.plan.weights == ("bfloat16" if wants_bfloat16 else "float32")
    prompt = list(range(6, 90))
    (packed,) = load_bundle(bundle, dtype="nf4").model.margins([prompt])
    assert chosen.model.margins([prompt]) == pytest.approx([packed], abs=0.3)
    (exact,) = load_bundle(bundle, device="cpu", dtype="float32").model.margins([prompt])
    assert load_bundle(bundle, dtype="float32").model.margins([prompt]) == pytest.approx(
        [exact], abs=1e-3
    )


def test_gemma_3_and_an_encoder_give_what_the_cpu_gives(tmp_path: Path) -> None:
    prompt = [3 + i % 150 for i in range(100)]
    for folder in (
        make_bundle(tmp_path / "gemma-3", architecture="gemma3_text"),
        make_encoder_bundle(tmp_path / "encoder"),
    ):
        on_cpu, on_gpu = (
            load_bundle(folder, device=device, dtype="float32").model.margins([prompt])
            for device in ("cpu", "cuda")
        )
        assert on_gpu == pytest.approx(on_cpu, abs=1e-3)


def test_the_plan_is_near_what_is_taken(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "tiny", max_length_tokens=1024)
    torch.cuda.reset_peak_memory_stats()
    before = torch.cuda.memory_allocated()
    loaded = load_bundle(bundle, device="cuda")
    loaded.model.margins([[5] * 1024] * 32)
    taken = (torch.cuda.max_memory_allocated() - before) / 2**20
    assert taken <= loaded.plan.needed_mib
