"""A recruiter's interviews beside what the model had promised."""

from typing import Final

from domain.measurement import Interval, VerdictCalibration
from domain.ports import VerdictRepository
from usecases.measures.intervals import wilson_interval
from usecases.measures.reliability import brier_score, reliability_bins, roc_auc

LEAST_VERDICTS: Final = 30
LEAST_OF_A_KIND: Final = 5


class CalibrateVerdicts:
    """Below `LEAST_VERDICTS`, or `LEAST_OF_A_KIND` of each kind, it says only what is missing."""

    def __init__(self, verdicts: VerdictRepository) -> None:
        self._verdicts = verdicts

    async def __call__(self, user_id: int) -> VerdictCalibration:
        judged = await self._verdicts.judged_scores(user_id)
        outcomes = [one.grade_confirmed for one in judged]
        confirmed = sum(outcomes)
        counted = VerdictCalibration(
            count=len(judged),
            confirmed=confirmed,
            missing=max(0, LEAST_VERDICTS - len(judged)),
            missing_confirmed=max(0, LEAST_OF_A_KIND - confirmed),
            missing_refuted=max(0, LEAST_OF_A_KIND - (len(judged) - confirmed)),
            models=len({(one.score.model.name, one.score.model.revision) for one in judged}),
        )
        if not counted.is_enough:
            return counted
        probabilities = [one.score.probability for one in judged]
        share: Interval = wilson_interval(confirmed, len(judged))
        always_share = [confirmed / len(judged)] * len(judged)
        return counted.model_copy(
            update={
                "promised": sum(probabilities) / len(probabilities),
                "share": share,
                "brier": brier_score(probabilities, outcomes),
                "brier_of_share": brier_score(always_share, outcomes),
                "roc_auc": roc_auc([one.score.score for one in judged], outcomes),
                "bins": tuple(reliability_bins(probabilities, outcomes)),
            }
        )
