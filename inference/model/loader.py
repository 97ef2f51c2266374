"""Bundle -> a model that gives margins; everything that does not fit is refused by name."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from domain.errors import BundleMismatchError, RemoteCodeRefusedError
from domain.score import ModelIdentity
from inference.assessor import Assessor
from inference.model.decoder import load_decoder
from inference.model.device import choose_device
from inference.model.encoder_margins import EncoderMargins
from inference.model.files import check_files, find_bundle
from inference.model.lock import SourcesLock
from inference.model.manifest import BASE_FOLDER, CALIBRATION, BundleManifest, read_manifest
from inference.model.margins import MarginModel
from inference.model.plan import LoadPlan, make_plan
from inference.model.reference import calibrate_on_reference
from inference.model.sources import check_fetched
from inference.prompts import TEMPLATES, PromptRow, PromptTokenizer
from inference.scoring.calibration import Calibration
from inference.scoring.published import PublishedFigures, read_calibration_or_figures

TOKENIZER: Final = "tokenizer.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LoadedBundle:
    """A bundle in memory. `is_fitted`: its calibration was fitted on labelled rows."""

    folder: Path
    manifest: BundleManifest
    lock: SourcesLock | None
    plan: LoadPlan
    tokenizer: PromptTokenizer
    model: MarginModel | EncoderMargins
    calibration: Calibration
    is_fitted: bool

    def assessor(self) -> Assessor:
        identity = ModelIdentity(
            name=self.manifest.name,
            revision=_revision(self.manifest, self.lock),
            template=self.manifest.template,
            is_demo=self.manifest.is_demo,
            is_calibrated=self.is_fitted,
        )
        return Assessor(
            identity=identity,
            template=TEMPLATES[self.manifest.template],
            tokenizer=self.tokenizer,
            max_length_tokens=self.manifest.max_length_tokens,
            model=self.model,
            calibration=self.calibration,
        )


def load_bundle(
    bundle: str | Path,
    *,
    device: str = "auto",
    dtype: str = "auto",
    allow_remote_code: bool = False,
) -> LoadedBundle:
    """Raises BundleNotFoundError, BundleMismatchError, BundleUnavailableError,
    RemoteCodeRefusedError or ModelTooLargeError. Never reaches the network.

    `device` is "auto" or torch's name of one; `dtype` is "auto" (the fastest that keeps the
    bundle's numbers and fits), "float32", "bfloat16" or "nf4". What was decided is logged before
    a weight is loaded.
    """
    folder = find_bundle(bundle)
    manifest = read_manifest(folder)
    _check_code_is_allowed(manifest, allow_remote_code)
    check_files(folder, manifest)
    calibration = read_calibration_or_figures(folder / CALIBRATION, manifest.name)
    lock = check_fetched(folder, manifest)
    config = _read_base_config(folder / BASE_FOLDER, manifest)
    tokenizer = _read_tokenizer(folder / BASE_FOLDER, config, manifest)
    _check_template_fits(tokenizer, manifest)
    place = choose_device(device, manifest.name)
    plan = make_plan(folder, manifest, config, device=place, dtype=dtype)
    _log.info("model plan %s", plan.as_line())
    model = _load_model(folder, manifest, plan, config)
    fitted = _fitted(calibration, folder, manifest, lock, plan, tokenizer, model)
    return LoadedBundle(
        folder=folder,
        manifest=manifest,
        lock=lock,
        plan=plan,
        tokenizer=tokenizer,
        model=model,
        calibration=fitted,
        is_fitted=fitted is calibration,
    )


def _check_code_is_allowed(manifest: BundleManifest, allowed: bool) -> None:
    """Python of a hub runs with all rights of this process, so only on the operator's word."""
    if manifest.code is not None and not allowed:
        raise RemoteCodeRefusedError(manifest.name, manifest.code.name)


def _load_model(
    folder: Path, manifest: BundleManifest, plan: LoadPlan, config: dict[str, Any]
) -> MarginModel | EncoderMargins:
    if manifest.adapter is None:
        # Imports transformers' model code: seconds that only an encoder needs.
        from inference.model.encoder import load_encoder

        return load_encoder(folder, manifest, plan)
    return load_decoder(folder, manifest, plan, config)


def _fitted(
    calibration: Calibration | PublishedFigures,
    folder: Path,
    manifest: BundleManifest,
    lock: SourcesLock | None,
    plan: LoadPlan,
    tokenizer: PromptTokenizer,
    model: MarginModel | EncoderMargins,
) -> Calibration:
    """The bundle's own, or what its published figures permit."""
    if isinstance(calibration, Calibration):
        return calibration
    return calibrate_on_reference(
        calibration,
        folder,
        bundle=manifest.name,
        revision=_revision(manifest, lock),
        weights=plan.weights,
        template=TEMPLATES[manifest.template],
        tokenizer=tokenizer,
        max_length_tokens=manifest.max_length_tokens,
        model=model,
    )


def _revision(manifest: BundleManifest, lock: SourcesLock | None) -> str:
    return manifest.revision_with(lock.as_json() if lock else None)


def _read_base_config(base: Path, manifest: BundleManifest) -> dict[str, Any]:
    try:
        config: dict[str, Any] = json.loads((base / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BundleMismatchError(
            manifest.name, "base/config.json", "a model config", type(error).__name__
        ) from error
    expected = {"model_type": manifest.architecture, "hidden_size": manifest.hidden_size}
    if manifest.code is not None:
        del expected["model_type"]
    for part, value in expected.items():
        if config.get(part) != value:
            raise BundleMismatchError(manifest.name, part, str(value), str(config.get(part)))
    longest = config.get("max_position_embeddings")
    if manifest.adapter is None and longest and longest < manifest.max_length_tokens:
        raise BundleMismatchError(
            manifest.name,
            "max_length_tokens",
            f"at most {longest}",
            str(manifest.max_length_tokens),
        )
    return config


def _read_tokenizer(
    base: Path, config: dict[str, Any], manifest: BundleManifest
) -> PromptTokenizer:
    path = base / TOKENIZER
    if not path.is_file():
        raise BundleMismatchError(manifest.name, "base/tokenizer.json", "a fast tokenizer", "none")
    tokenizer = PromptTokenizer.from_file(path)
    if tokenizer.id_count > config["vocab_size"]:
        raise BundleMismatchError(
            manifest.name, "tokenizer", f"{config['vocab_size']} ids", str(tokenizer.id_count)
        )
    if manifest.closing_token is not None:
        ids = tokenizer.template_ids(manifest.closing_token)
        if len(ids) != 1:
            raise BundleMismatchError(
                manifest.name, "closing_token", "one token", f"{len(ids)} tokens"
            )
        before, after = tokenizer.frame
        tokenizer.frame = (before, (*after, *ids))
    return tokenizer


def _check_template_fits(tokenizer: PromptTokenizer, manifest: BundleManifest) -> None:
    try:
        TEMPLATES[manifest.template].encode(PromptRow(), tokenizer, manifest.max_length_tokens)
    except ValueError as error:
        raise BundleMismatchError(
            manifest.name, "max_length_tokens", str(error), str(manifest.max_length_tokens)
        ) from error
