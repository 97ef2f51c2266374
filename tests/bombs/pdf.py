"""PDF: loops, depth, size, packing and lies."""

import zlib
from collections.abc import Iterator

from tests.bombs.bomb import HEAVY, READ, USELESS, Bomb, bomb
from tests.bombs.pdf_drawing import pdf_drawing_bombs
from tests.bombs.pdf_file import FORM, TEXT, page, pdf, stream

_FLATE = b"/Filter/FlateDecode"


def pdf_bombs() -> Iterator[Bomb]:
    yield from _loops()
    yield from _depth()
    yield from _size()
    yield from pdf_drawing_bombs()
    yield from _lies()


def _loops() -> Iterator[Bomb]:
    kids = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"}
    yield bomb("pages_in_pages.pdf", pdf(kids), USELESS, HEAVY)
    yield bomb("catalogue_of_itself.pdf", pdf({1: b"<</Type/Catalog/Pages 1 0 R>>"}), USELESS)
    yield bomb(
        "xref_before_itself.pdf",
        pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Kids[]/Count 0>>"}, prev=True),
        USELESS,
    )
    itself = {6: stream(b"/X Do " + TEXT, FORM + b"/Resources<</XObject<</X 6 0 R>>>>")}
    yield bomb(
        "form_in_itself.pdf",
        page(TEXT + b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=itself),
        READ,
        USELESS,
        HEAVY,
    )
    length = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        4: b"<</Length 4 0 R>>stream\nBT ET\nendstream",
    }
    yield bomb("length_of_itself.pdf", pdf(length), USELESS)
    packed = b"1 0 2 30 <</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Kids[2 0 R]/Count 1>>"
    inside = {3: stream(packed, b"/Type/ObjStm/N 2/First 9/Extends 3 0 R")}
    yield bomb("object_stream_of_itself.pdf", pdf(inside), USELESS)
    parents = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 3 0 R>>",
    }
    yield bomb("page_that_is_its_parent.pdf", pdf(parents), USELESS, HEAVY)


def _depth() -> Iterator[Bomb]:
    for name, opening, closing in (("arrays", b"[", b"]"), ("dictionaries", b"<</A ", b">>")):
        deep = opening * 100_000 + closing * 100_000
        yield bomb(f"deep_{name}.pdf", page(TEXT, extra=b"/Deep " + deep), READ, USELESS, HEAVY)
    yield bomb("deep_states.pdf", page(b"q " * 300_000 + TEXT), READ, USELESS, HEAVY)
    yield bomb("deep_marks.pdf", page(b"/A BMC " * 100_000 + TEXT), READ, USELESS, HEAVY)
    yield bomb("deep_operands.pdf", page(b"[" * 100_000 + TEXT), READ, USELESS, HEAVY)
    yield bomb("deep_forms.pdf", _forms_in_forms(b"/X Do", 200), READ, USELESS, HEAVY)
    yield bomb("billion_forms.pdf", _forms_in_forms(b"/X Do /X Do", 30), READ, USELESS, HEAVY)


def _forms_in_forms(drawing: bytes, depth: int) -> bytes:
    """Each of `depth` forms draws the next by `drawing`; the last one holds the text."""
    last = 6 + depth
    forms = {
        number: stream(drawing, FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1))
        for number in range(6, last)
    }
    forms[last] = stream(TEXT, FORM + b"/Resources<</Font<</F 5 0 R>>>>")
    return page(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=forms)


def _size() -> Iterator[Bomb]:
    for box in (b"[0 0 1e9 1e9]", b"[0 0 0 0]", b"[-1e30 1e30 1e30 -1e30]", b"[0 0 nan inf]"):
        name = box[1:-1].decode().replace(" ", "_")
        yield bomb(f"box_{name}.pdf", page(TEXT, box=box), READ, USELESS, HEAVY)
    many = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[" + b"3 0 R " * 5_000 + b"]/Count 5000>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    }
    yield bomb("5000_pages.pdf", pdf(many), "too_complex")
    one = {**many, 2: b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"}
    yield bomb("count_that_lies.pdf", pdf(one), USELESS, HEAVY)
    spaces = zlib.compress(b" " * 150_000_000, 1)
    yield bomb("150_megabytes_of_space.pdf", page(spaces, filters=_FLATE), USELESS, HEAVY)
    twice = zlib.compress(zlib.compress(zlib.compress(bytes(200_000_000), 1), 9), 9)
    filters = b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"
    yield bomb("packed_three_times.pdf", page(twice, filters=filters), USELESS, HEAVY)
    words = b"BT /F 9 Tf 9 9 Td " + b"(word) Tj 9 0 Td " * 150_000 + b"ET"
    packed = zlib.compress(words, 9)
    yield bomb("150000_words.pdf", page(packed, filters=_FLATE), "too_complex", "timeout")
    paths = zlib.compress(b"0 0 9 9 re f " * 200_000, 9)
    yield bomb("200000_boxes.pdf", page(paths, filters=_FLATE), USELESS, HEAVY)


def _lies() -> Iterator[Bomb]:
    good = page(TEXT)
    yield bomb(
        "locked_with_noise.pdf",
        good.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 9/R 9/O()/U()>>"),
        "encrypted",
        "damaged",
        "unsupported",
    )
    action = b"/OpenAction<</S/JavaScript/JS(while(true){})>>/AA<</O<</S/Launch/F(/bin/sh)>>>>"
    yield bomb(
        "with_a_script.pdf",
        good.replace(b"/Type/Catalog", b"/Type/Catalog" + action),
        READ,
        USELESS,
    )
    yield bomb("also_a_zip.pdf", good + b"PK\x05\x06" + bytes(18), READ, USELESS)
    yield bomb("also_a_page.pdf", b"<html><body>hi</body></html>\n" + good, READ, USELESS)
    for part in (20, 50, 80, 95):
        yield bomb(f"cut_at_{part}.pdf", good[: len(good) * part // 100], READ, USELESS)
    yield bomb("only_a_header.pdf", b"%PDF-1.7\n", USELESS)
    yield bomb("header_and_noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 4_000, USELESS, HEAVY)
