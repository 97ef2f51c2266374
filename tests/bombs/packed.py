"""ZIP containers (DOCX, ODT), OLE containers and letters."""

import io
import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from tests.bombs.bomb import HEAVY, READ, USELESS, Bomb, bomb

_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TEXT = "Ада Пример, аналитик данных, 30 лет, SQL, Excel"
_PARAGRAPH = f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p>".encode()
_ODT = b"application/vnd.oasis.opendocument.text"
_OFFICE = (
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: bytes, more: Mapping[str, bytes] | None = None, head: bytes = b"") -> bytes:
    document = head + b"<w:document " + _W + b"><w:body>" + body + b"</w:body></w:document>"
    return zipped(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": document, **(more or {})}
    )


def odt(body: bytes) -> bytes:
    content = b"<office:document-content " + _OFFICE + b"><office:body><office:text>"
    content += body + b"</office:text></office:body></office:document-content>"
    return zipped({"mimetype": _ODT, "content.xml": content})


def packed_bombs() -> Iterator[Bomb]:
    yield from _archives()
    yield from _docx()
    yield from _odt()
    yield from _ole()
    yield from _letters()


def _archives() -> Iterator[Bomb]:
    yield bomb(
        "120_megabytes.docx", docx(_PARAGRAPH, {"word/a.xml": bytes(120 << 20)}), "too_complex"
    )
    yield bomb("ratio.docx", docx(_PARAGRAPH + b" " * (50 << 20)), "too_complex")
    many = {f"word/{number}": b"" for number in range(3_000)}
    yield bomb("3000_members.docx", docx(_PARAGRAPH, many), "too_complex")
    yield bomb(
        "paths.docx", docx(_PARAGRAPH, {"../../../etc/passwd": b"x", "/a": b"x"}), READ, USELESS
    )
    lying = bytearray(docx(b" " * (20 << 20) + _PARAGRAPH))
    place = lying.rindex(b"PK\x01\x02")
    struct.pack_into("<I", lying, place + 24, 9)  # what the directory says of its size
    yield bomb("size_that_lies.docx", bytes(lying), "damaged", "too_complex")
    inner = zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": bytes(9 << 20)})})})
    yield bomb("archive_in_archive.zip", inner, "unsupported")
    good = docx(_PARAGRAPH * 20)
    for part in (30, 60, 90):
        yield bomb(f"cut_at_{part}.docx", good[: len(good) * part // 100], "damaged")
    yield bomb("noise_after_a_signature.docx", b"PK\x03\x04" + bytes(range(256)) * 99, "damaged")


def _docx() -> Iterator[Bomb]:
    laughs = b'<!DOCTYPE d [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
    )
    yield bomb("billion_laughs.docx", docx(b"<w:p>&j;</w:p>", head=laughs + b"]>"), "damaged")
    outside = b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    yield bomb("entity_from_outside.docx", docx(b"<w:p>&a;</w:p>", head=outside), "damaged")
    yield bomb("nothing_but_a_paragraph.docx", docx(b"<w:p/>"), USELESS)
    nests = {
        "tables": (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"),
        "controls": (b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>"),
    }
    for name, (opening, closing) in nests.items():
        deep = opening * 3_000 + _PARAGRAPH + closing * 3_000
        yield bomb(f"deep_{name}.docx", docx(deep), READ, USELESS, HEAVY)
    yield bomb("deep_elements.docx", docx(b"<w:a>" * 100_000 + b"</w:a>" * 100_000), USELESS, HEAVY)
    runs = b"<w:p>" + b"<w:r><w:t>a</w:t></w:r>" * 400_000 + b"</w:p>"
    yield bomb("400000_runs.docx", docx(runs), USELESS, HEAVY)
    ring = b"".join(
        b'<w:style w:styleId="%d"><w:basedOn w:val="%d"/></w:style>' % (number, (number + 1) % 50)
        for number in range(50)
    )
    styles = b"<w:styles " + _W + b">" + ring + b"</w:styles>"
    styled = _PARAGRAPH.replace(b"<w:p>", b'<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>')
    yield bomb("ring_of_styles.docx", docx(styled, {"word/styles.xml": styles}), READ, USELESS)
    spans = b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
    spans += _PARAGRAPH + b"</w:tc></w:tr></w:tbl>"
    yield bomb("wide_cell.docx", docx(spans), READ, USELESS)
    attributes = b" ".join(b'w:a%d="x"' % number for number in range(100_000))
    yield bomb(
        "100000_attributes.docx",
        docx(b"<w:p " + attributes + b"/>" + _PARAGRAPH),
        READ,
        USELESS,
        HEAVY,
    )


def _odt() -> Iterator[Bomb]:
    text = f"<text:p>{_TEXT}</text:p>".encode()
    yield bomb(
        "spaces.odt",
        odt(b'<text:p>a<text:s text:c="999999999"/>b</text:p>' + text),
        READ,
        USELESS,
        HEAVY,
    )
    cells = (
        b'<table:table><table:table-row table:number-rows-repeated="999999999">'
        b'<table:table-cell table:number-columns-repeated="999999999">'
        + text
        + b"</table:table-cell></table:table-row></table:table>"
    )
    yield bomb("repeated_cells.odt", odt(cells), READ, USELESS, HEAVY)
    deep = b"<text:p>" + b"<text:span>" * 5_000 + b"a" + b"</text:span>" * 5_000 + b"</text:p>"
    yield bomb("deep_spans.odt", odt(deep + text), READ, USELESS, HEAVY)
    sections = b"<text:section>" * 5_000 + text + b"</text:section>" * 5_000
    yield bomb("deep_sections.odt", odt(sections), READ, USELESS, HEAVY)


def _ole() -> Iterator[Bomb]:
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)
    struct.pack_into("<IIIII", header, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack("<128I", 0xFFFFFFFD, 1, *[2] * 126)  # sector 1 follows itself
    entry = "WordDocument".encode("utf-16-le").ljust(64, b"\x00")
    entry += struct.pack("<HBBIII", 26, 2, 1, 0, 0, 0) + bytes(36)
    entry += struct.pack("<IQ", 2, 1 << 40)
    looped = bytes(header) + fat + entry.ljust(128, b"\x00") * 4 + b"\xec\xa5" + bytes(510)
    yield bomb("sectors_in_a_ring.doc", looped, USELESS, HEAVY, "unsupported", "encrypted")
    yield bomb("noise.doc", bytes(header[:8]) + bytes(range(256)) * 40, "unsupported", "damaged")
    named = bytes(header[:8]).ljust(512, b"\x00") + entry.ljust(128, b"\x00") + b"\xff" * 9_000
    yield bomb("only_a_name.doc", named, USELESS, HEAVY, "unsupported")


def _letters() -> Iterator[Bomb]:
    head = b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=%s\r\n\r\n"
    deep = b"".join(
        b"--b%d\r\nContent-Type: multipart/related; boundary=b%d\r\n\r\n" % (level, level + 1)
        for level in range(2_000)
    )
    yield bomb("deep_parts.mht", head % b"b0" + deep, USELESS, HEAVY)
    parts = b"--b\r\nContent-Type: text/css\r\n\r\na\r\n" * 50_000
    yield bomb("50000_parts.mht", head % b"b" + parts, USELESS, HEAVY)
    page = b64encode(zlib.compress(b"<html>", 0) + b"<html><body><p>" * 20_000)
    coded = b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + page
    yield bomb("coded_page.mht", head % b"b" + coded, READ, USELESS, HEAVY)
