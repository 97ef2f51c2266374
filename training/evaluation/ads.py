"""Seniority of real job ads by employers that the training has not seen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score

from training.corpus.block import Block
from training.corpus.english_resumes import RESUME_SOURCE
from training.corpus.families import is_it_family, without_grade_words
from training.corpus.lexicon import LEXICON_SOURCE
from training.simulation.rows import ad_case

Floats = NDArray[np.float64]
MarginsOf = Callable[[Sequence[Mapping[str, Any]]], Floats]
_LEAST_ADS: Final = 20
_SENIOR: Final = 2


def seniority_of_ads(
    margins_of: MarginsOf, training: Iterable[Block], held_out: Iterable[Block], seed: int
) -> Mapping[str, float]:
    """ROC-AUC of senior and lead (or 3+ years) above junior (or none) for real IT ads.

    The model with the title as it stands and without its grade; and, without the grade, two
    baselines that are fitted to the levels of the training side's ads themselves: what counted
    words can tell. Empty where there are too few ads.
    """
    ads = [b for b in _real_ads(held_out) if is_it_family(b.family) and b.level != 1]
    labels = np.array([float((b.level or 0) >= _SENIOR) for b in ads])
    if len(ads) < _LEAST_ADS or labels.min() == labels.max():
        return {}
    scores = {
        "title_as_it_stands": margins_of([_row(ad, ad.title, seed) for ad in ads]),
        "title_without_grade": margins_of([_row(ad, _bare(ad), seed) for ad in ads]),
        **_counted_words(_real_ads(training), ads),
    }
    figures = {name: float(roc_auc_score(labels, found)) for name, found in scores.items()}
    return {"ads": len(ads), "juniors": int((labels == 0).sum())} | figures


def _real_ads(blocks: Iterable[Block]) -> list[Block]:
    made = (RESUME_SOURCE, LEXICON_SOURCE)
    return [
        b
        for b in blocks
        if b.level is not None and len(b.duties) >= 2 and not b.source.startswith(made)
    ]


def _bare(ad: Block) -> str:
    return without_grade_words(ad.title) or ad.title


def _row(ad: Block, title: str, seed: int) -> dict[str, Any]:
    row = ad_case(Random(seed), ad, "").row
    return row | {"position": title, "work_experience": f"{title}  {'. '.join(ad.duties)}"}


def _counted_words(training: Sequence[Block], ads: Sequence[Block]) -> dict[str, Floats]:
    words = TfidfVectorizer(min_df=2, sublinear_tf=True, ngram_range=(1, 2))
    known = words.fit_transform([_text(block) for block in training])
    asked = words.transform([_text(ad) for ad in ads])
    levels = np.array([block.level or 0 for block in training])
    logistic = LogisticRegression(C=10, class_weight="balanced", max_iter=1000)
    return {
        "tf_idf_logistic": np.asarray(
            logistic.fit(known, levels >= _SENIOR).decision_function(asked)
        ),
        "tf_idf_ridge": np.asarray(Ridge(alpha=1).fit(known, levels).predict(asked)),
    }


def _text(block: Block) -> str:
    return "\n".join((_bare(block), *block.duties, ", ".join(block.skills)))
