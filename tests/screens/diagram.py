"""docs/dialogs.md: how dialogs open one another, and the ways between the windows of each."""

from collections.abc import Iterator
from pathlib import Path

from aiogram import Router
from aiogram_dialog import Dialog
from aiogram_dialog.setup import collect_dialogs

from tests.screens.calls import changes_of, is_ours, name_of
from tests.screens.transitions import Way, ways_of

DIALOGS_FILE = Path(__file__).parents[2] / "docs" / "dialogs.md"
_HEAD = """# The dialogs

Every window and every way between windows, drawn from the dialogs themselves by
`python -m tests.screens`, a part of `make screens`; a test fails where this page is out of date.
The windows are to be seen in [screens/](screens/index.html).

"""
_LEGEND = """A dashed line opens another dialog on top of this one or in its place. Rounded are the
handlers of commands and of buttons below plain messages.

"""


def bot_dialogs(router: Router) -> list[Dialog]:
    """The bot's own dialogs, by name."""
    dialogs = [one for one in collect_dialogs(router) if isinstance(one, Dialog)]
    ours = [one for one in dialogs if one.states_group().__module__.startswith("bot.")]
    return sorted(ours, key=lambda dialog: dialog.states_group_name())


def openings_of(router: Router) -> list[Way]:
    """The windows that handlers open; the origin is the name of the handlers' router."""
    found: set[Way] = set()
    for one in router.chain_tail:
        if isinstance(one, Dialog):
            continue
        for observer in (one.message, one.callback_query):
            for handler in observer.handlers:
                found |= set(_starts(one.name, handler.callback))
    return sorted(found)


def _starts(origin: str, callback: object) -> Iterator[Way]:
    for kind, to in changes_of(callback) if is_ours(callback) else ():
        if kind != "done":
            yield Way(origin, to, "start")


def draw_dialogs(router: Router) -> str:
    """The whole page."""
    dialogs, openings = bot_dialogs(router), openings_of(router)
    ways = ways_of(dialogs)
    parts = [_HEAD, _overview(dialogs, openings, ways), "\n", _LEGEND]
    parts += [_section(dialog, openings, ways) for dialog in dialogs]
    return "".join(parts).rstrip("\n") + "\n"


def _overview(dialogs: list[Dialog], openings: list[Way], ways: list[Way]) -> str:
    lines = [f"  {dialog.states_group_name()}" for dialog in dialogs]
    lines += sorted({f"  {_id(way.origin)}({way.origin}) --> {_group(way.to)}" for way in openings})
    lines += sorted(
        {
            f"  {_group(way.origin)} -.-> {_group(way.to)}"
            for way in ways
            if way.kind == "start" and _group(way.origin) != _group(way.to)
        }
    )
    return _mermaid(lines)


def _section(dialog: Dialog, openings: list[Way], ways: list[Way]) -> str:
    group = dialog.states_group_name()
    ours = [way for way in ways if _group(way.origin) == group]
    lines = [f"  {_window(name_of(state))}[{_window(name_of(state))}]" for state in dialog.states()]
    lines += [
        f"  {_id(way.origin)}({way.origin}) --> {_window(way.to)}"
        for way in openings
        if _group(way.to) == group
    ]
    for way in ours:
        if way.kind == "done":
            lines.append(f"  {_window(way.origin)} --> closed((closed))")
        elif _group(way.to) == group:
            lines.append(f"  {_window(way.origin)} --> {_window(way.to)}")
        else:
            lines.append(f"  {_window(way.origin)} -.-> {_id(way.to)}[{way.to}]")
    return f"## {group}\n\n{_mermaid(lines)}\n"


def _mermaid(lines: list[str]) -> str:
    return "```mermaid\nflowchart LR\n" + "\n".join(lines) + "\n```\n"


def _group(name: str) -> str:
    return name.split(".")[0]


def _window(name: str) -> str:
    return name.split(".")[-1]


def _id(name: str) -> str:
    """A handler may be called like a window or a dialog."""
    return name.replace(".", "_") if "." in name else f"on_{name}"
