"""The ways between the windows, read off the dialogs: from their widgets, and from what the
functions behind their buttons and inputs call.

aiogram_dialog's own drawing needs graphviz and knows only the widgets that name a state; most of
our buttons call a function, which `switch_to`s, `start`s or is `done`. Those calls are found in
the source, also through functions of ours that a function calls.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeGuard

from aiogram.fsm.state import State
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Back, Cancel, Keyboard, Next, Start, SwitchTo

from tests.screens.calls import Function, Kind, changes_of, is_ours, name_of


@dataclass(frozen=True, order=True)
class Way:
    """One way out of a window; `to` is empty where the dialog is closed."""

    origin: str
    to: str
    kind: Kind


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
            for kind, to in changes_of(function):
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


def _functions(widget: Any) -> Iterator[Function]:
    """Functions of ours that the widget holds, also inside aiogram_dialog's event processors."""
    for value in vars(widget).values():
        for candidate in (value, getattr(value, "callback", None)):
            function = candidate.func if isinstance(candidate, partial) else candidate
            if is_ours(function):
                yield function
