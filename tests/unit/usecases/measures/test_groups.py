"""Groups of an audit: figures only where there are enough rows, and nobody is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.measurement import AuditedScore
from usecases.measures.groups import LEAST_IN_GROUP, audit_groups

people = st.builds(
    AuditedScore,
    score=st.floats(0, 100),
    age=st.one_of(st.none(), st.integers(14, 100)),
    city=st.one_of(st.none(), st.sampled_from(["Омск", "омск", "Орёл", "Орел, Россия", " "])),
)


def of(
    score: float, count: int, age: int | None = 30, city: str | None = None
) -> list[AuditedScore]:
    return [AuditedScore(score=score, age=age, city=city)] * count


def test_age_bands_with_rates_beside_the_highest() -> None:
    scores = of(60, 40, 30) + of(60, 15, 50) + of(40, 15, 46) + of(70, 29, 60) + of(1, 3, None)
    audit = audit_groups(scores, "age")
    assert [(group.name, group.count) for group in audit.groups] == [
        ("25", 40),
        ("45", 30),
        ("55", 29),
    ]
    young, old, oldest = audit.groups
    assert young.shortlist_rate is not None
    assert young.shortlist_rate.value == young.ratio == 1
    assert young.shortlist_rate.low < 1
    assert old.ratio == 0.5
    assert (oldest.score, oldest.shortlist_rate, oldest.ratio) == (None, None, None)
    assert audit.unknown == 3
    assert len(audit.measured) == 2


def test_cities_are_one_in_any_spelling_and_small_ones_stand_together() -> None:
    scores = of(50, 31, city="Орёл") + of(50, 10, city="орел, ул. Мира") + of(10, 5, city="Омск")
    scores += of(10, 4, city="Тверь") + of(10, 2, city=None)
    audit = audit_groups(scores, "city")
    assert [(group.name, group.count) for group in audit.groups] == [("Орёл", 41), ("", 9)]
    assert audit.unknown == 2
    assert audit.groups[0].ratio is None


def test_no_ratio_where_nobody_is_shortlisted() -> None:
    audit = audit_groups(of(10, 30, 30) + of(10, 30, 40), "age")
    assert [group.ratio for group in audit.groups] == [None, None]


@settings(max_examples=30, deadline=None)
@given(st.lists(people, max_size=120))
def test_nobody_is_lost(scores: list[AuditedScore]) -> None:
    for grouping in ("age", "city"):
        audit = audit_groups(scores, grouping)
        assert sum(group.count for group in audit.groups) + audit.unknown == len(scores)
        for group in audit.groups:
            assert (group.score is not None) == (group.count >= LEAST_IN_GROUP)
            assert group.ratio is None or 0 <= group.ratio <= 1
