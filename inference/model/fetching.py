"""Fetches what a bundle needs of a hub, once, and locks it.

Only the files that are loaded: safetensors, their index, configs, the tokenizer and, for remote
code, the Python of that repository. Each is checked against the hub's own hash where it tells
one, and its SHA-256 goes into the lock.
"""

import re
import shutil
from pathlib import Path
from typing import Final

from domain.errors import BundleMismatchError, DiskFullError
from inference.model.files import check_files, sha256_of
from inference.model.hub import Hub, HubFile
from inference.model.lock import (
    LockedFile,
    LockedSource,
    SourcesLock,
    read_lock,
    write_lock,
)
from inference.model.manifest import (
    ADAPTER_FOLDER,
    BASE_FOLDER,
    CODE_FOLDER,
    MANIFEST,
    BundleManifest,
    PinnedSource,
    read_manifest,
)

_WANTED: Final = {
    BASE_FOLDER: re.compile(
        r"(config|tokenizer|model\.safetensors\.index)\.json"
        r"|model(-\d{5}-of-\d{5})?\.safetensors"
    ),
    ADAPTER_FOLDER: re.compile(r"adapter_config\.json|adapter_model\.safetensors"),
    CODE_FOLDER: re.compile(r"config\.json|\w+\.py"),
}
_NEEDED: Final = {
    BASE_FOLDER: (r"config\.json", r"tokenizer\.json", r"model.*\.safetensors"),
    ADAPTER_FOLDER: (r"adapter_config\.json", r"adapter_model\.safetensors"),
    CODE_FOLDER: (r"\w+\.py",),
}
_ROOM_TO_SPARE_BYTES: Final = 64 * 1024 * 1024


def fetch_bundle(
    folder: Path, *, to: Path | None = None, renew: bool = False, endpoint: str | None = None
) -> SourcesLock | None:
    """Fetches the hub parts of the bundle in `folder` and returns the lock; None if it has none.

    Files land in the bundle's own folder, or in a whole copy of the bundle `to`/its name, to be
    carried to a machine without network. A lock that is there says which commits to fetch;
    `renew` asks the hub anew for those that the manifest does not pin. Files that are already
    there and right are left alone. Raises BundleNotFoundError, BundleMismatchError,
    HubUnreachableError or DiskFullError.
    """
    manifest = read_manifest(folder)
    check_files(folder, manifest)
    lock = read_lock(folder, manifest.name)
    if not manifest.hub_sources:
        return None
    target = folder if to is None else _copy_of(folder, manifest, to / manifest.name)
    hub = Hub(manifest.name, endpoint)
    locked = {
        part: _fetch_part(hub, manifest, part, target, lock, renew) for part in manifest.hub_sources
    }
    lock = SourcesLock(sources=locked)
    write_lock(target, lock)
    return lock


def _copy_of(folder: Path, manifest: BundleManifest, target: Path) -> Path:
    if target.resolve() == folder.resolve():
        return folder
    for name in (*manifest.files, MANIFEST):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target / name)
    return target


def _fetch_part(
    hub: Hub,
    manifest: BundleManifest,
    part: str,
    target: Path,
    lock: SourcesLock | None,
    renew: bool,
) -> LockedSource:
    source = manifest.hub_sources[part]
    before = lock.sources.get(part) if lock and not renew else None
    commit = source.revision or (before.revision if before else hub.latest_commit(source.name))
    if before is not None and before.revision != commit:
        before = None
    files = _wanted_files(hub.files(source.name, commit), manifest, part, source)
    folder = target / part
    folder.mkdir(exist_ok=True)
    _drop_others(folder, {file.name for file in files} | {f.part_name(commit) for f in files})
    _check_room(folder, files, manifest.name)
    locked = {}
    for file in files:
        expected = before.files[file.name].sha256 if before and file.name in before.files else None
        locked[file.name] = _fetch_file(hub, manifest.name, source, commit, file, folder, expected)
    return LockedSource(name=source.name, revision=commit, files=locked)


def _wanted_files(
    files: list[HubFile], manifest: BundleManifest, part: str, source: PinnedSource
) -> list[HubFile]:
    wanted = [file for file in files if _WANTED[part].fullmatch(file.name)]
    for needed in _NEEDED[part]:
        if not any(re.fullmatch(needed, file.name) for file in wanted):
            raise BundleMismatchError(
                manifest.name, f"{part} of {source.name}", needed.replace("\\", ""), "no such file"
            )
    return wanted


def _drop_others(folder: Path, kept: set[str]) -> None:
    """Files of another commit must not be loaded with these."""
    for path in folder.iterdir():
        if path.name not in kept and path.is_file():
            path.unlink()


def _check_room(folder: Path, files: list[HubFile], bundle: str) -> None:
    missing = sum(file.size_bytes for file in files) - sum(
        path.stat().st_size for path in folder.iterdir() if path.is_file()
    )
    free = shutil.disk_usage(folder).free
    if missing > 0 and missing + _ROOM_TO_SPARE_BYTES > free:
        raise DiskFullError(bundle, str(folder), missing + _ROOM_TO_SPARE_BYTES, free)


def _fetch_file(
    hub: Hub,
    bundle: str,
    source: PinnedSource,
    commit: str,
    file: HubFile,
    folder: Path,
    locked_sha256: str | None,
) -> LockedFile:
    path = folder / file.name
    if not path.is_file() or not file.is_announced(path, sha256_of(path)):
        hub.download(source.name, commit, file, path)
    found = sha256_of(path)
    if not file.is_announced(path, found) or locked_sha256 not in (None, found):
        path.unlink()
        expected = locked_sha256 or file.sha256 or file.blob
        raise BundleMismatchError(bundle, f"{source.name}/{file.name}", expected, found)
    return LockedFile(sha256=found, size_bytes=path.stat().st_size)
