"""Everything that is sent: what, under which name, with which caption."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.bombs import all_bombs
from tests.bombs.packed import docx
from tests.bombs.packed import zipped as packed
from tests.hostile.deeds import DEEDS, MARK
from tests.unit.parsers.archives.zips import linked, renamed, zipped

_RESUME: Final = (
    "Желаемая должность: Инженер\nВозраст: 30 лет\nГород: Томск\n\nОпыт работы\n"
    "2019.01 - 2023.12: Инженер, ООО «Маяк»\nВёл отчёты\n\nКлючевые навыки: SQL, Python\n"
).encode()
_ROW: Final = {
    "position": "Инженер",
    "age": "30",
    "city": "Томск",
    "work_experience": "2019-01-01 - 2023-12-01: Инженер Вёл отчёты",
    "key_skills": "SQL, Python",
}
_MARKUP: Final = '<b><a href="tg://user?id=1">&amp;</a></i>\u202e\u2066\u200b'


@dataclass(frozen=True)
class Parcel:
    """A document that a person sends. `holds_many` is one that may become a batch, whose table
    waits for the model."""

    label: str
    content: bytes
    file_name: str
    caption: str = ""
    media_type: str | None = None
    holds_many: bool = False


def all_parcels() -> list[Parcel]:
    return [*bombs(), *archives(), *tables(), *names(), *faults()]


def bombs() -> Iterator[Parcel]:
    for bomb in all_bombs():
        if bomb.content:
            yield Parcel(bomb.name, bomb.content, bomb.name)


def faults() -> Iterator[Parcel]:
    """Of the reader's process, each by the name of its deed."""
    for name in DEEDS:
        yield Parcel(f"fault {name}", MARK + name.encode() + b"\n", f"{name}.txt")
    mixed = {f"{name}.txt": MARK + name.encode() + b"\n" for name in ("abort", "noise", "spin")}
    yield _many("faults_among_resumes.zip", zipped({"good.txt": _RESUME, **mixed}))


def _many(name: str, content: bytes) -> Parcel:
    return Parcel(name, content, name, holds_many=True)


def archives() -> Iterator[Parcel]:
    paths = (
        "../../../etc/passwd.txt",
        "/etc/cron.d/job.txt",
        "C:\\Windows\\cv.txt",
        "a/../../b.txt",
    )
    yield _many("paths.zip", zipped(dict.fromkeys(paths, _RESUME)))
    yield _many("links.zip", zipped({linked("cv.txt"): b"/etc/passwd", "b.txt": _RESUME}))
    nested = zipped({"inner.zip": zipped({"inner.zip": zipped({"cv.txt": _RESUME})})})
    yield _many("nested.zip", nested)
    inner = packed({"a.txt": bytes(19 << 20)})
    yield _many("nested_bombs.zip", zipped({f"{n}.zip": inner for n in range(20)}))
    yield _many("ratio.zip", packed({f"{n}.txt": bytes(19 << 20) for n in range(20)}))
    yield _many("all_zeros.zip", packed({"a.txt": bytes(300 << 20)}))
    yield _many("201_files.zip", zipped({f"{n}.txt": _RESUME for n in range(201)}))
    yield _many("100000_folders.zip", zipped({f"{n}/": b"" for n in range(100_000)}))
    yield _many("only_litter.zip", zipped({"__MACOSX/._a": b"x", ".DS_Store": b"x"}))
    yield _many("no_files.zip", zipped({}))
    yield _many("cut.zip", zipped({"a.txt": _RESUME, "b.txt": _RESUME})[:-30])
    yield _many("overlap.zip", _overlapping(200))
    yield _many("size_that_lies.zip", _lying())
    yield _many("encrypted.zip", _encrypted())
    names = {_MARKUP + ".txt": _RESUME, "б" * 400 + ".txt": _RESUME, "\u202efdp.txt": _RESUME}
    yield _many("odd_names.zip", zipped(names))
    same = {zipfile.ZipInfo("cv.txt"): _RESUME, zipfile.ZipInfo("CV.TXT"): _RESUME}
    yield _many("same_names.zip", zipped(same))
    raw = renamed(
        zipped({"n" * 40 + ".txt": _RESUME}), b"n" * 40, b"a\x00/../\r\n\x1b" + b"\xff" * 31
    )
    yield _many("raw_names.zip", raw)
    yield _many("bombs_of_office.zip", zipped({f"{n}.docx": _docx_bomb() for n in range(5)}))
    yield _many("long_comment.zip", zipped({"a.txt": _RESUME}) + bytes(60_000))


