"""Simulated rows: the shares of the original set, a truth that only expertise moves."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.corpus.language import BlockPool, read_language
from training.rows.clean import clean_rows
from training.simulation.career import Person, draw_person
from training.simulation.evidence import confirmation_logit, weigh_career
from training.simulation.row import CONFIRMED, experience_text
from training.simulation.rows import RowsPlan, make_twin, simulate_rows
from training.simulation.simulate import Case, Simulator
from training.simulation.twins import PROBED_CHANGES, Change

LANGUAGE = read_language(None, 52)
SIMULATOR = Simulator(LANGUAGE.training, 52, "training")
DATED = re.compile(r"^\d{4}-\d\d-01 - (\d{4}-\d\d-01)?: \S.*", re.MULTILINE)
seeds = st.integers(0, 2**31)


def test_same_seed_same_rows() -> None:
    plan = RowsPlan(5, twins=0.5, ads=0.5)
    again = Simulator(LANGUAGE.training, 52, "training")
    assert simulate_rows(SIMULATOR, plan, 52) == simulate_rows(again, plan, 52)
    assert simulate_rows(SIMULATOR, plan, 53) != simulate_rows(again, plan, 52)


def test_shares_of_the_original_set() -> None:
    rows = simulate_rows(SIMULATOR, RowsPlan(1500), 52)
    confirmed = sum(row["grade_proof"] == CONFIRMED for row in rows) / len(rows)
    assert confirmed == pytest.approx(805 / 12673, abs=0.015)
    no_salary = sum(row["salary"] == "нет информации" for row in rows) / len(rows)
    assert no_salary == pytest.approx(5100 / 12673, abs=0.04)
    assert len({row["client_name"] for row in rows}) == 70
    assert len({row["candidate"] for row in rows}) < len(rows)


def test_raw_rows_clean_to_plain_ones() -> None:
    raw = simulate_rows(SIMULATOR, RowsPlan(30, raw=True), 52)
    cleaned, report = clean_rows(raw)
    assert report.rows_with_repeated_jobs > 10
    assert not report.dropped["no label"]
    assert not report.dropped["no judged field"]
    people = {row["candidate"] for row in raw}
    assert report.candidates <= len(people)
    assert all(row["work_experience"].count("\n\n") == 0 for row in cleaned)


def test_held_out_blocks_share_no_source() -> None:
    training = {block.source for block in LANGUAGE.training}
    assert training.isdisjoint(block.source for block in LANGUAGE.held_out)
    assert LANGUAGE.held_out


def a_person(seed: int) -> Person:
    return draw_person(random.Random(seed), SIMULATOR.pool)


@given(seeds)
def test_every_job_has_its_dates(seed: int) -> None:
    person = a_person(seed)
    if person.jobs:
        text = experience_text(person)
        assert len(DATED.findall(text)) == len(person.jobs)
        starts = [job.first_month for job in person.jobs]
        assert starts == sorted(starts, reverse=True)
        assert all(job.first_month <= job.last_month <= person.today_month for job in person.jobs)


@settings(max_examples=40)
@given(seeds, st.sampled_from(PROBED_CHANGES))
def test_twins_are_worth_what_their_relation_says(seed: int, change: Change) -> None:
    case = next(SIMULATOR.cases(1, first=seed % 100_000))
    twin = make_twin(random.Random(seed), SIMULATOR, case, change, "t")
    if twin is None:
        return
    assert twin.row["pair"] == case.row["pair"]
    changed = {name for name in case.row if case.row[name] != twin.row[name]} - {"latent"}
    if change.relation == "same":
        assert twin.logit == pytest.approx(case.logit)
        assert changed <= {"age", "city", "key_skills", "work_experience", "salary"}
    else:
        assert twin.logit > case.logit
        assert {"work_experience", "total_experience"} >= changed


@given(seeds, st.integers(0, 2))
def test_a_higher_claim_never_helps(seed: int, claimed: int) -> None:
    person = a_person(seed)
    evidence = weigh_career(person, SIMULATOR.fitting_skills(person.family))
    expertise = evidence.expertise(person.talent)
    assert confirmation_logit(expertise, claimed + 1, 0) <= confirmation_logit(
        expertise, claimed, 0
    )


def test_a_pool_without_any_level_falls_back_to_the_nearest() -> None:
    seniors = [b for b in LANGUAGE.training if b.level == 2 and b.family == "java"]
    pool = BlockPool(seniors)
    block, level = pool.draw_job(random.Random(1), "ru", "java", 0)
    assert (block.family, level) == ("java", 2)
    with pytest.raises(KeyError):
        pool.draw_job(random.Random(1), "ru", "qa", 0)


def test_truth_ranks_expertise_above_chance() -> None:
    cases: list[Case] = list(SIMULATOR.cases(200))
    low, *_, high = sorted(cases, key=lambda case: case.logit)
    assert high.evidence.relevant_years > low.evidence.relevant_years
