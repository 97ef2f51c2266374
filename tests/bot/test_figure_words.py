"""What statistics, audits and swaps say, and that it fits below a picture."""

from datetime import timedelta

import pytest

from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.audit import audit_caption
from bot.replies.calibration import calibration_caption, too_few_text
from bot.replies.statistics import statistics_caption
from bot.replies.swap import swap_text
from domain.measurement import (
    AuditedScore,
    FairnessAudit,
    Statistics,
    SwapMeasure,
    SwapMeasures,
    VerdictCalibration,
)
from tests.bot.people import START, analysis
from usecases.measures.groups import audit_groups

MODEL = analysis().assessment.score.model


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_fit_below_a_picture(locales: Locales, language: Language) -> None:
    translator = locales[language]
    starts = tuple(START + timedelta(days=day) for day in range(30))
    zeros, nothing = (0,) * 30, (None,) * 30
    statistics = Statistics(
        period="month",
        starts=starts,
        joined=zeros,
        active=zeros,
        analyses=zeros,
        failed=zeros,
        queue=zeros,
        median_seconds=nothing,
        p95_seconds=nothing,
        active_people=0,
        seconds=None,
        errors=(("<b>" * 300, 9),) * 3,
        all_people=1_000_000,
        all_analyses=2_000_000,
        blocked=3,
        waiting=11,
    )
    assert units(statistics_caption(translator, statistics)) <= 1024
    cities = [
        AuditedScore(
            score=60 if number < 3 else 20, age=20 + 10 * (number % 4), city="Й" * 80 + str(number)
        )
        for number in range(9)
        for _ in range(40)
    ]
    caption = audit_caption(translator, audit_of(cities))
    assert units(caption) <= 1024
    assert calibration_caption(translator, VerdictCalibration(**FEW)) == too_few_text(
        translator, VerdictCalibration(**FEW)
    )


FEW = {
    "count": 1,
    "confirmed": 1,
    "missing": 29,
    "missing_confirmed": 4,
    "missing_refuted": 5,
    "models": 1,
}


def audit_of(scores: list[AuditedScore]) -> FairnessAudit:
    return FairnessAudit(
        model=MODEL,
        count=len(scores),
        least_in_group=30,
        shortlist_score=50,
        score={"value": 50, "low": 40, "high": 60},
        shortlist_rate={"value": 0.5, "low": 0.4, "high": 0.6},
        groupings=(audit_groups(scores, "age"), audit_groups(scores, "city")),
    )


def people(score: float, age: int, count: int = 30) -> list[AuditedScore]:
    return [AuditedScore(score=score, age=age, city=None)] * count


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        (people(60, 30, 29), "нет ни одной группы из 30"),
        (people(60, 30), "пока одна"),
        (people(60, 30) + people(60, 40), "хотя бы на 80 %"),
        (people(10, 30) + people(10, 40), "не попал никто"),
        (people(60, 30) + people(10, 60), "⚠️ По возрасту: реже четырёх пятых"),
        (people(60, 30) + people(60, 40, 23) + people(10, 40, 7), "может быть случайностью"),
    ],
)
def test_the_audit_is_read_plainly(
    locales: Locales, scores: list[AuditedScore], words: str
) -> None:
    assert words in audit_caption(locales["ru"], audit_of(scores))


def test_the_swap_says_whether_it_is_more_than_noise(locales: Locales) -> None:
    cell = SwapMeasure(age=25, city=None, score=50.04)
    found = SwapMeasures(count=3, cells=(cell,), largest=1.2, neutral=3)
    text = swap_text(locales["ru"], found)
    assert "город скрыт, 25 лет: <b>50,0</b>" in text
    assert "Взяты 3 последних резюме" in text
    assert "✅" in text
    above = found.model_copy(update={"largest": 4.0})
    assert "⚠️" in swap_text(locales["ru"], above)
    assert "пока нечего" in swap_text(locales["ru"], None)
