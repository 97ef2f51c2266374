"""/help and the hint after an unknown command, by the person's role and rights."""

from collections.abc import Sequence

from bot.commands import COMMANDS, commands_for
from bot.config import Settings
from bot.i18n import Html, Translator, join_html
from domain.person import Person


def help_text(translator: Translator, person: Person, settings: Settings) -> Html:
    how = "help-candidate" if person.role == "candidate" else "help-recruiter"
    own, admins = _split(commands_for(person, settings))
    parts = [
        translator.html(how),
        translator.html("help-score"),
        join_html("\n", [translator.html("help-commands"), *_lines(translator, own)]),
    ]
    if admins:
        heading = translator.html("help-admin-commands")
        parts.append(join_html("\n", [heading, *_lines(translator, admins)]))
    return join_html("\n\n", parts)


def no_such_command(translator: Translator, person: Person, settings: Settings) -> Html:
    groups = [group for group in _split(commands_for(person, settings)) if group]
    lists = [", ".join(f"/{name}" for name in group) for group in groups]
    return translator.html("hint-command", commands="\n\n".join(lists))


def _lines(translator: Translator, names: Sequence[str]) -> list[Html]:
    return [
        translator.html("help-command", name=name, does=translator.plain(f"command-{name}"))
        for name in names
    ]


def _split(names: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Everybody's commands, and those that only admins have."""
    admins = [name for name in names if COMMANDS[name] == {"admin"}]
    return [name for name in names if name not in admins], admins
