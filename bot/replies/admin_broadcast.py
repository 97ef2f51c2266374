"""How far a broadcast is, and the button that stops it."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.i18n import Html, Translator, join_html
from bot.replies.keyboards import button
from domain.administration import Broadcast


class StopBroadcast(CallbackData, prefix="stop-bc"):
    """Any admin may stop any broadcast."""

    broadcast_id: int


def progress_text(translator: Translator, broadcast: Broadcast) -> Html:
    passed = broadcast.delivered + broadcast.blocked + broadcast.failed
    return join_html(
        "\n\n",
        [
            translator.html("admin-broadcast-sending", done=passed, all=broadcast.recipients),
            _figures(translator, broadcast),
        ],
    )


def report_text(translator: Translator, broadcast: Broadcast) -> Html:
    passed = broadcast.delivered + broadcast.blocked + broadcast.failed
    title = translator.html(
        "admin-broadcast-ended", state=broadcast.state, done=passed, all=broadcast.recipients
    )
    return join_html("\n\n", [title, _figures(translator, broadcast)])


def stop_keyboard(translator: Translator, broadcast_id: int) -> InlineKeyboardMarkup:
    stop = button(translator, "admin-broadcast-stop", StopBroadcast(broadcast_id=broadcast_id))
    return InlineKeyboardMarkup(inline_keyboard=[[stop]])


def _figures(translator: Translator, broadcast: Broadcast) -> Html:
    return translator.html(
        "admin-broadcast-figures",
        delivered=broadcast.delivered,
        blocked=broadcast.blocked,
        failed=broadcast.failed,
    )
