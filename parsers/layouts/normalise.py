"""Repairs of extracted text: spaces, dashes, look-alikes, letter-spacing, doubled letters."""

import re
import unicodedata

NBSP = "\u00a0"
_DROPPED = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
)
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_DASHES = re.compile(r"[\u2010\u2011\u2012\u2212\ufe58\ufe63\uff0d]")
_LIGATURES = str.maketrans(
    {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"} | dict.fromkeys("∙⋅‧・", "·")
)
_LATIN_LIKE = str.maketrans("асеорхуАВСЕНКМОРТХУ", "aceopxyABCEHKMOPTXY")
_CYRILLIC_LIKE = str.maketrans("aceopxyABCEHKMOPTXY", "асеорхуАВСЕНКМОРТХУ")
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+(?:[+#]+)?")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_BULLET = r"[•●▪■◦‣⁃∙·○◆◇►▶➢➤✓✔★❖»–—*>\-o]"
BULLET_START = re.compile(rf"^\s*(?:[\ue000-\uf8ff]\s*|{_BULLET}\s+|[•●▪■◦‣∙○◆►➢➤✓✔❖])")
SIGN = re.compile(r"[\u2190-\u24ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]+\s*")
"""A sign at a line's start, as messages have instead of headings and bullets."""
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
_MIXED = re.compile(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]|С(?:\+\+|#)")


def keep_spaces(text: str) -> str:
    """Cleans all but the spaces: runs of ordinary spaces and U+00A0 still tell tags apart."""
    text = text.translate(_DROPPED).translate(_LIGATURES)
    text = _DASHES.sub("-", text)
    if "\u0306" in text or "\u0308" in text:
        text = unicodedata.normalize("NFC", text)
    return text.replace("ï¼", " – ")  # a fullwidth mark that lost its encoding


def one_spaced(text: str) -> str:
    """One line with ordinary single spaces and honest letters."""
    text = join_spaced_letters(_SPACES.sub(" ", keep_spaces(text)).strip())
    return unmix_scripts(" ".join(text.split()))


def unmix_scripts(text: str) -> str:
    """Words of Latin and Cyrillic look-alikes become words of one script (`Teсhnical`, `С++`)."""
    if not _MIXED.search(text):
        return text
    return _WORD.sub(lambda found: _one_script(found[0]), text)


def _one_script(word: str) -> str:
    if word in ("С++", "С#"):
        return word.translate(_LATIN_LIKE)
    latin, cyrillic = len(_LATIN.findall(word)), len(_CYRILLIC.findall(word))
    if not latin or not cyrillic:
        return word
    towards_latin = word.translate(_LATIN_LIKE)
    if latin >= cyrillic and not _CYRILLIC.search(towards_latin):
        return towards_latin
    towards_cyrillic = word.translate(_CYRILLIC_LIKE)
    return towards_cyrillic if not re.search(r"[A-Za-z]", towards_cyrillic) else word


def join_spaced_letters(text: str) -> str:
    """`О П Ы Т  Р А Б О Т Ы` (letter-spaced headings of design tools) becomes `ОПЫТ РАБОТЫ`."""
    parts = text.split()
    if len(parts) < 4 or sum(len(part) == 1 and part.isalpha() for part in parts) < len(parts) - 1:
        return text
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text))


def is_doubled(text: str) -> bool:
    """`ЖЖееллааееммааяя`: fake-bold text that was drawn twice."""
    packed = text.replace(" ", "")
    if len(packed) < 8 or len(packed) % 2:
        return False
    return packed[0::2] == packed[1::2]


def undouble(text: str) -> str:
    """Every letter once; single spaces between the words stay."""
    return " ".join(word[0::2] for word in text.split()) if is_doubled(text) else text


def without_bullet(text: str) -> str:
    """The text after its list mark."""
    return _PRIVATE.sub("", BULLET_START.sub("", text)).strip()


def without_sign(text: str) -> str:
    """The text after its list mark and the picture that stands for its label."""
    bare = without_bullet(text)
    sign = SIGN.match(bare)
    return bare[sign.end() :] if sign else bare


def has_bullet(text: str) -> bool:
    return bool(BULLET_START.match(text))


def words_key(text: str) -> str:
    """Lower-case words with е for ё and nothing else: the key of dictionaries."""
    return " ".join(re.findall(r"[\w+#]+", text.lower().replace("ё", "е")))
