"""Whether scores and shortlists differ by age or city, over what people have sent."""

from domain.measurement import FairnessAudit, Grouping
from domain.ports.measurement import MeasurementSource
from domain.score import ModelIdentity
from usecases.measures.groups import LEAST_IN_GROUP, SHORTLIST_SCORE, audit_groups
from usecases.measures.intervals import bootstrap_interval, rate_interval

_GROUPINGS: tuple[Grouping, ...] = ("age", "city")


class AuditFairness:
    """Of one model: scores of two models can't be compared."""

    def __init__(self, source: MeasurementSource) -> None:
        self._source = source

    async def __call__(self, model: ModelIdentity) -> FairnessAudit:
        scores = list(await self._source.audited_scores(model))
        values = [one.score for one in scores]
        is_enough = len(scores) >= LEAST_IN_GROUP
        return FairnessAudit(
            model=model,
            count=len(scores),
            least_in_group=LEAST_IN_GROUP,
            shortlist_score=SHORTLIST_SCORE,
            score=bootstrap_interval(values) if is_enough else None,
            shortlist_rate=(
                rate_interval([value >= SHORTLIST_SCORE for value in values]) if is_enough else None
            ),
            groupings=tuple(audit_groups(scores, grouping) for grouping in _GROUPINGS),
        )
