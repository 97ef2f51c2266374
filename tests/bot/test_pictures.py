"""Pictures: whatever the words and figures are, a phone gets an image of a sane size."""

import io
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from psutil import Process  # type: ignore[import-untyped]

from bot.pictures.answer import AnswerFacts, AnswerWords, ContributionBar, draw_answer
from bot.pictures.audit import (
    AuditFacts,
    AuditWords,
    Group,
    Section,
    draw_audit,
    draw_audit_pdf,
)
from bot.pictures.calibration import (
    CalibrationBin,
    CalibrationFacts,
    CalibrationWords,
    draw_calibration,
)
from bot.pictures.compare import Candidate, CompareFacts, CompareWords, draw_compare
from bot.pictures.drawing import drawn
from bot.pictures.intervals import Interval
from bot.pictures.lettering import MISSING, clean, number, percent, signed
from bot.pictures.statistics import Panel, Series, StatisticsFacts, draw_statistics

LARGEST_SIDES = 10_000
"""Telegram's bound for the sum of a photo's sides in pixels."""
LATIN = frozenset(range(32, 0x250))
HOSTILE = (
    "x" * 1_000_000,
    "🦊💼" * 40,
    "مهندس برمجيات",
    "工程师 from 上海",
    "$\\frac{1}{0}$ and $",
    "a\u202eb\u0000c\nd\te",
    "W" * 60,
    "",
)

ANSWER = AnswerFacts(
    AnswerWords(
        "Cook, Tver", "of 100", "was 61", "Place", "here", "middle", "Why", ("Small print",)
    ),
    score=67.2,
    percentile=81.3,
    bars=(ContributionBar("Experience", 5.0), ContributionBar("City", -0.2, is_noise=True)),
    noise_points=0.3,
)
CANDIDATE = Candidate("Cook", 67, 81, (5.0, None), (False, False))
COMPARE = CompareFacts(
    CompareWords("Two", "Score", "above", "Why"), ("Experience", "City"), (CANDIDATE, CANDIDATE)
)
STATISTICS = StatisticsFacts(
    "Week",
    ("Mon", "Tue"),
    (
        Panel("People", (Series("", (1.0, 3.0)),), summary="4"),
        Panel("Time", (Series("median", (0.1, None)), Series("p95", (1.0, 2.0))), "lines"),
        Panel("Errors", (Series("", (0.0, 0.0)),)),
        Panel("Queue", (Series("", (None, None)),)),
    ),
    nothing="no data",
)
GROUP = Group("Tver", 40, Interval(50, 48, 53), Interval(10, 8, 14))
AUDIT = AuditFacts(
    AuditWords("Audit", "Score", "Shortlisted", "too few", ("How it was made",)),
    (Section("By age", (GROUP, replace(GROUP, score=None))), Section("By city", (GROUP,) * 40)),
    overall_score=50.0,
    overall_rate=10.0,
)
CALIBRATION = CalibrationFacts(
    CalibrationWords("Yours", "promised", "confirmed", "as promised", "interviews"),
    (CalibrationBin(5.0, Interval(6.0, 2.0, 11.0), 30),),
)


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content)) as image:
        assert image.format == "PNG"
        image.verify()
        width, height = image.size
    assert width + height <= LARGEST_SIDES
    return width, height


@pytest.mark.parametrize(
    "draw",
    [
        lambda: draw_answer(ANSWER),
        lambda: draw_answer(replace(ANSWER, bars=(), noise_points=None)),
        lambda: draw_compare(COMPARE),
        lambda: draw_statistics(STATISTICS),
        lambda: draw_audit(AUDIT),
        lambda: draw_audit(replace(AUDIT, sections=(), overall_score=None, overall_rate=None)),
        lambda: draw_calibration(CALIBRATION),
        lambda: draw_calibration(replace(CALIBRATION, bins=())),
    ],
)
def test_a_picture_is_as_wide_as_a_phone_and_the_same_each_time(draw: Callable[[], bytes]) -> None:
    content = draw()
    width, height = size_of(content)
    assert width in (925, 1075)
    assert 200 < height < 4 * width
    assert len(content) < 500_000
    assert draw() == content  # no time, no version in it


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_words_change_no_size(text: str) -> None:
    words = replace(ANSWER.words, title=text or "-", change=text or "-", you=text)
    bars = tuple(replace(bar, name=text) for bar in ANSWER.bars)
    drawing = draw_answer(replace(ANSWER, words=words, bars=bars))
    assert size_of(drawing) == size_of(draw_answer(ANSWER))


