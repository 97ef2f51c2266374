"""`python -m inference score` keeps its contract."""

import json
from pathlib import Path
from typing import Any

import pytest

from domain.errors import ScoringFailedError
from domain.resume import Reading, Resume
from inference.__main__ import main
from inference.assessor import Assessor
from inference.commands.inputs import Problem, read_rows
from inference.commands.score import assess_rows, score_files
from inference.prompts import PromptRow

RESUME = {
    "age": 34,
    "city": "Барнаул",
    "position": "Инженер данных",
    "key_skills": ["SQL"],
    "client_name": None,
    "salary": {"amount_from": 200000, "amount_to": None, "currency": "RUB", "text": "от 200 000"},
    "work_experience": [
        {
            "start": "2019-04",
            "end": None,
            "current": True,
            "company": "ООО Ромашка",
            "position": "Инженер данных",
            "description": "Витрины",
        }
    ],
    "total_experience_months": 61,
    "language": "ru",
    "layout": "hh",
    "warnings": ["hidden_text"],
}
ROW = {
    "age": "34",
    "city": "Барнаул",
    "position": "Инженер данных",
    "key_skills": "SQL",
    "client_name": "нет информации",
    "salary": "от 200 000",
    "work_experience": "2019-04-01 - : Инженер данных  ООО Ромашка. Витрины",
}


async def read_resume(content: bytes, file_name: str) -> Reading | Problem:
    if not content:
        return Problem("empty", "no text")
    return Reading(resume=Resume(city=content.decode(), layout=file_name))


async def run(
    assessor: Assessor, capsys: pytest.CaptureFixture[str], *files: Path
) -> tuple[bool, list[dict[str, Any]]]:
    scored = await score_files(assessor, files, read_resume, as_json=True)
    return scored, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


