"""Encoder classifiers stand behind the same port; code of a hub runs only where it is allowed."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import load_file, save_file

from domain.errors import BundleMismatchError, RemoteCodeRefusedError, ScoringFailedError
from inference.assessor import load_assessor
from inference.model.files import hash_files
from inference.model.loader import LoadedBundle, load_bundle
from inference.model.lock import LockedFile, LockedSource, SourcesLock, write_lock
from inference.model.manifest import HeadType
from inference.prompts import PromptRow
from tests.unit.inference.encoder_factory import REMOTE_CODE, make_encoder, make_encoder_bundle

PROMPT = [2, *range(5, 60), 3]
ROW = PromptRow(age="34", city="Омск", position="QA", work_experience="2019-04-01 - : QA  Банк")


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_encoder_bundle(tmp_path_factory.mktemp("encoders") / "tiny")


@pytest.fixture(scope="module")
def loaded(encoder: Path) -> LoadedBundle:
    return load_bundle(encoder)


@pytest.mark.parametrize("head", ["linear", "two-layer"])
@pytest.mark.parametrize("told", [None, "as-stored"])
def test_the_margin_is_what_transformers_gives(
    tmp_path: Path, head: HeadType, told: str | None
) -> None:
    folder = make_encoder_bundle(tmp_path / "tiny", head=head)
    if told:
        _edit_manifest(folder, head=told)
    with torch.inference_mode():
        logits = make_encoder(head)(input_ids=torch.tensor([PROMPT])).logits[0]
    assert load_bundle(folder).model.margins([PROMPT]) == pytest.approx(
        [float(logits[1] - logits[0])], abs=1e-5
    )


prompts = st.lists(st.integers(0, 150), min_size=1, max_size=100)


@settings(max_examples=20, deadline=None)
@given(batch=st.lists(prompts, min_size=1, max_size=6))
def test_a_batch_gives_what_each_prompt_gives_alone(
    loaded: LoadedBundle, batch: list[list[int]]
) -> None:
    alone = [loaded.model.margins([prompt])[0] for prompt in batch]
    together = loaded.model.margins_with_variants(batch, [batch] * len(batch))
    assert [answer.whole for answer in together] == pytest.approx(alone, abs=1e-4)
    for answer in together:
        assert answer.variants == pytest.approx(alone, abs=1e-4)


def test_it_scores_and_explains(encoder: Path) -> None:
    (answer,) = load_assessor(encoder).assess([ROW])
    assert 0 < answer.score.probability < 1
    assert set(answer.explanation.contributions) == set(ROW.present_fields())


def test_a_token_beyond_the_vocabulary_fails_by_name(loaded: LoadedBundle) -> None:
    with pytest.raises(ScoringFailedError):
        loaded.model.margins([[10**6]])


def _edit_manifest(folder: Path, **facts: Any) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | facts))


def _edit_weights(folder: Path, name: str) -> None:
    path = folder / "base/model.safetensors"
    weights = load_file(path)
    del weights[name]
    save_file(weights, path)
    _edit_manifest(folder, files=hash_files(folder))


@pytest.mark.parametrize(
    ("part", "edit"),
    [
        ("head", {"head": "linear"}),
        ("max_length_tokens", {"max_length_tokens": 512}),
        ("dtype", {"weights": "bfloat16", "name": "nf4-asked"}),
        ("manifest.json", {"weights": "nf4"}),
        ("manifest.json", {"architecture": "gemma2"}),
        ("manifest.json", {"architecture": "remote-code"}),
        ("hidden_size", {"hidden_size": 64}),
    ],
)
def test_a_mismatch_is_refused_by_name(
    tmp_path: Path, encoder: Path, part: str, edit: dict[str, Any]
) -> None:
    folder = tmp_path / "spoiled"
    shutil.copytree(encoder, folder)
    _edit_manifest(folder, **edit)
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(folder, dtype="nf4" if part == "dtype" else "auto")
    assert caught.value.part == part


@pytest.mark.parametrize(
    ("part", "name"), [("head", "classifier.4.bias"), ("base", "bert.pooler.dense.weight")]
)
def test_missing_weights_are_refused(tmp_path: Path, encoder: Path, part: str, name: str) -> None:
    folder = tmp_path / "spoiled"
    shutil.copytree(encoder, folder)
    _edit_weights(folder, name)
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(folder)
    assert caught.value.part == part


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle whose code was fetched from a repository of its own."""
    monkeypatch.setattr(
        "transformers.dynamic_module_utils.HF_MODULES_CACHE", str(tmp_path / "modules")
    )
    folder = make_encoder_bundle(
        tmp_path / "remote",
        architecture="remote-code",
        code={"name": "owner/remote-bert", "embedded": False},
    )
    config = folder / "base/config.json"
    auto_map = {
        "AutoConfig": "owner/remote-bert--modeling_remote.RemoteConfig",
        "AutoModelForSequenceClassification": (
            "owner/remote-bert--modeling_remote.RemoteForSequenceClassification"
        ),
    }
    facts = {"model_type": "remote_bert", "auto_map": auto_map}
    config.write_text(json.dumps(json.loads(config.read_text()) | facts))
    (folder / "code").mkdir()
    (folder / "code/modeling_remote.py").write_text(REMOTE_CODE)
    lock_code(folder)
    return folder


def lock_code(folder: Path) -> None:
    files = {
        name: LockedFile(sha256=digest, size_bytes=(folder / "code" / name).stat().st_size)
        for name, digest in hash_files(folder / "code").items()
    }
    source = LockedSource(name="owner/remote-bert", revision="1" * 40, files=files)
    write_lock(folder, SourcesLock(sources={"code": source}))
    _edit_manifest(folder, files=hash_files(folder, without=["code"]))


def test_remote_code_runs_only_where_it_is_allowed(remote: Path) -> None:
    with pytest.raises(RemoteCodeRefusedError) as caught:
        load_bundle(remote)
    assert caught.value.source == "owner/remote-bert"
    with torch.inference_mode():
        logits = make_encoder("two-layer")(input_ids=torch.tensor([PROMPT])).logits[0]
    found = load_bundle(remote, allow_remote_code=True).model.margins([PROMPT])
    assert found == pytest.approx([float(logits[1] - logits[0])], abs=1e-5)


def test_remote_code_that_changed_is_refused(remote: Path) -> None:
    with (remote / "code/modeling_remote.py").open("a") as file:
        file.write("\nraise SystemExit\n")
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(remote, allow_remote_code=True)
    assert caught.value.part == "code/modeling_remote.py"


def test_code_of_a_repository_that_nobody_named_is_refused(remote: Path) -> None:
    config = remote / "base/config.json"
    config.write_text(config.read_text().replace("owner/remote-bert--", "stranger/code--"))
    _edit_manifest(remote, files=hash_files(remote, without=["code"]))
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(remote, allow_remote_code=True)
    assert caught.value.found == "stranger/code"
