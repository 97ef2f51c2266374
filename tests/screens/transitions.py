"""The ways between the windows, read off the dialogs: from their widgets, and from what the
functions behind their buttons and inputs call.

aiogram_dialog's own drawing needs graphviz and knows only the widgets that name a state; most of
our buttons call a function, which `switch_to`s, `start`s or is `done`. Those calls are found in
the source, also through functions of ours that a function calls.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeGuard

from aiogram.fsm.state import State
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Back, Cancel, Keyboard, Next, Start, SwitchTo

Kind = Literal["switch", "start", "done"]
_CALLS: dict[str, Kind] = {"switch_to": "switch", "start": "start", "done": "done"}
_MANAGERS = frozenset({"manager", "dialog_manager"})
_OURS = "bot."
_DEEPEST = 6


@dataclass(frozen=True, order=True)
class Way:
    """One way out of a window; `to` is empty where the dialog is closed."""

    origin: str
    to: str
    kind: Kind


def name_of(state: State) -> str:
    return (state.state or "").replace(":", ".")


def ways_of(dialogs: list[Dialog]) -> list[Way]:
    """All ways, in a stable order; a window that stays where it is has none."""
    found: set[Way] = set()
    for dialog in dialogs:
        for window in filter(_is_window, dialog.windows.values()):
            found |= {way for way in _ways_of_window(dialog, window) if way.origin != way.to}
    return sorted(found)


def _is_window(window: object) -> TypeGuard[Window]:
    return isinstance(window, Window)


def _ways_of_window(dialog: Dialog, window: Window) -> Iterator[Way]:
    here = window.get_state()
    for widget in _widgets(window):
        yield from _ways_of_widget(dialog, here, widget)
        for function in _functions(widget):
            for kind, to in _calls_of(function, _DEEPEST, frozenset()):
                yield Way(name_of(here), to, kind)


def _ways_of_widget(dialog: Dialog, here: State, widget: Any) -> Iterator[Way]:
    states = dialog.states()
    match widget:
        case SwitchTo():
            yield Way(name_of(here), name_of(widget.state), "switch")
        case Start():
            yield Way(name_of(here), name_of(widget.state), "start")
        case Cancel():
            yield Way(name_of(here), "", "done")
        case Next():
            yield Way(name_of(here), name_of(states[states.index(here) + 1]), "switch")
        case Back():
            yield Way(name_of(here), name_of(states[states.index(here) - 1]), "switch")


def _widgets(window: Window) -> Iterator[Any]:
    waiting: list[Any] = [window.keyboard, window.on_message]
    while waiting:
        widget = waiting.pop()
        if widget is None:
            continue
        yield widget
        waiting += [one for one in vars(widget).values() if isinstance(one, Keyboard)]
        for name in ("buttons", "inputs"):
            waiting += list(getattr(widget, name, ()))


def _functions(widget: Any) -> Iterator[Callable[..., Any]]:
    """Functions of ours that the widget holds, also inside aiogram_dialog's event processors."""
    for value in vars(widget).values():
        for candidate in (value, getattr(value, "callback", None)):
            if inspect.isfunction(candidate) and candidate.__module__.startswith(_OURS):
                yield candidate


def _calls_of(
    function: Callable[..., Any], depth: int, seen: frozenset[Any]
) -> Iterator[tuple[Kind, str]]:
    """What a function does to the dialog, and what the functions of ours do that it calls."""
    function = inspect.unwrap(function)
    if depth == 0 or function in seen:
        return
    names = {**function.__globals__, **inspect.getclosurevars(function).nonlocals}
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS:
            yield from _change(node, _CALLS[node.func.attr], names)
        called = _value(node.func, names)
        if inspect.isfunction(called) and called.__module__.startswith(_OURS):
            yield from _calls_of(called, depth - 1, seen | {function})


def _change(node: ast.Call, kind: Kind, names: dict[str, Any]) -> Iterator[tuple[Kind, str]]:
    if kind == "done":
        owner = node.func.value if isinstance(node.func, ast.Attribute) else None
        if isinstance(owner, ast.Name) and owner.id in _MANAGERS:
            yield kind, ""
        return
    given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "state")]
    for argument in given:
        for one in ast.walk(argument):  # a state may stand in `A.x if ... else A.y`
            state = _value(one, names)
            if isinstance(state, State):
                yield kind, name_of(state)


def _value(node: ast.AST, names: dict[str, Any]) -> Any:
    """What a dotted name means where it stands; None for what is known only when it runs."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = _value(node.value, names)
        if inspect.isclass(owner) or inspect.ismodule(owner):
            return getattr(owner, node.attr, None)
    return None
