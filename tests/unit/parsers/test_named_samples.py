"""Sample files of the formats other than PDF and DOCX, beside what must be read from them."""

import json

import pytest

from parsers.pipeline import read_resume
from tests.samples.make_samples import SAMPLES

FILES = {
    "hh_page.html": "hh_page",
    "free_ru.html": "free_ru_html",
    "free_ru.odt": "free_ru_odt",
    "hh_api.json": "hh_api",
    "row.json": "row",
}


@pytest.mark.parametrize(("name", "expected_name"), FILES.items())
def test_a_sample_is_read_as_expected(name: str, expected_name: str) -> None:
    expected = json.loads((SAMPLES / f"{expected_name}.expected.json").read_text(encoding="utf-8"))
    got = read_resume((SAMPLES / name).read_bytes(), name).resume.model_dump(mode="json")
    if expected["total_experience_months"] is None:  # depends on today
        got["total_experience_months"] = None
    assert got == expected
