"""A small Bot API over HTTP: hands out updates by offset as Telegram does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

TOKEN = "77:" + "t" * 32


class UpdatesApi:
    """Remembers each offset that confirmed updates, and what the inbox held at that moment."""

    def __init__(self, updates: list[dict[str, Any]]) -> None:
        self.updates = updates
        self.offsets: list[int | None] = []
        self.answers: list[tuple[int, dict[str, Any] | str]] = []
        """Answers to give before any updates: (status, JSON or raw text)."""
        self.url = ""

    async def get_updates(self, request: web.Request) -> web.Response:
        body = await request.json()
        if self.answers:
            status, answer = self.answers.pop(0)
            if isinstance(answer, str):
                return web.Response(status=status, text=answer)
            return web.json_response(answer, status=status)
        offset = body.get("offset")
        self.offsets.append(offset)
        left = [one for one in self.updates if offset is None or one["update_id"] >= offset]
        return web.json_response({"ok": True, "result": left[:2]})


@asynccontextmanager
async def serve(api: UpdatesApi) -> AsyncIterator[UpdatesApi]:
    application = web.Application()
    application.router.add_post(f"/bot{TOKEN}/getUpdates", api.get_updates)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield api
    await runner.cleanup()


def message_update(update_id: int, chat_id: int = 1, text: str = "hi") -> dict[str, Any]:
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1,
            "chat": {"id": chat_id, "type": "private"},
            "from": {"id": chat_id, "is_bot": False, "first_name": "P"},
            "text": text,
        },
    }
