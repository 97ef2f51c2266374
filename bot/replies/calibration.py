"""Interviews beside what the model promised: a picture's facts and plain sentences."""

from bot.i18n import Html, Translator, join_html
from bot.pictures.calibration import CalibrationBin, CalibrationFacts, CalibrationWords
from bot.replies.answer_picture import decimal_mark
from bot.replies.intervals import scaled
from domain.measurement import VerdictCalibration
from usecases.calibrate_verdicts import LEAST_VERDICTS


def too_few_text(translator: Translator, found: VerdictCalibration) -> Html:
    """What is missing until a calibration says something."""
    missing = (
        ("calibrate-missing", found.missing),
        ("calibrate-missing-confirmed", found.missing_confirmed),
        ("calibrate-missing-refuted", found.missing_refuted),
    )
    return join_html(
        "\n\n",
        [
            translator.html(
                "calibrate-too-few",
                count=found.count,
                confirmed=found.confirmed,
                refuted=found.count - found.confirmed,
            ),
            join_html(
                "\n",
                [
                    translator.html(key, count=count, **_least(key))
                    for key, count in missing
                    if count
                ],
            ),
            translator.html("calibrate-how"),
        ],
    )


def calibration_facts(translator: Translator, found: VerdictCalibration) -> CalibrationFacts:
    words = CalibrationWords(
        title=translator.plain("calibrate-title"),
        promised=translator.plain("calibrate-promised"),
        confirmed=translator.plain("calibrate-confirmed"),
        ideal=translator.plain("calibrate-ideal"),
        counts=translator.plain("calibrate-counts"),
        footers=(translator.plain("calibrate-footer"),),
        decimal_mark=decimal_mark(translator),
    )
    bins = tuple(
        CalibrationBin(
            promised=100 * one.promised,
            confirmed=scaled(one.confirmed, 100),
            count=one.count,
        )
        for one in found.bins
    )
    return CalibrationFacts(words, bins)


def calibration_caption(translator: Translator, found: VerdictCalibration) -> Html:
    """Of a calibration that has enough interviews."""
    if found.share is None or found.promised is None:
        return too_few_text(translator, found)
    lines = [
        translator.html(
            "calibrate-caption",
            count=found.count,
            share=100 * found.share.value,
            low=100 * found.share.low,
            high=100 * found.share.high,
            promised=100 * found.promised,
        ),
        translator.html(_verdict(found.promised, found.share.low, found.share.high)),
    ]
    if found.roc_auc is not None:
        lines.append(translator.html("calibrate-order", percent=100 * found.roc_auc))
    lines.append(translator.html("calibrate-brier", brier=found.brier, plain=found.brier_of_share))
    if found.models > 1:
        lines.append(translator.html("calibrate-models", count=found.models))
    return join_html("\n", lines)


def _verdict(promised: float, low: float, high: float) -> str:
    if promised < low:
        return "calibrate-shy"
    return "calibrate-bold" if promised > high else "calibrate-honest"


def _least(key: str) -> dict[str, int]:
    return {"least": LEAST_VERDICTS} if key == "calibrate-missing" else {}
