"""Plans, batches and refusals of fine-tuning, without any training."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.training.bases import (
    LONGEST_TOKENS,
    make_bert,
    make_gemma,
    make_gemma_9b_without_weights,
)
from tests.unit.training.made_rows import write_made_rows
from training.__main__ import main
from training.errors import UnevenProcessesError
from training.finetune.arguments import RunSettings, trainer_arguments
from training.finetune.batches import Padding, StepBatches, rows_at_once
from training.finetune.memory import plan_memory
from training.finetune.preset import FINE_TUNINGS, IDEAS, FineTuning


def test_presets_are_those_of_the_seed() -> None:
    told = {
        name: (plan.max_length_tokens, plan.epochs, plan.weights, plan.rows_per_step)
        for name, plan in FINE_TUNINGS.items()
    }
    assert told == {
        "rubert-tiny2": (512, 5, "float32", 8),
        "ruropebert": (2048, 5, "float32", 8),
        "gemma-2-9b": (1024, 1, "nf4", 8),
    }
    lora = FINE_TUNINGS["gemma-2-9b"].lora
    assert lora is not None
    assert (lora.rank, lora.alpha, lora.dropout) == (64, 16, 0.05)
    assert rows_at_once(8, 1) == 2


def test_two_rates_and_one() -> None:
    gemma, bert = FINE_TUNINGS["gemma-2-9b"], FINE_TUNINGS["rubert-tiny2"]
    backbone, head = gemma.rates
    assert backbone == pytest.approx(16 / 64 * head)
    backbone, head = bert.rates
    assert head == pytest.approx(10 * backbone)
    for plan in (gemma, bert):
        one, other = plan.leaving_out(["two-rates"]).rates
        assert one == other == plan.rate


@given(st.sampled_from(sorted(FINE_TUNINGS)), st.sets(st.sampled_from(IDEAS)))
def test_a_plan_reads_back_from_json(name: str, ideas: set[str]) -> None:
    plan = FINE_TUNINGS[name].leaving_out(ideas)
    assert FineTuning.from_json(json.loads(json.dumps(plan.as_json()))) == plan
    assert plan.head == ("linear" if "custom-head" in ideas else "two-layer")


lengths_of_rows = st.lists(st.integers(1, 500), min_size=8, max_size=120)


@given(lengths_of_rows, st.sampled_from([1, 2, 4, 8]), st.integers(0, 4))
def test_processes_share_the_steps_of_one(lengths: list[int], processes: int, epoch: int) -> None:
    def batches(process: int, of: int) -> list[list[int]]:
        found = StepBatches(lengths, 8, 52, processes=of, process=process)
        found.set_epoch(epoch)
        assert len(list(found)) == len(found)
        return list(found)

    alone = StepBatches(lengths, 8, 52)
    alone.set_epoch(epoch)
    steps = alone.steps()
    assert all(len(step) == 8 for step in steps)
    assert len({row for step in steps for row in step}) == len(lengths) // 8 * 8
    shares = [batches(process, processes) for process in range(processes)]
    a_step = len(shares[0]) // len(steps)
    for number, step in enumerate(steps):
        chosen = [b for share in shares for b in share[number * a_step : (number + 1) * a_step]]
        assert sorted(row for batch in chosen for row in batch) == sorted(step)


def test_epochs_have_other_orders_and_lengths_stay_together() -> None:
    lengths = [(7 * n) % 100 + 1 for n in range(400)]
    batches = StepBatches(lengths, 8, 52)
    first = list(batches)
    batches.set_epoch(1)
    assert list(batches) != first
    spread = [max(lengths[i] for i in b) - min(lengths[i] for i in b) for b in first]
    assert sum(spread) / len(spread) < 2


@pytest.mark.parametrize("processes", [3, 16])
def test_processes_that_can_not_share_a_step(processes: int) -> None:
    with pytest.raises(UnevenProcessesError):
        rows_at_once(8, processes)


def test_padding_is_on_the_right_and_masked() -> None:
    batch = Padding(9)([{"input_ids": (1, 2, 3), "labels": 1}, {"input_ids": (4,), "labels": 0}])
    assert batch["input_ids"].tolist() == [[1, 2, 3], [4, 9, 9]]
    assert batch["attention_mask"].tolist() == [[1, 1, 1], [1, 0, 0]]
    assert batch["labels"].dtype == torch.int64


BASES = ("bert", "gemma", "remote", "empty", "9b")


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finetune")
    write_made_rows(folder / "rows.jsonl")
    make_bert(folder / "bert")
    make_gemma(folder / "gemma")
    remote = make_bert(folder / "remote")
    config = json.loads((remote / "config.json").read_text())
    config["auto_map"] = {"AutoModelForSequenceClassification": "modeling.Model"}
    (remote / "config.json").write_text(json.dumps(config))
    make_gemma_9b_without_weights(folder / "9b")
    (folder / "empty").mkdir()
    return folder


def refusal(places: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    command = ["train", "--rows", str(places / "rows.jsonl"), "--out", str(places / "refused")]
    assert main([*command, "--cpu", *options]) == 1
    assert not (places / "refused" / "training.json").exists()
    return capsys.readouterr().err


def test_a_base_that_can_not_be_fetched_says_how_to(
    places: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("HF_HUB_CACHE", str(places))
    told = refusal(places, capsys, "--preset", "rubert-tiny2")
    assert "hf download cointegrated/rubert-tiny2" in told
    assert "--base DIR" in told


@pytest.mark.parametrize(
    ("preset", "options", "word"),
    [
        ("rubert-tiny2", ["--base", "gemma"], "an encoder"),
        ("gemma-2-9b", ["--base", "bert"], "gemma2 | gemma3_text"),
        ("rubert-tiny2", ["--base", "bert"], f"at most {LONGEST_TOKENS}"),
        ("rubert-tiny2", ["--base", "empty"], "tokenizer.json"),
        ("ruropebert", ["--base", "remote", "--max-length", "96"], "--allow-remote-code"),
        ("rubert-tiny2", ["--base", "bert", "--max-length", "96", "--template", "budget-1"], "154"),
        ("gemma-2-9b", ["--base", "9b", "--memory-mib", "9000"], "MiB on cpu (weights"),
    ],
)
def test_refused_before_it_starts(
    places: Path,
    capsys: pytest.CaptureFixture[str],
    preset: str,
    options: list[str],
    word: str,
) -> None:
    options = [str(places / o) if o in BASES else o for o in options]
    assert word in refusal(places, capsys, "--preset", preset, *options)


def test_what_gemma_9b_needs(places: Path) -> None:
    config = json.loads((places / "9b" / "config.json").read_text())

    def planned(plan: FineTuning) -> dict[str, int]:
        arguments = trainer_arguments(plan, places, RunSettings(on_cpu=True), 52)
        return plan_memory(places / "9b", config, plan, arguments)

    plan = FINE_TUNINGS["gemma-2-9b"]
    packed, full = planned(plan), planned(replace(plan, weights="float32"))
    unsaving = planned(replace(plan, gradient_checkpointing=False))
    # 8.3 billion weights of 4.5 bits, 0.9 billion and a LoRA of 216 million in full.
    assert 8_500 < packed["weights"] < 9_500
    assert full["weights"] > 35_000
    assert packed["gradients"] * 2 == pytest.approx(packed["optimiser"], abs=2)
    assert packed["gradients"] == pytest.approx(849, rel=0.02)
    assert unsaving["activations"] > 10 * packed["activations"]


@pytest.mark.parametrize(
    "options",
    [
        ["--preset", "tiny", "--without", "cosine"],
        ["--preset", "tiny", "--epochs", "2"],
        ["--preset", "rubert-tiny2", "--corpus", "x"],
        ["--preset", "rubert-tiny2", "--epochs", "0"],
    ],
)
def test_what_a_preset_can_not_take_is_bad_usage(options: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["train", "--rows", "x", "--out", "y", *options])
    assert left.value.code == 2
