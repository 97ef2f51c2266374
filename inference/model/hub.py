"""The hub over HTTP: which files a repository holds at a commit, and one file of it.

The only importer of huggingface_hub; its errors are wrapped here.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
from huggingface_hub import HfApi, hf_hub_url, try_to_load_from_cache
from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled
from huggingface_hub.file_download import http_get
from huggingface_hub.hf_api import RepoFile
from huggingface_hub.utils._headers import build_hf_headers

from domain.errors import HubUnreachableError


@dataclass(frozen=True, slots=True)
class HubFile:
    """`sha256` is what the hub says of a file in large-file storage, `blob` is Git's of others."""

    name: str
    size_bytes: int
    sha256: str | None
    blob: str

    def part_name(self, commit: str) -> str:
        """Where a transfer is kept until it is whole."""
        return f".{self.name}.{commit[:12]}.part"

    def is_announced(self, path: Path, sha256: str) -> bool:
        """Whether the content is what the hub said it would be."""
        return sha256 == self.sha256 if self.sha256 else _git_blob(path) == self.blob


def _git_blob(path: Path) -> str:
    """Git's name of a file's content: SHA-1 over a header and the bytes."""
    content = path.read_bytes()
    digest = hashlib.sha1(b"blob %d\0" % len(content), usedforsecurity=False)
    digest.update(content)
    return digest.hexdigest()


class Hub:
    """The hub that HF_ENDPOINT names, for one bundle. Every method raises HubUnreachableError."""

    def __init__(self, bundle: str, endpoint: str | None = None) -> None:
        self._bundle = bundle
        self._endpoint = endpoint or os.environ.get("HF_ENDPOINT") or None
        self._api = HfApi(endpoint=self._endpoint)

    def latest_commit(self, name: str) -> str:
        """The commit that the default branch stands at."""
        with self._wrapped(name):
            commit = self._api.model_info(name, timeout=30).sha
        if commit is None:
            raise HubUnreachableError(self._bundle, name, "no commit told")
        return commit

    def files(self, name: str, commit: str) -> list[HubFile]:
        """Of the top folder."""
        with self._wrapped(f"{name}@{commit}"):
            tree = list(self._api.list_repo_tree(name, revision=commit))
        return [
            HubFile(entry.path, entry.size, entry.lfs.sha256 if entry.lfs else None, entry.blob_id)
            for entry in tree
            if isinstance(entry, RepoFile)
        ]

    def download(self, name: str, commit: str, file: HubFile, target: Path) -> None:
        """With a progress bar; goes on where an earlier try, even of a killed process, stopped.

        huggingface_hub's own download begins a file anew in each process, which for gigabytes
        over a poor line may never end: so only its transfer is used, on a part file of ours.
        """
        part = target.with_name(file.part_name(commit))
        if self._copy_from_cache(name, commit, file, part):
            part.replace(target)
            return
        with self._wrapped(f"{name}@{commit}"), part.open("ab") as output:
            if output.tell() > file.size_bytes:
                output.truncate(0)
            http_get(
                hf_hub_url(name, file.name, revision=commit, endpoint=self._endpoint),
                output,
                resume_size=output.tell(),
                headers=build_hf_headers(),
                expected_size=file.size_bytes,
                displayed_filename=file.name,
            )
        part.replace(target)

    def _copy_from_cache(self, name: str, commit: str, file: HubFile, part: Path) -> bool:
        """What another program fetched need not come over the wire again."""
        cached = try_to_load_from_cache(name, file.name, revision=commit)
        if not isinstance(cached, str) or Path(cached).stat().st_size != file.size_bytes:
            return False
        shutil.copyfile(cached, part)
        return True

    @contextmanager
    def _wrapped(self, source: str) -> Iterator[None]:
        try:
            yield
        except HfHubHTTPError as error:
            cause = f"HTTP {error.response.status_code} {error.response.reason_phrase}".strip()
            raise HubUnreachableError(self._bundle, source, cause) from error
        except (httpx2.HTTPError, OfflineModeIsEnabled) as error:
            raise HubUnreachableError(self._bundle, source, _in_short(error)) from error
        except OSError as error:
            # huggingface_hub: a file whose length is not the expected one.
            raise HubUnreachableError(self._bundle, source, _in_short(error)) from error


def _in_short(error: Exception) -> str:
    text = (str(error) or type(error).__name__).strip().splitlines()[0]
    return f"{type(error).__name__}: {text}"[:200]
