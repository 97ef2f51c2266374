"""The table and its pages: true, within Telegram's bounds, and reachable by a thumb."""

import html
import re
from dataclasses import replace

import pytest

from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.failures import failure_text
from bot.replies.ranking import failures_page, progress_text, ready_text, table_page
from tests.bot.batch.results import KINDS_OF_FAILURE, failure, item, result, vacancy
from tests.screens.batches import batch_frames
from usecases.batches.progress import BatchProgress
from usecases.batches.result import FailedFile

_ROWS_ON_A_PHONE = 8


def visible(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("candidates", "failures"), [(0, 1), (1, 0), (10, 2), (11, 0), (200, 0), (3, 197)]
)
def test_every_page_fits(
    locales: Locales, language: Language, candidates: int, failures: int
) -> None:
    made = replace(
        result(candidates, failures, noise=0.02, hidden=("age", "city")), vacancy=vacancy()
    )
    for make_page, most in ((table_page, 20), (failures_page, 33)):
        for number in (-1, 1, most, 10**9):
            page = make_page(locales[language], made, number)
            rows = page.keyboard.inline_keyboard
            assert len(visible(page.text).encode("utf-16-le")) // 2 <= 4096
            assert len(rows) <= _ROWS_ON_A_PHONE
            for row in rows:
                widest = 30 if len(row) == 1 else 14
                assert all(len(button.text) <= widest for button in row)
                assert all(len((button.callback_data or "").encode()) <= 64 for button in row)


def test_ties_are_marked_and_explained(locales: Locales) -> None:
    tied = visible(table_page(locales["en"], result(3, noise=0.011), 1).text)
    assert "1. 90 ≈1–2 · Аналитик <данных> & отчётов · Барнаул" in tied
    assert "2. 90 ≈1–3 · Аналитик <данных> & отчётов · Барнаул" in tied
    assert "the order within these places means nothing" in tied
    clear = visible(table_page(locales["en"], result(3, noise=0.001), 1).text)
    assert "≈" not in clear


def test_duplicates_failures_and_the_vacancy_are_told(locales: Locales) -> None:
    made = replace(result(2, 3), vacancy=vacancy())
    text = visible(table_page(locales["ru"], made, 1).text)
    assert "Вакансия: Аналитик <Senior> & Co" in text
    assert "1.pdf (+1)" in text
    assert "1 повтор объединён" in text
    assert "Без оценки: 3 файла" in text
    assert "Демо-модель" in text


def test_blind_mode_shows_no_city(locales: Locales) -> None:
    text = visible(table_page(locales["ru"], result(2, hidden=("age", "city")), 1).text)
    assert "Барнаул" not in text
    assert "Скрыто от модели: Возраст, Город." in text


def test_a_candidate_is_offered_no_comparison(locales: Locales) -> None:
    for is_for_candidate in (False, True):
        made = replace(result(3), is_for_candidate=is_for_candidate)
        rows = table_page(locales["en"], made, 1).keyboard.inline_keyboard
        words = " ".join(button.text for row in rows for button in row)
        assert ("Compare" in words) is not is_for_candidate


def test_numbers_open_the_candidates_of_their_page(locales: Locales) -> None:
    page = table_page(locales["ru"], result(12), 2)
    first = page.keyboard.inline_keyboard[0]
    assert [(button.text, button.callback_data) for button in first] == [
        ("11", "bopen:11"),
        ("12", "bopen:12"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(KINDS_OF_FAILURE))
def test_each_failure_has_its_words(locales: Locales, language: Language, number: int) -> None:
    assert len(failure_text(locales[language], failure(number))) > 10


def test_names_of_failed_files_are_no_markup(locales: Locales) -> None:
    bidi = item(1, file_name="\u202efdp.<i>", state="failed", failure=failure(0))
    made = replace(result(0), failures=(FailedFile(bidi, (bidi,)),))
    text = failures_page(locales["ru"], made, 1).text
    assert "fdp.&lt;i&gt;" in text
    assert "\u202e" not in text


def test_progress_grows_from_nothing_to_all(locales: Locales) -> None:
    def said(**counts: int) -> str:
        progress = BatchProgress(**({"total": 4, "read": 0, "scored": 0, "failed": 0} | counts))
        return visible(progress_text(locales["ru"], progress, is_model_loading=False))

    assert "▱" * 10 in said(duplicates=0)
    assert "▰" * 10 in said(read=4, scored=2, failed=1, duplicates=1)
    assert "Прочитано: 3 из 4" in said(read=3, duplicates=0)
    assert "Не получилось" not in said(duplicates=0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_end_is_told_in_one_line(locales: Locales, language: Language) -> None:
    for made in (result(0, 2), result(1), result(3, 2)):
        assert "\n" not in ready_text(locales[language], made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_drawn_for_the_docs(locales: Locales, language: Language) -> None:
    frames = batch_frames(locales[language])
    assert all(frame.html for frame in frames)
    assert len({frame.about for frame in frames}) == len(frames)
