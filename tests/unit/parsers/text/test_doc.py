import pytest

from domain.errors import DamagedFileError, EmptyDocumentError, UnsupportedFileError
from parsers.files.limits import DEFAULT_LIMITS
from parsers.files.programs import Program
from parsers.text.doc import read_doc
from parsers.text.document import Document
from parsers.text.reading import read_document
from tests.samples.make_samples import SAMPLES

HEAD = '<?xml version="1.0"?>\n<!DOCTYPE book PUBLIC "-//OASIS//DTD"\n "http://x/y.dtd">\n'


def read(body: str) -> Document:
    def run(program: Program, content: bytes) -> bytes:
        assert (program, content) == (Program.ANTIWORD, b"doc")
        return f"{HEAD}<book lang='ru'><chapter>{body}</chapter></book>".encode()

    return read_doc(b"doc", DEFAULT_LIMITS, run)


def test_paragraphs_lists_and_cells() -> None:
    document = read(
        "<title>Опыт</title><para>\nодин <emphasis role='bold'>два</emphasis>\n</para>"
        "<itemizedlist><listitem><para>пункт</para></listitem></itemizedlist>"
        "<informaltable><tgroup><tbody><row><entry>март</entry><entry><para>a</para>"
        "<para>b</para></entry></row></tbody></tgroup></informaltable>"
    )
    assert [(line.text, line.style, line.is_bold, line.cell) for line in document.lines] == [
        ("Опыт", "Heading 1", False, None),
        ("один два", None, True, None),
        ("пункт", "List Bullet", False, None),
        ("март", None, False, (0, 0, 0)),
        ("a", None, False, (0, 0, 1)),
        ("b", None, False, (0, 0, 1)),
    ]


def test_no_text_and_no_markup() -> None:
    with pytest.raises(EmptyDocumentError):
        read("<para/>")
    with pytest.raises(DamagedFileError):
        read("<!DOCTYPE a [<!ENTITY b 'c'>]>")


def test_without_its_program_the_format_is_unsupported() -> None:
    with pytest.raises(UnsupportedFileError) as caught:
        read_document((SAMPLES / "free_ru.doc").read_bytes())
    assert caught.value.media_type == "application/msword"
