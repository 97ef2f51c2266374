"""Dialogs that outlive the process: aiogram's storage over the state repository."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from domain.ports import StateRepository


class RepositoryStorage(BaseStorage):
    """Keeps each state and each data record under its own key.

    The destiny is part of the key, since aiogram_dialog keeps every open dialog under one.
    """

    def __init__(self, states: StateRepository) -> None:
        self._states = states
        self._keys = DefaultKeyBuilder(
            with_bot_id=True, with_business_connection_id=True, with_destiny=True
        )

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._states.set_state(self._keys.build(key), name, owner=key.user_id)

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._states.get_state(self._keys.build(key))

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._states.set_data(self._keys.build(key), dict(data), owner=key.user_id)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict(await self._states.get_data(self._keys.build(key)))

    async def close(self) -> None:
        """The database is closed by who opened it."""
