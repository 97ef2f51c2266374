"""The locale files: the same in both languages, used in full, right in their plurals."""

import ast
import re
from pathlib import Path

import pytest

from bot.handlers.errors import ERROR_KEYS
from bot.i18n import LANGUAGES, Html, Language, LocaleError, Locales, language_of
from domain.fields import FIELD_NAMES

BOT = Path(__file__).parents[2] / "bot"
_FAMILIES = (
    *("field-", "question-", "example-", "warning-", "command-", "button-", "error-"),
    *("raise-", "ask-claim-", "ask-question-", "insight-", "stats-", "audit-", "sheet-"),
    *("compare-differ-", "history-filter-", "stored-"),
    *("card-closed", "card-replaced", "card-waits"),
    *("vacancies-", "vacancy-field-", "vacancy-question-", "vacancy-state-"),
)


@pytest.fixture(scope="module")
def locales() -> Locales:
    return Locales()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_renders_with_its_variables(locales: Locales, language: Language) -> None:
    for key, names in locales.variables.items():
        for value in (1, 5, 21.5):
            text = locales[language].html(key, **dict.fromkeys(names, value))
            assert text.strip() or key == "card-doubt-mark", key
            assert "???" not in text


def test_every_key_in_the_code_exists(locales: Locales) -> None:
    used = {key for path in BOT.rglob("*.py") for key in _keys_in(path)}
    assert used
    assert used <= locales.keys, used - locales.keys


def test_no_text_is_left_unused(locales: Locales) -> None:
    code = "\n".join(path.read_text() for path in BOT.rglob("*.py"))
    unused = {
        key for key in locales.keys if f'"{key}"' not in code and not key.startswith(_FAMILIES)
    }
    assert not unused


def test_keys_that_are_composed_exist(locales: Locales) -> None:
    for family in ("field", "question", "example"):
        assert {f"{family}-{field}" for field in FIELD_NAMES} <= locales.keys
    assert set(ERROR_KEYS.values()) <= locales.keys
    assert {"button-form", "button-history", "button-new"} <= locales.keys


def _keys_in(path: Path) -> set[str]:
    """First arguments of `.html(...)`, `.plain(...)`, `Words(...)` and `Label(...)`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        if name in ("html", "plain", "Words", "Label"):
            found |= {
                leaf.value
                for leaf in ast.walk(node.args[0])
                if isinstance(leaf, ast.Constant)
                and isinstance(leaf.value, str)
                and re.fullmatch(r"[a-z]+(-[a-z_]+)+", leaf.value)
                and not isinstance(node.args[0], ast.JoinedStr)
            }
    return found


@pytest.mark.parametrize(
    ("years", "words"),
    [(1, "1 год"), (2, "2 года"), (5, "5 лет"), (11, "11 лет"), (21, "21 год"), (34, "34 года")],
)
def test_russian_plurals(locales: Locales, years: int, words: str) -> None:
    assert locales["ru"].plain("value-age", years=years) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 поле "), (3, "3 поля "), (7, "7 полей ")],
)
def test_russian_plurals_of_fields(locales: Locales, count: int, words: str) -> None:
    assert words in locales["ru"].plain("card-doubtful", count=count)


def test_markup_from_outside_is_escaped(locales: Locales) -> None:
    translator = locales["en"]
    assert translator.html("value-text", text="<b>&") == "&lt;b&gt;&amp;"
    assert translator.html("value-text", text=Html("<b>")) == "<b>"
    assert translator.plain("value-text", text="<b>&") == "<b>&"


def test_numbers_follow_the_language(locales: Locales) -> None:
    assert "8,3 %" in locales["ru"].plain("answer-figures", percentile=5, percent=8.26, typical=2.1)
    assert "8.3%" in locales["en"].plain("answer-figures", percentile=5, percent=8.26, typical=2.1)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ru", "ru"),
        ("uk", "ru"),
        ("be", "ru"),
        ("kk-KZ", "ru"),
        ("en", "en"),
        ("de", "en"),
        (None, "en"),
    ],
)
def test_language_of_a_person(code: str | None, language: Language) -> None:
    assert language_of(code) == language


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("a = да\nb = да", "a = yes"),
        ("a = { $x }", "a = { $y }"),
        ("a = да\na = нет", "a = yes"),
        ("a = { broken", "a = yes"),
    ],
    ids=["missing", "variables", "twice", "syntax"],
)
def test_broken_files_are_refused_at_start(tmp_path: Path, russian: str, english: str) -> None:
    for language, text in (("ru", russian), ("en", english)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "all.ftl").write_text(text)
    with pytest.raises(LocaleError):
        Locales(tmp_path)


def test_an_unknown_key_and_a_missing_argument_are_errors(locales: Locales) -> None:
    with pytest.raises(LocaleError):
        locales["ru"].html("no-such-text")
    with pytest.raises(LocaleError):
        locales["ru"].html("value-age")


def test_a_long_text_is_told_whole_however_much_of_it_is_escaped(locales: Locales) -> None:
    assert locales["ru"].html("value-text", text="&" * 4096) == "&amp;" * 4096
    value = Html("&amp;" * 700)
    assert value in locales["ru"].html("card-field-long", field="city", value=value, mark="doubt")
