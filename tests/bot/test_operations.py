"""What whoever runs the bot looks at: logs with the request, metrics, health."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Mapping, Sequence

import aiohttp
import pytest
from aiogram.methods import SendMessage
from pydantic import JsonValue, ValidationError

from bot.listening import PortTakenError
from bot.operations.door import OperationsDoor
from bot.operations.logs import JsonFormatter, LineFormatter
from bot.operations.metered import MeteredCalls, MeteredPoll, MeteredUpdates, MeteredWork
from bot.operations.metrics import Metrics
from bot.operations.requests import current_request, request
from bot.tasks.runner import TaskRunner
from domain.resume import Resume
from domain.work import NewTask, StoredUpdate, Task
from tests.bot.conftest import Desk
from tests.free_port import free_port

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
UPDATE = StoredUpdate(key=7, bot_id=42, update_id=70, body={"update_id": 70}, attempts=0)
NEW_TASK = NewTask(
    kind="score",
    chat_id=1,
    user_id=1,
    locale="en",
    status_message_id=None,
    payload={"origin": "card:a"},
)


def record(message: str, *arguments: object) -> logging.LogRecord:
    return logging.LogRecord("bot.tasks", logging.INFO, "f", 1, message, arguments, None)


class KeptWork:
    """Implements TaskWork: keeps in which request it ran."""

    def __init__(self, error: Exception | None = None) -> None:
        self.requests: list[str] = []
        self._error = error

    async def run(self, task: Task) -> None:
        self.requests.append(current_request())
        if self._error:
            raise self._error


class SilentVoice:
    async def failed(self, task: Task, error: Exception) -> None: ...

    async def set_aside(self, task: Task) -> None: ...

    async def cancelled(self, task: Task) -> None: ...


class OneUpdate:
    """Implements UpdateHandler: each update asks for a task."""

    def __init__(self, tasks: TaskRunner, error: Exception | None = None) -> None:
        self._tasks = tasks
        self._error = error

    async def handle(self, update: StoredUpdate) -> None:
        await self._tasks.accept(NEW_TASK)
        if self._error:
            raise self._error

    async def tell_set_aside(self, update: StoredUpdate) -> None: ...

    async def tell_failed(self, update: StoredUpdate, error: Exception) -> None: ...


class OnePoll:
    async def next_batch(self, offset: int | None) -> Sequence[Mapping[str, JsonValue]]:
        return []


def runner(desk: Desk, work: KeptWork, metrics: Metrics) -> TaskRunner:
    works = {"score": MeteredWork(work, metrics)}
    return TaskRunner(desk.database.tasks, SilentVoice(), works, {"score": 1})  # type: ignore[arg-type]


def figure(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


def test_a_line_names_its_request_and_no_token() -> None:
    with request("u7"):
        line = LineFormatter().format(record("GET /bot%s/getMe", TOKEN))
    assert "bot.tasks [u7] GET /" in line
    assert "AAEhBOweik6ad9r" not in line
    assert "[-]" in LineFormatter().format(record("idle"))


def test_a_json_line_is_one_object_with_the_trace() -> None:
    try:
        raise RuntimeError(f"GET /bot{TOKEN}/getMe")
    except RuntimeError as error:
        fault = record("it\nbroke at «%s»", TOKEN)
        fault.exc_info = (type(error), error, error.__traceback__)
    with request("u8"):
        line = JsonFormatter().format(fault)
    event = json.loads(line)
    assert "\n" not in line
    assert (event["level"], event["request"]) == ("INFO", "u8")
    assert "RuntimeError" in event["trace"]
    assert "AAEhBOweik6ad9r" not in line


@pytest.mark.parametrize("formatter", [LineFormatter(), JsonFormatter()])
def test_a_trace_quotes_no_resume(formatter: logging.Formatter) -> None:
    fault = record("a draft can't be read")
    for wrong in ({"age": "Марципанова"}, {"city": ["Марципанова\n, 1980"]}):
        try:
            Resume.model_validate(wrong)
        except ValidationError as error:
            fault.exc_info = (type(error), error, error.__traceback__)
        fault.exc_text = None
        line = formatter.format(fault)
        assert "ValidationError" in line
        assert "Марципанова" not in line


async def test_a_task_belongs_to_the_request_that_asked_for_it(desk: Desk) -> None:
    metrics, work = Metrics(), KeptWork()
    tasks = runner(desk, work, metrics)
    await MeteredUpdates(OneUpdate(tasks), metrics).handle(UPDATE)
    await tasks.stop(5)
    assert work.requests == ["u7"]
    later = KeptWork()
    again = runner(desk, later, metrics)  # the first work did not finish its task
    await again.resume()
    await again.stop(5)
    assert later.requests == ["u7"]
    assert current_request() == "-"
    assert figure(metrics, "bot_tasks_total", kind="score", outcome="done") == 2


async def test_failures_are_counted_apart(desk: Desk) -> None:
    metrics = Metrics()
    tasks = runner(desk, KeptWork(RuntimeError("boom")), metrics)
    with pytest.raises(ValueError, match="bad"):
        await MeteredUpdates(OneUpdate(tasks, ValueError("bad")), metrics).handle(UPDATE)
    await tasks.stop(5)
    assert figure(metrics, "bot_updates_total", outcome="failed") == 1
    assert figure(metrics, "bot_updates_total", outcome="done") is None
    assert figure(metrics, "bot_tasks_total", kind="score", outcome="failed") == 1
    assert figure(metrics, "bot_tasks_running", kind="score") == 0


async def test_calls_are_counted_by_method(desk: Desk) -> None:
    metrics = Metrics()

    async def answered(*_: object) -> object:
        return object()

    await MeteredCalls(metrics)(answered, desk.bot, SendMessage(chat_id=1, text="x"))  # type: ignore[arg-type]
    assert figure(metrics, "bot_telegram_calls_total", method="sendMessage", outcome="ok") == 1


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_ready_only_with_model_database_and_telegram(
    desk: Desk, browser: aiohttp.ClientSession
) -> None:
    metrics = Metrics()
    async with OperationsDoor(free_port(), metrics, desk.database.answer) as door:
        async with browser.get(f"{door.address}/healthz") as healthy:
            assert healthy.status == 200
        async with browser.get(f"{door.address}/readyz") as early:
            assert (early.status, await early.json()) == (
                503,
                {"model": False, "database": True, "telegram": False},
            )
        metrics.ready.set(1)
        await MeteredPoll(OnePoll(), metrics).next_batch(None)
        async with browser.get(f"{door.address}/readyz") as ready:
            assert ready.status == 200
        await desk.database.close()
        async with browser.get(f"{door.address}/readyz") as closed:
            assert (closed.status, (await closed.json())["database"]) == (503, False)
        async with browser.get(f"{door.address}/metrics") as exposition:
            text = await exposition.text()
    assert exposition.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    assert "bot_last_poll_timestamp_seconds" in text
    assert "process_resident_memory_bytes" in text


async def test_a_taken_port_is_named(desk: Desk) -> None:
    port = free_port()
    async with OperationsDoor(port, Metrics(), desk.database.answer):
        with pytest.raises(PortTakenError) as refused:
            await OperationsDoor(port, Metrics(), desk.database.answer).__aenter__()
    assert refused.value.port == port
    await asyncio.sleep(0)
