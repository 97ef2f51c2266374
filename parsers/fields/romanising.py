"""Latin spellings of Cyrillic names: many are in use, and all fold to one key."""

import re
from typing import Final

_LETTERS: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
        "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    }
)  # fmt: skip
_FOLDS: Final = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"[^a-z ]", ""),
        (r"shch|sch|scsh", "sh"),
        (r"kh|x", "h"),
        (r"tz|ts|cz", "c"),
        (r"zh|j(?=[^aeiou]|e)", "z"),
        (r"w", "v"),
        (r"y|j", "i"),
        (r"io", "e"),
        (r"ie", "e"),
        (r"(?<![a-z])iek", "ek"),
        (r"i+", "i"),
        (r"i(?![a-z])", ""),
        (r"ks", "x"),
        (r"(.)\1", r"\1"),
    )
)


def romanised_key(name: str) -> str:
    """The same for `Екатеринбург`, `Ekaterinburg` and `Yekaterinburg`."""
    key = name.lower().replace("-", " ").translate(_LETTERS)
    for pattern, folded in _FOLDS:
        key = pattern.sub(folded, key)
    return " ".join(key.split())
