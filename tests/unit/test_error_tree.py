"""The error tree: one root, facts instead of sentences, and a closed list of codes."""

import inspect
from typing import Any, get_args

import pytest

from domain import errors
from domain.errors import ErrorCode, ResumeExpertiseError, ResumeFileError

_FACTS: dict[str, Any] = {
    "media_type": "video/mp4",
    "limit_bytes": 20_000_000,
    "ocr_available": True,
    "limit_seconds": 10.0,
    "what": "pages",
    "limit": 300,
    "field": "age",
    "reason": "out_of_range",
    "name": "compact",
    "bundle": "compact",
    "part": "adapter",
    "expected": "aa",
    "found": "bb",
    "source": "a/hub",
    "analysis_id": 5,
    "task_id": 6,
    "batch_id": 7,
    "began_as": "compact",
    "column": "analyses.resume",
    "vacancy_id": 8,
    "contest_id": 9,
    "path": "/data/bot.db",
    "revision": "0002",
    "device": "cpu",
    "needed_mib": 18_000,
    "available_mib": 12_000,
    "cause": "ConnectError",
    "minutes": 20,
    "needed_bytes": 6_000_000_000,
    "free_bytes": 1_000_000,
}

_CLASSES = [
    cls
    for _, cls in inspect.getmembers(errors, inspect.isclass)
    if cls.__module__.startswith(errors.__name__) and issubclass(cls, BaseException)
]


def _facts_of(cls: type[BaseException]) -> dict[str, Any]:
    if "__init__" not in vars(cls):
        return {}
    names = list(inspect.signature(cls).parameters)
    return {name: _FACTS[name] for name in names}


def test_there_is_one_root() -> None:
    assert len(_CLASSES) > 20
    assert all(issubclass(cls, ResumeExpertiseError) for cls in _CLASSES)
    assert all(cls.__name__.endswith("Error") for cls in _CLASSES)


@pytest.mark.parametrize("cls", _CLASSES)
def test_an_error_shows_its_name_and_every_fact(cls: type[ResumeExpertiseError]) -> None:
    facts = _facts_of(cls)
    error = cls(**facts)
    assert vars(error) == facts
    assert str(error).startswith(f"{cls.__name__}(")
    for name, value in facts.items():
        assert f"{name}={value!r}" in str(error)


@pytest.mark.parametrize("cls", _CLASSES)
def test_the_drawn_tree_names_every_class_under_its_parent(
    cls: type[ResumeExpertiseError],
) -> None:
    drawn = (errors.__doc__ or "").splitlines()
    line = next(number for number, text in enumerate(drawn) if cls.__name__ in text.split())
    for fact in _facts_of(cls):
        assert fact in drawn[line]
    if cls is not ResumeExpertiseError:
        depth = _depth(drawn[line], cls.__name__)
        above = [text for text in drawn[:line] if 0 <= _depth_of_any(text) < depth]
        assert cls.__bases__[0].__name__ in above[-1].split()


def _depth(text: str, name: str) -> int:
    return text.index(name)


def _depth_of_any(text: str) -> int:
    names = [word for word in text.split() if word.endswith("Error")]
    return text.index(names[0]) if names else -1


def test_the_codes_are_the_closed_list_each_used_once() -> None:
    codes = [
        cls.code for cls in _CLASSES if issubclass(cls, ResumeFileError) and "code" in vars(cls)
    ]
    assert sorted(codes) == sorted(get_args(ErrorCode))
    assert set(codes) == {
        "unsupported",
        "too_large",
        "encrypted",
        "damaged",
        "empty",
        "not_a_resume",
        "timeout",
        "too_complex",
    }


def test_a_file_error_can_only_be_raised_by_a_class_with_a_code() -> None:
    subclasses = [cls for cls in _CLASSES if issubclass(cls, ResumeFileError)]
    assert all("code" in vars(cls) for cls in subclasses if cls is not ResumeFileError)
