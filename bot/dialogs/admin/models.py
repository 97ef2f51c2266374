"""Which model answers: what there is, its card, loading, switching and comparing."""

from contextlib import suppress
from typing import Any

from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs.admin.paging import to_menu
from bot.dialogs.choosing import choices
from bot.dialogs.states import Admin
from bot.dialogs.words import Label, Words
from bot.i18n import Translator
from bot.machine import read_rss_mib
from bot.replies.admin_models import model_text, models_text, state_of
from bot.tasks.admin_accepting import accept_admin_task
from bot.tasks.model import ModelAct
from domain.administration import Act
from domain.bundle import BundleSummary
from domain.errors import BundleError
from domain.health import ModelHealth
from domain.ports.models import BundleShelf, ModelsInMemory
from usecases.admin.switch_model import ModelChoice

_COUNTS = (20, 50, 100, 200)
_ACTS: dict[ModelAct, Act] = {
    "load": "model_load",
    "switch": "model_switch",
    "unload": "model_unload",
}


def model_windows() -> tuple[Window, ...]:
    return (_list_window(), _model_window(), _switch_window(), _compare_window())


def _list_window() -> Window:
    return Window(
        Format("{text}"),
        choices("open", "bundles", open_bundle, int, width=1),
        to_menu(),
        state=Admin.models,
        getter=get_models,
    )


def _model_window() -> Window:
    return Window(
        Format("{text}"),
        Button(Label("admin-model-card"), id="card", on_click=send_card),
        SwitchTo(Label("admin-model-switch"), id="switch", state=Admin.switch, when="can_switch"),
        Row(
            Button(Label("admin-model-load"), id="load", on_click=load, when="can_load"),
            Button(Label("admin-model-unload"), id="unload", on_click=unload, when="can_unload"),
        ),
        SwitchTo(
            Label("admin-model-compare"), id="compare", state=Admin.compare, when="can_compare"
        ),
        SwitchTo(Label("button-to-list"), id="list", state=Admin.models),
        state=Admin.model,
        getter=get_model,
    )


def _switch_window() -> Window:
    return Window(
        Words("admin-switch-question", "name", "demo"),
        Row(
            Button(Label("admin-yes"), id="yes", on_click=switch),
            SwitchTo(Label("admin-no"), id="no", state=Admin.model),
        ),
        state=Admin.switch,
        getter=get_model,
    )


def _compare_window() -> Window:
    return Window(
        Words("admin-compare-question", "name"),
        Row(
            Select(
                Format("{item}"),
                id="count",
                item_id_getter=lambda count: count,
                items="counts",
                type_factory=int,
                on_click=compare,
            )
        ),
        SwitchTo(Label("button-back"), id="back", state=Admin.model),
        state=Admin.compare,
        getter=get_model,
    )


async def get_models(
    translator: Translator,
    shelf: BundleShelf,
    models: ModelsInMemory,
    model_choice: ModelChoice,
    **_: Any,
) -> dict[str, Any]:
    health = await model_choice.health()
    bundles = _known(shelf, health)
    return {
        "text": models_text(translator, bundles, models.identities, health, read_rss_mib()),
        "bundles": [(place, one.name) for place, one in enumerate(bundles)],
    }


def _known(shelf: BundleShelf, health: ModelHealth) -> list[BundleSummary]:
    """The shipped ones, and the chosen one where it lies elsewhere."""
    bundles = list(shelf.shipped())
    with suppress(BundleError):
        chosen = shelf.look_at(health.chosen)
        same = {(one.name, one.revision) for one in bundles}
        bundles += [chosen] if (chosen.name, chosen.revision) not in same else []
    return bundles


async def get_model(
    dialog_manager: DialogManager,
    translator: Translator,
    shelf: BundleShelf,
    models: ModelsInMemory,
    model_choice: ModelChoice,
    **_: Any,
) -> dict[str, Any]:
    bundle = shelf.look_at(dialog_manager.dialog_data["place"])
    state = state_of(bundle, models.identities, (await model_choice.health()).live)
    return {
        "text": model_text(translator, bundle, state),
        "name": bundle.name,
        "demo": "yes" if bundle.is_demo else "no",
        "can_load": state == "idle",
        "can_unload": state == "loaded",
        "can_switch": state in ("idle", "loaded") and not bundle.is_shown_worse,
        "can_compare": state in ("idle", "loaded"),
        "counts": _COUNTS,
    }


async def open_bundle(
    query: CallbackQuery, _: "Select[int]", manager: DialogManager, place: int
) -> None:
    data = manager.middleware_data
    choice: ModelChoice = data["model_choice"]
    bundles = _known(data["shelf"], await choice.health())
    if 0 <= place < len(bundles):
        manager.dialog_data["place"] = bundles[place].place
        await manager.switch_to(Admin.model)


async def send_card(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    data = manager.middleware_data
    shelf: BundleShelf = data["shelf"]
    place: str = manager.dialog_data["place"]
    name = f"{shelf.look_at(place).name}-MODEL_CARD.md"
    card = BufferedInputFile(shelf.card(place).encode(), name)
    await data["bot"].send_document(query.from_user.id, card)
    await manager.switch_to(Admin.model, show_mode=ShowMode.DELETE_AND_SEND)


async def load(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _accept(query, manager, "load")


async def switch(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _accept(query, manager, "switch")


async def unload(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _accept(query, manager, "unload")


async def _accept(query: CallbackQuery, manager: DialogManager, act: ModelAct) -> None:
    data, place = manager.middleware_data, manager.dialog_data["place"]
    await accept_admin_task(
        data,
        "model",
        query.from_user.id,
        f"tap:{query.id}",
        data["translator"].html("admin-model-working", name=place),
        act=_ACTS[act],
        subject=place,
        payload={"act": act, "place": place},
    )
    await manager.switch_to(Admin.models, show_mode=ShowMode.DELETE_AND_SEND)


async def compare(
    query: CallbackQuery, _: "Select[int]", manager: DialogManager, count: int
) -> None:
    if count not in _COUNTS:
        return
    data, place = manager.middleware_data, manager.dialog_data["place"]
    await accept_admin_task(
        data,
        "compare_models",
        query.from_user.id,
        f"tap:{query.id}",
        data["translator"].html("admin-comparing", name=place, done=0, total=count),
        act="model_compare",
        subject=place,
        details={"count": count},
        payload={"place": place, "count": count},
    )
    await manager.switch_to(Admin.models, show_mode=ShowMode.DELETE_AND_SEND)
