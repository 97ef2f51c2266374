"""What the settings' windows show."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.consent import VERSION, consent_text
from bot.i18n import Translator
from bot.replies.settings import consent_line, settings_text
from domain.errors import VacancyNotFoundError
from domain.person import Consent, Person
from domain.ports import PeopleRepository, VacancyRepository


async def overview(
    dialog_manager: DialogManager,
    translator: Translator,
    people: PeopleRepository,
    vacancies: VacancyRepository,
    **_: Any,
) -> dict[str, Any]:
    person = await _person(dialog_manager, people)
    title = await _vacancy_title(person, vacancies)
    receipt = await held_receipt(person, people)
    return {
        "text": settings_text(translator, person, receipt, title),
        "is_recruiter": person.role == "recruiter",
        "is_english": translator.language == "en",
        "is_russian": translator.language == "ru",
        "is_blind": person.is_blind,
        "is_seeing": not person.is_blind,
    }


async def roles(translator: Translator, **_: Any) -> dict[str, Any]:
    return {"candidates": consent_text(translator, "candidates")}


async def consent(
    dialog_manager: DialogManager, translator: Translator, people: PeopleRepository, **_: Any
) -> dict[str, Any]:
    person = await _person(dialog_manager, people)
    receipt = await held_receipt(person, people)
    is_held = receipt is not None and receipt.version == VERSION
    return {
        "text": consent_text(translator, "processing"),
        "line": consent_line(translator, receipt),
        "is_held": receipt is not None,
        "is_missing": not is_held,
    }


async def held_receipt(person: Person, people: PeopleRepository) -> Consent | None:
    receipts = await people.consents(person.user_id)
    held = [one for one in receipts if one.kind == "processing" and one.withdrawn_at is None]
    return held[-1] if held else None


async def _person(manager: DialogManager, people: PeopleRepository) -> Person:
    """As they are now: an action may have changed them since the update came."""
    person: Person = manager.middleware_data["person"]
    return await people.meet(person.user_id)


async def _vacancy_title(person: Person, vacancies: VacancyRepository) -> str | None:
    if person.vacancy_id is None:
        return None
    try:
        return (await vacancies.get(person.user_id, person.vacancy_id)).title
    except VacancyNotFoundError:
        return None
