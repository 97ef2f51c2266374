"""The files of a bundle: where it lies and whether each is the one that was saved."""

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Final

from domain.errors import BundleMismatchError, BundleNotFoundError
from inference.model.lock import LOCK
from inference.model.manifest import MANIFEST, BundleManifest

REFERENCE_CACHE: Final = "reference.cache.json"
SHIPPED_BUNDLES: Final = Path(__file__).parent.parent / "bundles"


def find_bundle(bundle: str | Path) -> Path:
    """A folder: one shipped in inference/bundles by its name, else a path."""
    if isinstance(bundle, str) and Path(bundle).name == bundle:
        shipped = SHIPPED_BUNDLES / bundle
        if (shipped / MANIFEST).is_file():
            return shipped
    folder = Path(bundle)
    if not (folder / MANIFEST).is_file():
        raise BundleNotFoundError(str(bundle))
    return folder


def hash_files(folder: Path, *, without: Collection[str] = ()) -> dict[str, str]:
    """SHA-256 of every file by its path; not of the parts in `without`.

    Nor of the manifest itself and what is written beside it on this machine.
    """
    own = [folder / name for name in (MANIFEST, LOCK, REFERENCE_CACHE, f"{REFERENCE_CACHE}.new")]
    return {
        path.relative_to(folder).as_posix(): sha256_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path not in own and path.relative_to(folder).parts[0] not in without
    }


def check_files(folder: Path, manifest: BundleManifest) -> None:
    """Raises BundleMismatchError for a file that is missing, unlisted or changed.

    Parts of a hub are not looked at: their hashes stand in the lock.
    """
    found = hash_files(folder, without=manifest.hub_sources)
    for name in sorted(manifest.files.keys() | found.keys()):
        expected, actual = manifest.files.get(name, "no file"), found.get(name, "no file")
        if expected != actual:
            raise BundleMismatchError(manifest.name, name, expected, actual)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
