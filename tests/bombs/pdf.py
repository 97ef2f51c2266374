"""PDF (ISO 32000-1): loops, depth, size, packing, fonts and drawing."""

import zlib
from collections.abc import Iterator, Mapping

from tests.bombs.bomb import HEAVY, READ, USELESS, Bomb, bomb

_TEXT = b"BT /F 12 Tf 50 700 Td (Ada Example, data analyst, 30 years, SQL) Tj ET "


def pdf(objects: Mapping[int, bytes], *, trailer: bytes = b"", prev: bool = False) -> bytes:
    """Objects by number; 1 is the catalogue."""
    body, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(size)
    )
    loop = b"/Prev %d" % len(body) if prev else b""
    head = b"xref\n0 %d\n%strailer<</Size %d/Root 1 0 R%s%s>>\n"
    return body + head % (size, table, size, loop, trailer) + b"startxref\n%d\n%%%%EOF" % len(body)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def page(
    drawn: bytes,
    *,
    box: bytes = b"[0 0 595 842]",
    resources: bytes = b"",
    extra: bytes = b"",
    font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    more: Mapping[int, bytes] | None = None,
    filters: bytes = b"",
) -> bytes:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox"
        + box
        + b"/Contents 4 0 R"
        + extra
        + b"/Resources<</Font<</F 5 0 R>>"
        + resources
        + b">>>>",
        4: stream(drawn, filters),
        5: font,
        **(more or {}),
    }
    return pdf(objects)


_FLATE = b"/Filter/FlateDecode"
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"


def pdf_bombs() -> Iterator[Bomb]:
    yield from _loops()
    yield from _depth()
    yield from _size()
    yield from _fonts()
    yield from _drawing()
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
    itself = {6: stream(b"/X Do " + _TEXT, _FORM + b"/Resources<</XObject<</X 6 0 R>>>>")}
    yield bomb(
        "form_in_itself.pdf",
        page(_TEXT + b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=itself),
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
        yield bomb(f"deep_{name}.pdf", page(_TEXT, extra=b"/Deep " + deep), READ, USELESS, HEAVY)
    yield bomb("deep_states.pdf", page(b"q " * 300_000 + _TEXT), READ, USELESS, HEAVY)
    yield bomb("deep_marks.pdf", page(b"/A BMC " * 100_000 + _TEXT), READ, USELESS, HEAVY)
    yield bomb("deep_operands.pdf", page(b"[" * 100_000 + _TEXT), READ, USELESS, HEAVY)
    chain = {
        number: stream(b"/X Do", _FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1))
        for number in range(6, 206)
    }
    chain[206] = stream(_TEXT, _FORM + b"/Resources<</Font<</F 5 0 R>>>>")
    yield bomb(
        "deep_forms.pdf",
        page(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=chain),
        READ,
        USELESS,
        HEAVY,
    )
    doubling = {
        number: stream(
            b"/X Do /X Do", _FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1)
        )
        for number in range(6, 36)
    }
    doubling[36] = stream(_TEXT, _FORM + b"/Resources<</Font<</F 5 0 R>>>>")
    yield bomb(
        "billion_forms.pdf",
        page(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=doubling),
        READ,
        USELESS,
        HEAVY,
    )


def _size() -> Iterator[Bomb]:
    for box in (b"[0 0 1e9 1e9]", b"[0 0 0 0]", b"[-1e30 1e30 1e30 -1e30]", b"[0 0 nan inf]"):
        name = box[1:-1].decode().replace(" ", "_")
        yield bomb(f"box_{name}.pdf", page(_TEXT, box=box), READ, USELESS, HEAVY)
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


