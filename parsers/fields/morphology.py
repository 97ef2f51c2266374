"""Russian cases undone: `в Набережных Челнах`, `на должность главного бухгалтера`.

Forms come from pymorphy3, whose dictionary is OpenCorpora's (https://opencorpora.org).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise, product
from typing import Any, Final

import pymorphy3

_RUSSIAN: Final = re.compile(r"[А-Яа-яЁё]+")
_PIECE: Final = re.compile(r"[А-Яа-яЁё]+|[^А-Яа-яЁё]+")
_ADJECTIVES: Final = frozenset(("ADJF", "PRTF"))
_GENDERS: Final = frozenset(("masc", "femn", "neut"))
_OBLIQUE: Final = frozenset(("gent", "ablt", "loct", "datv"))
_NAMES: Final = ("Name", "Surn", "Patr", "Geox", "Orgn")
_MAX_COMBINATIONS: Final = 300
_NEXT_TRADE: Final = re.compile(r"\s*(?:,|/|\s(?:или|либо|и)\s)\s*")


@cache
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=4096)
def _parses(word: str) -> tuple[Any, ...]:
    return tuple(_analyzer().parse(word))


def nominatives(phrase: str) -> Iterator[str]:
    """Everything that the words of a name may be in the nominative, likelier ones first.

    Each word is turned alone, so most results are no phrases: the caller knows the real ones.
    """
    pieces = _PIECE.findall(phrase)
    options = [_turned(piece) if _RUSSIAN.fullmatch(piece) else (piece,) for piece in pieces]
    for combination in islice(product(*options), _MAX_COMBINATIONS):
        yield "".join(combination)


def _turned(word: str) -> Sequence[str]:
    if len(word) < 3:
        return (word,)
    forms = [word]
    for parse in _parses(word):
        turned = parse.inflect({"nomn"})
        forms += [form.word for form in (turned, parse.normalized) if form is not None]
    if word.endswith("е"):
        forms.append(f"{word[:-1]}а")  # Names that no dictionary has: `Оле` of Йошкар-Ола.
    return tuple(dict.fromkeys(_cased(form, word) for form in forms))


def nominative_trade(phrase: str) -> str:
    """`главного бухгалтера`, `водителем-экспедитором` as titles are written.

    The trade is the first noun for a living being; what stands before it agrees with it, what
    stands after it (`отдела продаж`) stays. A phrase in the nominative stays whole.
    """
    turned, start = "", 0
    for separator in _NEXT_TRADE.finditer(phrase):
        turned += _one_trade(phrase[start : separator.start()]) + separator[0]
        start = separator.end()
    return turned + _one_trade(phrase[start:])


def is_past_verb(word: str) -> bool:
    """`чинил`, `разработала`: what people did; English words are nobody's verbs here."""
    if not _RUSSIAN.fullmatch(word):
        return False
    tag = _parses(word)[0].tag
    return tag.POS == "VERB" and "past" in tag


def names_a_trade(phrase: str) -> bool:
    """Is the first noun of a phrase a living being in the nominative, and nobody's name?"""
    for word in _RUSSIAN.findall(phrase):
        nouns = [parse for parse in _parses(word.lower()) if parse.tag.POS == "NOUN"]
        if any(name in parse.tag for parse in _parses(word) for name in _NAMES):
            return False
        if nouns:
            being = nouns[0].tag
            return "anim" in being and being.case == "nomn" and being.number == "sing"
    return False


def is_given_name(word: str) -> bool:
    """`Ольга`, `Артём`: a word in the nominative that is a person's name first of all."""
    if not _RUSSIAN.fullmatch(word) or not word[0].isupper():
        return False
    tag = _parses(word)[0].tag
    return "Name" in tag and tag.case == "nomn"


def _one_trade(phrase: str) -> str:
    pieces = _PIECE.findall(phrase)
    head = next((i for i, piece in enumerate(pieces) if _oblique_trade(piece)), None)
    if head is None or not all(_may_precede(*pair) for pair in pairwise(pieces[: head + 1])):
        return phrase
    trade = _oblique_trade(pieces[head])
    gender = set(trade.tag.grammemes & _GENDERS) or {"masc"}
    for index in range(head):
        if pieces[index + 1] != "-":
            pieces[index] = _agreed(pieces[index], gender)
    pieces[head] = _inflected(trade, {"nomn"}, pieces[head])
    if pieces[head + 1 : head + 2] == ["-"] and len(pieces) > head + 2:
        second = next(
            (parse for parse in _parses(pieces[head + 2]) if parse.tag.case == trade.tag.case),
            None,
        )
        if second is not None:
            pieces[head + 2] = _inflected(second, {"nomn"}, pieces[head + 2])
    return "".join(pieces)


def _oblique_trade(word: str) -> Any:
    """The reading of a word as a living being in a case other than the nominative."""
    if not _RUSSIAN.fullmatch(word) or len(word) < 3:
        return None
    beings = [
        parse
        for parse in _parses(word)
        if parse.tag.POS == "NOUN" and "anim" in parse.tag and parse.tag.number == "sing"
    ]
    if any(parse.tag.case == "nomn" for parse in beings):
        return None
    return next((parse for parse in beings if parse.tag.case in _OBLIQUE), None)


def _may_precede(piece: str, following: str) -> bool:
    """An adjective in any case, a first part (`бизнес-`), or what is no Russian word."""
    if not _RUSSIAN.fullmatch(piece) or following == "-":
        return True
    return any(parse.tag.POS in _ADJECTIVES for parse in _parses(piece)) or len(piece) < 3


def _agreed(piece: str, gender: set[str]) -> str:
    if not _RUSSIAN.fullmatch(piece):
        return piece
    adjective = next((parse for parse in _parses(piece) if parse.tag.POS in _ADJECTIVES), None)
    return _inflected(adjective, {"nomn", "sing"} | gender, piece) if adjective else piece


def _inflected(parse: Any, grammemes: set[str], written: str) -> str:
    form = parse.inflect(grammemes)
    return _cased(form.word, written) if form is not None else written


def _cased(form: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if written[:1].isupper() else form
