"""MODEL_CARD.md of a bundle that was made from what `train` wrote."""

from inference.model.manifest import BundleFacts
from inference.scoring.calibration import Calibration


def render_card(facts: BundleFacts, calibration: Calibration) -> str:
    """What is known of it; the figures of `evaluate` stand in its own report."""
    told = {**facts.data, **facts.metrics}
    known = "\n".join(f"| {name} | {value} |" for name, value in told.items() if value is not None)
    base = facts.base.name if not facts.base.embedded else "in the folder"
    return f"""# {facts.name}

Estimates whether an interviewer would confirm the grade that a resume claims. Architecture
{facts.architecture}, base {base}, prompt template `{facts.template}`,
{facts.max_length_tokens} tokens.
Made by

    python -m training train ... --out MODEL
    python -m training calibrate --model MODEL --rows ROWS --out calibration.json
    python -m training bundle --model MODEL --calibration calibration.json --out {facts.name}

| | |
|---|---|
{known}
| share of confirmed grades where it was calibrated | {calibration.base_rate:.4f} |
| rows that percentiles are told against | {calibration.reference_size} |

## Limits

How good it is, `python -m training evaluate` tells on rows that it was not trained on. It knows the
people of its rows; others it may judge worse. It can't check a fact.

## Licence

{facts.licence}"""
