"""`--blind`, `--explain` and `audit` on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from domain.resume import Resume
from inference.__main__ import main
from inference.commands.options import spell_out_blind
from tests.unit.inference.test_command_line import RESUME


@pytest.fixture(scope="module")
def resume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("options") / "resume.json"
    file.write_text(json.dumps(RESUME, ensure_ascii=False), encoding="utf-8")
    return file


@pytest.fixture
def run(bundle: Path, resume: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def score(*options: str) -> str:
        assert main([*options, "--bundle", str(bundle), str(resume)]) == 0
        return capsys.readouterr().out

    return score


@pytest.mark.parametrize(
    ("arguments", "spelled"),
    [
        (["--blind", "a.pdf"], ["--blind=age,city", "a.pdf"]),
        (["a.pdf", "--blind"], ["a.pdf", "--blind=age,city"]),
        (["--blind", "city,salary", "a.pdf"], ["--blind", "city,salary", "a.pdf"]),
        (["--blind=salary", "a.pdf"], ["--blind=salary", "a.pdf"]),
    ],
)
def test_blind_never_takes_the_file_for_a_field(arguments: list[str], spelled: list[str]) -> None:
    assert spell_out_blind(arguments) == spelled


def test_blind_scores_without_the_fields_and_says_so(run: Any) -> None:
    blind = json.loads(run("score", "--json", "--blind"))
    assert blind["hidden"] == ["age", "city"]
    assert blind["contributions"].keys().isdisjoint(blind["hidden"])
    assert "hidden" not in json.loads(run("score", "--json"))
    assert "hidden from the model: salary" in run("score", "--blind", "salary")


def test_explain_adds_what_it_names(run: Any) -> None:
    line = json.loads(run("score", "--json", "--explain", "jobs,skills,shapley"))
    assert [job["places"] for job in line["jobs"]] == [[0]]
    assert [skill["places"] for skill in line["skills"]] == [[0]]
    values = line["shapley"]["values"]
    assert sum(values.values()) == pytest.approx(
        line["probability"] - line["shapley"]["empty_probability"], abs=1e-6
    )
    text = run("score", "--explain", "skills,shapley")
    assert "by skill, counted from 1: 1 " in text
    assert "Shapley values from " in text


def test_noise_is_told_apart_from_reasons(run: Any) -> None:
    line, text = json.loads(run("score", "--json")), run("score")
    noise = [
        field for field, change in line["contributions"].items() if abs(change) <= line["noise"]
    ]
    assert bool(noise) == ("within the noise of" in text)


def test_an_audit_of_one_resume(run: Any) -> None:
    line = json.loads(run("audit", "--json"))
    assert len(line["cells"]) == 9
    assert line["largest_difference"] >= 0
    assert line["above_noise"] == (line["largest_difference"] > line["neutral_difference"])
    text = run("audit").splitlines()
    assert [row.split()[0] for row in text[2:5]] == ["Москва", "Омск", "hidden"]
    assert text[5].startswith("  largest difference ")


def test_an_audit_reports_bad_rows(
    bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rows.jsonl"
    rows = [Resume(position="QA").model_dump(mode="json"), {}]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main(["audit", "--json", "--bundle", str(bundle), str(file)]) == 1
    good, bad = map(json.loads, capsys.readouterr().out.splitlines())
    assert (good["ok"], good["neutral_difference"]) == (True, None)
    assert bad["error"]["code"] == "empty"


def test_hiding_all_there_is_leaves_nothing_to_score(
    bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "row.json"
    file.write_text('{"age": "34"}', encoding="utf-8")
    assert main(["score", "--blind", "--bundle", str(bundle), str(file)]) == 1
    assert "empty" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--blind=name", "--explain=why"])
def test_unknown_names_are_bad_usage(
    option: str, resume: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["score", option, str(resume)])
    assert caught.value.code == 2
    assert "among" in capsys.readouterr().err
