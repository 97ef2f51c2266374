"""Inline mode: a person types @bot and words in any chat, and sends one of the results."""

import secrets
from typing import Any

from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.messages import Message, SendingOptions
from sandbox.telegram.people import Person
from sandbox.telegram.state import Telegram

MAX_QUERY_CHARACTERS = 256


async def ask(telegram: Telegram, chat: Chat, person: Person, words: str, offset: str) -> str:
    """The person types; returns the query's id, or an earlier one whose answer still holds."""
    if len(words) > MAX_QUERY_CHARACTERS:
        raise BadRequestError("an inline query has at most 256 characters")
    key = f"{words}\n{offset}"
    known = telegram.inline.kept(person.id, key)
    if known is not None:
        return known
    query_id = telegram.inline.queries.open()
    telegram.inline.asked[query_id] = (person.id, key)
    query: dict[str, Any] = {
        "id": query_id,
        "from": person.as_user(),
        "query": words,
        "offset": offset,
        "chat_type": chat.group.kind if chat.group else "sender",
    }
    await telegram.updates.add("inline_query", query)
    return query_id


async def choose(
    telegram: Telegram, chat: Chat, person: Person, query_id: str, result_id: str
) -> Message:
    """The person sends a result; raises BadRequestError where it is not in the answer."""
    answer = telegram.inline.answers.get(query_id)
    result = next((one for one in answer.results if one.id == result_id), None) if answer else None
    if result is None:
        raise BadRequestError("there is no such result")
    has_buttons = bool(result.content.inline_keyboard)
    options = SendingOptions(
        via_bot=telegram.bot,
        inline_message_id=secrets.token_urlsafe(20) if has_buttons else None,
    )
    message = await telegram.say(chat, person, result.content, options)
    if options.inline_message_id:
        telegram.inline.messages[options.inline_message_id] = (chat, message)
    return message
