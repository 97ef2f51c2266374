"""Bytes without a declared encoding to text: UTF with and without marks, and the Cyrillic
single-byte encodings that Russian files of the last forty years come in."""

from typing import Final

_BYTE_ORDER_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SINGLE_BYTE: Final = ("cp1251", "cp1252", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")

_SAMPLE_BYTES = 65_536
_HIGH_BYTES = (0x00, 0x04)
_HIGH_BYTE_SHARE = 0.8
_CONTROL_SHARE = 0.005
_COMMON_RUSSIAN = frozenset("оеаинтсрвлкмдпуяыьгзбч")
_TYPOGRAPHY = frozenset("«»—–•№°…“”’„©·€™ё\u00a0")


def decode_text(content: bytes) -> str | None:
    """The text, or None where the bytes are none."""
    encoding = _by_mark(content) or _by_high_bytes(content)
    if encoding is None:
        encoding = "utf-8" if _is_utf8(content) else _best_single_byte(content)
    try:
        text = content.decode(encoding, errors="replace")
    except UnicodeError:
        return None
    return None if _looks_binary(text) else text.removeprefix("\ufeff")


def _by_mark(content: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None)


def _by_high_bytes(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is one of the few that Latin and Cyrillic have."""
    sample = content[:_SAMPLE_BYTES]
    even, odd = (
        sum(side.count(high) for high in _HIGH_BYTES) for side in (sample[::2], sample[1::2])
    )
    if max(even, odd) < _HIGH_BYTE_SHARE * len(sample) / 2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _best_single_byte(content: bytes) -> str:
    sample = content[:_SAMPLE_BYTES]
    return max(_SINGLE_BYTE, key=lambda name: _plausibility(sample.decode(name, errors="replace")))


def _plausibility(text: str) -> float:
    """How much the non-ASCII part looks like words that people write."""
    return sum(
        _weigh(previous, char)
        for previous, char in zip(" " + text, text, strict=False)
        if char > "\x7f"
    )


def _weigh(previous: str, char: str) -> float:
    if "а" <= char <= "я":
        weight = 1.0 if char in _COMMON_RUSSIAN else 0.4
        return weight - 2.0 * ("a" <= previous.lower() <= "z")
    if "А" <= char <= "Я":
        return -1.0 if previous.islower() else 0.4
    if char in _TYPOGRAPHY:
        return 0.3
    if char.isalpha() and char <= "\u00ff":
        return 0.5 if previous.isascii() and previous.isalpha() else -0.5
    return -1.0


def _looks_binary(text: str) -> bool:
    controls = sum(char < " " and char not in "\t\r\n\f\v\x1a" for char in text)
    return controls > max(2, _CONTROL_SHARE * len(text)) or text.count("\ufffd") > len(text) / 10
