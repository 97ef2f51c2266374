"""Groups as people make and change them."""

from collections.abc import Sequence
from typing import Any

from sandbox.telegram.groups import BotStatus, GroupKind
from sandbox.wire import SandboxWire


class Groups:
    """`client.groups`; people talk there with the client's own methods and `chat_id=`."""

    def __init__(self, wire: SandboxWire) -> None:
        self._wire = wire

    async def make(
        self,
        title: str,
        people: Sequence[int],
        *,
        bot: BotStatus = "member",
        kind: GroupKind = "group",
    ) -> int:
        """A new group's id (negative). The first person makes it and adds the bot, unless "left".

        Privacy mode is on: the bot hears what is addressed to it, or all as an administrator.
        """
        body = {"title": title, "people": list(people), "bot": bot, "kind": kind}
        return int((await self._wire.post("/sandbox/groups", body))["chat_id"])

    async def change(
        self,
        chat_id: int,
        *,
        add: Sequence[int] = (),
        remove: Sequence[int] = (),
        bot: BotStatus | None = None,
    ) -> None:
        """People come and go; `bot` adds, promotes or removes it, done by the group's creator."""
        body: dict[str, Any] = {"add": list(add), "remove": list(remove)}
        if bot is not None:
            body["bot"] = bot
        await self._wire.post(f"/sandbox/groups/{chat_id}", body)
