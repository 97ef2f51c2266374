"""HTML, RTF and JSON: depth, number, and what makes patterns slow."""

from collections.abc import Iterator

from tests.bombs.bomb import HEAVY, READ, USELESS, Bomb, bomb

_TEXT = "Ада Пример, аналитик данных, 30 лет, SQL, Excel"


def html(body: bytes, head: bytes = b"") -> bytes:
    return b"<html><head>" + head + b"</head><body>" + body + b"</body></html>"


def rtf(body: bytes) -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg1251 " + body + b"}"


def marked_up_bombs() -> Iterator[Bomb]:
    yield from _html()
    yield from _rtf()
    yield from _json()


def _html() -> Iterator[Bomb]:
    text = f"<p>{_TEXT}</p>".encode()
    for tag in (b"div", b"table", b"b", b"ul><li"):
        name = tag.decode().replace("><", "_")
        yield bomb(
            f"deep_{name}.html", html((b"<" + tag + b">") * 50_000 + text), READ, USELESS, HEAVY
        )
    yield bomb("500000_breaks.html", html(b"<br>" * 500_000 + text), READ, USELESS, HEAVY)
    yield bomb("million_words.html", html(b"<p>word word</p>" * 100_000), USELESS, HEAVY)
    rules = b"<style>" + b".a,.b{color:red}" * 200_000 + b"</style>"
    yield bomb("200000_rules.html", html(text, rules), READ, USELESS, HEAVY)
    for name, piece in (("braces", b"{"), ("slashes", b"/*"), ("selectors", b"a,"), ("at", b"@{")):
        yield bomb(
            f"style_of_{name}.html",
            html(text, b"<style>" + piece * 300_000 + b"</style>"),
            READ,
            USELESS,
            HEAVY,
        )
    style = b"<p style='" + b"color:rgb(" * 50_000 + b"'>a</p>"
    yield bomb("style_without_end.html", html(style + text), READ, USELESS, HEAVY)
    names = b"<p class='" + b"a " * 500_000 + b"'>a</p>"
    yield bomb("500000_classes.html", html(names + text), READ, USELESS, HEAVY)
    entities = b'<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]>'
    yield bomb("entities.html", entities + html(b"<p>&a;</p>" + text), READ, USELESS)
    comments = b"<!--" * 100_000
    yield bomb("comments.html", b"<html>" + comments + text, READ, USELESS, HEAVY)
    attribute = b"<p data-a='" + b"x" * 5_000_000 + b"'>a</p>"
    yield bomb("long_attribute.html", html(attribute + text), READ, USELESS, HEAVY)


def _rtf() -> Iterator[Bomb]:
    text = _TEXT.encode("cp1251") + b"\\par "
    yield bomb("deep_groups.rtf", rtf(b"{" * 1_000_000 + text), READ, USELESS, HEAVY)
    yield bomb("deep_closings.rtf", rtf(b"}" * 1_000_000 + text), READ, USELESS, HEAVY)
    for count in (b"999999999", b"-9", b"99999999999999999999999"):
        name = f"binary_{count.decode()}.rtf"
        yield bomb(name, rtf(b"\\bin" + count + b" " + text), READ, USELESS, HEAVY)
    yield bomb("million_words.rtf", rtf(b"\\b word\\b0 " * 200_000), USELESS, HEAVY)
    yield bomb(
        "long_word.rtf",
        rtf(b"\\" + b"a" * 1_000_000 + b"9" * 1_000_000 + b" " + text),
        READ,
        USELESS,
        HEAVY,
    )
    picture = b"{\\pict\\pngblip " + b"00" * 3_000_000 + b"}"
    yield bomb("picture.rtf", rtf(picture + text), READ, USELESS, HEAVY)
    yield bomb(
        "codes.rtf", rtf(b"\\u-99999999999? \\u55296? \\u1114112? \\'zz " + text), READ, USELESS
    )
    cells = b"\\trowd" + b"\\cellx9" * 100_000 + b"\\intbl a\\cell" * 50_000 + b"\\row "
    yield bomb("50000_cells.rtf", rtf(cells + text), READ, USELESS, HEAVY)
    fonts = b"{\\fonttbl" + b"{\\f1 A;}" * 200_000 + b"}"
    yield bomb("200000_fonts.rtf", rtf(fonts + text), READ, USELESS, HEAVY)


def _json() -> Iterator[Bomb]:
    for opening in (b"[", b'{"a":'):
        name = f"deep_{'list' if opening == b'[' else 'table'}.json"
        yield bomb(name, opening * 500_000 + b"1", USELESS, HEAVY)
    digits = b'{"age": ' + b"9" * 100_000 + b', "position": "a"}'
    yield bomb("long_number.json", digits, READ, USELESS, HEAVY)
    keys = b",".join(b'"%d": 1' % number for number in range(300_000))
    yield bomb("300000_keys.json", b"{" + keys + b"}", USELESS, HEAVY)
    yield bomb(
        "not_numbers.json", b'{"age": NaN, "position": -Infinity, "city": 1e999}', READ, USELESS
    )
