"""What a person does in inline mode: types a query in a chat, and sends a result."""

from typing import Any

from aiohttp import web

from sandbox.control.inputs import ControlError, read_json, read_optional_text, read_seconds
from sandbox.control.speakers import find_speaker
from sandbox.control.views import message_view
from sandbox.telegram.inline_mode import ask, choose
from sandbox.telegram.inline_queries import InlineAnswer
from sandbox.telegram.state import Telegram

_LONGEST_WAIT_SECONDS = 60


class Inlining:
    """Handlers of /sandbox/chats/{chat_id}/inline."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        inline = "/sandbox/chats/{chat_id}/inline"
        return [web.post(inline, self._ask), web.post(f"{inline}/choose", self._choose)]

    async def _ask(self, request: web.Request) -> web.Response:
        """Types `query` after the bot's name and waits for the results."""
        body = await read_json(request)
        chat, person = await find_speaker(self._telegram, request, body)
        words = read_optional_text(body, "query") or ""
        offset = read_optional_text(body, "offset") or ""
        wait_seconds = read_seconds(body.get("wait_seconds", 15), _LONGEST_WAIT_SECONDS)
        query_id = await ask(self._telegram, chat, person, words, offset)
        answer = await self._telegram.inline.queries.wait(query_id, wait_seconds)
        return web.json_response({"query_id": query_id, **_answer_view(answer)})

    async def _choose(self, request: web.Request) -> web.Response:
        """Sends the result `result_id` of the query `query_id`."""
        body = await read_json(request)
        chat, person = await find_speaker(self._telegram, request, body)
        query_id, result_id = body.get("query_id"), body.get("result_id")
        if not isinstance(query_id, str) or not isinstance(result_id, str):
            raise ControlError("query_id and result_id must be text")
        message = await choose(self._telegram, chat, person, query_id, result_id)
        return web.json_response({"messages": [message_view(message)]})


def _answer_view(answer: InlineAnswer | None) -> dict[str, Any]:
    if answer is None:
        return {"answered": False, "results": [], "button": None, "next_offset": ""}
    results = [
        {
            "id": result.id,
            "type": result.type,
            "title": result.title,
            "description": result.description,
            "text": result.content.text.text,
        }
        for result in answer.results
    ]
    return {
        "answered": True,
        "results": results,
        "button": answer.button,
        "next_offset": answer.next_offset,
    }
