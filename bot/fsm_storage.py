"""Dialogs that outlive the process: aiogram's storage over the state repository."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from copy import deepcopy
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey
from aiogram.fsm.storage.memory import SimpleEventIsolation

from domain.ports import StateRepository
from domain.work import DialogState


class RepositoryStorage(BaseStorage):
    """Keeps each state and each data record under its own key.

    The destiny is part of the key, since aiogram_dialog keeps every open dialog under one.
    """

    def __init__(self, states: StateRepository) -> None:
        self._states = states
        self._keys = DefaultKeyBuilder(
            with_bot_id=True, with_business_connection_id=True, with_destiny=True
        )
        self._turns = SimpleEventIsolation()
        self._changed: dict[int, dict[str, DialogState]] = {}

    @asynccontextmanager
    async def turn(self, bot_id: int, chat_id: int) -> AsyncIterator[None]:
        """One turn at a time in a chat; what it changes there is stored when it ends, together.

        A turn that ends with an error, or with the process, has changed nothing. Without this
        aiogram_dialog leaves a stack whose windows are gone, and the next message fails.
        """
        async with self._turns.lock(StorageKey(bot_id=bot_id, chat_id=chat_id, user_id=chat_id)):
            changed = self._changed[chat_id] = {}
            try:
                yield
            finally:
                del self._changed[chat_id]
            await self._states.save(*changed.values())

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._change(key, {"state": name})

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._now(key)).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._change(key, {"data": deepcopy(dict(data))})

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return deepcopy(dict((await self._now(key)).data))

    async def close(self) -> None:
        """The database is closed by who opened it."""

    async def _now(self, key: StorageKey) -> DialogState:
        name = self._keys.build(key)
        changed = self._changed.get(key.chat_id, {}).get(name)
        return changed or await self._states.get(name)

    async def _change(self, key: StorageKey, change: Mapping[str, Any]) -> None:
        about = {"owner": key.user_id, **change}
        state = (await self._now(key)).model_copy(update=about)
        if key.chat_id in self._changed:
            self._changed[key.chat_id][state.key] = state
        else:
            await self._states.save(state)
