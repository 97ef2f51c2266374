"""What was accepted from Telegram and is not finished yet: stored updates and tasks."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

TaskKind = Literal[
    "read_file",
    "score",
    "answer",
    "compare",
    "figure",
    "batch",
    "insight",
    "broadcast",
    "export",
    "backup",
    "model",
    "compare_models",
]


class StoredUpdate(BaseModel):
    """An update as Telegram sent it. `key` orders them as accepted; `attempts` counts starts."""

    model_config = ConfigDict(frozen=True)

    key: int
    bot_id: int
    update_id: int
    body: Mapping[str, JsonValue]
    attempts: int


class DialogState(BaseModel):
    """What an opaque key of a dialog holds; one without state and data is forgotten.

    `owner` is the person that it is about.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    state: str | None = None
    data: Mapping[str, JsonValue] = {}
    owner: int | None = None


class NewTask(BaseModel):
    """Work for a person that outlives the handler which accepted it.

    `status_message_id` is the one message in the chat that is edited as the work goes on.
    `payload` is JSON that the task's runner understands (a file id, a resume).
    """

    model_config = ConfigDict(frozen=True)

    kind: TaskKind
    chat_id: int
    user_id: int
    locale: Literal["ru", "en"]
    status_message_id: int | None
    payload: Mapping[str, JsonValue]


class Task(NewTask):
    """An accepted task. `attempts` counts the starts that the process did not survive, or is in."""

    id: int
    attempts: int
    created_at: datetime
