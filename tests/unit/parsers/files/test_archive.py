import io
import zipfile

import pytest

from domain.errors import DamagedFileError, TooComplexError
from parsers.files.archive import Archive
from parsers.files.limits import ParsingLimits
from parsers.files.xml import parse_xml


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_members_are_read_by_name() -> None:
    with Archive(zipped({"a": b"one"}), ParsingLimits()) as archive:
        assert archive.names == {"a"}
        assert archive.read("a") == b"one"


@pytest.mark.parametrize(
    ("members", "limits", "what"),
    [
        ({"a": bytes(3_000_000)}, ParsingLimits(), "compression_ratio"),
        ({"a": bytes(3_000)}, ParsingLimits(max_unpacked_bytes=2_000), "unpacked_size"),
        (
            {f"{n}": b"" for n in range(11)},
            ParsingLimits(max_archive_members=10),
            "archive_members",
        ),
    ],
)
def test_bombs_are_refused_before_unpacking(
    members: dict[str, bytes], limits: ParsingLimits, what: str
) -> None:
    with pytest.raises(TooComplexError) as caught:
        Archive(zipped(members), limits)
    assert caught.value.what == what


def test_a_short_member_may_shrink_a_lot() -> None:
    content = zipped({"a": b" " * 900_000})
    with Archive(content, ParsingLimits()) as archive:
        assert len(archive.read("a")) == 900_000


def test_a_missing_or_broken_member_is_damage() -> None:
    content = zipped({"a": b"something"}, zipfile.ZIP_STORED).replace(b"something", b"otherwise")
    with Archive(content, ParsingLimits()) as archive:
        for name in ("a", "b"):
            with pytest.raises(DamagedFileError):
                archive.read(name)


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY b "boom">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'.encode("utf-16"),
        b"<a><b></a>",
        b"",
    ],
)
def test_xml_with_a_document_type_or_a_fault_is_damage(content: bytes) -> None:
    with pytest.raises(DamagedFileError):
        parse_xml(content)
