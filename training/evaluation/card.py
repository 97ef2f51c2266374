"""MODEL_CARD.md: every figure in it comes from the run that wrote it."""

from collections.abc import Mapping
from typing import Any

from training.evaluation.probes import Probe
from training.evaluation.real_resumes import RealResumes
from training.evaluation.report import Evaluation
from training.fit.preset import Preset

_CHANGES = {
    "age": "another age",
    "city": "another city",
    "skills_three_times": "the skills list three times",
    "doubled_length": "every duty written twice",
    "stuffed_text": "keywords, praise or orders that no pair had, in the newest job",
    "white_text": "the same as white text, anywhere in the jobs",
    "salary_wording": "the same salary in other words",
    "five_more_years": "five more relevant years",
    "senior_role": "one more, senior job",
}


def render_card(
    name: str, preset: Preset, data: Mapping[str, Any], evaluation: Evaluation, licence: str
) -> str:
    """The card of a bundle made from simulated careers."""
    return "\n\n".join(
        (
            _introduction(name, preset, data),
            _data(data),
            _figures(evaluation),
            _probes(evaluation),
            _real_words(evaluation),
            _limits(licence),
        )
    )


def _introduction(name: str, preset: Preset, data: Mapping[str, Any]) -> str:
    return f"""# {name}: a demo model

Estimates whether an interviewer would confirm the grade that a resume claims. **It has learned
from simulated careers, not from people.** It shows how the product works; it is no basis for a
decision about anybody.

A Gemma-2 of {preset.layers} layers, {preset.hidden_size} wide, with its own tokenizer of
{preset.vocabulary} tokens; a LoRA adapter of rank {preset.lora_rank} on all seven projections; the
two-layer head; prompt template `budget-1`, {preset.max_length_tokens} tokens. Made by

    python -m training bundle --preset {preset.name} --seed {data["seed"]} --out DIR --corpus CORPUS

First the whole base learns to read the evidence in a career (relevant years, level of duties,
fitting skills, the claim); then adapter and head learn the label with focal loss (gamma 2), and
from pairs of resumes: what must not matter, and what must. Last, a Platt curve is fitted on
people of its own set."""


def _data(data: Mapping[str, Any]) -> str:
    return f"""## Data

Made-up people with the columns, missing values and share of confirmed grades (6.35 %) of the
original set. Their words come from {data["language_from"]}; no person of these sources stands in
it. The label is drawn from a hidden expertise: relevant years, the level of duties reached, fitting
skills, an unseen talent, less what the claimed grade overstates, less how strict the client is.

| set | rows |
|---|---|
| base | {data["rows_base"]} |
| adapter | {data["rows_adapter"]} |
| calibration, other people, other employers' words | {data["rows_calibration"]} |
| test, other people again, other employers' words | {data["rows_held_out"]} |"""


def _figures(evaluation: Evaluation) -> str:
    m = evaluation.model
    return f"""## On held-out people

{m.rows} rows, {m.confirmed} confirmed; no person and no employer's words of the training.

| figure | value |
|---|---|
| ROC-AUC (95 % bootstrap over people) | {m.roc_auc:.3f} ({m.roc_auc_low:.3f} to \
{m.roc_auc_high:.3f}) |
| the same for years of experience alone | {evaluation.years_roc_auc:.3f} |
| the same for the simulator's hidden truth, the best possible | {evaluation.best_roc_auc:.3f} |
| average precision (chance: {m.confirmed / m.rows:.3f}) | {m.average_precision:.3f} |
| Brier score | {m.brier_score:.4f} |
| expected calibration error | {m.expected_calibration_error:.4f} |

A label drawn by chance can't be foretold: that is why the hidden truth itself stays below 1."""


def _probes(evaluation: Evaluation) -> str:
    equal = "\n".join(_equal_row(p) for p in evaluation.probes if p.relation == "same")
    more = "\n".join(_more_row(p) for p in evaluation.probes if p.relation == "more")
    return f"""## What moves the score

Points of the score (0 to 100) on held-out people, changed in one way. These must not matter:

| change | people | moved less than 3 points | nine in ten moved at most | mean |
|---|---|---|---|---|
{equal}

These must raise it:

| change | people | raised | mean |
|---|---|---|---|
{more}"""


def _equal_row(probe: Probe) -> str:
    return (
        f"| {_CHANGES[probe.name]} | {probe.pairs} | {probe.share_within_3:.0%} "
        f"| {probe.largest_10_percent:.1f} | {probe.mean_move:+.2f} |"
    )


def _more_row(probe: Probe) -> str:
    return (
        f"| {_CHANGES[probe.name]} | {probe.pairs} | {probe.share_raised:.0%} "
        f"| {probe.mean_move:+.1f} |"
    )


def _real_words(evaluation: Evaluation) -> str:
    if not evaluation.ads:
        return "## Real words\n\nNot measured: this run had no corpus."
    ads = {key: f"{value:.3f}" for key, value in evaluation.ads.items()}
    return f"""## Real words

{evaluation.ads["ads"]:.0f} IT job ads of employers that the training has not seen,
{evaluation.ads["juniors"]:.0f} of them junior (or without experience), the others senior or lead
(or 3 years and more), each read as the resume of a person who does exactly that. No dates stand
in an ad: this is what title, duties and skills alone tell. ROC-AUC of senior above junior:

| | ROC-AUC |
|---|---|
| this model, title as it stands | {ads["title_as_it_stands"]} |
| this model, grade taken out of the title | {ads["title_without_grade"]} |
| TF-IDF and logistic regression, fitted to the ads' levels, grade taken out | \
{ads["tf_idf_logistic"]} |
| TF-IDF and ridge regression, the same | {ads["tf_idf_ridge"]} |

The last two learned nothing but these levels from the training employers' ads: they show about how
much the words can tell.

{_real_resumes(evaluation.resumes)}"""


def _real_resumes(found: RealResumes | None) -> str:
    if found is None:
        return "Too few real resumes to measure on."
    return f"""{found.resumes} real English resumes of all trades that no training row has words of,
{found.juniors} of them junior by their title, the others senior or lead; ROC-AUC of senior and lead
above junior: {found.roc_auc:.3f} (95 %: {found.roc_auc_low:.3f} to {found.roc_auc_high:.3f}), with
the grade taken out of the wanted position {found.without_grade_in_position:.3f}; months of
experience alone give {found.total_experience_alone:.3f}."""


def _limits(licence: str) -> str:
    return f"""## Limits

- The truth that it was tested against is the simulator's. How it ranks real people is not known
  from these figures, and the original set's own models reach a ROC-AUC of 0.61 at best.
- It reads Russian and English, IT trades best. Skills and employers it has not met say little.
- Only the newest jobs that fit the prompt are read word by word; the rest counts by its total.
- It can't check a fact: a made-up career scores like a true one.
- Age and city move it little, by the measure above; gender is not among its inputs, yet Russian
  verbs show it.

## Licence

Weights and figures: {licence}. The texts that the language came from are not in it."""
