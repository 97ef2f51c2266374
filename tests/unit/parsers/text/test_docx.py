import io
import zipfile

import pytest

from domain.errors import DamagedFileError, EmptyDocumentError, TooComplexError
from parsers.files.limits import ParsingLimits
from parsers.text.document import Document, Hidden
from parsers.text.docx import read_docx
from tests.samples.make_samples import SAMPLES

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(body: str, **parts: str) -> bytes:
    """A minimal package; `parts` maps a relation's kind to the inside of its part."""
    roots = {"styles": "styles", "header": "hdr", "footer": "ftr"}
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATION}/{kind}" Target="{kind}.xml"/>'
        for kind in parts
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>"
        )
        for kind, inside in parts.items():
            root = roots[kind]
            archive.writestr(f"word/{kind}.xml", f"<w:{root} {_NAMESPACES}>{inside}</w:{root}>")
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_a_form_in_tables_keeps_order_and_cells() -> None:
    document = read_docx((SAMPLES / "free_ru_table.docx").read_bytes())
    line = next(line for line in document.lines if line.text.startswith("январь 2022"))
    assert line.cell == (1, 2, 0)
    place = document.lines.index(line)
    assert texts(document)[place + 1].startswith("АО «Оружейная")
    assert document.lines[place + 1].cell == (1, 2, 1)


def test_styles_give_names_and_looks() -> None:
    document = read_docx((SAMPLES / "free_ru.docx").read_bytes())
    heading = next(line for line in document.lines if line.text == "Ключевые навыки")
    assert (heading.style, heading.is_bold, heading.font_size) == ("heading 1", True, 14)
    duty = next(line for line in document.lines if line.text.startswith("Поддержка 300"))
    assert (duty.style, duty.is_bold, duty.font_size) == ("List Bullet", False, 11)
    assert document.lines[-1].style == "Footer"


def test_nested_tables_controls_breaks_and_tabs() -> None:
    inner = table((paragraph("inner"),))
    body = (
        table((paragraph("left"), inner + paragraph("right")))
        + f"<w:sdt><w:sdtContent>{paragraph('control')}</w:sdtContent></w:sdt>"
        + "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>"
        + "<w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>"
        + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    document = read_docx(word_file(body))
    assert texts(document) == ["left", "inner", "right", "control", "one", "two\tthree link"]
    assert [line.cell for line in document.lines[:3]] == [(0, 0, 0), (1, 0, 0), (0, 0, 1)]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>anchor</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read_docx(word_file(body))) == ["anchor", "in the box"]


def test_headers_come_first_and_footers_last() -> None:
    content = word_file(
        paragraph("body"), footer=paragraph("updated"), header=paragraph("contacts")
    )
    document = read_docx(content)
    assert texts(document) == ["contacts", "body", "updated"]
    assert [line.style for line in document.lines] == ["Header", None, "Footer"]


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("<w:vanish/>", Hidden.INVISIBLE_MODE),
        ('<w:color w:val="FFFFFF"/>', Hidden.BACKGROUND_COLOUR),
        ('<w:color w:val="FEFEFE"/>', Hidden.BACKGROUND_COLOUR),
        ('<w:sz w:val="2"/>', Hidden.TINY),
        ('<w:color w:val="1F1F1F"/><w:shd w:fill="202020"/>', Hidden.BACKGROUND_COLOUR),
    ],
)
def test_hidden_runs_are_kept_out(properties: str, reason: Hidden) -> None:
    document = read_docx(word_file(paragraph("seen") + paragraph("secret", properties)))
    assert texts(document) == ["seen"]
    assert [(hidden.text, hidden.reason) for hidden in document.hidden] == [("secret", reason)]
    assert document.warnings == ("hidden_text",)


@pytest.mark.parametrize(
    "body",
    [
        paragraph("white", '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'),
        '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>'
        + paragraph("white", '<w:color w:val="FFFFFF"/>')
        + "</w:tc></w:tr></w:tbl>",
        '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r></w:p>'
        + paragraph("white", '<w:color w:val="FFFFFF"/>'),
        paragraph("white", '<w:vanish w:val="0"/>'),
    ],
)
def test_white_on_something_dark_is_seen(body: str) -> None:
    document = read_docx(word_file(body))
    assert texts(document) == ["white"]
    assert document.hidden == ()


def boxed(offset: int, text: str) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="urn:wp">'
        f"<wp:positionH><wp:posOffset>{offset}</wp:posOffset></wp:positionH>"
        '<wp:extent cx="1000000" cy="500000"/><w:txbxContent>'
        + paragraph(text)
        + "</w:txbxContent></wp:anchor></w:drawing></w:r></w:p>"
    )


@pytest.mark.parametrize("offset", [-50_000_000, 50_000_000])
def test_a_box_far_off_the_sheet_is_hidden(offset: int) -> None:
    document = read_docx(word_file(boxed(300_000, "seen") + boxed(offset, "secret")))
    assert texts(document) == ["seen"]
    assert [(found.text, found.reason) for found in document.hidden] == [
        ("secret", Hidden.OFF_PAGE)
    ]


def test_a_shape_far_off_the_sheet_is_hidden() -> None:
    shape = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:v" style="position:absolute;margin-left:-2000pt">'
        "<w:txbxContent>" + paragraph("secret") + "</w:txbxContent></v:shape></w:pict></w:r></w:p>"
    )
    document = read_docx(word_file(paragraph("seen") + shape))
    assert texts(document) == ["seen"]
    assert [found.text for found in document.hidden] == ["secret"]


def test_a_ring_of_styles_ends() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>text</w:t></w:r></w:p>'
    (line,) = read_docx(word_file(body, styles=styles)).lines
    assert line.style == "A"


def test_errors() -> None:
    with pytest.raises(EmptyDocumentError):
        read_docx(word_file("<w:p/>"))
    with pytest.raises(DamagedFileError):
        read_docx(word_file("<w:p>"))
    with pytest.raises(TooComplexError):
        read_docx(word_file(paragraph("too long")), ParsingLimits(max_characters=5))
    content = word_file(paragraph("x")).replace(b"word/document.xml", b"word/documenu.xml")
    with pytest.raises(DamagedFileError):
        read_docx(content)
