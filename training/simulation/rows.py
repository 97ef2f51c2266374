"""The rows of a simulated set: applications, their changed twins, and ads as one-job resumes."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from inference.prompts import MISSING
from training.corpus.block import Block
from training.corpus.english_resumes import RESUME_SOURCE
from training.corpus.families import is_it_family, without_grade_words
from training.simulation.career import Person, Style
from training.simulation.evidence import Evidence, confirmation_logit
from training.simulation.simulate import CONFIRMED_SHARE, Case, Simulator, label_cases
from training.simulation.twins import Change, draw_change

_AD_MONTHS: Final = (6, 30, 66, 108)
_AD_SKILLS: Final = 0.7
_LEVELLED_TITLE: Final = 0.35
_RESUME_SHARE: Final = 0.15
_PLAIN: Final = Style(1, ". ", False, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class RowsPlan:
    """`people` persons from number `first`; `twins` per application; `ads` per application."""

    people: int
    first: int = 0
    twins: float = 0.0
    ads: float = 0.0
    raw: bool = False


def simulate_rows(simulator: Simulator, plan: RowsPlan, seed: int) -> list[dict[str, Any]]:
    """Labelled rows. A twin follows its row; both carry the same `pair` and the twin its change."""
    cases = list(simulator.cases(plan.people, first=plan.first, raw=plan.raw))
    grown: list[Case] = []
    for index, case in enumerate(cases):
        grown.append(case)
        rng = random.Random(f"{seed}-twin-{plan.first}-{index}")
        if rng.random() >= plan.twins:
            continue
        if twin := make_twin(rng, simulator, case, draw_change(rng), f"{index}"):
            grown.append(twin)
    ads = list(_ad_cases(simulator, int(plan.ads * len(cases)), f"{seed}-{plan.first}"))
    # The base rate is the applications' own: twins and ads only follow its intercept.
    intercept = label_cases(cases, seed, CONFIRMED_SHARE)
    label_cases([c for c in grown if "change" in c.row] + ads, seed + 1, intercept=intercept)
    return [case.row for case in (*grown, *ads)]


def make_twin(
    rng: random.Random, simulator: Simulator, case: Case, change: Change, pair: str
) -> Case | None:
    """The case with one change; its evidence is weighed anew. None where it does not apply."""
    changed = change.apply(rng, simulator.pool, case.person, case.row)
    if changed is None:
        return None
    row, person = changed
    evidence = simulator.weigh(person)
    claimed = case.row["latent"]["claimed_level"]
    before, after = (
        confirmation_logit(seen.expertise(person.talent), claimed, 0.0)
        for seen in (case.evidence, evidence)
    )
    pair = f"{row['candidate']}-{pair}"
    case.row["pair"] = pair
    latent = case.row["latent"] | evidence.as_targets()
    row = row | {"pair": pair, "change": change.name, "relation": change.relation, "latent": latent}
    return Case(person, evidence, row, case.logit + after - before)


def _ad_cases(simulator: Simulator, count: int, seed: str) -> Iterator[Case]:
    """Every ad as often as any other, those of IT twice; jobs of resumes between them."""
    rng = random.Random(f"{seed}-ads")
    told = [b for b in simulator.blocks if b.level is not None and len(b.duties) >= 2]
    jobs = [b for b in told if b.source.startswith(RESUME_SOURCE)]
    ads = [b for b in told if not b.source.startswith(RESUME_SOURCE)]
    ads += [b for b in ads if is_it_family(b.family)]
    rng.shuffle(ads)
    for index in range(count if ads else 0):
        is_job = jobs and rng.random() < _RESUME_SHARE
        block = rng.choice(jobs) if is_job else ads[index % len(ads)]
        yield ad_case(rng, block, f"ad-{seed}-{index}")


def ad_case(rng: random.Random, block: Block, name: str) -> Case:
    """An ad as the undated one-job resume of a person who does exactly that."""
    level = block.level or 0
    bare = without_grade_words(block.title) or block.title
    title = block.title if rng.random() < _LEVELLED_TITLE else bare
    lines = rng.sample(block.duties, k=min(len(block.duties), rng.randint(2, 12)))
    months = _AD_MONTHS[level]
    evidence = Evidence(months / 12, months / 12, float(level), _AD_SKILLS)
    row: dict[str, Any] = {
        "position": title,
        "age": MISSING,
        "country": MISSING,
        "city": block.city or MISSING,
        "key_skills": ", ".join(block.skills) or MISSING,
        "client_name": MISSING,
        "salary": MISSING,
        "work_experience": f"{title}  {'. '.join(lines)}",
        "total_experience": None,
        "candidate": block.source,
        "latent": {
            **evidence.as_targets(),
            "claimed_level": level,
            "family": block.family,
            "from_ad": True,
        },
    }
    logit = confirmation_logit(evidence.expertise(0.0), level, 0.0) + rng.gauss(0, 0.5)
    person = Person("ru", block.family, 0.0, 0, (), block.skills, _PLAIN)
    return Case(person, evidence, row, logit)
