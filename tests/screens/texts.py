"""Every text of the locale files with made-up values: what no window shows is seen here.

A text with plural forms is shown for one, few and many; one that chooses by a word, for each word.
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.i18n import LOCALES_FOLDER, Html, Translator
from tests.screens.frames import Frame, safe_html

_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
_COUNTS = (1, 3, 5)
_NUMBER = 72
_WORDS: Mapping[str, str] = {
    "name": "Резюме аналитика.pdf",
    "position": "Аналитик данных",
    "city": "Пермь",
    "title": "Аналитик в Банк «Пример»",
    "username": "resume_expertise_bot",
    "date": "23.11.2026",
    "time": "12:30",
    "incident": "7f3a91c2",
    "sign": "+",
    "url": "https://t.me/resume_expertise_bot?start=invite",
    "score": "72",
}
_PLAIN = ("button", "hint", "command", "bot-")
"""What these keys begin with is shown without markup: labels, pop-ups, the menu."""


class _Needs(Visitor):  # type: ignore[misc]  # fluent.syntax has no types
    """Which variables a text counts with, and between which words it chooses."""

    def __init__(self) -> None:
        self.numbers: set[str] = set()
        self.choices: dict[str, list[str]] = {}
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_FunctionReference(self, node: Any) -> None:  # noqa: N802
        self.numbers |= {
            one.id.name
            for one in node.arguments.positional
            if isinstance(one, ast.VariableReference)
        }
        self.generic_visit(node)

    def visit_SelectExpression(self, node: Any) -> None:  # noqa: N802
        if isinstance(node.selector, ast.VariableReference):
            name = node.selector.id.name
            keys = [_key(variant.key) for variant in node.variants]
            if _PLURALS.issuperset(key for key in keys if not key.isdecimal()):
                self.numbers.add(name)
                self.choices[name] = []
            else:
                self.choices[name] = keys
        self.generic_visit(node)


def _key(key: Any) -> str:
    return str(key.name if isinstance(key, ast.Identifier) else key.value)


def texts_by_file(translator: Translator) -> dict[str, list[Frame]]:
    """The frames of all texts, by the name of their file."""
    folder = LOCALES_FOLDER / translator.language
    return {
        path.stem: [
            frame
            for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
            if isinstance(entry, ast.Message)
            for frame in _frames(translator, entry)
        ]
        for path in sorted(folder.glob("*.ftl"))
    }


def _frames(translator: Translator, entry: Any) -> Iterator[Frame]:
    needs = _Needs()
    needs.visit(entry)
    key = entry.id.name
    base = {name: _sample(name, needs) for name in sorted(needs.names)}
    shown: set[str] = set()
    for arguments in _variants(base, needs):
        text = _text(translator, key, arguments)
        if text not in shown:
            shown.add(text)
            yield Frame(key, text, is_toast=key.startswith(("hint", "toast")))


def _text(translator: Translator, key: str, arguments: Mapping[str, Any]) -> str:
    if key.startswith(_PLAIN):
        return escape(translator.plain(key, **arguments))
    return safe_html(translator.html(key, **arguments))


def _sample(name: str, needs: _Needs) -> Any:
    if name in needs.numbers:
        return _NUMBER
    words = needs.choices.get(name)
    return words[0] if words else Html(_WORDS.get(name, f"‹{name}›"))


def _variants(base: Mapping[str, Any], needs: _Needs) -> Iterator[dict[str, Any]]:
    """One choice changed at a time."""
    yield dict(base)
    for name, words in needs.choices.items():
        for value in words or _COUNTS:
            yield {**base, name: value}
