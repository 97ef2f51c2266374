"""Weights of a hub: fetched over real HTTP, locked, and loaded only as they were locked."""

import json
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.errors import (
    BundleMismatchError,
    BundleUnavailableError,
    DiskFullError,
    HubUnreachableError,
)
from inference.__main__ import main
from inference.model.fetching import fetch_bundle
from inference.model.files import SHIPPED_BUNDLES, hash_files
from inference.model.loader import load_bundle
from inference.model.lock import LOCK
from tests.unit.inference.bundle_factory import HIDDEN_SIZE, LABELS, make_bundle, store_quantised
from tests.unit.inference.fake_hub import FakeHub, running_hub

PROMPT = list(range(6, 90))
BASE, ADAPTER = "owner/gemma-tiny", "owner/adapter-tiny"
WEIGHTS = "model.safetensors"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """With the parts of a whole bundle, and what a repository has besides."""
    whole = make_bundle(
        tmp_path / "whole", base={"name": BASE, "revision": "0" * 40, "embedded": True}
    )
    for part in ("base", "adapter"):
        (whole / part / "README.md").write_text("# A card")
        (whole / part / "pytorch_model.bin").write_bytes(b"\x80\x04")
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "cache"))
    with running_hub({BASE: whole / "base", ADAPTER: whole / "adapter"}) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        yield running


@pytest.fixture
def bundle(tmp_path: Path, hub: FakeHub) -> Path:
    """The same bundle, its parts named only."""
    folder = tmp_path / "shipped" / "tiny"
    folder.mkdir(parents=True)
    whole = tmp_path / "whole"
    for name in ("calibration.json", "MODEL_CARD.md"):
        shutil.copyfile(whole / name, folder / name)
    facts = json.loads((whole / "manifest.json").read_text())
    facts |= {
        "name": "tiny",
        "base": {"name": BASE, "revision": None, "embedded": False},
        "adapter": {"name": ADAPTER, "revision": None, "embedded": False},
        "files": hash_files(folder),
    }
    (folder / "manifest.json").write_text(json.dumps(facts))
    return folder


def test_what_was_fetched_scores_like_the_whole_bundle(
    tmp_path: Path, hub: FakeHub, bundle: Path
) -> None:
    with pytest.raises(BundleUnavailableError) as caught:
        load_bundle(bundle)
    assert caught.value.source == BASE
    lock = fetch_bundle(bundle)
    assert lock is not None
    assert lock.sources["base"].revision == hub.commit(BASE)
    assert sorted(hub.fetched()) == [
        "adapter_config.json",
        "adapter_model.safetensors",
        "config.json",
        WEIGHTS,
        "tokenizer.json",
    ]
    whole = _without_extras(tmp_path / "whole")
    assert load_bundle(bundle).model.margins([PROMPT]) == load_bundle(whole).model.margins([PROMPT])


def _without_extras(whole: Path) -> Path:
    for part in ("base", "adapter"):
        for name in ("README.md", "pytorch_model.bin"):
            (whole / part / name).unlink()
    return whole


def test_a_second_fetch_transfers_nothing(hub: FakeHub, bundle: Path) -> None:
    first = fetch_bundle(bundle)
    hub.requests.clear()
    assert fetch_bundle(bundle) == first
    assert hub.fetched() == []


def test_a_broken_transfer_goes_on_where_it_stopped(hub: FakeHub, bundle: Path) -> None:
    """Also in a next process: what matters lies in the part file."""
    part = bundle / "base" / f".{WEIGHTS}.{hub.commit(BASE)[:12]}.part"
    part.parent.mkdir()
    content = (hub.repositories[BASE] / WEIGHTS).read_bytes()
    part.write_bytes(content[:3000])
    fetch_bundle(bundle)
    ranges = [asked for path, asked in hub.requests if path.endswith(WEIGHTS)]
    assert ranges[:1] == ["bytes=3000-"]
    assert (bundle / "base" / WEIGHTS).read_bytes() == content
    assert not part.exists()


def test_a_lock_keeps_its_commit_until_it_is_renewed(hub: FakeHub, bundle: Path) -> None:
    first = fetch_bundle(bundle)
    assert first is not None
    card = hub.repositories[BASE] / "config.json"
    card.write_text(card.read_text() + "\n")
    # The hub of the test serves only its newest commit, as one that lost its history.
    with pytest.raises(HubUnreachableError):
        fetch_bundle(bundle)
    renewed = fetch_bundle(bundle, renew=True)
    assert renewed is not None
    assert renewed.sources["base"].revision != first.sources["base"].revision


@pytest.mark.parametrize("name", [WEIGHTS, "config.json"])
def test_content_that_is_not_what_the_hub_announced_is_refused(
    hub: FakeHub, bundle: Path, name: str
) -> None:
    hub.broken_names.add(name)
    with pytest.raises(BundleMismatchError) as caught:
        fetch_bundle(bundle)
    assert caught.value.part == f"{BASE}/{name}"
    assert not (bundle / LOCK).exists()


