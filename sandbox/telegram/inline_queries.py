"""Inline queries, their answers, and the messages that came of them."""

import time
from dataclasses import dataclass, field

from sandbox.telegram.chats import Chat
from sandbox.telegram.messages import Content, Message
from sandbox.telegram.open_queries import OpenQueries


@dataclass(frozen=True)
class InlineResult:
    """One result: how the list shows it, and the message that it becomes."""

    id: str
    type: str
    title: str
    description: str
    content: Content


@dataclass(frozen=True)
class InlineAnswer:
    """answerInlineQuery's parameters; `button` has text and start_parameter."""

    results: tuple[InlineResult, ...]
    is_personal: bool = False
    cache_seconds: int = 300
    next_offset: str = ""
    button: dict[str, str] | None = None


@dataclass
class InlineMode:
    """Queries that wait, answers that Telegram keeps, and the messages that came of them.

    An answer that is not personal is kept for everybody who types the same words: a bot that
    forgets is_personal shows one person what is another's, and here that can be seen.
    """

    queries: OpenQueries[InlineAnswer]
    asked: dict[str, tuple[int, str]] = field(default_factory=dict)
    answers: dict[str, InlineAnswer] = field(default_factory=dict)
    messages: dict[str, tuple[Chat, Message]] = field(default_factory=dict)
    _kept: dict[tuple[int | None, str], tuple[float, str]] = field(default_factory=dict)

    def kept(self, user_id: int, words: str) -> str | None:
        """The id of a query whose kept answer holds for this person now."""
        for owner in (user_id, None):
            until, query_id = self._kept.get((owner, words), (0.0, ""))
            if time.monotonic() < until:
                return query_id
        return None

    def answer(self, query_id: str, answer: InlineAnswer) -> None:
        """Raises BadRequestError for a second, a late or an unknown answer."""
        self.queries.answer(query_id, answer)
        user_id, words = self.asked[query_id]
        self.answers[query_id] = answer
        owner = user_id if answer.is_personal else None
        self._kept[owner, words] = (time.monotonic() + answer.cache_seconds, query_id)

    def forget(self) -> None:
        for kept in (self.asked, self.answers, self.messages, self._kept):
            kept.clear()