def test_hostile_names_change_no_size() -> None:
    candidates = tuple(replace(CANDIDATE, name=text) for text in HOSTILE[:5])
    plain = draw_compare(replace(COMPARE, candidates=(CANDIDATE,) * 5))
    assert size_of(draw_compare(replace(COMPARE, candidates=candidates))) == size_of(plain)
    groups = tuple(replace(GROUP, name=text) for text in HOSTILE)
    size_of(draw_audit(replace(AUDIT, sections=(Section(HOSTILE[0], groups),))))


@settings(max_examples=12, deadline=None)
@given(
    st.floats(0, 100),
    st.floats(0, 100),
    st.lists(st.floats(-100, 100), max_size=7),
    st.none() | st.floats(0, 100),
    st.text(max_size=50),
)
def test_any_figures_can_be_drawn(
    score: float, percentile: float, points: list[float], noise: float | None, title: str
) -> None:
    bars = tuple(ContributionBar(title, point, is_noise=point < 0) for point in points)
    words = replace(ANSWER.words, title=title)
    size_of(draw_answer(AnswerFacts(words, score, percentile, bars, noise)))


def test_the_higher_score_has_the_longer_bar() -> None:
    def blue(percentile: float) -> int:
        with Image.open(io.BytesIO(draw_answer(replace(ANSWER, percentile=percentile)))) as image:
            dots = np.asarray(image.convert("RGB"))
            return int((dots == (0, 114, 178)).all(axis=-1).sum())

    assert blue(10) < blue(50) < blue(90)


def test_a_pdf_has_every_group_and_is_the_same_each_time() -> None:
    from pypdf import PdfReader

    content = draw_audit_pdf(AUDIT)
    pages = PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 3  # one for the ages, two for forty cities
    assert "Audit" in pages[0].extract_text()
    assert draw_audit_pdf(AUDIT) == content


@pytest.mark.parametrize("count", [1, 6])
def test_only_two_to_five_stand_side_by_side(count: int) -> None:
    with pytest.raises(ValueError, match="side by side"):
        draw_compare(replace(COMPARE, candidates=(CANDIDATE,) * count))


def test_a_series_of_another_length_is_refused() -> None:
    panel = Panel("People", (Series("", (1.0,)),))
    with pytest.raises(ValueError, match="buckets"):
        draw_statistics(replace(STATISTICS, panels=(panel,)))


@pytest.mark.own_process
async def test_drawing_leaves_the_event_loop_free_and_raises_what_it_raises() -> None:
    assert (await drawn(draw_answer, ANSWER)).startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="side by side"):
        await drawn(draw_compare, replace(COMPARE, candidates=()))


@pytest.mark.own_process
async def test_a_killed_process_costs_no_picture() -> None:
    before = await drawn(draw_answer, ANSWER)
    [easel] = [child for child in Process().children() if "anyio.to_process" in child.cmdline()]
    easel.kill()
    assert await drawn(draw_answer, ANSWER) == before


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("🦊 fox 💼", "fox"),
        ("张伟 Zhang", f"{MISSING} Zhang"),
        ("a\u202eb\nc", "ab c"),
        ("x" * 50, "x" * 19 + MISSING),
    ],
)
def test_letters_without_a_shape(text: str, cleaned: str) -> None:
    assert clean(text, 20, LATIN) == cleaned


@pytest.mark.parametrize(
    ("value", "plain", "with_sign"),
    [
        (0, "0", "0"),
        (-0.04, "0", "0"),
        (3.14, "3,1", "+3,1"),
        (-1234.5, "−1\u2009234,5", "−1\u2009234,5"),
    ],
)
def test_figures(value: float, plain: str, with_sign: str) -> None:
    assert number(value, ",") == plain
    assert percent(value, ",") == f"{plain} %"
    assert percent(value) == f"{number(value)}%"
    assert signed(value, ",") == with_sign
