"""A made-up person's resume as Word 97 saved it: the least that a reader of .doc asks for.

[MS-DOC] 2.5 (the FIB), 2.9.38 (Clx), [MS-CFB] (the container).
"""

import struct
from pathlib import Path

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_TEXT_AT = 1536
_MIN_STREAM = 4096
_STYLES = struct.pack("<H9H", 18, 15, 10, 1, 4, 15, 0, 0, 0, 0) + bytes(2 * 15)
"""A style sheet of 15 empty places ([MS-DOC] 2.9.271)."""
_LINES = (
    "Клим Озеров",
    "Монтажник слаботочных систем",
    "Возраст: 44 года",
    "г. Вологда",
    "Опыт работы",
    "апрель 2014 – настоящее время",
    "ООО «Сигнал-Юг», монтажник",
    "Видеонаблюдение, домофоны, прокладка кабеля.",
    "июнь 2008 – март 2014",
    "ООО «Лучина», электромонтёр",
    "Навыки",
    "Монтаж СКС, Чтение схем, Пайка",
)


def write_word97(path: Path) -> None:
    text = "".join(f"{line}\r" for line in _LINES)
    letters = text.encode("utf-16-le")
    table = _table(len(text)).ljust(_MIN_STREAM, b"\0")
    document = _fib(len(text)).ljust(_TEXT_AT, b"\0") + letters
    path.write_bytes(_container({"WordDocument": document, "1Table": table}))


def _table(length: int) -> bytes:
    """One piece of text, in UTF-16, and the style sheet."""
    piece = struct.pack("<HIH", 0, _TEXT_AT, 0)
    pieces = struct.pack("<II", 0, length) + piece
    return b"\x02" + struct.pack("<I", len(pieces)) + pieces + _STYLES


def _fib(length: int) -> bytes:
    head = bytearray(898)
    struct.pack_into("<HH", head, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", head, 6, 0x0419)
    struct.pack_into("<H", head, 10, 0x1200)  # the table is "1Table", text may be Unicode
    struct.pack_into("<II", head, 24, _TEXT_AT, _TEXT_AT + 2 * length)
    struct.pack_into("<H", head, 32, 14)
    struct.pack_into("<H", head, 62, 22)
    struct.pack_into("<I", head, 64, _TEXT_AT + 2 * length)
    struct.pack_into("<I", head, 76, length)
    struct.pack_into("<H", head, 152, 93)
    pieces = len(_table(length)) - len(_STYLES)
    struct.pack_into("<II", head, 0x00A2, pieces, len(_STYLES))
    struct.pack_into("<II", head, 0x01A2, 0, pieces)
    return bytes(head)


def _container(streams: dict[str, bytes]) -> bytes:
    """Sectors in order: the table of sectors, the directory, the streams."""
    fat = [_FAT, _END]
    body, entries = b"", [_entry("Root Entry", 5, 1, _END, 0)]
    for number, (name, content) in enumerate(streams.items(), 1):
        padded = content.ljust(max(_MIN_STREAM, -(-len(content) // _SECTOR) * _SECTOR), b"\0")
        first, count = len(fat), len(padded) // _SECTOR
        fat += [*range(first + 1, first + count), _END]
        left = 2 if number == 1 else _NONE  # shorter names stand to the left
        entries.append(_entry(name, 2, _NONE, first, len(padded), left))
        body += padded
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    return _header() + table + directory + body


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1)
    head += struct.pack("<IIIIIII", 1, 0, _MIN_STREAM, _END, 0, _END, 0)
    return head + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, child: int, start: int, size: int, left: int = _NONE) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters), kind, 1, left, _NONE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
