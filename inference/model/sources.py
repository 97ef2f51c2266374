"""Where a bundle's parts lie on this disk, and whether they are what was fetched.

Never reaches the network.
"""

from pathlib import Path

from domain.errors import BundleMismatchError, BundleUnavailableError
from inference.model.files import sha256_of
from inference.model.lock import LOCK, LockedSource, SourcesLock, read_lock
from inference.model.manifest import BundleManifest, PinnedSource


def check_fetched(folder: Path, manifest: BundleManifest) -> SourcesLock | None:
    """The lock, every file of which is there unchanged; None where no part is of a hub.

    Raises BundleUnavailableError that names what to fetch, BundleMismatchError for a file that is
    changed or was slipped in, or a lock of another source.
    """
    if not manifest.hub_sources:
        return None
    lock = read_lock(folder, manifest.name)
    for part, source in manifest.hub_sources.items():
        locked = lock.sources.get(part) if lock else None
        if locked is None:
            raise BundleUnavailableError(manifest.name, title_of(source))
        _check_lock_is_meant(locked, source, part, manifest)
        _check_files(folder / part, locked, part, manifest)
    return lock


def title_of(source: PinnedSource) -> str:
    return f"{source.name}@{source.revision}" if source.revision else source.name


def _check_lock_is_meant(
    locked: LockedSource, source: PinnedSource, part: str, manifest: BundleManifest
) -> None:
    expected = (source.name, source.revision or locked.revision)
    if expected != (locked.name, locked.revision):
        found = f"{locked.name}@{locked.revision}"
        raise BundleMismatchError(manifest.name, f"{LOCK} {part}", title_of(source), found)


def _check_files(folder: Path, locked: LockedSource, part: str, manifest: BundleManifest) -> None:
    found = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    for name in sorted(found - locked.files.keys()):
        raise BundleMismatchError(manifest.name, f"{part}/{name}", "no file", "a file")
    if locked.files.keys() - found:
        raise BundleUnavailableError(manifest.name, f"{locked.name}@{locked.revision}")
    for name, expected in locked.files.items():
        path = folder / name
        # The size first: it tells a cut download without reading gigabytes.
        if path.stat().st_size != expected.size_bytes or sha256_of(path) != expected.sha256:
            raise BundleMismatchError(
                manifest.name, f"{part}/{name}", expected.sha256, "other content"
            )
