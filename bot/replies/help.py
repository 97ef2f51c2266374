"""/help and the hint after an unknown command, by the person's role and rights."""

from bot.commands import commands_for
from bot.config import Settings
from bot.i18n import Html, Translator, join_html
from domain.person import Person


def help_text(translator: Translator, person: Person, settings: Settings) -> Html:
    role = "candidate" if person.role == "candidate" else "recruiter"
    lines = [
        translator.html("help-command", name=name, does=translator.plain(f"command-{name}"))
        for name in commands_for(person, settings)
    ]
    parts = [
        translator.html(f"help-{role}"),
        translator.html("help-score"),
        join_html("\n", [translator.html("help-commands"), *lines]),
    ]
    return join_html("\n\n", parts)


def no_such_command(translator: Translator, person: Person, settings: Settings) -> Html:
    names = ", ".join(f"/{name}" for name in commands_for(person, settings))
    return translator.html("hint-command", commands=names)
