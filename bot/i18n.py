"""Every word that a person reads: Fluent files in two languages.

The languages must have the same keys with the same variables; that is checked when they are
loaded, so a gap shows at start and not in the middle of a chat.
"""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

Language = Literal["ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ru", "en")
LOCALES_FOLDER = Path(__file__).parent / "locales"
_READ_RUSSIAN = frozenset({"ru", "uk", "be", "kk"})


class LocaleError(Exception):
    """The locale files are broken: `problem` says where."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


# Fluent refuses a part above 2,500 characters; a text within Telegram's limit may have more once it
# is escaped. Ours are cut where they are shown, and no text refers to another one.
resolver.MAX_PART_LENGTH = 100_000


class Html(str):
    """Markup for Telegram that is safe to send: what came from outside is escaped already."""

    __slots__ = ()


def join_html(separator: str, parts: list[Html]) -> Html:
    return Html(separator.join(part for part in parts if part))


class Translator:
    """One language."""

    def __init__(self, language: Language, resources: list[FluentResource]) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        for resource in resources:
            self._bundle.add_resource(resource)

    def has(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    def html(self, key: str, /, **arguments: Any) -> Html:
        """The text as markup; every argument but Html and numbers is escaped."""
        return Html(self._format(key, {name: _escape(arg) for name, arg in arguments.items()}))

    def plain(self, key: str, /, **arguments: Any) -> str:
        """The text as it is, for buttons and pop-ups, where Telegram reads no markup."""
        return self._format(key, arguments)

    def _format(self, key: str, arguments: Mapping[str, Any]) -> str:
        if not self.has(key):
            raise LocaleError(f"{self.language}: no text {key!r}")
        text, errors = self._bundle.format_pattern(
            self._bundle.get_message(key).value, {**arguments}
        )
        if errors:
            raise LocaleError(f"{self.language}: {key!r}: {errors[0]}")
        return str(text)


def _escape(argument: Any) -> Any:
    if isinstance(argument, Html):
        return str(argument)
    return html.escape(argument, quote=False) if isinstance(argument, str) else argument


class Locales:
    """All languages, loaded and checked."""

    def __init__(self, folder: Path = LOCALES_FOLDER) -> None:
        sources = {language: _read_resources(folder / language) for language in LANGUAGES}
        self.variables = _check_same(
            {language: _variables(resources) for language, resources in sources.items()}
        )
        self._translators = {
            language: Translator(language, resources) for language, resources in sources.items()
        }

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self.variables)

    def __getitem__(self, language: Language) -> Translator:
        return self._translators[language]

    def for_code(self, language_code: str | None) -> Translator:
        """The language for an IETF tag such as `ru` or `en-GB`, as Telegram gives it."""
        return self._translators[language_of(language_code)]


def language_of(language_code: str | None) -> Language:
    return "ru" if (language_code or "").lower().split("-")[0] in _READ_RUSSIAN else "en"


def _read_resources(folder: Path) -> list[FluentResource]:
    resources = []
    for path in sorted(folder.glob("*.ftl")):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise LocaleError(f"{path.parent.name}/{path.name}: {entry.content.strip()!r}")
        resources.append(resource)
    return resources


class _VariableNames(Visitor):  # type: ignore[misc]  # fluent.syntax has no types
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802  (fluent's own naming)
        self.names.add(node.id.name)


def _variables(resources: list[FluentResource]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for resource in resources:
        for entry in resource.body:
            if not isinstance(entry, ast.Message):
                continue
            if entry.id.name in found or entry.value is None:
                raise LocaleError(f"{entry.id.name!r} is there twice, or without a text")
            visitor = _VariableNames()
            visitor.visit(entry)
            found[entry.id.name] = frozenset(visitor.names)
    return found


def _check_same(
    found: Mapping[Language, Mapping[str, frozenset[str]]],
) -> Mapping[str, frozenset[str]]:
    first, second = (found[language] for language in LANGUAGES)
    for key in sorted(first.keys() | second.keys()):
        if first.get(key) != second.get(key):
            raise LocaleError(f"{key!r} differs: {first.get(key)} and {second.get(key)}")
    return first
