"""The same bundle on an accelerator gives what the CPU gives."""

from pathlib import Path

import pytest
import torch

from inference.assessor import load_assessor
from inference.prompts import PromptRow
from tests.unit.inference.bundle_factory import make_bundle

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
    pytest.importorskip("bitsandbytes")
    bundle = make_bundle(tmp_path / "tiny", weights="nf4")
    (answer, _) = load_assessor(bundle).assess(ROWS)
    assert 0 < answer.score.probability < 1
