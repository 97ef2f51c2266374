"""A base model's folder: one that is named, or one that the hub's cache has or gets."""

import json
import os
from pathlib import Path
from typing import Any, Final

import httpx2
from huggingface_hub import snapshot_download
from huggingface_hub.errors import HfHubHTTPError, HFValidationError

from training.errors import BaseUnavailableError, BaseUnfitError

TOKENIZER_FILE: Final = "tokenizer.json"
_WANTED: Final = ("*.json", "*.safetensors", "*.py")


def find_base(base: str, revision: str | None) -> Path:
    """`base` is a folder or a hub name. Raises BaseUnavailableError, BaseUnfitError.

    Of a hub only configs, safetensors, the tokenizer and Python are taken; nothing of it is run.
    """
    folder = Path(base)
    if not folder.is_dir():
        folder = _from_hub(base, revision)
    if not (folder / TOKENIZER_FILE).is_file():
        raise BaseUnfitError(base, TOKENIZER_FILE, "a fast tokenizer", "no such file")
    return folder


def read_config(folder: Path) -> dict[str, Any]:
    """The base's config.json. Raises BaseUnfitError."""
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        found = type(error).__name__
        raise BaseUnfitError(str(folder), "config.json", "a model's config", found) from error
    return config


def _from_hub(name: str, revision: str | None) -> Path:
    try:
        found = snapshot_download(
            name,
            revision=revision,
            allow_patterns=list(_WANTED),
            endpoint=os.environ.get("HF_ENDPOINT") or None,
        )
    except (HfHubHTTPError, HFValidationError, httpx2.HTTPError, OSError) as error:
        # OSError: offline mode and what is in no cache.
        lines = (str(error) or type(error).__name__).strip().splitlines()
        raise BaseUnavailableError(name, f"{type(error).__name__}: {lines[0]}"[:200]) from error
    return Path(found)
