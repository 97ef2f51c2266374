"""Scores and shortlist rates by age band and by city."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from domain.measurement import AuditedScore, GroupAudit, Grouping, GroupMeasure
from usecases.measures.intervals import bootstrap_interval, rate_interval

LEAST_IN_GROUP: Final = 30
"""A smaller group has no figures: its interval would say nothing, and it would name people."""
SHORTLIST_SCORE: Final = 50.0
"""A score of the middle resume of the reference set, or above."""
_BAND_STARTS: Final = (0, 25, 35, 45, 55)


def audit_groups(scores: Sequence[AuditedScore], grouping: Grouping) -> GroupAudit:
    """Each group of at least `LEAST_IN_GROUP` with its figures; the larger cities first."""
    groups = _by_age(scores) if grouping == "age" else _by_city(scores)
    return GroupAudit(
        grouping=grouping,
        groups=_with_ratios([_measure(name, own) for name, own in groups.items()]),
        unknown=len(scores) - sum(map(len, groups.values())),
    )


def _by_age(scores: Sequence[AuditedScore]) -> Mapping[str, list[float]]:
    """Keyed by the band's first year, `55` being the last and open."""
    groups: dict[str, list[float]] = {}
    for start in _BAND_STARTS:
        own = [one.score for one in scores if one.age is not None and _band(one.age) == start]
        if own:
            groups[str(start)] = own
    return groups


def _band(age: int) -> int:
    return max(start for start in _BAND_STARTS if start <= age)


def _by_city(scores: Sequence[AuditedScore]) -> Mapping[str, list[float]]:
    """Keyed by the commonest spelling, the small ones together under no name, last.

    What is said after a comma is not the city's name.
    """
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    groups: defaultdict[str, list[float]] = defaultdict(list)
    for one in scores:
        name = " ".join((one.city or "").split(",")[0].split())
        if name:
            key = name.casefold().replace("ё", "е")
            spellings[key][name] += 1
            groups[key].append(one.score)
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    large = {key: own for key, own in ranked if len(own) >= LEAST_IN_GROUP}
    small = [score for key, own in ranked if key not in large for score in own]
    named = {spellings[key].most_common(1)[0][0]: own for key, own in large.items()}
    return named | ({"": small} if small else {})


def _measure(name: str, scores: Sequence[float]) -> GroupMeasure:
    if len(scores) < LEAST_IN_GROUP:
        return GroupMeasure(name=name, count=len(scores))
    return GroupMeasure(
        name=name,
        count=len(scores),
        score=bootstrap_interval(scores),
        shortlist_rate=rate_interval([score >= SHORTLIST_SCORE for score in scores]),
    )


def _with_ratios(groups: Sequence[GroupMeasure]) -> tuple[GroupMeasure, ...]:
    """Only where there is another group to compare with."""
    rates = [group.shortlist_rate.value for group in groups if group.shortlist_rate]
    highest = max(rates, default=0.0)
    if len(rates) < 2 or highest == 0:
        return tuple(groups)
    return tuple(
        group.model_copy(update={"ratio": group.shortlist_rate.value / highest})
        if group.shortlist_rate
        else group
        for group in groups
    )