async def test_one_line_a_resume_in_the_contracts_form(
    assessor: Assessor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "resume.json"
    file.write_text(json.dumps(RESUME, ensure_ascii=False), encoding="utf-8")
    scored, (line,) = await run(assessor, capsys, file)
    assert scored
    assert line.keys() == {
        "file",
        "ok",
        "score",
        "probability",
        "percentile",
        "contributions",
        "seen",
        "noise",
        "model",
    }
    assert (line["file"], line["ok"]) == (str(file), True)
    assert 0 <= line["score"] <= 100
    assert 0 <= line["probability"] <= 1
    assert 0 <= line["percentile"] <= 100
    present = {"age", "city", "position", "key_skills", "salary", "work_experience"}
    assert line["contributions"].keys() == line["seen"].keys() == present
    assert line["model"] == assessor.identity.model_dump(exclude={"is_demo", "is_calibrated"})


async def test_all_forms_of_the_same_rows_get_the_same_numbers(
    assessor: Assessor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = ROW | {"age": "41", "city": None}
    documents = {
        "list.json": json.dumps([ROW, other]),
        "lines.jsonl": "\n".join(json.dumps(row) for row in (ROW, other)) + "\n\n",
        "lines.json": "\ufeff" + "\n".join(json.dumps(row) for row in (ROW, other)),
        "pandas.json": json.dumps({name: {"0": ROW[name], "1": other[name]} for name in ROW}),
    }
    found = []
    for name, text in documents.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        scored, lines = await run(assessor, capsys, tmp_path / name)
        assert scored
        found.append([line | {"file": ""} for line in lines])
    assert found == [found[0]] * len(documents)
    assert len(found[0]) == 2


async def test_a_bad_row_is_a_line_and_not_the_end(
    assessor: Assessor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mixed.jsonl"
    bad = ["broken", "[1]", '{"age": 300, "key_skills": []}', '{"age": [1]}', "{}", "[" * 10**5]
    bad += ['{"file": "a.pdf", "ok": false, "error": {"code": "encrypted", "message": "m"}}']
    good = [json.dumps(ROW), json.dumps({"file": "a.pdf", "ok": True, "resume": RESUME})]
    file.write_text("\n".join([good[0], *bad, good[1]]), encoding="utf-8")
    empty = tmp_path / "empty.pdf"
    empty.touch()
    scored, lines = await run(assessor, capsys, file, empty)
    assert not scored
    assert [line["ok"] for line in lines] == [True, *[False] * len(bad), True, False]
    codes = [line["error"]["code"] for line in lines if not line["ok"]]
    assert codes == [
        "damaged",
        "damaged",
        "damaged",
        "damaged",
        "empty",
        "damaged",
        "encrypted",
        "empty",
    ]
    assert all(line.keys() == {"file", "ok", "error"} for line in lines if not line["ok"])


@pytest.mark.parametrize("content", [b"\xff\xfe", b'{"age": ', b"[1, 2"])
async def test_broken_json_is_one_problem(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.json"
    file.write_bytes(content)
    (problem,) = await read_rows(file, read_resume)
    assert isinstance(problem, Problem)
    assert problem.code == "damaged"


async def test_other_files_go_through_the_resume_reader(tmp_path: Path) -> None:
    good, empty = tmp_path / "resume.pdf", tmp_path / "empty.pdf"
    good.write_bytes(b"Omsk")
    empty.write_bytes(b"")
    assert await read_rows(good, read_resume) == [PromptRow(city="Omsk")]
    assert await read_rows(empty, read_resume) == [Problem("empty", "no text")]


async def test_for_people_it_prints_one_sentence_a_resume(
    assessor: Assessor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(ROW) + "\nbroken\n", encoding="utf-8")
    await score_files(assessor, [file], read_resume, as_json=False)
    good, bad = capsys.readouterr().out.splitlines()
    assert good.startswith(f"{file}: score ")
    assert bad.startswith(f"{file}: damaged: ")


def test_a_row_that_breaks_the_model_costs_only_itself(assessor: Assessor) -> None:
    class Fragile(Assessor):
        def __init__(self) -> None:
            self.__dict__.update(assessor.__dict__)

        def assess(self, rows: Any, **asked: Any) -> Any:
            if any(row.age == "13" for row in rows):
                raise ScoringFailedError
            return super().assess(rows, **asked)

    good, bad = PromptRow(age="34"), PromptRow(age="13")
    first, second, third = assess_rows(Fragile(), [good, bad, good])
    assert first == third == assessor.assess([good])[0]
    assert isinstance(second, Problem)
    assert second.code == "scoring_failed"


def test_exit_status(tmp_path: Path, bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "row.json", tmp_path / "bad.json"
    good.write_text(json.dumps(ROW), encoding="utf-8")
    bad.write_text("{", encoding="utf-8")
    assert main(["score", "--json", "--bundle", str(bundle), str(good)]) == 0
    assert main(["score", "--json", "--bundle", str(bundle), str(bad), str(good)]) == 1
    assert [json.loads(line)["ok"] for line in capsys.readouterr().out.splitlines()] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["score"], "required"),
        (["score", "{tmp}/none.pdf"], "can't open the file"),
        (["score", "{tmp}"], "can't open the file"),
        (["rate", "{tmp}/row.json"], "invalid choice"),
    ],
)
def test_bad_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([argument.format(tmp=tmp_path) for argument in arguments])
    assert caught.value.code == 2
    assert words in capsys.readouterr().err


def test_a_bundle_that_cannot_be_used_is_told_on_stderr(
    tmp_path: Path, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "row.json"
    file.write_text(json.dumps(ROW), encoding="utf-8")
    assert main(["score", "--bundle", str(tmp_path / "none"), str(file)]) == 2
    assert "No bundle" in capsys.readouterr().err
    assert main(["score", "--bundle", str(bundle), "--dtype", "int3", str(file)]) == 2
    assert "dtype should be auto | float32 | bfloat16 | nf4" in capsys.readouterr().err
    assert main(["score", "--bundle", str(bundle), "--device", "abacus", str(file)]) == 2
    assert "device abacus" in capsys.readouterr().err


def test_a_resume_file_goes_through_the_isolated_reader(
    tmp_path: Path, bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    resume, other = tmp_path / "resume.txt", tmp_path / "other.txt"
    resume.write_text(RESUME_TEXT, encoding="utf-8")
    other.write_text("print('hello')", encoding="utf-8")
    assert main(["score", "--json", "--bundle", str(bundle), str(resume), str(other)]) == 1
    good, bad = map(json.loads, capsys.readouterr().out.splitlines())
    assert {"position", "key_skills", "work_experience"} <= good["contributions"].keys()
    assert bad["error"]["code"] == "not_a_resume"


RESUME_TEXT = """Иванова Мария Петровна
Возраст: 34 года
Город: Барнаул
Желаемая должность: Инженер данных

Опыт работы — 5 лет 3 месяца
Апрель 2019 — настоящее время
ООО Ромашка
Инженер данных
Строила витрины данных

Ключевые навыки
SQL, Python, Airflow
"""
