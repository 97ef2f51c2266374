"""Where a bundle's base and adapter lie on this disk."""

from pathlib import Path

from domain.errors import BundleUnavailableError
from inference.model.manifest import PinnedSource


def source_folder(source: PinnedSource, bundle_folder: Path, part: str, bundle: str) -> Path:
    """The embedded folder `part`, else the hub snapshot that was fetched beforehand.

    Never reaches the network: raises BundleUnavailableError that names what to fetch.
    """
    if source.embedded:
        return bundle_folder / part
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    try:
        folder = snapshot_download(
            source.name,
            revision=source.revision,
            local_files_only=True,
            allow_patterns=["*.json", "*.safetensors"],
        )
    except LocalEntryNotFoundError as error:
        raise BundleUnavailableError(bundle, f"{source.name}@{source.revision}") from error
    return Path(folder)
