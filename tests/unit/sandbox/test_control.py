import asyncio

import aiohttp
import pytest
from aiogram import Bot

from sandbox.client import ChatTimeoutError, SandboxClient, SandboxRefusalError
from sandbox.server import PortBusyError, SandboxServer
from tests.unit.sandbox.conftest import new_bot


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Host": "evil.example"},
    ],
)
@pytest.mark.parametrize("path", ["/sandbox/chats/1/text", "/bot{token}/sendMessage"])
async def test_other_sites_pages_are_refused(
    server: SandboxServer, client: SandboxClient, headers: dict[str, str], path: str
) -> None:
    address = server.url + path.format(token=server.token)
    async with (
        aiohttp.ClientSession() as session,
        session.post(address, json={"text": "hi"}, headers=headers) as answer,
    ):
        assert answer.status == 403
    assert await client.messages() == []


async def test_the_own_page_is_let_in(server: SandboxServer) -> None:
    headers = {"Origin": server.url, "Sec-Fetch-Site": "same-origin"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{server.url}/sandbox/chats/1/text", json={"text": "hi"}, headers=headers
        ) as answer,
    ):
        assert answer.status == 200


async def test_it_listens_on_this_machine_only() -> None:
    assert SandboxServer().host == "127.0.0.1"


async def test_a_busy_port_is_named(server: SandboxServer) -> None:
    second = SandboxServer(port=server.port)
    with pytest.raises(PortBusyError) as refusal:
        await second.start()
    assert refusal.value.port == server.port


async def test_uploads_have_a_limit() -> None:
    async with SandboxServer(max_body_bytes=1000) as server, SandboxClient(server.url) as client:
        with pytest.raises(SandboxRefusalError, match="size"):
            await client.send_file(bytes(2000), "cv.pdf")


@pytest.mark.parametrize(
    ("path", "body", "problem"),
    [
        ("chats/1/text", "{", "not JSON"),
        ("chats/1/text", "[]", "must be a JSON object"),
        ("chats/1/text", '{"text": " "}', "no text to send"),
        ("chats/1/text", '{"text": 5}', "text must be text"),
        ("chats/0/text", '{"text": "x"}', "a user id is a positive whole number"),
        ("chats/x/text", '{"text": "x"}', "a user id is a positive whole number"),
        ("chats/1/file", "{}", "the form has no file"),
        ("chats/1/tap", '{"message_id": "1"}', "message_id must be a whole number"),
        ("chats/1/edit", '{"message_id": 9, "text": "x"}', "message can't be edited"),
        ("faults", '{"kind": "slow", "seconds": "soon"}', "seconds must be a number"),
    ],
)
async def test_bad_requests_are_told(
    server: SandboxServer, path: str, body: str, problem: str
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.url}/sandbox/{path}", data=body) as answer,
    ):
        assert 400 <= answer.status < 500
        assert problem in (await answer.json())["error"]


async def test_waiting_ends_with_the_change(client: SandboxClient, bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "reading")
    waiting = asyncio.create_task(
        client.wait_for_message(lambda message: "scored" in message.text, 10)
    )
    await asyncio.sleep(0.05)
    await sent.edit_text("scored")
    assert (await waiting).edit_count == 1


async def test_a_failed_wait_shows_the_chat(client: SandboxClient, bot: Bot, chat: int) -> None:
    await bot.send_message(chat, "<b>two</b>\nlines")
    await client.send_file(bytes(2048), "cv.pdf", caption="here")
    with pytest.raises(ChatTimeoutError) as failure:
        await client.wait_for(lambda messages: len(messages) > 9, 0.05, what="a long chat")
    assert str(failure.value).split("\n") == [
        "a long chat did not come within 0.05 s; the chat of person 1:",
        "#1 person > /start",
        "#2 bot    > two",
        "            lines",
        "#3 person > [document: cv.pdf, 2 kB]",
        "            here",
    ]


async def test_what_happens_is_told_in_order(client: SandboxClient, bot: Bot, chat: int) -> None:
    sent = await bot.send_message(chat, "a")
    await sent.edit_text("b")
    await sent.delete()
    events = await client.events(0, 0)
    assert [one["kind"] for one in events] == ["person", "message", "message", "edited", "deleted"]
    assert [one["number"] for one in events] == [1, 2, 3, 4, 5]
    assert await client.events(5, 0) == []


async def test_reset_forgets_talk_and_faults_but_not_the_bots_commands(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    await client.set_fault("*", "bad_gateway")
    await client.reset()
    assert await client.messages() == []
    assert await client.pending_updates() == []
    assert (await bot.get_me()).id == bot.id


async def test_a_person_can_change_language(client: SandboxClient, bot: Bot) -> None:
    await client.set_person(1, language="en", first_name="Ann")
    await client.send_text("hi", language=None)
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.from_user is not None
    assert (message.from_user.language_code, message.from_user.first_name) == ("en", "Ann")


async def test_updates_wait_for_a_bot_that_restarts(
    server: SandboxServer, client: SandboxClient
) -> None:
    await client.send_text("before")
    async with new_bot(server).context() as first_life:
        assert len(await first_life.get_updates()) == 1
    await client.send_text("while it was away")
    async with new_bot(server).context() as second_life:
        assert len(await second_life.get_updates()) == 2
