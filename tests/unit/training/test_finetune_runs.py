"""Whole trainings of small random models: alone, killed, on two processes, and an ablation."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sklearn.metrics import roc_auc_score

from inference.model.loader import load_bundle
from tests.unit.inference.bundle_factory import make_calibration
from tests.unit.training.bases import make_bert, make_gemma
from tests.unit.training.made_rows import made_rows, write_made_rows
from training.__main__ import main
from training.finetune.examples import encode_prompts
from training.fit.margins import margins_of_model
from training.models import open_model
from training.rows.labels import labels_of
from training.rows.splits import hold_out

# One base and one set of rows for all tests of this file.
pytestmark = pytest.mark.xdist_group("finetune-runs")
PATIENCE_SECONDS = 90


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs")
    write_made_rows(folder / "rows.jsonl")
    make_bert(folder / "bert")
    make_bert(folder / "still-bert", dropout=0.0)
    make_gemma(folder / "gemma")
    return folder


def command(work: Path, base: str, out: str, *options: str) -> list[str]:
    preset = "gemma-2-9b" if base == "gemma" else "rubert-tiny2"
    return [
        "train", "--preset", preset, "--base", str(work / base), "--max-length", "64", "--cpu",
        "--rows", str(work / "rows.jsonl"), "--out", str(work / out), *options,
    ]  # fmt: skip


def losses(folder: Path) -> list[float]:
    log = json.loads((folder / "training_log.json").read_text())
    return [entry["loss"] for entry in log if "loss" in entry]


def facts(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "training.json").read_text())
    return told


@pytest.fixture(scope="module")
def bert(work: Path) -> Path:
    """Two epochs of 20 steps, a checkpoint every 5."""
    assert main(command(work, "bert", "whole", "--epochs", "2", "--every-steps", "5")) == 0
    return work / "whole"


@pytest.fixture(scope="module")
def gemma(work: Path) -> Path:
    """LoRA on 4-bit weights, with gradient checkpointing, as the preset has it."""
    assert main(command(work, "gemma", "lora", "--every-steps", "10", "--rate", "2e-3")) == 0
    return work / "lora"


@pytest.mark.parametrize("name", ["bert", "gemma"])
def test_the_saved_model_is_the_best_of_the_training(
    name: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(name)
    told = facts(folder)
    rows = made_rows()
    validation = [rows[i] for i in hold_out(rows, "grouped").validation]
    found = roc_auc_score(labels_of(validation), open_model(folder).margins(validation))
    log = json.loads((folder / "training_log.json").read_text())
    best = max(entry["eval_roc_auc"] for entry in log if "eval_roc_auc" in entry)
    assert told["validation_roc_auc"] == pytest.approx(best, abs=1e-6)
    assert found == pytest.approx(best, abs=0.02)


def test_what_stands_beside_the_model(bert: Path, gemma: Path) -> None:
    assert list((bert / "tensorboard").glob("events.out.tfevents.*"))
    assert (bert / "base" / "config.json").is_file()
    assert {path.name for path in (gemma / "adapter").iterdir()} == {
        "adapter_config.json",
        "adapter_model.safetensors",
    }
    targets = json.loads((gemma / "adapter" / "adapter_config.json").read_text())["target_modules"]
    assert len(targets) == 7


@pytest.mark.parametrize("name", ["bert", "gemma"])
def test_with_its_calibration_it_becomes_a_bundle(
    name: str, work: Path, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(name)
    calibration, out = work / f"{name}.json", work / "bundles" / f"a-{name}"
    calibration.write_text(make_calibration().model_dump_json(), encoding="utf-8")
    asked = ["--model", str(folder), "--calibration", str(calibration), "--out", str(out)]
    assert main(["bundle", *asked]) == 0
    bundle = load_bundle(out, device="cpu", dtype="auto" if name == "bert" else "nf4")
    assert bundle.calibration == make_calibration()
    assert not bundle.manifest.is_demo
    assert (bundle.manifest.adapter is None) == (name == "bert")
    rows = made_rows()[:12]
    plan = facts(folder)["plan"]
    prompts = encode_prompts(rows, bundle.tokenizer, plan["template"], plan["max_length_tokens"])
    served = margins_of_model(bundle.model, prompts)
    assert served == pytest.approx(open_model(folder).margins(rows), abs=0.02)
    card = (out / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert f"| validation_roc_auc | {facts(folder)['validation_roc_auc']} |" in card


def test_what_is_no_model_or_no_calibration_becomes_no_bundle(
    work: Path, bert: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts_of_bert = str(bert / "training.json")
    refused = [
        (str(tmp_path), facts_of_bert, tmp_path.name),
        (str(bert), facts_of_bert, "no calibration"),
        (str(bert), str(tmp_path / "none.json"), "no calibration"),
    ]
    for model, calibration, told in refused:
        out = str(tmp_path / "out")
        asked = ["bundle", "--model", model, "--calibration", calibration, "--out", out]
        assert main(asked) == 1
        assert told in capsys.readouterr().err
    assert main(["bundle", "--model", str(bert), "--out", str(tmp_path / "out")]) == 2
    assert not list(tmp_path.iterdir())


def test_a_trained_model_is_not_trained_again(
    work: Path, bert: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = (bert / "training.json").stat().st_mtime_ns
    assert main(command(work, "bert", "whole", "--epochs", "2", "--every-steps", "5")) == 0
    assert "already" in capfd.readouterr().err
    assert (bert / "training.json").stat().st_mtime_ns == before


def test_a_killed_run_goes_on_to_the_same_losses(work: Path, bert: Path) -> None:
    options = command(work, "bert", "killed", "--epochs", "2", "--every-steps", "5")
    process = subprocess.Popen([sys.executable, "-m", "training", *options])
    try:
        # In the second epoch, so that its order has to be found again too.
        wait_for(work / "killed" / "checkpoints" / "checkpoint-25" / "complete", process)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert not (work / "killed" / "training.json").exists()
    half = work / "killed" / "checkpoints" / "checkpoint-1000"
    half.mkdir()
    (half / "trainer_state.json").write_text("{")
    assert main(options) == 0
    assert losses(work / "killed") == pytest.approx(losses(bert), abs=1e-5)
    assert len(losses(bert)) > 25, "the run was killed before its end"


def wait_for(path: Path, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not path.is_file():
        assert process.poll() is None, "it ended before it could be killed"
        assert time.monotonic() < deadline, f"no {path.name}"
        time.sleep(0.005)


def test_two_processes_give_the_losses_of_one(work: Path) -> None:
    alone, both = (
        command(work, "still-bert", out, "--epochs", "1", "--every-steps", "10",
                "--without", "custom-head")
        for out in ("alone", "both")
    )  # fmt: skip
    launcher = [
        sys.executable, "-m", "torch.distributed.run", "--nproc_per_node", "2",
        "--rdzv-backend", "c10d", "--rdzv-endpoint", "127.0.0.1:0", "-m", "training", *both,
    ]  # fmt: skip
    subprocess.run(launcher, check=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    assert main(alone) == 0
    assert facts(work / "both")["processes"] == 2
    assert losses(work / "both") == pytest.approx(losses(work / "alone"), abs=1e-5)
    assert facts(work / "both")["validation_roc_auc"] == facts(work / "alone")["validation_roc_auc"]


def test_it_stops_where_validation_gains_nothing(work: Path) -> None:
    options = ["--epochs", "9", "--every-steps", "1", "--patience", "2", "--rate", "1e-12"]
    assert main(command(work, "bert", "stopped", *options)) == 0
    assert facts(work / "stopped")["steps"] == 3


def test_an_ablation_is_one_command_with_a_table(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, *options = command(work, "bert", "ablation", "--epochs", "1", "--every-steps", "50")
    few = write_made_rows(work / "few.jsonl", 100)
    assert main(["ablate", *options, "--rows", str(few), "--rows-per-step", "40"]) == 0
    assert "| without two-rates |" in capsys.readouterr().out
    told = json.loads((work / "ablation" / "ablation.json").read_text())
    plans = [row["runs"][0]["plan"]["without"] for row in told["variants"]]
    assert plans[0] == []
    assert sorted(name for plan in plans[1:-1] for name in plan) == plans[-1]
    assert all(0 <= row["roc_auc"] <= 1 for row in told["variants"])
    table = (work / "ablation" / "ablation.md").read_text()
    assert table.count("\n| ") == len(told["variants"]) + 1