def _docx_bomb() -> bytes:
    return docx(b"<w:p/>" * 200_000)


def _overlapping(count: int) -> bytes:
    """Many entries of the directory that name the bytes of one member."""
    content = packed({"a.txt": bytes(9 << 20)})
    start = content.rindex(b"PK\x01\x02")
    end = content.rindex(b"PK\x05\x06")
    entries = content[start:end] * count
    tail = bytearray(content[end:])
    tail[8:10] = tail[10:12] = count.to_bytes(2, "little")
    tail[12:16] = len(entries).to_bytes(4, "little")
    return content[:start] + entries + bytes(tail)


def _lying() -> bytes:
    content = bytearray(packed({"a.txt": bytes(300 << 20)}))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = (9).to_bytes(4, "little")
    return bytes(content)


def _encrypted() -> bytes:
    content = bytearray(zipped({"a.txt": _RESUME}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + flags] |= 1
    return bytes(content)


def tables() -> Iterator[Parcel]:
    rows: dict[str, object] = {
        "not_rows": [1, None, "a", [], {}],
        "numbers": [_ROW | {"age": 10**300, "salary": -(10**300)}],
        "no_numbers": [_ROW | {"age": float("nan"), "salary": float("inf")}],
        "markup": [dict.fromkeys(_ROW, _MARKUP), _ROW],
        "nested_fields": [_ROW | {"key_skills": [[[["a"]]]], "city": {"a": {"b": 1}}}],
        "columns_of_unlike_lengths": {"position": {"0": "a", "7": "b"}, "age": {"x": 1}},
        "columns_that_are_lists": {"position": ["a", "b"], "age": 17},
        "surrogates": [_ROW | {"city": "\ud800", "position": "\udfff инженер"}],
        "nulls": [_ROW | {"city": "\x00", "position": "Инженер\x00\x1b[31m"}],
        "megabyte_lines": [_ROW | {"position": "слово " * 170_000, "city": "x" * 1_000_000}],
        "formulas": [_ROW | {"position": '=HYPERLINK("http://x","y")', "city": "@SUM(1)"}],
        "dates": [_ROW | {"work_experience": "9999-99-99 - 0000-00-00: x  y\n" * 5_000}],
    }
    for name, value in rows.items():
        yield _many(f"{name}.json", json.dumps(value).encode())
    yield _many("201_rows.json", json.dumps([_ROW] * 201).encode())
    yield _many("million_rows.json", b"[" + b"{}," * 1_000_000 + b"{}]")
    yield _many("deep.json", b'[{"position":' * 100_000)
    yield _many("open_string.json", b'[{"position": "' + b"a" * 10_000_000)
    yield _many("same_keys.json", b"[{" + b'"age": "1",' * 500_000 + b'"age": "2"}]')
    yield _many("long_number.json", b'[{"age": ' + b"9" * 5_000_000 + b"}]")
    yield _many("utf16.json", json.dumps([_ROW]).encode("utf-16"))
    yield _many("bad_bytes.json", b'[{"position": "\xff\xfe\x80"}]')


def names() -> Iterator[Parcel]:
    """Good content; what is told of it is not."""
    odd = {
        "markup": "<b>\"&quot;<script>alert(1)</script>&'.txt",
        "right_to_left": "резюме\u202etxt.exe\u2066\u2069\u200f.txt",
        "512_characters": "ж" * 508 + ".txt",
        "path": "../../../../etc/passwd\\..\\cv.txt",
        "control": "a\x00b\r\nc\x1b[31m\x07.txt",
        "no_letters": "\u200b\u200b.\u202e",
        "dots": "." * 512,
        "combining": "a" + "\u0301" * 500 + ".txt",
        "emoji": "👩‍👩‍👧‍👦" * 40 + ".txt",
        "placeable": "{ $name } { -term } %s {0}.txt",
        "token": "1000000001:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.txt",
    }
    for label, name in odd.items():
        yield Parcel(f"name {label}", _RESUME, name)
        yield Parcel(f"name of nothing {label}", b"nothing at all, only words", name)
    captions = {
        "megabyte": "слово " * 170_000,
        "markup": _MARKUP * 30,
        "command": "/deletedata@" + "x" * 900,
        "nulls": "\x00\x01\x02" * 300,
    }
    for label, caption in captions.items():
        yield Parcel(f"caption {label}", _RESUME, "cv.txt", caption=caption)
    for media_type in ("text/html", "video/mp4", "x" * 4000, "../../a", "<b>/<i>"):
        yield Parcel(f"type {media_type[:20]}", _RESUME, "cv.txt", media_type=media_type)
