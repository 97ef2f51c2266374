"""The shipped bundles are whole, and those without a calibration say so with each answer."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from domain.errors import BundleMismatchError, BundleUnavailableError
from inference.__main__ import main
from inference.model.files import REFERENCE_CACHE, SHIPPED_BUNDLES, check_files, hash_files
from inference.model.loader import load_bundle
from inference.model.manifest import read_manifest
from inference.prompts import TEMPLATES, row_from_json
from inference.scoring.published import PublishedFigures, read_calibration_or_figures
from tests.unit.inference.bundle_factory import make_bundle

FULL_SIZE = {"gemma-2-9b-fic": 0.61, "rubert-tiny2": 0.51, "ruropebert": 0.53}
ROW = {"age": "34", "city": "Омск", "position": "QA", "key_skills": "SQL, Python"}


@pytest.mark.parametrize("name", ["compact", *FULL_SIZE])
def test_each_is_whole_and_has_its_card(name: str) -> None:
    folder = SHIPPED_BUNDLES / name
    manifest = read_manifest(folder)
    check_files(folder, manifest)
    assert manifest.name == name
    assert "MODEL_CARD.md" in manifest.files


@pytest.mark.parametrize(("name", "roc_auc"), FULL_SIZE.items())
def test_the_published_figures_are_the_authors_own(name: str, roc_auc: float) -> None:
    folder = SHIPPED_BUNDLES / name
    figures = read_calibration_or_figures(folder / "calibration.json", name)
    assert isinstance(figures, PublishedFigures)
    assert (figures.roc_auc, figures.base_rate) == (roc_auc, 0.0635)
    assert read_manifest(folder).metrics["roc_auc"] == roc_auc
    assert f"ROC-AUC {roc_auc}" in (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert len((folder / "reference.jsonl").read_text(encoding="utf-8").splitlines()) == 64


@pytest.mark.parametrize("name", FULL_SIZE)
def test_without_its_weights_it_says_what_to_fetch(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("manifest.json", "calibration.json", "MODEL_CARD.md", "reference.jsonl")
    folder = tmp_path / name
    folder.mkdir()
    for file in names:
        shutil.copyfile(SHIPPED_BUNDLES / name / file, folder / file)
    with pytest.raises(BundleUnavailableError):
        load_bundle(folder)
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(ROW))
    assert main(["score", "--bundle", str(folder), str(rows)]) == 2
    told = capsys.readouterr().err
    assert read_manifest(folder).base.name in told
    assert "python -m inference fetch" in told


@pytest.fixture
def uncalibrated(tmp_path: Path) -> Path:
    """As the shipped ones are, with embedded parts and `<eos>` at the end of each prompt."""
    folder = make_bundle(tmp_path / "tiny", template="fic-2024", closing_token="<eos>")
    shipped = SHIPPED_BUNDLES / "gemma-2-9b-fic"
    shutil.copyfile(shipped / "calibration.json", folder / "calibration.json")
    lines = (shipped / "reference.jsonl").read_text(encoding="utf-8").splitlines()[:12]
    (folder / "reference.jsonl").write_text("\n".join(lines), encoding="utf-8")
    _rehash(folder)
    return folder


def _rehash(folder: Path) -> None:
    path = folder / "manifest.json"
    facts = json.loads(path.read_text()) | {"files": hash_files(folder)}
    path.write_text(json.dumps(facts))


def test_its_answers_say_that_it_is_not_calibrated(
    tmp_path: Path, uncalibrated: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(ROW))
    assert main(["score", "--json", "--bundle", str(uncalibrated), str(rows)]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["calibrated"] is False
    assert 0.01 < line["probability"] < 0.2
    assert main(["score", "--bundle", str(uncalibrated), str(rows)]) == 0
    assert "not calibrated" in capsys.readouterr().out


def test_reference_margins_are_measured_once(uncalibrated: Path) -> None:
    first = load_bundle(uncalibrated)
    cache = uncalibrated / REFERENCE_CACHE
    told = json.loads(cache.read_text())
    assert len(told["margins"]) == first.calibration.reference_size == 12
    assert not first.assessor().identity.is_calibrated
    cache.write_text(json.dumps(told | {"margins": [0.0, 9.0]}))
    assert load_bundle(uncalibrated).calibration.reference_margins == (0.0, 9.0)
    # Of other weights, or nonsense: measured again.
    others: list[dict[str, Any]] = [told | {"weights": "nf4"}, told | {"revision": "x"}, {}]
    for spoiled in others:
        cache.write_text(json.dumps(spoiled))
        assert load_bundle(uncalibrated).calibration == first.calibration


@pytest.mark.parametrize("text", ["", "{}", "[1]\n[2]", "{", '{"age": []}\n{}'])
def test_unfit_reference_rows_are_refused(uncalibrated: Path, text: str) -> None:
    (uncalibrated / "reference.jsonl").write_text(text)
    _rehash(uncalibrated)
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(uncalibrated)
    assert caught.value.part == "reference.jsonl"


def test_each_prompt_is_closed_as_in_the_training(tmp_path: Path, uncalibrated: Path) -> None:
    tokenizer = load_bundle(uncalibrated).tokenizer
    template = TEMPLATES["fic-2024"]
    row = row_from_json(dict(ROW))
    (closing,) = tokenizer.template_ids("<eos>")
    for length in (64, 256):
        ids = template.encode(row, tokenizer, length).token_ids
        assert ids[-1] == closing
        assert len(ids) <= length
    facts = json.loads((uncalibrated / "manifest.json").read_text())
    facts["closing_token"] = "no such token"
    (uncalibrated / "manifest.json").write_text(json.dumps(facts))
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(uncalibrated)
    assert caught.value.part == "closing_token"
