"""Privacy mode, the default of every bot: what it hears in a group."""

from sandbox.telegram.formatted_text import Entity, FormattedText
from sandbox.telegram.groups import Group
from sandbox.telegram.messages import Message
from sandbox.telegram.people import BotAccount


def reaches_bot(
    message: Message, replied: Message | None, group: Group | None, bot: BotAccount
) -> bool:
    """True where Telegram gives the bot this message of a person.

    In a group these are commands that name no other bot, mentions of the bot, replies to what
    is from it or for it, what was chosen from its inline results, and service messages; all
    messages where it is an administrator (core.telegram.org/bots/features#privacy-mode).
    """
    if group is None:
        return True
    if not group.has_bot:
        return False
    if group.bot_status == "administrator" or message.content.service or message.options.via_bot:
        return True
    if replied is not None and (replied.is_from_bot or replied.is_for_bot):
        return True
    return _is_addressed(message.content.text, bot)


def _is_addressed(formatted: FormattedText, bot: BotAccount) -> bool:
    name = f"@{bot.username}".casefold()
    for entity in formatted.entities:
        words = _words(formatted, entity).casefold()
        if entity.type == "mention" and words == name:
            return True
        if entity.type == "bot_command" and (words.endswith(name) or "@" not in words):
            return True
    return False


def _words(formatted: FormattedText, entity: Entity) -> str:
    units = formatted.text.encode("utf-16-le", "surrogatepass")
    return units[entity.offset * 2 : entity.end * 2].decode("utf-16-le", "replace")
