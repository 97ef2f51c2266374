"""What an admin may not do."""

from typing import Literal

from domain.errors.root import ResumeExpertiseError

ActRefusal = Literal[
    "unknown",
    "self",
    "operator",
    "banned",
    "no_number",
    "invite_bounds",
    "over",
    "nothing_to_compare",
]


class ActRefusedError(ResumeExpertiseError):
    """An admin's act that is not done.

    `reason`: nobody has this id, it is the own one, it is one of ADMIN_IDS, the person is banned,
    what was typed is no id, an invitation for too long or too many, it has ended before, there are
    too few analyses.
    """

    def __init__(self, reason: ActRefusal) -> None:
        super().__init__(reason)
        self.reason = reason