def _fonts() -> Iterator[Bomb]:
    glyph = {6: stream(b"9 0 d0 /X Do (A) Tj " + _TEXT)}
    type3 = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]"
        b"/CharProcs<</A 6 0 R>>/Encoding<</Differences[65/A]>>/FirstChar 65/LastChar 65/Widths[9]"
        b"/Resources<</Font<</F 5 0 R>>>>>>"
    )
    drawn = b"BT /F 12 Tf 50 700 Td (AAAA AAAA AAAA) Tj ET"
    yield bomb("font_in_itself.pdf", page(drawn, font=type3, more=glyph), READ, USELESS, HEAVY)
    widths = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar -9/LastChar 999999999/Widths[9]>>"
    yield bomb("font_of_many_widths.pdf", page(_TEXT, font=widths), READ, USELESS, HEAVY)
    ranges = b"begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange "
    ranges += b"100 beginbfrange " + b"<0000><FFFF><0000>" * 2_000 + b" endbfrange endcmap"
    cid = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo"
        b"<</Registry(A)/Ordering(A)/Supplement 0>>/W[0 999999999 9]>>]>>"
    )
    yield bomb(
        "font_of_many_maps.pdf",
        page(_TEXT, font=cid, more={6: stream(ranges)}),
        READ,
        USELESS,
        HEAVY,
    )
    uses = stream(b"/Loop usecmap begincmap endcmap", b"/Type/CMap/CMapName/Loop/UseCMap 6 0 R")
    yield bomb(
        "map_in_itself.pdf",
        page(_TEXT, font=cid.replace(b"/Identity-H", b" 6 0 R"), more={6: uses}),
        READ,
        USELESS,
        HEAVY,
    )
    bare = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>"
    yield bomb("font_that_descends_from_itself.pdf", page(_TEXT, font=bare), READ, USELESS, HEAVY)
    broken = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor<</FontFile2 6 0 R>>>>"
    yield bomb(
        "font_file_of_noise.pdf",
        page(_TEXT, font=broken, more={6: stream(bytes(range(256)) * 40)}),
        READ,
        USELESS,
        HEAVY,
    )


def _drawing() -> Iterator[Bomb]:
    """What costs only where a page is looked at: the clip makes the reader look."""
    clipped = b"q 0 0 595 842 re W n " + _TEXT + b"Q "
    dash = b"[0.0001] 0 d 0.1 w 0 0 m 595 842 l S "
    yield bomb("dashes.pdf", page(dash * 20 + clipped), READ, USELESS, HEAVY)
    tile = {
        6: stream(
            b"0 0 1 1 re f",
            b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]"
            b"/XStep 0.00001/YStep 0.00001/Resources<<>>",
        )
    }
    yield bomb(
        "tiles.pdf",
        page(
            b"/Pattern cs /P scn 0 0 595 842 re f " + clipped,
            resources=b"/Pattern<</P 6 0 R>>",
            more=tile,
        ),
        READ,
        USELESS,
        HEAVY,
    )
    image = {
        6: stream(
            b"\x00" * 64,
            b"/Type/XObject/Subtype/Image/Width 200000/Height 200000/BitsPerComponent 8"
            b"/ColorSpace/DeviceRGB",
        )
    }
    yield bomb(
        "vast_image.pdf",
        page(
            b"q 595 0 0 842 0 0 cm /I Do Q " + clipped,
            resources=b"/XObject<</I 6 0 R>>",
            more=image,
        ),
        READ,
        USELESS,
        HEAVY,
    )
    for name, code in (
        ("JBIG2Decode", b"\x00" * 99),
        ("JPXDecode", b"\x00\x00\x00\x0cjP  \r\n"),
        ("DCTDecode", b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03"),
    ):
        noise = {
            6: stream(
                code,
                b"/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8"
                b"/ColorSpace/DeviceRGB/Filter/" + name.encode(),
            )
        }
        yield bomb(
            f"noise_{name}.pdf",
            page(b"/I Do " + clipped, resources=b"/XObject<</I 6 0 R>>", more=noise),
            READ,
            USELESS,
            HEAVY,
        )
    curves = b"0 0 m " + b"9 9 595 842 0 842 c " * 60_000 + b"f* "
    yield bomb("60000_curves.pdf", page(curves + clipped), READ, USELESS, HEAVY)
    numbers = b"BT /F 1e30 Tf 1e30 0 0 -1e30 1e38 -1e38 Tm 1e30 Tc 1e30 Tw (Ada) Tj ET "
    yield bomb("numbers_without_end.pdf", page(numbers + clipped), READ, USELESS, HEAVY)
    yield bomb(
        "turned_by_45.pdf",
        page(clipped, extra=b"/Rotate 45/UserUnit 1e9"),
        READ,
        USELESS,
        HEAVY,
    )


def _lies() -> Iterator[Bomb]:
    good = page(_TEXT)
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
