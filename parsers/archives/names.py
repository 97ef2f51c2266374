"""Names of an archive's members, made fit for people. No file is ever written by them.

ZIP programs put names down in whatever encoding their system has: UTF-8 with or without the flag
that says so (APPNOTE 6.3.10, appendix D), Windows' own cp866 or cp1251 for Cyrillic, cp437 for
Western letters; Info-ZIP adds the UTF-8 name as the extra field 0x7075.
"""

import re
import struct
import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from zipfile import ZipInfo

_UTF8_FLAG: Final = 0x800
_UNICODE_PATH: Final = 0x7075
_SEPARATORS: Final = re.compile(r"[/\\]")
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_CYRILLIC_LETTER: Final = re.compile(r"[А-Яа-яЁё]")
_IMPLAUSIBLE: Final = re.compile(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]|[а-яё][А-ЯЁ]")
"""Letters that meet where a name was decoded wrongly."""
_UNASSIGNED: Final = frozenset({"Cn", "Co"})
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_LONGEST_NAME_CHARACTERS: Final = 200
_LITTER: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_LITTER_STARTS: Final = ("._", "~$")
_LITTER_FOLDERS: Final = frozenset({"__MACOSX", ".git", ".svn"})


def path_of(member: ZipInfo) -> tuple[str, ...]:
    """The folders and the name, without roots, drives, steps upwards and invisible letters."""
    steps = _SEPARATORS.split(_text_of(member))
    visible = (_visible(_DRIVE.sub("", step, count=1)) for step in steps)
    return tuple(step for step in visible if step not in ("", ".", ".."))


def is_litter(path: Sequence[str]) -> bool:
    """What systems and office programs put beside a person's files."""
    name = path[-1].lower()
    return (
        name in _LITTER
        or name.startswith(_LITTER_STARTS)
        or any(folder in _LITTER_FOLDERS for folder in path[:-1])
    )


def shown_names(paths: Sequence[Sequence[str]]) -> list[str]:
    """One name a path: without the folders that all share; what is there twice gets a number."""
    shared = _shared_folders(paths)
    seen: Counter[str] = Counter()
    names = []
    for path in paths:
        name = "/".join(path[shared:])[-_LONGEST_NAME_CHARACTERS:]
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _shared_folders(paths: Sequence[Sequence[str]]) -> int:
    folders = [tuple(path[:-1]) for path in paths]
    if not folders:
        return 0
    first, last = min(folders), max(folders)
    pairs = enumerate(zip(first, last, strict=False))
    shortest = min(len(first), len(last))
    return next((at for at, (one, other) in pairs if one != other), shortest)


def _text_of(member: ZipInfo) -> str:
    # zipfile decodes what is not flagged as cp437, which has a letter for each byte.
    if member.flag_bits & _UTF8_FLAG:
        return member.orig_filename
    raw = member.orig_filename.encode("cp437", errors="replace")
    return _unicode_path(member.extra, raw) or _decode(raw)


def _decode(raw: bytes) -> str:
    with suppress(UnicodeDecodeError):
        text = raw.decode("utf-8")
        if not any(unicodedata.category(letter) in _UNASSIGNED for letter in text):
            return text
    for encoding in ("cp866", "cp1251"):
        text = raw.decode(encoding, errors="replace")
        beyond_ascii = [letter for letter in text if letter > "\x7f" and letter != "№"]
        if all(map(_CYRILLIC_LETTER.match, beyond_ascii)) and not _IMPLAUSIBLE.search(text):
            return text
    return raw.decode("cp437")


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name of the extra field; it counts only for the raw name whose CRC it holds."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        body, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and body[:5] == b"\x01" + struct.pack("<I", zlib.crc32(raw)):
            return body[5:].decode("utf-8", errors="replace")
    return None


def _visible(step: str) -> str:
    kept = (letter for letter in step if unicodedata.category(letter) not in _INVISIBLE)
    # macOS writes й as и with a breve.
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))
