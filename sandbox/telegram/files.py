"""Files in memory, known by file_id to the bot and by path to the download."""

import mimetypes
import secrets
from dataclasses import dataclass
from typing import Any

from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.pictures import picture_size

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024
_GUESSED = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


@dataclass(frozen=True)
class StoredFile:
    """A document, or a photo where `photo_size` is (width, height) in pixels."""

    file_id: str
    unique_id: str
    path: str
    content: bytes
    name: str
    media_type: str
    photo_size: tuple[int, int] | None = None

    def as_content(self) -> dict[str, Any]:
        """The part of a Message that holds this file."""
        size = len(self.content)
        identity = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": size}
        if self.photo_size is not None:
            width, height = self.photo_size
            return {"photo": [identity | {"width": width, "height": height}]}
        return {"document": identity | {"file_name": self.name, "mime_type": self.media_type}}


def guess_media_type(name: str) -> str:
    """As a Telegram client does: by the name, never by the content."""
    suffix = "." + name.rpartition(".")[2].lower()
    return _GUESSED.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


class FileStore:
    """All files of the sandbox; ids are random, so nothing is learnt by guessing."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add_document(self, content: bytes, name: str, media_type: str | None = None) -> StoredFile:
        """Keeps a file as it is; raises BadRequestError where it is empty."""
        if not content:
            raise BadRequestError("file must be non-empty")
        return self._add(content, name, media_type or guess_media_type(name), None)

    def add_photo(self, content: bytes, name: str = "photo.jpg") -> StoredFile:
        """Keeps a picture; raises BadRequestError for what Telegram can't process."""
        if not content:
            raise BadRequestError("file must be non-empty")
        if len(content) > MAX_PHOTO_BYTES:
            raise BadRequestError("file is too big for a photo; the maximum size is 10 MB")
        size = picture_size(content)
        if size is None:
            raise BadRequestError("IMAGE_PROCESS_FAILED")
        if sum(size) > 10_000 or min(size) < 1 or max(size) > 20 * min(size):
            raise BadRequestError("PHOTO_INVALID_DIMENSIONS")
        return self._add(content, name, "image/jpeg", size)

    def _add(
        self, content: bytes, name: str, media_type: str, photo_size: tuple[int, int] | None
    ) -> StoredFile:
        folder, prefix = ("photos", "AgAC") if photo_size else ("documents", "BQAC")
        dot, suffix = name.rpartition(".")[1:]
        ending = f".{suffix.lower()}" if dot and suffix.isascii() and suffix.isalnum() else ""
        stored = StoredFile(
            file_id=prefix + secrets.token_urlsafe(45),
            unique_id="Ag" + secrets.token_urlsafe(9),
            path=f"{folder}/file_{len(self._by_path)}{ending}",
            content=content,
            name=name,
            media_type=media_type,
            photo_size=photo_size,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        try:
            return self._by_id[file_id]
        except KeyError:
            raise BadRequestError("wrong remote file identifier specified") from None

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def by_unique_id(self, unique_id: str) -> StoredFile | None:
        return next((f for f in self._by_id.values() if f.unique_id == unique_id), None)

    def download_info(self, file_id: str) -> dict[str, Any]:
        """getFile's answer; raises BadRequestError over 20 MB or for an unknown id."""
        try:
            stored = self._by_id[file_id]
        except KeyError:
            raise BadRequestError("invalid file_id") from None
        if len(stored.content) > MAX_DOWNLOAD_BYTES:
            raise BadRequestError("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.content),
            "file_path": stored.path,
        }
