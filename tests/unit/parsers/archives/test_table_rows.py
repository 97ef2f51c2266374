"""Tables of resumes in JSON."""

import json
from dataclasses import replace
from datetime import date

import pytest

from domain.errors import ResumeFileError, TooComplexError
from parsers.archives import list_parts
from parsers.archives.limits import ARCHIVE_LIMITS
from parsers.files.limits import DEFAULT_LIMITS
from parsers.structured.records import read_json
from tests.samples.make_samples import SAMPLES

ROWS = [{"position": "Повар", "age": "30"}, {"position": "Аналитик", "city": "Тверь"}]
HH = json.loads((SAMPLES / "hh_api.json").read_text(encoding="utf-8"))
OURS = {"file": "a.pdf", "ok": True, "resume": {"position": "Слесарь", "key_skills": ["сварка"]}}


def columns(rows: list[dict[str, str]]) -> dict[str, dict[str, str | None]]:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: {str(at): row.get(name) for at, row in enumerate(rows)} for name in names}


def positions(text: str, encoding: str = "utf-8") -> list[str | None]:
    contents = list_parts(text.encode(encoding), "rows.json")
    assert contents.kind == "rows"
    readings = (
        read_json((part.text or "").encode(), DEFAULT_LIMITS, date(2026, 11, 3))
        for part in contents.parts
    )
    return [reading.resume.position for reading in readings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ROWS, ensure_ascii=False),
        json.dumps(ROWS, ensure_ascii=False, indent=1),
        "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS) + "\r\n\n",
        json.dumps(columns(ROWS), ensure_ascii=False),
        json.dumps({"found": 2, "items": ROWS}, ensure_ascii=False),
    ],
)
def test_rows_in_every_form(text: str, encoding: str) -> None:
    assert positions(text, encoding) == ["Повар", "Аналитик"]


def test_resumes_of_hh_and_our_own_lines() -> None:
    text = "\n".join(json.dumps(record, ensure_ascii=False) for record in (HH, OURS))
    assert positions(text) == [HH["title"], "Слесарь"]


def test_rows_are_named_by_their_number() -> None:
    contents = list_parts(json.dumps(ROWS).encode(), "all.json")
    assert [part.name for part in contents.parts] == ["all.json #1", "all.json #2"]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(HH),
        json.dumps(ROWS[:1]),
        json.dumps(columns(ROWS[:1])),
        json.dumps({"resume": {"position": "Повар"}}),
        "[1, 2, 3]",
        "{broken",
        "[" * 50,
        "a plain text",
        "",
    ],
)
def test_one_record_or_none_is_a_document(text: str) -> None:
    assert list_parts(text.encode(), "a.json").kind == "document"


def test_a_broken_line_costs_only_itself() -> None:
    lines = [json.dumps(ROWS[0]), "{broken", json.dumps(ROWS[1])]
    parts = list_parts("\n".join(lines).encode(), "a.jsonl").parts
    assert len(parts) == 3
    with pytest.raises(ResumeFileError):
        read_json((parts[1].text or "").encode(), DEFAULT_LIMITS, date(2026, 11, 3))


@pytest.mark.parametrize("limits", [{"max_parts": 1}, {"max_table_characters": 9}])
def test_too_many_rows_are_refused(limits: dict[str, int]) -> None:
    with pytest.raises(TooComplexError):
        list_parts(json.dumps(ROWS).encode(), "a.json", replace(ARCHIVE_LIMITS, **limits))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(TooComplexError):
        list_parts(b"[" * 200_000, "a.json")
