"""Trades that no list has, told by what living beings are called."""

import re
from functools import lru_cache
from typing import Final

from parsers.fields.morphology import names_a_trade
from parsers.fields.words import COMPANY, LEGAL_FORM

_AGENT: Final = re.compile(
    r"[a-z]{2,}(?:ist|ician|smith|wright|keeper|maker|hand|master|monger|grapher|logist|"
    r"[bcdfgklmnprtvyz]er|eer|ier|ator|ctor|sor|tor)$"
)
_THING: Final = re.compile(
    r"(?:cent(?:er|re)|comput|riv|tow|pap|corn|wat|pow|summ|wint|numb|lett|silv|copp|amb|harb|"
    r"matt|oth|ov|und|aft|ev|nev|flow|pepp|butt|ladd|shelt|thund|copper|ging|lav|clov|feath|leath|"
    r"quart|charact|mast|broth|sist|moth|fath|timb|rubb|fib|cyb|laz|las|tig|bett|old|young|high|"
    r"low|great|small|inn|out|upp|border|layer|server|docker|computer|printer|newsletter|"
    r"transf|orde?|ord|membe?|remaind|quart|supplier|paper|fact|sect|mot|vect|mirr|err|mon|"
    r"customer|user|consumer)(?:er|or)?$"
)
"""Words of the same ending that are no people."""
_LONGEST: Final = 5
_MOST_LETTERS: Final = 60


@lru_cache(maxsize=4096)
def reads_as_trade(text: str) -> bool:
    """`Тестовод`, `Night baker`, `Saggar Maker`: a short name of somebody who does something."""
    text = re.sub(r"\s*\([^()]*\)", "", text).strip(" .,")
    words = text.split()
    if not words or len(words) > _LONGEST or len(text) > _MOST_LETTERS:
        return False
    if COMPANY.search(text) or LEGAL_FORM.search(text) or "«" in text or '"' in text:
        return False
    last = re.split(r"[/,]| of | to | for | at ", text)[0].split()[-1:]
    if not last or not last[0].isascii():
        return names_a_trade(text)
    word = last[0].lower()
    return bool(_AGENT.fullmatch(word)) and not _THING.fullmatch(word)
