"""The settings' windows: the overview, the role, the consent, and the question before it ends."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Row, Start, SwitchTo
from aiogram_dialog.widgets.kbd.button import OnClick
from aiogram_dialog.widgets.text import Format

from bot.dialogs.closing import close_button
from bot.dialogs.settings import actions, getters
from bot.dialogs.states import PersonSettings, Vacancies
from bot.dialogs.words import Label, Words


def settings_dialog() -> Dialog:
    return Dialog(_overview_window(), _role_window(), _consent_window(), _withdrawal_window())


def _overview_window() -> Window:
    return Window(
        Format("{text}"),
        Row(
            _language("russian", actions.speak_russian, when="is_english"),
            _language("english", actions.speak_english, when="is_russian"),
            SwitchTo(Label("button-role"), id="role", state=PersonSettings.role),
        ),
        Button(Label("button-blind-on"), id="blind", on_click=actions.blind, when="is_seeing"),
        Button(Label("button-blind-off"), id="see", on_click=actions.unblind, when="is_blind"),
        Start(Label("button-vacancy"), id="vacancy", state=Vacancies.pages, when="is_recruiter"),
        Row(
            SwitchTo(Label("button-consent"), id="consent", state=PersonSettings.consent),
            close_button(),
        ),
        state=PersonSettings.view,
        getter=getters.overview,
    )


def _language(button_id: str, on_click: OnClick, when: str) -> Button:
    """The label is the name of the language that this one is changed to."""
    return Button(Label("button-other-language"), id=button_id, on_click=on_click, when=when)


def _role_window() -> Window:
    return Window(
        Words("contact-role"),
        Format("\n{candidates}"),
        Button(Label("button-role-recruiter"), id="recruiter", on_click=actions.become_recruiter),
        Button(Label("button-role-candidate"), id="candidate", on_click=actions.become_candidate),
        _back(),
        state=PersonSettings.role,
        getter=getters.roles,
    )


def _consent_window() -> Window:
    return Window(
        Format("{text}"),
        Format("\n{line}"),
        Button(Label("button-agree"), id="agree", on_click=actions.agree, when="is_missing"),
        SwitchTo(
            Label("button-withdraw"), id="withdraw", state=PersonSettings.withdraw, when="is_held"
        ),
        _back(),
        state=PersonSettings.consent,
        getter=getters.consent,
    )


def _withdrawal_window() -> Window:
    return Window(
        Words("settings-withdraw-question"),
        Button(Label("button-withdraw-yes"), id="yes", on_click=actions.withdraw),
        SwitchTo(Label("button-withdraw-no"), id="no", state=PersonSettings.view),
        state=PersonSettings.withdraw,
    )


def _back() -> SwitchTo:
    return SwitchTo(Label("button-to-settings"), id="back", state=PersonSettings.view)
