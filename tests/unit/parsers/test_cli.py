"""The contract of `python -m parsers`, through real processes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from domain.errors import ResumeFileError
from parsers.isolation.answers import ERROR_BY_CODE
from parsers.messages import explain
from tests.samples.broken import write_many_pages
from tests.samples.make_samples import SAMPLES

RESUME_KEYS = [
    "age",
    "city",
    "position",
    "key_skills",
    "client_name",
    "salary",
    "work_experience",
    "total_experience_months",
    "language",
    "layout",
    "warnings",
]
JOB_KEYS = ["start", "end", "current", "company", "position", "description"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "parsers", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_bad_file_gets_its_code_in_order(tmp_path: Path) -> None:
    pages, large = tmp_path / "300_pages.pdf", tmp_path / "large.pdf"
    write_many_pages(pages, 300)
    large.write_bytes(bytes(21 * 1024 * 1024))
    expected = {
        str(SAMPLES / "encrypted.pdf"): "encrypted",
        str(SAMPLES / "damaged.pdf"): "damaged",
        str(SAMPLES / "empty.pdf"): "empty",
        str(SAMPLES / "image_only.pdf"): "empty",
        str(SAMPLES / "picture_named.pdf"): "unsupported",
        str(SAMPLES / "not_a_resume.txt"): "not_a_resume",
        str(pages): "too_complex",
        str(large): "too_large",
    }
    done = run("--json", *expected)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["file"], line["ok"], line["error"]["code"]) for line in lines] == [
        (name, False, code) for name, code in expected.items()
    ]
    assert all(line["error"]["message"].endswith(".") for line in lines)
    assert (done.returncode, done.stderr) == (1, "")


def test_evidence_is_a_key_more() -> None:
    name = str(SAMPLES / "hh_ru_2024.pdf")
    plain = json.loads(run("--json", name).stdout)
    line = json.loads(run("--json", "--evidence", name).stdout)
    evidence = line.pop("evidence")
    assert line == plain
    assert {"age", "city", "position", "work_experience"} <= set(evidence)
    for found in evidence.values():
        assert list(found) == ["confidence", "page", "line", "box", "quote"]
        assert found["page"] in {1, 2}


def test_evidence_has_no_place_in_a_text() -> None:
    assert run("--evidence", str(SAMPLES / "hh_ru_2024.pdf")).returncode == 2


def test_good_files_keep_the_contracts_keys() -> None:
    names = [str(SAMPLES / name) for name in ("hh_ru_2024.pdf", "free_ru.docx")]
    done = run("--json", *names)
    assert (done.returncode, done.stderr) == (0, "")
    for name, text in zip(names, done.stdout.splitlines(), strict=True):
        line = json.loads(text)
        assert list(line) == ["file", "ok", "resume"]
        assert (line["file"], line["ok"]) == (name, True)
        assert list(line["resume"]) == RESUME_KEYS
        assert all(list(job) == JOB_KEYS for job in line["resume"]["work_experience"])


def test_the_readable_form() -> None:
    done = run(str(SAMPLES / "hh_en.pdf"), str(SAMPLES / "encrypted.pdf"))
    assert "Position: Data Engineer" in done.stdout
    assert "2021-02 to now: Data Engineer, Volga Data Lab" in done.stdout
    assert "not read (encrypted): The file is locked with a password." in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize("arguments", [(), ("--json",), ("no such file",), ("--bad", "x")])
def test_bad_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: python -m parsers" in done.stderr


@pytest.mark.parametrize("error_class", ERROR_BY_CODE.values())
def test_every_error_has_a_sentence(error_class: type[ResumeFileError]) -> None:
    facts: dict[str, tuple[object, ...]] = {
        "unsupported": ("image/png",),
        "too_large": (1024,),
        "timeout": (10.0,),
        "too_complex": ("pages", 50),
    }
    assert explain(error_class(*facts.get(error_class.code, ()))).endswith(".")


def squeeze_descriptions(resume: dict[str, Any]) -> dict[str, Any]:
    jobs = [
        job | {"description": " ".join((job["description"] or "").split())}
        for job in resume["work_experience"]
    ]
    return resume | {"work_experience": jobs}


def test_hh_samples_are_read_whole() -> None:
    names = ("hh_ru_2020", "hh_ru_2024", "hh_en")
    done = run("--json", *(str(SAMPLES / f"{name}.pdf") for name in names))
    for name, text in zip(names, done.stdout.splitlines(), strict=True):
        expected = json.loads((SAMPLES / f"{name}.expected.json").read_text(encoding="utf-8"))
        got = json.loads(text)["resume"]
        assert squeeze_descriptions(got) == squeeze_descriptions(expected)
