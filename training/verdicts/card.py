"""MODEL_CARD.md of a bundle that has learned from verdicts."""

from inference.model.manifest import BundleManifest
from training.evaluation.metrics import Metrics
from training.verdicts.compare import Comparison
from training.verdicts.export import DECIDED_ON
from training.verdicts.sides import VerdictSides

_FINDINGS = {
    "better": "The new adapter ranks the newest verdicts better than the one that it began as.",
    "worse": "The new adapter ranks the newest verdicts **worse** than the one that it began as: "
    "do not switch to it.",
    "no difference shown": "The newest verdicts show no difference between the two: with more of "
    "them there may be one.",
}


def render_card(
    name: str, began_as: BundleManifest, comparison: Comparison, sides: VerdictSides
) -> str:
    newest = sides.newest
    return f"""# {name}: adapted to verdicts

Estimates whether an interviewer would confirm the grade that a resume claims. Began as the bundle
`{began_as.name}` (revision {began_as.revision}); its adapter and head went on learning from what
recruiters said after interviews. Made by

    python -m training adapt --bundle {began_as.name} --rows ROWS --out {name}

## Data

{len(sides.training)} verdicts taught, {len(sides.calibration)} of other candidates fitted the
calibration, the {len(newest)} newest compared ({newest[0][DECIDED_ON]} to
{newest[-1][DECIDED_ON]}). No candidate stands on two sides. Age and city are drawn anew in
training: the adapter can't learn them. The texts are what the bot read, without contacts.

## Comparison on the newest verdicts

| | {began_as.name} | {name} |
|---|---|---|
{_row("ROC-AUC", comparison, "roc_auc")}
{_row("average precision", comparison, "average_precision")}
{_row("Brier score", comparison, "brier_score")}
{_row("calibration error", comparison, "expected_calibration_error")}

Difference of ROC-AUC: {comparison.new.roc_auc - comparison.live.roc_auc:+.3f}, 95 % of bootstrap
samples between {comparison.low:+.3f} and {comparison.high:+.3f}. {_FINDINGS[comparison.finding]}

## Limits

The verdicts come from the interviews of this bot's users, who chose whom to interview: people who
were never invited are not in them. A percentile tells the place among these candidates.

## Licence

{began_as.licence}, as `{began_as.name}`"""


def _row(title: str, comparison: Comparison, name: str) -> str:
    return f"| {title} | {_figure(comparison.live, name)} | {_figure(comparison.new, name)} |"


def _figure(metrics: Metrics, name: str) -> str:
    return f"{getattr(metrics, name):.3f}"
