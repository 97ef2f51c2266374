"""PDF: fonts, and what costs where a page is drawn."""

from collections.abc import Iterator

from tests.bombs.bomb import HEAVY, READ, USELESS, Bomb, bomb
from tests.bombs.pdf_file import TEXT, page, stream

_CLIPPED = b"q 0 0 595 842 re W n " + TEXT + b"Q "
"""The clip makes the reader look at the page."""


def pdf_drawing_bombs() -> Iterator[Bomb]:
    yield from _fonts()
    yield from _broken_fonts()
    yield from _drawing()
    yield from _images()


def _fonts() -> Iterator[Bomb]:
    glyph = {6: stream(b"9 0 d0 /X Do (A) Tj " + TEXT)}
    type3 = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]"
        b"/CharProcs<</A 6 0 R>>/Encoding<</Differences[65/A]>>/FirstChar 65/LastChar 65/Widths[9]"
        b"/Resources<</Font<</F 5 0 R>>>>>>"
    )
    drawn = b"BT /F 12 Tf 50 700 Td (AAAA AAAA AAAA) Tj ET"
    yield bomb("font_in_itself.pdf", page(drawn, font=type3, more=glyph), READ, USELESS, HEAVY)
    widths = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar -9/LastChar 999999999/Widths[9]>>"
    yield bomb("font_of_many_widths.pdf", page(TEXT, font=widths), READ, USELESS, HEAVY)
    ranges = b"begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange "
    ranges += b"100 beginbfrange " + b"<0000><FFFF><0000>" * 2_000 + b" endbfrange endcmap"
    cid = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo"
        b"<</Registry(A)/Ordering(A)/Supplement 0>>/W[0 999999999 9]>>]>>"
    )
    yield bomb(
        "font_of_many_maps.pdf",
        page(TEXT, font=cid, more={6: stream(ranges)}),
        READ,
        USELESS,
        HEAVY,
    )
    uses = stream(b"/Loop usecmap begincmap endcmap", b"/Type/CMap/CMapName/Loop/UseCMap 6 0 R")
    yield bomb(
        "map_in_itself.pdf",
        page(TEXT, font=cid.replace(b"/Identity-H", b" 6 0 R"), more={6: uses}),
        READ,
        USELESS,
        HEAVY,
    )


def _broken_fonts() -> Iterator[Bomb]:
    bare = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>"
    yield bomb("font_that_descends_from_itself.pdf", page(TEXT, font=bare), READ, USELESS, HEAVY)
    broken = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor<</FontFile2 6 0 R>>>>"
    yield bomb(
        "font_file_of_noise.pdf",
        page(TEXT, font=broken, more={6: stream(bytes(range(256)) * 40)}),
        READ,
        USELESS,
        HEAVY,
    )


def _drawing() -> Iterator[Bomb]:
    dash = b"[0.0001] 0 d 0.1 w 0 0 m 595 842 l S "
    yield bomb("dashes.pdf", page(dash * 20 + _CLIPPED), READ, USELESS, HEAVY)
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
            b"/Pattern cs /P scn 0 0 595 842 re f " + _CLIPPED,
            resources=b"/Pattern<</P 6 0 R>>",
            more=tile,
        ),
        READ,
        USELESS,
        HEAVY,
    )
    curves = b"0 0 m " + b"9 9 595 842 0 842 c " * 60_000 + b"f* "
    yield bomb("60000_curves.pdf", page(curves + _CLIPPED), READ, USELESS, HEAVY)
    numbers = b"BT /F 1e30 Tf 1e30 0 0 -1e30 1e38 -1e38 Tm 1e30 Tc 1e30 Tw (Ada) Tj ET "
    yield bomb("numbers_without_end.pdf", page(numbers + _CLIPPED), READ, USELESS, HEAVY)
    yield bomb(
        "turned_by_45.pdf",
        page(_CLIPPED, extra=b"/Rotate 45/UserUnit 1e9"),
        READ,
        USELESS,
        HEAVY,
    )


def _images() -> Iterator[Bomb]:
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
            b"q 595 0 0 842 0 0 cm /I Do Q " + _CLIPPED,
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
            page(b"/I Do " + _CLIPPED, resources=b"/XObject<</I 6 0 R>>", more=noise),
            READ,
            USELESS,
            HEAVY,
        )
