"""Where each format's fuzzing starts: the samples of it, and what its files are made of."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.samples.make_samples import SAMPLES

FINDINGS: Final = Path(__file__).parent / "findings"
"""Inputs that once broke a reader, named `<format>-<what>`; a test reads them all."""
_SEED_BYTES: Final = 60_000

TOKENS: Final[Mapping[str, tuple[str, ...]]] = {
    "pdf": (
        *("obj", "endobj", "stream\n", "endstream", "xref", "trailer", "/Length ", "/Kids[", "/W["),
        *("/Filter/FlateDecode", "/ASCIIHexDecode", "/Type/Page", "/Contents ", "/ObjStm", " R"),
        *(
            "/Encoding/Identity-H",
            "/ToUnicode ",
            "/DescendantFonts[",
            "/Subtype/Form",
            "/XObject<<",
        ),
        *(" BT ", " ET ", " Tj ", " Tm ", " cm ", " Do ", " q ", " Q ", " Tr ", "startxref", "<<"),
    ),
    "docx": (
        *("w:p", "w:tbl", "w:tc", "w:sdt", "w:txbxContent", "w:gridSpan", "w:vMerge", "mc:Choice"),
        *("w:instrText", "w:fldChar", "w:numPr", "w:vanish", "w:basedOn", "w:drawing", "w:del"),
    ),
    "odt": ("text:p", "text:s", "table:table-cell", "table:number-columns-repeated", "draw:frame"),
    "rtf": (
        *(
            "{\\rtf1",
            "\\u1055 ?",
            "\\uc0",
            "\\'cf",
            "\\bin9 ",
            "\\cell",
            "\\row",
            "\\trowd",
            "{\\*",
        ),
        *("\\fonttbl", "\\fcharset204", "\\ansicpg1251", "\\pict", "\\object", "\\v", "\\field"),
    ),
    "doc": ("WordDocument", "1Table", "\xec\xa5"),
    "html": (
        *(
            "<table>",
            "<td rowspan=9>",
            "<!--",
            "-->",
            "<script>",
            "display:none",
            "<style>",
            "<br>",
        ),
        *("&#x202e;", "<div style='", "font-size:0", "</", "<meta charset=utf-16>", "<svg>"),
    ),
    "txt": (
        *("Опыт работы", "2019 - 2020", "по настоящее время", "30 лет", "100 000 руб.", "Навыки:"),
        *("Skills", "January 2019", "г. Москва", "•", "\t\t", "\x0c", "\u200b", "\u202e", "---"),
    ),
    "json": ('{"', '":', "[", "null", "\\ud800", "1e999", '"work_experience"', '"experience"'),
    "zip": ("PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "../", "__MACOSX/", ".docx"),
}
FORMATS: Final = tuple(TOKENS)


def _zipped() -> bytes:
    text = "Желаемая должность: Инженер\nОпыт работы\n2019 - 2020 Инженер, ООО «Маяк»\n".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("Резюме/cv.txt", "__MACOSX/._cv.txt", "b.json"):
            archive.writestr(zipfile.ZipInfo(name), text)
    return packed.getvalue()


_MADE: Final[Mapping[str, tuple[bytes, ...]]] = {
    "rtf": (
        rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\uc1\pard\b \u1054?\u1087?"
        rb"\u1099?\u1090? \'f0\'e0\'e1\'ee\'f2\'fb\b0\par 2019 - 2020\cell Engineer\cell\row "
        rb"{\v hidden}{\*\generator x}{\field{\*\fldinst HYPERLINK}{\fldrslt me}}\par}",
    ),
    "zip": (_zipped(),),
}
"""Of formats that have no sample."""


def seeds(kind: str) -> list[bytes]:
    """Small samples first: a mutation of a large file is slow and rarely meets what matters."""
    paths = [
        path
        for path in sorted(SAMPLES.iterdir())
        if path.suffix == f".{kind}" and not path.name.endswith(".expected.json")
    ]
    paths += sorted(FINDINGS.glob(f"{kind}-*"))
    contents = [*_MADE.get(kind, ()), *(path.read_bytes() for path in paths)]
    return [content for content in contents if len(content) <= _SEED_BYTES]
