"""How the bot hears: getUpdates, the webhook, files, answers to taps and inline queries."""

from typing import Any

from sandbox.botapi.calls import Call, Method
from sandbox.botapi.inline_results import read_answer
from sandbox.botapi.webhook import WebhookSettings
from sandbox.telegram.callback_queries import CallbackAnswer
from sandbox.telegram.errors import BadRequestError, ConflictError

_MAX_POLL_SECONDS = 50
_MAX_UPDATES = 100


def _read_allowed(call: Call) -> None:
    """allowed_updates, where given, holds for what comes from now on."""
    allowed = call.parameters.structure("allowed_updates")
    if isinstance(allowed, list):
        call.telegram.updates.allow([str(kind) for kind in allowed])


async def get_updates(call: Call) -> list[dict[str, Any]]:
    if call.webhook.settings is not None:
        raise ConflictError(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    _read_allowed(call)
    parameters = call.parameters
    limit = parameters.integer("limit", _MAX_UPDATES)
    return await call.telegram.updates.poll(
        offset=parameters.integer("offset"),
        limit=limit if 1 <= limit <= _MAX_UPDATES else _MAX_UPDATES,
        timeout_seconds=min(max(parameters.integer("timeout"), 0), _MAX_POLL_SECONDS),
    )


async def set_webhook(call: Call) -> bool:
    url = call.parameters.text("url")
    if not url:
        return await delete_webhook(call)
    settings = WebhookSettings(
        url, call.parameters.text("secret_token"), call.parameters.integer("max_connections", 40)
    )
    _read_allowed(call)
    if call.parameters.flag("drop_pending_updates"):
        call.telegram.updates.drop_all()
    await call.webhook.start(settings)
    return True


async def delete_webhook(call: Call) -> bool:
    await call.webhook.stop()
    if call.parameters.flag("drop_pending_updates"):
        call.telegram.updates.drop_all()
    return True


async def get_webhook_info(call: Call) -> dict[str, Any]:
    return call.webhook.info()


async def get_file(call: Call) -> dict[str, Any]:
    file_id = call.parameters.text("file_id")
    if not file_id:
        raise BadRequestError("file_id not specified")
    return call.telegram.files.download_info(file_id)


async def answer_callback_query(call: Call) -> bool:
    parameters = call.parameters
    answer = CallbackAnswer(
        parameters.text("text"), parameters.flag("show_alert"), parameters.text("url") or None
    )
    await call.telegram.answer_query(parameters.text("callback_query_id"), answer)
    return True


async def answer_inline_query(call: Call) -> bool:
    answer = read_answer(call.telegram.files, call.parameters)
    query_id = call.parameters.text("inline_query_id")
    call.telegram.inline.answer(query_id, answer)
    await call.telegram.journal.add("answered", query_id=query_id)
    return True


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getFile": get_file,
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
}
