"""Any order of calls, restarts and power cuts leaves the inbox as a plain dict would be."""

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pydantic import JsonValue

from storage.database import Database, open_database

_BOTS = st.integers(1, 2)
_IDS = st.integers(0, 12)
_TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
_BODIES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=5,
)


def _storable(value: JsonValue) -> Any:
    """The value with every lone surrogate replaced, as the database keeps it."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, dict):
        return {_storable(key): _storable(each) for key, each in value.items()}
    return value


class InboxMachine(RuleBasedStateMachine):
    """`model` maps (bot, update id) to [body, attempts] in the order of acceptance."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.root = Path(tempfile.mkdtemp())
        self.folder = self.root / "0"
        self.model: dict[tuple[int, int], list[Any]] = {}
        self.finished: set[tuple[int, int]] = set()

    @initialize()
    def open(self) -> None:
        self.database = self._open()

    def _open(self) -> Database:
        return self.runner.run(open_database(f"sqlite+aiosqlite:///{self.folder}/bot.db"))

    @rule(bot=_BOTS, batch=st.lists(st.tuples(_IDS, _BODIES), max_size=6))
    def accept(self, bot: int, batch: list[tuple[int, Any]]) -> None:
        updates = [{"update_id": update_id, "body": body} for update_id, body in batch]
        before = len(self.model)
        for update in updates:
            self.model.setdefault((bot, update["update_id"]), [_storable(update), 0])
        assert self.runner.run(self.database.inbox.accept(bot, updates)) == (
            len(self.model) - before
        )

    @precondition(lambda self: self.unfinished())
    @rule(data=st.data())
    def start(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.unfinished()) - 1))
        self.runner.run(self.database.inbox.start(self._key(place)))
        self.model[self.unfinished()[place]][1] += 1

    @precondition(lambda self: self.unfinished())
    @rule(data=st.data(), outcome=st.sampled_from(["done", "failed"]))
    def finish(self, data: st.DataObject, outcome: Any) -> None:
        place = data.draw(st.integers(0, len(self.unfinished()) - 1))
        key = self._key(place)
        self.finished.add(self.unfinished()[place])
        for _ in range(2):
            self.runner.run(self.database.inbox.finish(key, outcome))

    @rule()
    def restart(self) -> None:
        self.runner.run(self.database.close())
        self.database = self._open()

    @rule()
    def cut_the_power(self) -> None:
        """Goes on with the files as they lie on the disk at this moment."""
        left_behind = self.root / str(int(self.folder.name) + 1)
        shutil.copytree(self.folder, left_behind, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
        self.runner.run(self.database.close())
        self.folder = left_behind
        self.database = self._open()

    @invariant()
    def pending_is_the_model(self) -> None:
        pending = self.runner.run(self.database.inbox.pending(limit=1000))
        found = [(each.bot_id, each.update_id, each.body, each.attempts) for each in pending]
        assert found == [(*key, *self.model[key]) for key in self.unfinished()]

    def unfinished(self) -> list[tuple[int, int]]:
        return [key for key in self.model if key not in self.finished]

    def _key(self, place: int) -> int:
        return self.runner.run(self.database.inbox.pending(limit=1000))[place].key

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.runner.run(self.database.close())
        self.runner.close()
        shutil.rmtree(self.root)


InboxMachine.TestCase.settings = settings(
    max_examples=20, stateful_step_count=15, deadline=None, database=None
)
TestInboxAgainstAModel = InboxMachine.TestCase
