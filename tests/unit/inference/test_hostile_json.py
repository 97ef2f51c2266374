"""Hostile JSON: each is a row that says what is wrong, or is read as it was meant."""

import json
import os
from pathlib import Path

import pytest

from inference.__main__ import main
from inference.commands.json_rows import MOST_JSON_BYTES, MOST_ROW_CHARACTERS, read_json_rows
from inference.commands.problem import Problem
from inference.prompts import PromptRow

GOOD = b'{"position": "QA", "city": "Omsk"}'


def rows(tmp_path: Path, content: bytes, name: str = "rows.jsonl") -> list[PromptRow | Problem]:
    path = tmp_path / name
    path.write_bytes(content)
    return list(read_json_rows(path))


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (b"[" * 100_000, "damaged", "RecursionError"),
        (b'{"a": ' * 100_000 + b"1" + b"}" * 100_000, "damaged", "RecursionError"),
        (b'{"age": ' + b"9" * 5000 + b"}", "damaged", "no JSON"),
        (b'{"position": "QA", "position": "CTO"}', "damaged", "the same key twice: position"),
        (b'{"resume": {"age": 3, "age": 4}}', "damaged", "the same key twice: age"),
        (b"\0" * 1000, "damaged", "no JSON"),
        (bytes(range(128, 256)), "damaged", "not UTF-8 at byte 0"),
        (b'{"ok": false, "error": {}}', "damaged", "an error without code"),
        (b'{"ok": false, "error": {"code": null, "message": 1}}', "damaged", "an error without"),
        (b'{"position": true}', "damaged", "column position"),
        (b'{"age": NaN, "city": null}', "empty", "no field"),
        (b'{"total_experience": "' + b"a" * MOST_ROW_CHARACTERS + b'"}', "too_large", "characters"),
        (b'{"city": "' + b"a" * MOST_ROW_CHARACTERS + b'b"}', "too_large", "characters in one row"),
    ],
)
def test_a_hostile_line_costs_only_itself(
    tmp_path: Path, line: bytes, code: str, told: str
) -> None:
    before, problem, after = rows(tmp_path, GOOD + b"\n" + line + b"\n" + GOOD)
    assert before == after == PromptRow(position="QA", city="Omsk")
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert told in problem.message


def test_a_line_beyond_all_limits_ends_the_file(tmp_path: Path) -> None:
    with (tmp_path / "huge.jsonl").open("wb") as file:
        file.write(GOOD + b'\n{"position": "')
        file.seek(MOST_JSON_BYTES + 100)
        file.write(b'"}\n' + GOOD)
    before, problem = read_json_rows(tmp_path / "huge.jsonl")
    assert isinstance(before, PromptRow)
    assert isinstance(problem, Problem)
    assert problem.code == "too_large"


@pytest.mark.parametrize("name", ["none.jsonl", "none.json"])
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", b"[]"])
def test_a_file_without_rows_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    assert rows(tmp_path, content, name) == [Problem("empty", "no rows")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\n\n" + GOOD + b"\nbroken", "line 4: no JSON"),
        (GOOD + b"\n[1, 2]", "line 2, row 2: a row must be an object"),
    ],
    ids=["after blank lines", "of several in a line"],
)
def test_the_place_of_a_bad_row_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    problem = rows(tmp_path, content)[-1]
    assert isinstance(problem, Problem)
    assert problem.message.startswith(told)


def test_a_byte_order_mark_is_no_part_of_a_row(tmp_path: Path) -> None:
    assert rows(tmp_path, b"\xef\xbb\xbf" + GOOD) == [PromptRow(position="QA", city="Omsk")]
    (problem,) = rows(tmp_path, json.dumps({"position": "QA"}).encode("utf-16"))
    assert isinstance(problem, Problem)
    assert problem.message == "line 1: not UTF-8 at byte 0"


@pytest.mark.parametrize("command", ["score", "audit"])
def test_what_is_no_file_is_bad_usage(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "zero.jsonl").symlink_to("/dev/zero")
    (tmp_path / "loop.jsonl").symlink_to("loop.jsonl")
    for name in ("folder.jsonl", "pipe.jsonl", "zero.jsonl", "loop.jsonl", "none.jsonl"):
        with pytest.raises(SystemExit) as stopped:
            main([command, str(tmp_path / name)])
        assert stopped.value.code == 2
        assert name in capsys.readouterr().err