@pytest.mark.parametrize("name", ["config.json", WEIGHTS, "slipped_in.py"])
def test_what_changed_after_the_fetch_is_refused(bundle: Path, name: str) -> None:
    fetch_bundle(bundle)
    path = bundle / "base" / name
    content = path.read_bytes() if path.exists() else b""
    path.write_bytes(content[:-1] + b" ")
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(bundle)
    assert caught.value.part == f"base/{name}"


def test_a_file_that_went_missing_has_to_be_fetched_again(hub: FakeHub, bundle: Path) -> None:
    fetch_bundle(bundle)
    (bundle / "base" / WEIGHTS).unlink()
    with pytest.raises(BundleUnavailableError) as caught:
        load_bundle(bundle)
    assert caught.value.source == f"{BASE}@{hub.commit(BASE)}"
    fetch_bundle(bundle)
    assert load_bundle(bundle).model.margins([PROMPT])


def test_a_lock_of_another_source_is_refused(bundle: Path) -> None:
    fetch_bundle(bundle)
    path = bundle / LOCK
    path.write_text(path.read_text().replace(BASE, "owner/other"))
    with pytest.raises(BundleMismatchError) as caught:
        load_bundle(bundle)
    assert caught.value.part == f"{LOCK} base"
    path.write_text('{"format": 1, "sources": {"base": {"files": {"../x": {}}}}}')
    with pytest.raises(BundleMismatchError):
        load_bundle(bundle)


def test_the_revision_follows_what_was_fetched(hub: FakeHub, bundle: Path) -> None:
    fetch_bundle(bundle)
    before = load_bundle(bundle).assessor().identity.revision
    card = hub.repositories[ADAPTER] / "adapter_config.json"
    card.write_text(card.read_text() + "\n")
    fetch_bundle(bundle, renew=True)
    assert load_bundle(bundle).assessor().identity.revision != before


def test_a_repository_without_safetensors_is_refused(hub: FakeHub, bundle: Path) -> None:
    (hub.repositories[BASE] / WEIGHTS).unlink()
    with pytest.raises(BundleMismatchError) as caught:
        fetch_bundle(bundle)
    assert (caught.value.part, caught.value.found) == (f"base of {BASE}", "no such file")


def test_too_little_room_is_told_before_the_transfer(
    hub: FakeHub, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(bundle)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(DiskFullError) as caught:
        fetch_bundle(bundle)
    assert caught.value.free_bytes == 1000
    assert hub.fetched() == []


def test_the_command_makes_a_bundle_to_carry(
    tmp_path: Path, hub: FakeHub, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fetch", str(bundle), "--to", str(tmp_path / "usb")]) == 0
    told = capsys.readouterr().out
    assert BASE in told
    assert "MiB" in told
    assert not (bundle / LOCK).exists()
    hub.requests.clear()
    assert load_bundle(tmp_path / "usb" / "tiny").model.margins([PROMPT])
    assert hub.requests == []
    assert load_bundle(tmp_path / "usb" / "tiny").manifest.labels == LABELS


def test_the_published_layout_from_the_hub_to_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The base packed and in shards, an adapter with the plain head, no calibration."""
    whole = make_bundle(
        tmp_path / "whole",
        weights="nf4",
        head="linear",
        base={"name": BASE, "revision": "0" * 40, "embedded": True},
    )
    store_quantised(whole, shard_size="20KB")
    assert len(list((whole / "base").glob("model-*.safetensors"))) > 1
    folder = tmp_path / "published"
    shipped = SHIPPED_BUNDLES / "gemma-2-9b-fic"
    folder.mkdir()
    for name in ("MODEL_CARD.md", "calibration.json", "reference.jsonl"):
        shutil.copyfile(shipped / name, folder / name)
    facts = json.loads((shipped / "manifest.json").read_text()) | {
        "name": "published",
        "base": {"name": BASE, "revision": None, "embedded": False},
        "adapter": {"name": ADAPTER, "revision": None, "embedded": False},
        "hidden_size": HIDDEN_SIZE,
    }
    (folder / "manifest.json").write_text(json.dumps(facts))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "cache"))
    with running_hub({BASE: whole / "base", ADAPTER: whole / "adapter"}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        assert main(["fetch", str(folder), "--to", str(tmp_path / "carried")]) == 0
    carried = tmp_path / "carried" / "published"
    capsys.readouterr()
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"age": "34", "city": "Омск", "position": "QA"}))
    answers = []
    for dtype in ("nf4", "float32"):
        assert main(["score", "--json", "--bundle", str(carried), "--dtype", dtype, str(rows)]) == 0
        answers.append(json.loads(capsys.readouterr().out))
    packed, unpacked = answers
    assert packed["calibrated"] is False
    assert packed["model"]["template"] == "fic-2024"
    assert packed["probability"] == pytest.approx(unpacked["probability"], abs=1e-3)


def test_the_command_says_what_it_could_not_reach(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{taken.getsockname()[1]}")
        assert main(["fetch", str(bundle)]) == 1
    told = capsys.readouterr().err
    assert BASE in told
    assert "--to DIR" in told


def test_bad_usage_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch", "no-such-bundle"]) == 2
    assert main(["fetch", "compact"]) == 0
    for arguments in (["fetch"], ["fetch", "compact", "--all"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
    assert "nothing to fetch" in capsys.readouterr().out
