"""Small PDF files (ISO 32000-1), object by object."""

from collections.abc import Mapping

TEXT = b"BT /F 12 Tf 50 700 Td (Ada Example, data analyst, 30 years, SQL) Tj ET "


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


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
