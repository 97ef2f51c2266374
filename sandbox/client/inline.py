"""Inline mode as a person uses it."""

from dataclasses import dataclass
from typing import Any

from sandbox.talk import ChatMessage
from sandbox.wire import SandboxRefusalError, SandboxWire


@dataclass(frozen=True)
class InlineResult:
    """A line of the list; `text` is what would be sent."""

    id: str
    type: str
    title: str
    description: str
    text: str


@dataclass(frozen=True)
class InlineResults:
    """What came for a query; `button` has text and start_parameter."""

    query_id: str
    answered: bool
    results: tuple[InlineResult, ...]
    button: dict[str, str] | None
    next_offset: str


class Inline:
    """`client.inline`."""

    def __init__(self, wire: SandboxWire) -> None:
        self._wire = wire

    async def ask(
        self,
        query: str,
        user_id: int = 1,
        *,
        chat_id: int | None = None,
        offset: str = "",
        wait_seconds: float = 15,
    ) -> InlineResults:
        """Types `@bot query` in the chat with the bot or in a group, which may be without it.

        The answer of before comes again while its cache_time lasts, and to others too unless
        the bot said is_personal.
        """
        body: dict[str, Any] = {
            "user_id": user_id,
            "query": query,
            "offset": offset,
            "wait_seconds": wait_seconds,
        }
        answer = await self._wire.post(f"/sandbox/chats/{chat_id or user_id}/inline", body)
        results = tuple(InlineResult(**one) for one in answer.pop("results"))
        return InlineResults(results=results, **answer)

    async def choose(
        self, shown: InlineResults, title: str, user_id: int = 1, *, chat_id: int | None = None
    ) -> ChatMessage:
        """Sends the first result whose title, text or id holds these words."""
        for result in shown.results:
            if any(title in words for words in (result.title, result.text, result.id)):
                break
        else:
            titles = ", ".join(f"«{one.title}»" for one in shown.results) or "nothing"
            raise SandboxRefusalError(f"no result «{title}»; there is {titles}")
        body = {"user_id": user_id, "query_id": shown.query_id, "result_id": result.id}
        path = f"/sandbox/chats/{chat_id or user_id}/inline/choose"
        return ChatMessage.from_json((await self._wire.post(path, body))["messages"][-1])
