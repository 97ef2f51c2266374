"""What handlers, getters and actions ask for by name, feature by feature."""

from collections.abc import Mapping
from typing import Any

from bot.wiring.admin import provide_admin
from bot.wiring.answers import provide_answers
from bot.wiring.batches import provide_batches
from bot.wiring.parts import Parts
from bot.wiring.people import provide_people
from bot.wiring.privacy import provide_privacy
from bot.wiring.recruiting import provide_recruiting
from bot.wiring.resumes import provide_resumes


def provide_all(parts: Parts) -> Mapping[str, Any]:
    """All names; a name that two features give is a mistake of ours."""
    provided: dict[str, Any] = {}
    for provide in (
        provide_batches,
        provide_people,
        provide_resumes,
        provide_answers,
        provide_privacy,
        provide_recruiting,
        provide_admin,
    ):
        for name, part in provide(parts).items():
            assert name not in provided, name
            provided[name] = part
    return provided
