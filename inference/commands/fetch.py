"""`python -m inference fetch`: brings the weights that bundles need from the hub, beforehand."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from domain.errors import BundleError, BundleMismatchError, BundleNotFoundError
from inference.commands.messages import explain_bundle
from inference.model.files import SHIPPED_BUNDLES, find_bundle
from inference.model.lock import LOCK, SourcesLock
from inference.model.manifest import MANIFEST

HELP: Final = "bring the weights of bundles from the hub, once, so that they load without a network"
_FAILED: Final = 1
_BAD_USAGE: Final = 2
_MIB: Final = 1024 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "bundles", nargs="*", metavar="BUNDLE", help="a shipped bundle's name or a folder"
    )
    parser.add_argument("--all", action="store_true", help="every shipped bundle")
    parser.add_argument(
        "--to",
        type=Path,
        metavar="DIR",
        help="make whole bundles in DIR, to be carried to a machine without a network",
    )
    parser.add_argument(
        "--renew",
        action="store_true",
        help="ask the hub for the newest commit of what the manifest does not pin",
    )


def run(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Exit status: 0 all there, 1 something could not be fetched, 2 bad usage or no bundle."""
    if bool(options.bundles) == options.all:
        parser.error("name the bundles, or give --all")
    bundles: Sequence[str | Path] = options.bundles
    if options.all:
        bundles = sorted(path.parent for path in SHIPPED_BUNDLES.glob(f"*/{MANIFEST}"))
    return max(_fetch(bundle, options.to, options.renew) for bundle in bundles)


def _fetch(bundle: str | Path, to: Path | None, renew: bool) -> int:
    # Imports an HTTP client, which nothing else needs.
    from inference.model.fetching import fetch_bundle

    try:
        folder = find_bundle(bundle)
        lock = fetch_bundle(folder, to=to, renew=renew)
    except BundleError as error:
        print(explain_bundle(error), file=sys.stderr)
        unusable = isinstance(error, BundleNotFoundError | BundleMismatchError)
        return _BAD_USAGE if unusable else _FAILED
    except OSError as error:
        print(f"Can't write {error.filename}: {error.strerror}.", file=sys.stderr)
        return _FAILED
    print(f"{folder.name}: {_told(lock, folder if to is None else to / folder.name)}")
    return 0


def _told(lock: SourcesLock | None, target: Path) -> str:
    if lock is None:
        return "whole as it is, nothing to fetch"
    sources = ", ".join(f"{s.name}@{s.revision[:12]}" for s in lock.sources.values())
    files = [file for source in lock.sources.values() for file in source.files.values()]
    size = sum(file.size_bytes for file in files) / _MIB
    return f"{sources}; {len(files)} files, {size:.1f} MiB, locked in {target / LOCK}"
