"""Words that a person types, found by their beginnings in what others have written."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

MAX_WORDS: Final = 8
_WORD: Final = re.compile(r"(?:[^\W_]|[+#])+")


def words_of(text: str) -> list[str]:
    """In lower case and with ё as е; `C++` and `C#` stay whole, all other signs part words.

    File names made on a Mac spell й as two characters, hence the normal form.
    """
    return [word for word in _WORD.findall(_plain(text)) if word.strip("+#")]


def wanted_words(text: str) -> tuple[str, ...]:
    """The first words of a query, each once; empty where it has no letter or digit."""
    return tuple(dict.fromkeys(words_of(text)))[:MAX_WORDS]


def has_all(wanted: Sequence[str], texts: Iterable[str | None]) -> bool:
    """Whether each wanted word is the beginning of some word in the texts."""
    plain = _plain("\n".join(filter(None, texts)))
    if not all(one in plain for one in wanted):
        return False  # most texts end here, before they are parted into words
    there = [word for word in _WORD.findall(plain) if word.strip("+#")]
    return all(any(word.startswith(one) for word in there) for one in wanted)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
