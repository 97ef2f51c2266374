"""The admins' dialog: for everybody else its buttons and texts are not there."""

from aiogram_dialog import Dialog

from bot.admins import IsAdmin
from bot.dialogs.admin.broadcast import broadcast_windows
from bot.dialogs.admin.health import health_window
from bot.dialogs.admin.invites import invite_windows
from bot.dialogs.admin.log import log_window
from bot.dialogs.admin.menu import menu_window
from bot.dialogs.admin.models import model_windows
from bot.dialogs.admin.opening import begin
from bot.dialogs.admin.people import people_windows


def admin_dialog() -> Dialog:
    dialog = Dialog(
        menu_window(),
        *people_windows(),
        *invite_windows(),
        *broadcast_windows(),
        *model_windows(),
        health_window(),
        log_window(),
        on_start=begin,
    )
    # A window that was open when somebody ceased to be an admin must not act for them.
    dialog.message.filter(IsAdmin())
    dialog.callback_query.filter(IsAdmin())
    return dialog
