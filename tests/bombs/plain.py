"""Texts that no format explains: long lines, and what makes patterns slow."""

from collections.abc import Iterator

from tests.bombs.bomb import HEAVY, READ, USELESS, Bomb, bomb

_PIECES = {
    "letters": "a",
    "spaces": " ",
    "tabs": "\t",
    "digits": "1",
    "dots": "1.",
    "dashes": "2019 - ",
    "dates": "май 2019 – май 2020 ",
    "bullets": "• ",
    "commas": "SQL, ",
    "brackets": "(",
    "addresses": "a@",
    "ages": "30 лет, ",
    "money": "100 000 руб. ",
    "letters_apart": "О п ",
    "slashes": "a/b ",
    "bars": "a | ",
    "labels": "Навыки: ",
    "cities": "г. Москва, ",
    "no_break": "\u00a0",
    "zero_width": "a\u200b",
    "accents": "a\u0301\u0302\u0303",
    "right_to_left": "\u202eabc\u202c",
    "twins": "Pуthon ",
    "mojibake": "Îïûò ",
}


def plain_bombs() -> Iterator[Bomb]:
    start = "Опыт работы\n"
    for name, piece in _PIECES.items():
        text = start + piece * (60_000 // len(piece))
        yield bomb(f"line_of_{name}.txt", text.encode(), READ, USELESS, HEAVY)
    for name in ("dates", "bullets", "labels", "ages", "letters_apart"):
        text = start + (_PIECES[name].strip() + "\n") * (60_000 // len(_PIECES[name]))
        yield bomb(f"lines_of_{name}.txt", text.encode(), READ, USELESS, HEAVY)
    yield bomb("long.txt", ("слово " * 100_000).encode(), "too_complex")
    yield bomb("feeds.txt", b"a\x0c" * 90_000, READ, USELESS, HEAVY)
    yield bomb("nulls.txt", bytes(15 << 20), "empty")
    yield bomb("odd.txt", "Опыт".encode("utf-16-le")[:-1] * 5_000, USELESS, "unsupported")
    yield bomb("noise.bin", bytes(range(256)) * 20_000, "unsupported")
