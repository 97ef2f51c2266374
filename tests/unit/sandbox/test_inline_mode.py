"""Inline mode: queries, results, what is kept for whom, and the message via the bot."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from sandbox.client import SandboxClient, SandboxRefusalError
from sandbox.client.inline import InlineResults
from sandbox.server import SandboxServer
from tests.unit.sandbox.conftest import new_bot
from tests.unit.sandbox.pictures import png

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Ещё", callback_data="m")]])


def article(
    number: int | str = 1,
    text: str = "<b>72</b> из 100",
    markup: InlineKeyboardMarkup | None = None,
) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=str(number),
        title=f"Оценка {number}",
        description="Аналитик",
        input_message_content=InputTextMessageContent(message_text=text, parse_mode="HTML"),
        reply_markup=markup,
    )


async def next_query(bot: Bot) -> InlineQuery:
    """The next inline query; it and what came before are confirmed."""
    while True:
        [*_, update] = await bot.get_updates(timeout=5, allowed_updates=["inline_query"])
        await bot.get_updates(offset=update.update_id + 1)
        if update.inline_query is not None:
            return update.inline_query


async def asked(
    client: SandboxClient, bot: Bot, words: str, user_id: int = 1, chat_id: int | None = None
) -> tuple[asyncio.Task[InlineResults], InlineQuery]:
    await bot.get_updates(allowed_updates=["inline_query"])
    asking = asyncio.create_task(client.inline.ask(words, user_id, chat_id=chat_id))
    return asking, await next_query(bot)


async def test_a_result_becomes_a_message_via_the_bot(client: SandboxClient, bot: Bot) -> None:
    asking, query = await asked(client, bot, "72")
    assert (query.query, query.offset, query.chat_type, query.from_user.id) == (
        "72",
        "",
        "sender",
        1,
    )
    button = InlineQueryResultsButton(text="Открыть бота", start_parameter="inline")
    await query.answer([article(1), article(2)], cache_time=0, is_personal=True, button=button)
    shown = await asking
    assert [one.title for one in shown.results] == ["Оценка 1", "Оценка 2"]
    assert shown.button == {"text": "Открыть бота", "start_parameter": "inline"}
    await bot.get_updates(allowed_updates=["message"])
    sent = await client.inline.choose(shown, "Оценка 2")
    assert (sent.text, sent.via_bot, sent.from_bot) == ("72 из 100", True, False)
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.via_bot is not None
    assert message.via_bot.id == bot.id


async def test_in_a_group_without_the_bot_only_taps_reach_it(
    client: SandboxClient, bot: Bot
) -> None:
    group = await client.groups.make("Коллеги", [1, 2], bot="left", kind="supergroup")
    asking, query = await asked(client, bot, "", chat_id=group)
    assert query.chat_type == "supergroup"
    await query.answer([article(1, markup=KEYS)], cache_time=0)
    sent = await client.inline.choose(await asking, "Оценка", chat_id=group)
    await bot.get_updates(allowed_updates=["message", "callback_query"])
    await client.tap(sent.message_id, "Ещё", 2, chat_id=group, wait_seconds=0)
    [update] = await bot.get_updates()
    tap = update.callback_query
    assert tap is not None
    assert tap.message is None
    assert tap.from_user.id == 2
    assert await bot.edit_message_text("новое", inline_message_id=tap.inline_message_id) is True
    assert (await client.messages(group))[-1].text == "новое"
    with pytest.raises(TelegramBadRequest, match="MESSAGE_ID_INVALID"):
        await bot.edit_message_text("новое", inline_message_id="nothing")


async def test_an_answer_that_is_not_personal_is_kept_for_all(
    client: SandboxClient, bot: Bot
) -> None:
    await client.set_person(2)
    asking, query = await asked(client, bot, "open")
    await query.answer([article(1)])
    await asking
    others = await client.inline.ask("open", 2)
    assert [one.title for one in others.results] == ["Оценка 1"]
    asking, query = await asked(client, bot, "mine")
    await query.answer([article(1)], is_personal=True)
    await asking
    assert (await client.inline.ask("mine", 1)).answered
    asking, query = await asked(client, bot, "mine", 2)
    await query.answer([], is_personal=True)
    assert (await asking).results == ()


async def test_a_cached_photo(client: SandboxClient, bot: Bot, chat: int) -> None:
    sent = await bot.send_photo(chat, BufferedInputFile(png(30, 20), "x.png"))
    assert sent.photo is not None
    asking, query = await asked(client, bot, "picture")
    result = InlineQueryResultCachedPhoto(
        id="p", photo_file_id=sent.photo[-1].file_id, caption="<i>c</i>", parse_mode="HTML"
    )
    await query.answer([result], cache_time=0)
    message = await client.inline.choose(await asking, "p")
    assert message.file is not None
    assert (message.file.kind, message.text) == ("photo", "c")


@pytest.mark.parametrize(
    ("results", "problem"),
    [
        ([article(1), article(1)], "RESULT_ID_DUPLICATE"),
        ([article(number) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([article("я" * 33)], "RESULT_ID_INVALID"),
        ([article(1, " ")], "message text is empty"),
        ([article(1, "<b>")], "can't parse entities"),
    ],
)
async def test_answers_that_telegram_refuses(
    client: SandboxClient, bot: Bot, results: list[InlineQueryResultArticle], problem: str
) -> None:
    asking, query = await asked(client, bot, "x")
    with pytest.raises(TelegramBadRequest, match=problem):
        await query.answer([*results])
    await query.answer([article(number) for number in range(50)], cache_time=0)
    assert len((await asking).results) == 50
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await query.answer([])


async def test_a_start_parameter_and_an_id_that_are_not_allowed(
    client: SandboxClient, bot: Bot
) -> None:
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_inline_query("1", [])
    button = InlineQueryResultsButton(text="x", start_parameter="a b")
    with pytest.raises(TelegramBadRequest, match="START_PARAM_INVALID"):
        await bot.answer_inline_query("1", [], button=button)
    shown = await client.inline.ask("nobody answers", wait_seconds=0)
    assert not shown.answered
    with pytest.raises(SandboxRefusalError, match="no result «x»; there is nothing"):
        await client.inline.choose(shown, "x")


async def test_a_late_answer_is_refused() -> None:
    async with (
        SandboxServer(query_lifetime_seconds=0) as server,
        SandboxClient(server.url) as client,
        new_bot(server).context() as bot,
    ):
        shown = await client.inline.ask("x", wait_seconds=0)
        with pytest.raises(TelegramBadRequest, match=TOO_OLD):
            await bot.answer_inline_query(shown.query_id, [article()])
