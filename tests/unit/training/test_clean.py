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
    assert report.dropped == {"repeats another row": [2], "no label": [3], "no judged field": [4]}


def test_the_first_of_each_repeated_block_stays_where_it_stood() -> None:
    text = f"{FIRST_JOB}\n{SECOND_JOB}\n{FIRST_JOB.replace('  ', ' ')} \n{SECOND_JOB}"
    [row], report = clean_rows([raw_row(work_experience=text)])
    assert row["work_experience"] == f"{FIRST_JOB}\n{SECOND_JOB}"
    assert report.repeated_jobs_removed == 2


def test_rows_that_differ_in_the_label_alone_are_kept_and_told() -> None:
    rows, report = clean_rows([raw_row(), raw_row(grade_proof="не подтверждён")])
    assert len(rows) == 2
    assert report.contradictions == 1


LONG_JOB = "2018-02-01 - : Инженер  Вёл склад данных, писал загрузки, наставлял двух стажёров"


def test_a_later_version_of_a_resume_is_the_same_candidate() -> None:
    ended = LONG_JOB.replace("- :", "- 2021-05-01:")
    later = f"2021-06-01 - : Ведущий инженер  Проекты\n{ended}"
    stranger = LONG_JOB.replace("2018", "2017")
    told = [raw_row(work_experience=text) for text in (LONG_JOB, later, stranger)]
    for order in (told, told[::-1]):
        rows, report = clean_rows(order)
        names = {row["work_experience"]: row["candidate"] for row in rows}
        assert names[LONG_JOB] == names[later] != names[stranger]
        assert report.candidates_with_several_rows == 1


def test_without_a_career_one_goes_by_skills_or_else_by_the_claim() -> None:
    bare = {"work_experience": None, "key_skills": None}
    rows, _ = clean_rows(
        [
            raw_row(work_experience=None),
            raw_row(work_experience=None, client_name="Бортех"),
            raw_row(**bare),
            raw_row(**bare, salary="от 200"),
        ]
    )
    first, second, third, fourth = (row["candidate"] for row in rows)
    assert first == second
    assert len({second, third, fourth}) == 3


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
    dropped = sorted(number for numbers in report.dropped.values() for number in numbers)
    assert report.rows_read == report.rows_kept + len(dropped)
    assert len(set(dropped)) == len(dropped)


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
    assert report.as_json()["dropped: repeats another row"] == 1
