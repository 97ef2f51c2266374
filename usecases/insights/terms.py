"""The names of tools and methods that a text mentions, and what of a list it mentions."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

_WORD: Final = r"[A-Za-z][\w+#]*(?:[./-][A-Za-z0-9][\w+#]*)*[+#]*"
_SPECIAL: Final = r"1[СC](?::\s?\w+)?|\.NET"
_TERM: Final = re.compile(rf"(?<![\w@./:-])(?:{_SPECIAL}|{_WORD})(?![\w@])")
_TERM_IN_RUSSIAN: Final = re.compile(
    rf"(?<![\w@./:-])(?:{_SPECIAL}|{_WORD}(?: (?=[A-Z]){_WORD}){{0,2}})(?![\w@])"
)
_DOMAIN: Final = re.compile(r"\w\.(?:com|ru|org|net|io|рф|by|kz|ua)$", re.IGNORECASE)
_IRREGULAR: Final = re.compile(r"[A-Z].*[A-Z]|[a-z][A-Z]|[0-9+#/]|\.[A-Za-z]")
_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]")
_LONGEST: Final = 24
_LEAST_NAME: Final = 3
_NO_TERM: Final = re.compile(
    r"[a-z]|i{2,3}|i?v|vi|the|and|of|in|for|ok|uk|usa|eu|ltd|llc|inc|gmbh|corp?|plc|ooo"
    r"|cv|kpi|pdf|hr|it|pr|vip|c[eitf]o"
)


def mentioned_terms(texts: Iterable[str], *, not_in: Iterable[str] = ()) -> list[str]:
    """Latin names of tools, in the order of the first mention, each once.

    In a Russian text every capitalised Latin word counts, in an English one only what no usual
    word looks like (`PostgreSQL`, `CI/CD`, `C++`). `not_in` are lists that have them already, or
    names of employers: a term whose words are there is left out.
    """
    known = [term_key(text) for text in not_in]
    found: dict[str, str] = {}
    for text in texts:
        is_russian = bool(_CYRILLIC.search(text))
        for match in (_TERM_IN_RUSSIAN if is_russian else _TERM).finditer(text):
            term = match[0].rstrip(".")
            key = term_key(term)
            if _is_term(term, key, is_russian) and not any(_says(other, key) for other in known):
                found.setdefault(key, term)
    return list(found.values())


def unmentioned(skills: Iterable[str], texts: Sequence[str]) -> list[str]:
    """The skills that no text says, by the beginnings of their words (endings vary).

    Of a Latin name one word is enough: who writes `Kafka` has said `Apache Kafka`.
    """
    said = f" {term_key(' '.join(texts))} "
    return [
        skill
        for skill in skills
        if (words := term_key(skill).split()) and not _is_said(words, said)
    ]


def _is_said(words: Sequence[str], said: str) -> bool:
    names = [word for word in words if word.isascii() and len(word) >= _LEAST_NAME]
    return any(_stem(name) in said for name in names) or all(_stem(word) in said for word in words)


def term_key(text: str) -> str:
    """Lower case, with single spaces between words; signs that names are made of stay."""
    words = re.sub(r"[^\w+#./]+", " ", text.casefold()).split()
    return " ".join(word.rstrip("./") for word in words)


def _stem(word: str) -> str:
    return f" {word[:-2] if len(word) > 5 else word}"


def _says(text: str, key: str) -> bool:
    return f" {key} " in f" {text} "


def _is_term(term: str, key: str, is_russian: bool) -> bool:
    if len(term) > _LONGEST or not key or _NO_TERM.fullmatch(key) or _DOMAIN.search(term):
        return False
    if _IRREGULAR.search(term):
        return True
    return is_russian and term[0].isupper() and len(term) > 1
