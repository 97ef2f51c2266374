"""What a model must beat: a constant, a ruler, words counted, and trees over simple features."""

import importlib.util
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from inference.prompts import MISSING
from inference.prompts.experience import split_entries
from training.corpus.families import level_in_title
from training.evaluation.slices import city_size, gender_word, language
from training.evaluation.years import years_of_experience
from training.rows.labels import labels_of

Rows = Sequence[Mapping[str, Any]]
Floats = NDArray[np.float64]
MarginsOf = Callable[[Rows], Floats]
_TEXTS: Final = ("position", "key_skills", "city", "client_name", "salary", "work_experience")
_CATEGORIES: Final = ("city_size", "client_name", "language", "gender_word")
_MOST_CATEGORIES: Final = 200
_ROUNDS: Final = 100
_RATE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Baseline:
    """`is_logit`: the margins are logits of a probability, not a length in years."""

    name: str
    margins: MarginsOf
    is_logit: bool = True


def fit_baselines(rows: Rows, seed: int) -> list[Baseline]:
    """Each fitted on the training side of a split. CatBoost only where it is installed."""
    labels = labels_of(rows)
    share = float(labels.mean())
    fitted = [
        Baseline("a constant", lambda other: np.full(len(other), math.log(share / (1 - share)))),
        Baseline(
            "years of experience",
            lambda other: np.array(years_of_experience(other)),
            is_logit=False,
        ),
        Baseline("TF-IDF and logistic regression", _fit_words(rows, labels)),
        Baseline("gradient boosting (scikit-learn)", _fit_trees(rows, labels, seed)),
    ]
    if importlib.util.find_spec("catboost"):
        fitted.append(Baseline("CatBoost", _fit_catboost(rows, labels, seed)))
    return fitted


def simple_features(rows: Rows) -> list[dict[str, float | str]]:
    """What one can read off a row without a language model; NaN where it is not told."""
    return [
        {
            "age": _number(row.get("age")),
            "years": years,
            "jobs": float(len(split_entries(_told(row, "work_experience")))),
            "characters": float(len(_told(row, "work_experience"))),
            "skills": float(len(re.findall(r"[^,;\n]+", _told(row, "key_skills")))),
            "salary": _number(row.get("salary")),
            "claimed_level": _or_nan(level_in_title(_told(row, "position"))),
            "city_size": city_size(row),
            "client_name": str(row.get("client_name") or MISSING),
            "language": language(row),
            "gender_word": gender_word(row),
        }
        for row, years in zip(rows, years_of_experience(rows), strict=True)
    ]


def _fit_words(rows: Rows, labels: Floats) -> MarginsOf:
    def texts(other: Rows) -> list[str]:
        return ["\n".join(_told(row, name) for name in _TEXTS) for row in other]

    words = TfidfVectorizer(min_df=2, max_features=50_000, sublinear_tf=True, ngram_range=(1, 2))
    model = LogisticRegression(class_weight="balanced", max_iter=1000)
    model.fit(words.fit_transform(texts(rows)), labels)
    return lambda other: np.asarray(model.decision_function(words.transform(texts(other))))


def _fit_trees(rows: Rows, labels: Floats, seed: int) -> MarginsOf:
    features = simple_features(rows)
    codes = {
        name: {value: float(code) for code, value in enumerate(_commonest(features, name))}
        for name in _CATEGORIES
    }

    def table(other: Sequence[Mapping[str, float | str]]) -> Floats:
        return np.array(
            [
                [codes[n].get(str(v), math.nan) if n in codes else v for n, v in row.items()]
                for row in other
            ],
            dtype=np.float64,
        )

    known = table(features)
    # scikit-learn can't bin a column without a single value: it becomes a constant.
    empty = np.isnan(known).all(axis=0)
    model = HistGradientBoostingClassifier(
        max_iter=_ROUNDS,
        learning_rate=_RATE,
        categorical_features=[name in codes for name in features[0]],
        class_weight="balanced",
        random_state=seed,
    )
    model.fit(np.where(empty, 0.0, known), labels)

    def margins(other: Rows) -> Floats:
        read = np.where(empty, 0.0, table(simple_features(other)))
        return np.asarray(model.decision_function(read))

    return margins


def _fit_catboost(rows: Rows, labels: Floats, seed: int) -> MarginsOf:
    from catboost import CatBoostClassifier

    features = simple_features(rows)
    names = list(features[0])
    model = CatBoostClassifier(
        iterations=3 * _ROUNDS,
        learning_rate=_RATE,
        depth=6,
        auto_class_weights="Balanced",
        cat_features=[names.index(name) for name in _CATEGORIES],
        random_seed=seed,
        allow_writing_files=False,
        verbose=False,
    )
    model.fit([list(row.values()) for row in features], labels)

    def margins(other: Rows) -> Floats:
        table = [list(row.values()) for row in simple_features(other)]
        return np.asarray(model.predict(table, prediction_type="RawFormulaVal"))

    return margins


def _commonest(features: Sequence[Mapping[str, float | str]], name: str) -> list[str]:
    counts: dict[str, int] = {}
    for row in features:
        counts[str(row[name])] = counts.get(str(row[name]), 0) + 1
    return sorted(counts, key=lambda value: (-counts[value], value))[:_MOST_CATEGORIES]


def _told(row: Mapping[str, Any], name: str) -> str:
    text = str(row.get(name) or "")
    return "" if text == MISSING else text


def _number(value: Any) -> float:
    found = re.search(r"\d+", re.sub(r"(?<=\d)[ \u00a0](?=\d{3}\b)", "", str(value or "")))
    return float(found[0]) if found else math.nan


def _or_nan(value: int | None) -> float:
    return math.nan if value is None else float(value)
