"""One answer as one line: JSON in the contract's form, or a sentence."""

import json
from pathlib import Path
from typing import Any

from domain.score import Assessment, Explanation
from inference.commands.inputs import Problem


def json_line(path: Path, answer: Assessment | Problem) -> str:
    """`noise`, `hidden` and what was asked for by `--explain` go beyond the contract's keys."""
    if isinstance(answer, Problem):
        error = {"code": answer.code, "message": answer.message}
        return json.dumps({"file": str(path), "ok": False, "error": error}, ensure_ascii=False)
    score, why = answer.score, answer.explanation
    line = {
        "file": str(path),
        "ok": True,
        "score": score.score,
        "probability": score.probability,
        "percentile": score.percentile,
        "contributions": dict(why.contributions),
        "seen": dict(why.seen),
        "noise": why.noise,
        "model": score.model.model_dump(include={"name", "revision", "template"}),
    }
    if not score.model.is_calibrated:
        line["calibrated"] = False
    return json.dumps(line | _asked_for(why), ensure_ascii=False)


def text_line(path: Path, answer: Assessment | Problem) -> str:
    if isinstance(answer, Problem):
        return f"{path}: {answer.code}: {answer.message}"
    score, why = answer.score, answer.explanation
    parts = [
        f"{path}: score {score.score:.1f} of 100, probability {score.probability:.2%}, "
        f"percentile {score.percentile:.0f}",
        *_reasons(why),
        *_details(why),
    ]
    unseen = ", ".join(f"{field} {share:.0%}" for field, share in why.seen.items() if share < 1)
    if unseen:
        parts.append(f"seen in part: {unseen}")
    if why.hidden:
        parts.append(f"hidden from the model: {', '.join(why.hidden)}")
    if not score.model.is_calibrated:
        parts.append("not calibrated: the probability follows from the published ROC-AUC")
    return "; ".join(parts)


def _asked_for(why: Explanation) -> dict[str, Any]:
    given = why.model_dump(mode="json", include={"hidden", "jobs", "skills", "shapley"})
    return {name: value for name, value in given.items() if value not in (None, [])}


def _reasons(why: Explanation) -> list[str]:
    ranked = sorted(why.contributions.items(), key=lambda item: -abs(item[1]))
    clear = [f"{field} {_points(change)}" for field, change in ranked if not why.is_noise(field)]
    noise = [f"{field} {_points(change)}" for field, change in ranked if why.is_noise(field)]
    parts = [f"points of probability by field: {', '.join(clear)}"] if clear else []
    if noise and why.noise is not None:
        parts.append(f"within the noise of {100 * why.noise:.2f}: {', '.join(noise)}")
    return parts


def _details(why: Explanation) -> list[str]:
    parts = []
    for name, entries in (("job", why.jobs), ("skill", why.skills)):
        told = [
            f"{'+'.join(str(place + 1) for place in entry.places)} "
            + ("unseen" if entry.is_unseen else _points(entry.change))
            for entry in entries or ()
        ]
        if told:
            parts.append(f"by {name}, counted from 1: {', '.join(told)}")
    if why.shapley is not None:
        values = sorted(why.shapley.values.items(), key=lambda item: -abs(item[1]))
        told = [f"{field} {_points(value)}" for field, value in values]
        parts.append(f"Shapley values from {why.shapley.empty_probability:.2%}: {', '.join(told)}")
    return parts


def _points(change: float) -> str:
    return f"{100 * change:+.2f}"
