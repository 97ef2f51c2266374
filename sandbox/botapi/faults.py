"""Trouble on demand: what the network and Telegram do to a bot on a bad day."""

import fnmatch
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

FaultKind = Literal[
    "retry_after", "bad_gateway", "gateway_page", "error", "slow", "drop", "lost_answer"
]
FAULT_KINDS: tuple[str, ...] = get_args(FaultKind)


@dataclass
class Fault:
    """One kind of trouble for the methods that match `method` (a shell pattern, any case).

    retry_after   429 with retry_after = `seconds` (whole, at least 1)
    bad_gateway   502
    gateway_page  502 with a page of HTML, as the gateway itself answers
    error         `error_code` with `description`
    slow          the call waits `seconds`, then goes on
    drop          the connection is closed before the call does anything
    lost_answer   the call is done, then the connection is closed: the bot never learns it

    `count` calls are hit; None means until cleared. File downloads are the method "file".
    """

    method: str
    kind: FaultKind
    seconds: float = 1
    count: int | None = None
    error_code: int = 400
    description: str = "Bad Request: a fault of the sandbox"

    def matches(self, method: str) -> bool:
        return fnmatch.fnmatchcase(method.lower(), self.method.lower())

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))


@dataclass
class Faults:
    """The faults in force, oldest first; a call is hit by the first that matches."""

    active: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        self.active.append(fault)

    def clear(self) -> None:
        self.active.clear()

    def take(self, method: str) -> Fault | None:
        """The fault that hits this call, counted down."""
        fault = next((one for one in self.active if one.matches(method)), None)
        if fault is None or fault.count is None:
            return fault
        fault.count -= 1
        if fault.count <= 0:
            self.active.remove(fault)
        return fault
