"""What an admin may not do."""

from typing import Literal

from domain.errors.root import ResumeExpertiseError

ActRefusal = Literal["unknown", "self", "operator", "no_number", "over", "nothing_to_compare"]


class ActRefusedError(ResumeExpertiseError):
    """An admin's act that is not done.

    `reason`: nobody has this id, it is the admin's own, it is one of ADMIN_IDS, what was typed is
    no number in its range, it has ended before, there are too few analyses.
    """

    def __init__(self, reason: ActRefusal) -> None:
        super().__init__(reason)
        self.reason = reason
