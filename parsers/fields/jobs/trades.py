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
    r"(?:matt|oth|ov|und|aft|ev|nev|pepp|butt|ladd|shelt|ging|lav|leath|quart|charact|broth|sist|"
    r"moth|fath|rubb|fib|cyb|las|tig|bett|old|young|high|low|great|small|inn|out|upp|bord|lay|"
    r"serv|dock|comput|print|transf|ord|memb|numb|remaind|suppli|us|consum|custom)er$|"
    r"(?:fact|sect|mot|vect|err|mon|min|maj|col)or$"
)
_THING_AT_END: Final = re.compile(
    r"(?:water|river|tower|paper|center|flower|timber|summer|winter|corner|power|silver|copper|"
    r"letter|mirror|harbor|thunder|feather|clover|otter|badger|beaver|amber)$"
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
    return (
        bool(_AGENT.fullmatch(word)) and not _THING.match(word) and not _THING_AT_END.search(word)
    )
