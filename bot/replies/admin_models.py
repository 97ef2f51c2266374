"""Models in words: what is on the disk, what is in memory, why one does not load."""

from collections.abc import Mapping, Sequence
from typing import Final

from pydantic import JsonValue

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain import errors
from domain.bundle import BundleSummary, VerdictComparison
from domain.comparison import ModelComparison, ScoredTwice
from domain.health import ModelHealth
from domain.score import ModelIdentity

_MOVED_SHOWN: Final = 5
_PLACE_UNITS: Final = 60


def models_text(
    translator: Translator,
    shelf: Sequence[BundleSummary],
    in_memory: Sequence[ModelIdentity],
    health: ModelHealth,
    rss_mib: float,
) -> Html:
    title = translator.html("admin-models-title", memory=rss_mib)
    chosen = translator.html(
        "admin-models-chosen",
        name=one_line(health.chosen, _PLACE_UNITS),
        by="admin" if health.is_by_admin else "settings",
    )
    lines = [_line(translator, one, in_memory, health.live) for one in shelf]
    notes = [chosen, *_trouble(translator, health), translator.html("admin-models-hint")]
    return join_html("\n\n", [title, join_html("\n", lines), *notes])


def state_of(
    bundle: BundleSummary, in_memory: Sequence[ModelIdentity], live: ModelIdentity | None
) -> str:
    """ "live", "loaded", "missing" or "idle"."""

    def is_this(identity: ModelIdentity) -> bool:
        return (identity.name, identity.revision) == (bundle.name, bundle.revision)

    if live is not None and is_this(live):
        return "live"
    if any(map(is_this, in_memory)):
        return "loaded"
    return "missing" if bundle.missing else "idle"


def model_text(translator: Translator, bundle: BundleSummary, state: str) -> Html:
    """The facts of one bundle; its card says the rest."""
    lines = [
        translator.html("admin-model-title", name=bundle.name, revision=bundle.revision),
        translator.html("admin-model-state", state=state),
    ]
    if bundle.missing:
        lines.append(translator.html("admin-model-missing", source=bundle.missing))
    lines += [
        translator.html("admin-model-demo", demo="yes" if bundle.is_demo else "no"),
        translator.html(
            "admin-model-facts",
            architecture=bundle.architecture,
            template=bundle.template,
            tokens=bundle.max_length_tokens,
            weights=bundle.weights,
            megabytes=bundle.size_bytes / 2**20,
            licence=one_line(bundle.licence, 80),
        ),
    ]
    if bundle.roc_auc is not None:
        lines.append(translator.html("admin-model-auc", auc=bundle.roc_auc))
    if bundle.comparison is not None:
        lines.append(_verdicts(translator, bundle.comparison))
    return join_html("\n\n", lines)


def _verdicts(translator: Translator, comparison: VerdictComparison) -> Html:
    return translator.html(
        "admin-model-verdicts",
        began_as=comparison.began_as,
        count=comparison.verdicts,
        difference=f"{comparison.difference:+.3f}",
        low=f"{comparison.low:+.3f}",
        high=f"{comparison.high:+.3f}",
        finding=comparison.finding.split()[0],
    )


def _line(
    translator: Translator,
    bundle: BundleSummary,
    in_memory: Sequence[ModelIdentity],
    live: ModelIdentity | None,
) -> Html:
    return translator.html(
        "admin-models-line",
        state=state_of(bundle, in_memory, live),
        name=bundle.name,
        megabytes=bundle.size_bytes / 2**20,
    )


def _trouble(translator: Translator, health: ModelHealth) -> list[Html]:
    if not health.trouble:
        return []
    reason = trouble_text(translator, health.trouble)
    return [translator.html("admin-models-trouble", reason=reason)]


def trouble_text(translator: Translator, trouble: Mapping[str, JsonValue]) -> Html:
    """The words for an error that was stored by its name and facts; "none" where there is none."""
    kind = getattr(errors, str(trouble.get("error")), None)
    if not (isinstance(kind, type) and issubclass(kind, errors.BundleError)):
        return Html("none")
    facts = {name: value for name, value in trouble.items() if name != "error"}
    return bundle_error_text(translator, kind(**facts))


def bundle_error_text(translator: Translator, error: errors.BundleError) -> Html:
    """What is wrong and what to do, for who can do something about it."""
    match error:
        case errors.BundleNotFoundError():
            return translator.html("admin-bundle-not-found", name=one_line(error.name, 80))
        case errors.BundleUnavailableError():
            return translator.html(
                "admin-bundle-unavailable", name=error.bundle, source=error.source
            )
        case errors.RemoteCodeRefusedError():
            return translator.html("admin-bundle-code", name=error.bundle, source=error.source)
        case errors.ModelTooLargeError():
            return translator.html(
                "admin-bundle-large",
                name=error.bundle,
                device=error.device,
                needed=error.needed_mib,
                available=error.available_mib,
            )
        case errors.BundleMismatchError():
            return translator.html(
                "admin-bundle-mismatch",
                name=error.bundle,
                part=error.part,
                expected=one_line(error.expected, 60),
                found=one_line(error.found, 60),
            )
        case errors.BundleWorseError():
            return translator.html("admin-bundle-worse", name=error.bundle, began_as=error.began_as)
        case errors.BundleInUseError():
            return translator.html("admin-bundle-in-use", name=error.name)
        case errors.BundleNotLoadedError():
            return translator.html("admin-bundle-not-loaded", name=error.name)
    return translator.html("admin-bundle-other", reason=one_line(str(error), 200))


def comparison_text(translator: Translator, compared: ModelComparison) -> Html:
    largest = compared.largest
    blocks = [
        translator.html(
            "admin-compared-title",
            old=compared.old.name,
            new=compared.new.name,
            count=len(compared.scored),
        ),
        translator.html(
            "admin-compared-rank",
            known="no" if compared.rank_correlation is None else "yes",
            rank=compared.rank_correlation or 0.0,
            swapped=compared.swapped_pairs,
            pairs=compared.pairs,
        ),
        translator.html(
            "admin-compared-points",
            mean=compared.mean_distance,
            shift=_signed(translator, compared.mean_change),
            number=str(largest.analysis_id),
            old=largest.old,
            new=largest.new,
        ),
        *_moved(translator, compared),
    ]
    if compared.failed:
        blocks.append(translator.html("admin-compared-failed", count=compared.failed))
    blocks.append(translator.html("admin-compared-hint"))
    return join_html("\n\n", blocks)


def _moved(translator: Translator, compared: ModelComparison) -> list[Html]:
    """Who comes to stand before others, and who behind."""
    by_rise = sorted(compared.scored, key=lambda one: one.new_rank - one.old_rank)
    up = [one for one in by_rise[:_MOVED_SHOWN] if one.new_rank < one.old_rank]
    down = [one for one in by_rise[::-1][:_MOVED_SHOWN] if one.new_rank > one.old_rank]
    blocks = []
    for key, moved in (("admin-compared-up", up), ("admin-compared-down", down)):
        if moved:
            lines = [_move(translator, one) for one in moved]
            blocks.append(join_html("\n", [translator.html(key), *lines]))
    return blocks


def _move(translator: Translator, one: ScoredTwice) -> Html:
    return translator.html(
        "admin-compared-move",
        number=str(one.analysis_id),
        before=one.old_rank,
        after=one.new_rank,
        old=one.old,
        new=one.new,
    )


def _signed(translator: Translator, points: float) -> Html:
    key = "admin-points-up" if points >= 0 else "admin-points-down"
    return translator.html(key, points=abs(points))
