"""`score -o OUT`: streamed, resumable, refused by name where something changed."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.score import Assessment, Explanation, ModelIdentity, Score
from inference.__main__ import main
from inference.assessor import Assessor
from inference.commands.inputs import count_rows, stream_rows
from inference.commands.problem import Problem
from inference.commands.table import COLUMNS, CsvTable, JsonLines, Line
from inference.commands.unfinished import UnfinishedOutput
from inference.prompts import PromptRow

ROWS = 150


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    lines = [json.dumps({"age": str(20 + i % 40), "city": f"Город {i}"}) for i in range(ROWS)]
    lines[40] = "broken"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def score(bundle: Path, *arguments: str | Path) -> int:
    return main(["score", "--bundle", str(bundle), *map(str, arguments)])


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_with_one_row_an_input(
    bundle: Path, assessor: Assessor, rows: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    assert score(bundle, rows, "-o", out) == 1
    found = table(out)
    assert tuple(found[0]) == COLUMNS
    assert [row["row"] for row in found] == [str(number) for number in range(1, ROWS + 1)]
    assert [row["ok"] for row in found].count("false") == 1
    assert (found[40]["error"], found[40]["message"]) == (
        "damaged",
        "line 41: no JSON: JSONDecodeError",
    )
    (alone,) = assessor.assess([PromptRow(age="25", city="Город 5")])
    assert float(found[5]["probability"]) == pytest.approx(alone.score.probability, abs=1e-4)
    assert not list(tmp_path.glob("*.unfinished*"))


def test_contributions_only_where_asked_for(bundle: Path, tmp_path: Path) -> None:
    row = tmp_path / "row.json"
    row.write_text('{"age": "34"}', encoding="utf-8")
    assert score(bundle, row, "-o", tmp_path / "a.csv", "--contributions") == 0
    (found,) = table(tmp_path / "a.csv")
    assert found["contribution_age"] != ""
    assert found["contribution_city"] == ""
    assert score(bundle, row, "-o", tmp_path / "a.jsonl") == 0
    line = json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))
    assert (line["row"], line["ok"], line["contributions"]) == (1, True, {})


def test_a_killed_run_goes_on_and_ends_as_an_unbroken_one(
    bundle: Path, rows: Path, tmp_path: Path
) -> None:
    whole, out = tmp_path / "whole.csv", tmp_path / "out.csv"
    assert score(bundle, rows, "-o", whole) == 1
    command = [sys.executable, "-m", "inference", "score", "--bundle", str(bundle)]
    run = subprocess.Popen([*command, str(rows), "-o", str(out)], env=os.environ)
    deadline = time.monotonic() + 60
    while not (out.exists() and out.stat().st_size > 1000) and time.monotonic() < deadline:
        time.sleep(0.002)
    run.kill()
    run.wait()
    before = out.read_bytes()
    assert before
    assert score(bundle, rows, "-o", out) == 1
    assert out.read_bytes() == whole.read_bytes()
    assert whole.read_bytes().startswith(before[: before.rfind(b"\n") + 1])


@given(cut=st.integers(0, 400))
def test_a_torn_line_is_dropped(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("torn") / "out.jsonl"
    lines = [f'{{"row": {number}, "ok": true, "я": 1}}\n' for number in range(10)]
    with UnfinishedOutput(out, {"bundle": "a"}) as output:
        output.append(lines)
    text = out.read_bytes()[:cut]
    out.write_bytes(text)
    with UnfinishedOutput(out, {"bundle": "a"}) as output:
        assert output.lines == text.count(b"\n")
        assert list(output.written()) == lines[: output.lines]
        output.append(lines[output.lines :])
        output.finish()
    assert out.read_bytes() == "".join(lines).encode()


def test_what_changed_is_refused_by_name(
    bundle: Path, rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    state = tmp_path / "out.csv.unfinished"

    def refused(*arguments: str | Path) -> str:
        assert score(bundle, *arguments, "-o", out) == 2
        return capsys.readouterr().err

    assert score(bundle, rows, "-o", out) == 1
    assert "is there already" in refused(rows)
    with_state = {"bundle": "tiny 0"}
    state.write_text(json.dumps(with_state), encoding="utf-8")
    assert "begun with another bundle: tiny 0" in refused(rows)
    state.write_text("{", encoding="utf-8")
    assert "is there already" in refused(rows)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (["{rows}", "--contributions"], "columns"),
        (["{rows}", "--blind=age"], "hidden fields"),
        (["{rows}", "{rows}"], "input 2"),
        (["{other}"], "input 1"),
    ],
)
def test_another_input_or_option_is_refused(
    bundle: Path,
    rows: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    change: list[str],
    part: str,
) -> None:
    out, other = tmp_path / "out.csv", tmp_path / "other.jsonl"
    other.write_text(rows.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")
    monkeypatch.setattr(UnfinishedOutput, "finish", lambda _: None)
    assert score(bundle, rows, "-o", out) == 1
    changed = [argument.format(rows=rows, other=other) for argument in change]
    assert score(bundle, *changed, "-o", out) == 2
    assert f"begun with another {part}" in capsys.readouterr().err
    assert score(bundle, rows, "-o", out) == 1


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A process that a shell started in the background ignores SIGINT, and so would the test."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_interrupted_by_hand(
    bundle: Path,
    rows: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out.csv"
    append = UnfinishedOutput.append

    def append_and_interrupt(output: UnfinishedOutput, lines: Sequence[str]) -> None:
        append(output, lines)
        if len(lines) > 1:
            signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(UnfinishedOutput, "append", append_and_interrupt)
        assert score(bundle, rows, "-o", out) == 130
    told = capsys.readouterr().err
    assert told == f"Stopped. {out} has what is done: the same command goes on from there.\n"
    assert 0 < len(table(out)) < ROWS
    assert score(bundle, rows, "-o", out) == 1
    assert len(table(out)) == ROWS


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "{tmp}/out.xlsx"], ".csv, .jsonl"),
        (["-o", "{tmp}/none/out.csv"], "no such folder"),
        (["-o", "{rows}"], "one of the inputs"),
        (["-o", "{tmp}/out.csv", "--json"], "do not go with -o"),
        (["--contributions"], "go with -o"),
    ],
)
def test_bad_usage(
    rows: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: Sequence[str],
    words: str,
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["score", str(rows), *(part.format(tmp=tmp_path, rows=rows) for part in arguments)])
    assert caught.value.code == 2
    assert words in capsys.readouterr().err


def test_progress_where_it_is_asked_for(
    bundle: Path, rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert score(bundle, rows, "-o", tmp_path / "a.csv") == 1
    assert capsys.readouterr().err == ""
    assert score(bundle, rows, "-o", tmp_path / "b.csv", "--progress") == 1
    assert f"{ROWS}/{ROWS}" in capsys.readouterr().err


IDENTITY = ModelIdentity(name="tiny", revision="1", template="budget-1")
ANSWER = Assessment(
    score=Score(score=1, probability=0.5, percentile=2, model=IDENTITY),
    explanation=Explanation(contributions={"age": -0.25}, seen={}),
)


@given(name=st.text(min_size=1, max_size=30).filter(str.strip), message=st.text(max_size=30))
def test_each_answer_is_one_line_and_no_formula(name: str, message: str) -> None:
    for answer in (ANSWER, Problem("damaged", message)):
        for form in (CsvTable(["age"]), JsonLines()):
            text = form.text(Line(Path(name.replace("\0", "")), 3, answer))
            assert text.endswith("\n")
            assert "\n" not in text[:-1]
            assert form.is_problem(text) is isinstance(answer, Problem)
        (cells,) = csv.reader([CsvTable(["age"]).text(Line(Path(f"={name}"), 3, answer))])
        texts = [cells[0], *cells[6:11]]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in texts)
        assert len(cells) == len(COLUMNS) + 1


async def no_files(*_: Any) -> Any:
    raise AssertionError("no resume file was given")


async def test_lines_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('\n\n{"age": "34"}\n\n' * 3 + "x", encoding="utf-8")
    found = [row async for row in stream_rows(path, no_files)]
    assert found[:3] == [PromptRow(age="34")] * 3
    assert isinstance(found[3], Problem)
    assert count_rows(path) == 4


async def test_a_document_over_several_lines_may_be_named_lines(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps([{"age": "34"}, {"age": "35"}], indent=1), encoding="utf-8")
    found = [row async for row in stream_rows(path, no_files)]
    assert found == [PromptRow(age="34"), PromptRow(age="35")]


async def test_too_large_a_value_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inference.commands.json_rows.MOST_JSON_BYTES", 1000)
    for text in ('{"age": "' + "1" * 1000 + '"}', "[\n" + '{"age": "1"},\n' * 100 + "{}]"):
        path = tmp_path / "rows.json"
        path.write_text(text, encoding="utf-8")
        (problem,) = [row async for row in stream_rows(path, no_files)]
        assert isinstance(problem, Problem)
        assert problem.code == "too_large"
