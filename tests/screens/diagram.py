"""docs/dialogs.md: the ways between the windows as one mermaid diagram and one table."""

from pathlib import Path

from aiogram import Router
from aiogram_dialog import Dialog
from aiogram_dialog.setup import collect_dialogs

from tests.screens.calls import name_of
from tests.screens.transitions import Way, ways_of

DIALOGS_FILE = Path(__file__).parents[2] / "docs" / "dialogs.md"
_HEAD = """# The dialogs

Every window and every way between windows, drawn from the dialogs themselves by `make screens`;
a test fails where this page is out of date. Whole lines change the window, dashed ones open
another dialog on top of this one or in its place, and a dialog that closes goes to `●`: to what
was open below. [screens/](screens/index.html) shows the windows.

```mermaid
"""
_TABLE = """
| window | goes to | opens | closes |
|---|---|---|---|
"""


def bot_dialogs(router: Router) -> list[Dialog]:
    """The bot's own dialogs, by name."""
    dialogs = [one for one in collect_dialogs(router) if isinstance(one, Dialog)]
    ours = [one for one in dialogs if one.states_group().__module__.startswith("bot.")]
    return sorted(ours, key=lambda dialog: dialog.states_group_name())


def draw_dialogs(router: Router) -> str:
    """The whole page."""
    dialogs = bot_dialogs(router)
    ways = ways_of(dialogs)
    return _HEAD + _diagram(dialogs, ways) + "```\n" + _TABLE + _rows(dialogs, ways)


def _diagram(dialogs: list[Dialog], ways: list[Way]) -> str:
    lines = ["flowchart LR"]
    for dialog in dialogs:
        group = dialog.states_group_name()
        lines.append(f"  subgraph {group}")
        for state in dialog.states():
            lines.append(f"    {_id(name_of(state))}[{name_of(state).split('.')[-1]}]")
        lines.append("  end")
    for way in ways:
        if way.kind == "done":
            continue
        arrow = "-->" if way.kind == "switch" else "-.->"
        lines.append(f"  {_id(way.origin)} {arrow} {_id(way.to)}")
    for dialog in dialogs:
        group = dialog.states_group_name()
        if any(way.kind == "done" and way.origin.startswith(f"{group}.") for way in ways):
            lines.append(f"  {group} --> {group}_end((●))")
    return "\n".join(lines) + "\n"


def _rows(dialogs: list[Dialog], ways: list[Way]) -> str:
    rows = []
    for dialog in dialogs:
        for state in dialog.states():
            name = name_of(state)
            ours = [way for way in ways if way.origin == name]
            cells = [
                ", ".join(f"`{way.to}`" for way in ours if way.kind == kind)
                for kind in ("switch", "start")
            ]
            closes = "yes" if any(way.kind == "done" for way in ours) else ""
            rows.append(f"| `{name}` | {cells[0]} | {cells[1]} | {closes} |")
    return "\n".join(rows) + "\n"


def _id(name: str) -> str:
    return name.replace(".", "_")
