"""The original set's quirks: repeated jobs, labels, missing values, one person many times."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.errors import RowsError
from training.rows.clean import clean_rows, read_label
from training.rows.files import read_rows, write_rows
from training.simulation.row import CONFIRMED, NOT_CONFIRMED

NOTHING = "нет информации"
FIRST_JOB = "2019-04-01 - : Аналитик  Отчёты"
SECOND_JOB = "2016-01-01 - 2019-03-01: Стажёр  Таблицы"


def raw_row(**changed: Any) -> dict[str, Any]:
    return {
        "position": "Аналитик",
        "age": "34",
        "country": "Россия",
        "city": "Барнаул",
        "key_skills": "SQL, Excel",
        "client_name": "Севтех",
        "grade_proof": "подтверждён",
        "salary": "от 100",
        "work_experience": f"{FIRST_JOB}\n{SECOND_JOB}",
    } | changed


def test_repeated_jobs_stand_once() -> None:
    thrice = "\n".join([f"{FIRST_JOB}\n{SECOND_JOB}"] * 3)
    rows, report = clean_rows([raw_row(work_experience=thrice)])
    assert rows[0]["work_experience"] == f"{FIRST_JOB}\n{SECOND_JOB}"
    assert report.rows_with_repeated_jobs == 1
    assert report.repeated_characters_removed > 0


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("подтверждён", CONFIRMED),
        (" Подтвержден ", CONFIRMED),
        ("не  подтверждён", NOT_CONFIRMED),
        ("НЕ ПОДТВЕРЖДЕН", NOT_CONFIRMED),
        ("неизвестно", None),
        (None, None),
        (1, None),
    ],
)
def test_label_however_spelled(text: Any, label: str | None) -> None:
    assert read_label(text) == label


@pytest.mark.parametrize("nothing", [None, float("nan"), "", "  ", "nan", "None", NOTHING])
def test_missing_values(nothing: Any) -> None:
    rows, report = clean_rows([raw_row(salary=nothing)])
    assert rows[0]["salary"] == NOTHING
    assert report.missing["salary"] == 1


def test_dropped_rows_are_counted() -> None:
    blank = dict.fromkeys(raw_row(), None) | {"grade_proof": "подтверждён", "client_name": "X"}
    rows, report = clean_rows([raw_row(), raw_row(), raw_row(grade_proof="?"), blank])
    assert len(rows) == report.rows_kept == 1
    assert report.dropped_duplicates == 1
    assert report.dropped_without_label == 1
    assert report.dropped_blank == 1


def test_one_person_before_two_clients_is_one_candidate() -> None:
    rows, report = clean_rows(
        [raw_row(), raw_row(client_name="Бортех"), raw_row(work_experience=SECOND_JOB)]
    )
    assert rows[0]["candidate"] == rows[1]["candidate"] != rows[2]["candidate"]
    assert report.candidates == 2


texts = st.one_of(
    st.none(),
    st.text(max_size=40),
    st.integers(-5, 99),
    st.floats(),
    st.sampled_from([FIRST_JOB, f"{FIRST_JOB}\n{FIRST_JOB}"]),
)
rows_of_anything = st.fixed_dictionaries(
    {name: texts for name in raw_row() if name != "grade_proof"}
    | {"grade_proof": st.sampled_from(["подтверждён", "не подтвержден", "?"])}
)


@given(st.lists(rows_of_anything, max_size=5))
def test_cleaning_twice_changes_nothing(raw: list[dict[str, Any]]) -> None:
    rows, report = clean_rows(raw)
    again, second = clean_rows(rows)
    assert again == rows
    assert second.rows_kept == report.rows_kept
    dropped = report.dropped_blank + report.dropped_duplicates + report.dropped_without_label
    assert report.rows_read == report.rows_kept + dropped


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_both_formats_read_back(tmp_path: Path, suffix: str) -> None:
    rows = [raw_row(), raw_row(city=None, position="QA\u2028engineer")]
    path = tmp_path / f"rows{suffix}"
    write_rows(path, rows)
    assert read_rows(path) == rows


@pytest.mark.parametrize("content", ["{", "[1]", '{"a": 1}\nnonsense', "\x00", "[" * 100_000])
def test_unreadable_rows_are_refused_by_place(tmp_path: Path, content: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(content)
    with pytest.raises(RowsError):
        read_rows(path)


def test_column_oriented_json_as_pandas_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "set.json"
    columns = {name: {"0": value, "7": value} for name, value in raw_row().items()}
    path.write_text(json.dumps(columns))
    rows, report = clean_rows(read_rows(path))
    assert len(rows) == 1
    assert report.dropped_duplicates == 1
