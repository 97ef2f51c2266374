"""What is found in archives, friendly and hostile."""

import struct
import zipfile
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import DamagedFileError, EmptyDocumentError, ResumeFileError, TooComplexError
from parsers.archives import list_parts, unpack
from parsers.archives.limits import ARCHIVE_LIMITS
from tests.bombs.packed import docx
from tests.unit.parsers.archives.zips import linked, renamed, zipped


def unpacked(content: bytes) -> dict[str, bytes]:
    parts = list_parts(content, "a.zip").parts
    return {part.name: unpack(content, part.packed) for part in parts if part.packed}


def failures(content: bytes) -> dict[str, str]:
    parts = list_parts(content, "a.zip").parts
    return {part.name: part.failure.code for part in parts if part.failure}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_files_are_found_in_order_and_unpacked(method: int) -> None:
    files = {"б.pdf": b"two" * 50, "а.pdf": b"one", "пусто.txt": b""}
    assert list(unpacked(zipped(files, method)).items()) == list(files.items())


def test_litter_and_folders_are_left_out_and_the_shared_folder_too() -> None:
    content = zipped(
        {
            "Резюме/": b"",
            "Резюме/Иванов/cv.pdf": b"1",
            "Резюме/Петров/cv.pdf": b"2",
            "Резюме/.DS_Store": b"x",
            "__MACOSX/Резюме/Иванов/._cv.pdf": b"x",
            "Резюме/Thumbs.db": b"x",
            "Резюме/~$cv.docx": b"x",
        }
    )
    assert list(unpacked(content)) == ["Иванов/cv.pdf", "Петров/cv.pdf"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/abs/olute.pdf", "abs/olute.pdf"),
        ("C:\\Users\\me\\cv.pdf", "Users/me/cv.pdf"),
        ("a/./b/../cv.pdf", "a/b/cv.pdf"),
        ("\u202egnp.\u200bfdp", "gnp.fdp"),
        ("line\nbreak.pdf", "linebreak.pdf"),
        ("<i>&amp;.pdf", "<i>&amp;.pdf"),
        ("Слои\u0306.pdf", "Слой.pdf"),
    ],
)
def test_names_are_for_people_and_lead_nowhere(path: str, name: str) -> None:
    names = list(unpacked(zipped({path: b"1", "z/other.pdf": b"2"})))
    assert names[0] == name


def test_a_name_that_is_there_twice_gets_a_number() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = zipped({"cv.pdf": b"1", zipfile.ZipInfo("cv.pdf"): b"2"})
    assert unpacked(content) == {"cv.pdf": b"1", "cv.pdf (2)": b"2"}


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
@pytest.mark.parametrize(
    "name", ["Иванов Пётр.pdf", "менеджер по продажам.doc", "1С-аналитик.docx", "РЕЗЮМЕ.PDF"]
)
def test_cyrillic_names_without_a_flag(name: str, encoding: str) -> None:
    raw = name.encode(encoding)
    stand_in = ("x" * len(raw)).encode()
    content = zipped({stand_in.decode(): b"1", "folder/other.txt": b"2"})
    assert next(iter(unpacked(renamed(content, stand_in, raw)))) == name


def test_the_extra_fields_name_wins_where_it_belongs_to_the_raw_one() -> None:
    info = zipfile.ZipInfo("raw.pdf")
    field = b"\x01" + struct.pack("<I", zlib.crc32(b"raw.pdf")) + "Щука.pdf".encode()
    info.extra = struct.pack("<HH", 0x7075, len(field)) + field
    assert list(unpacked(zipped({info: b"1"}))) == ["Щука.pdf"]


def test_a_word_document_is_a_document_although_it_is_a_zip() -> None:
    assert list_parts(docx(b""), "resumes.zip").kind == "document"


def test_one_bad_member_costs_only_itself() -> None:
    bad = {
        linked("link.pdf"): b"/etc/passwd",
        "zeros.txt": bytes(3 << 20),
        "good.txt": b"good",
    }
    content = zipped(bad)
    assert failures(content) == {"link.pdf": "unsupported", "zeros.txt": "too_complex"}
    assert unpacked(content) == {"good.txt": b"good"}


def test_an_encrypted_member_is_told() -> None:
    content = bytearray(zipped({"secret.pdf": b"1", "open.pdf": b"2"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert failures(bytes(content)) == {"secret.pdf": "encrypted"}


def test_other_packings_are_told() -> None:
    content = zipped({"a.txt": b"1" * 99}, zipfile.ZIP_BZIP2)
    assert failures(content) == {"a.txt": "unsupported"}


def test_what_is_in_an_archive_in_an_archive_is_not_looked_for() -> None:
    inner = zipped({"cv.txt": b"1"})
    assert unpacked(zipped({"inner.zip": inner})) == {"inner.zip": inner}


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        ({"max_parts": 3}, "batch_items"),
        ({"max_members": 3}, "archive_members"),
        ({"max_unpacked_bytes": 10}, "unpacked_size"),
    ],
)
def test_too_much_is_refused_as_a_whole(limits: dict[str, int], what: str) -> None:
    content = zipped({f"{number}.txt": b"three" for number in range(4)})
    with pytest.raises(TooComplexError) as caught:
        list_parts(content, "a.zip", replace(ARCHIVE_LIMITS, **limits))
    assert caught.value.what == what


def test_a_million_members_are_refused_before_they_are_made() -> None:
    entry = zipped({"a": b""})
    directory = entry[entry.index(b"PK\x01\x02") : entry.index(b"PK\x05\x06")]
    with pytest.raises(TooComplexError):
        list_parts(b"PK\x03\x04" + directory * 400_000, "a.zip")


def test_members_that_share_their_bytes_are_damage() -> None:
    content = bytearray(zipped({"a": b"x" * 900, "b": b"x" * 900}, zipfile.ZIP_STORED))
    for at in (content.index(b"PK\x01\x02"), content.rindex(b"PK\x01\x02")):
        struct.pack_into("<I", content, at + 20, 1_500)
    with pytest.raises(DamagedFileError):
        list_parts(bytes(content), "a.zip")


def test_an_archive_without_a_file_is_empty() -> None:
    for content in (zipped({}), zipped({"folder/": b"", ".DS_Store": b"x"})):
        with pytest.raises(EmptyDocumentError):
            list_parts(content, "a.zip")


def test_a_size_that_lies_is_damage_and_costs_no_memory() -> None:
    content = zipped({"a.txt": b"a" * 5_000})
    (part,) = list_parts(content, "a.zip").parts
    assert part.packed is not None
    with pytest.raises(DamagedFileError):
        unpack(content, part.packed.model_copy(update={"size_bytes": 9}))
    with pytest.raises(ResumeFileError):
        unpack(content, part.packed, replace(ARCHIVE_LIMITS, max_part_bytes=100))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_spoilt_archive_gives_parts_or_one_of_our_errors(data: st.DataObject) -> None:
    content = bytearray(zipped({"a/б.txt": b"one" * 90, "c.txt": b"two"}))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        parts = list_parts(bytes(content), "a.zip").parts
        for part in parts:
            if part.packed:
                unpack(bytes(content), part.packed)
    except ResumeFileError:
        pass
