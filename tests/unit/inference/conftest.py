"""Small random bundles, made once."""

from pathlib import Path

import pytest

from inference.assessor import Assessor, load_assessor
from inference.model.loader import LoadedBundle, load_bundle
from inference.prompts import PromptTokenizer
from tests.unit.inference.bundle_factory import make_bundle, make_tokenizer


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two-layer head, float32, template budget-1. Not to be written to."""
    return make_bundle(tmp_path_factory.mktemp("bundles") / "tiny")


@pytest.fixture(scope="session")
def loaded(bundle: Path) -> LoadedBundle:
    return load_bundle(bundle)


@pytest.fixture(scope="session")
def assessor(bundle: Path) -> Assessor:
    return load_assessor(bundle)


@pytest.fixture(scope="session")
def tokenizer() -> PromptTokenizer:
    return PromptTokenizer(make_tokenizer())
