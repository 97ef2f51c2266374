"""Every table that tells of people, in one list.

The list drives what is counted, gathered, sealed, erased and purged; a test fails for a table that
is neither in it nor in IMPERSONAL. Parts stand before what they are part of: they are found
through it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
    and_,
    cast,
    delete,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy import Text as SqlText

from storage.batch_tables import batch_items, batches
from storage.insights import insights
from storage.people_tables import (
    admin_acts,
    broadcasts,
    consents,
    contests,
    invites,
    people,
    settings,
    vacancies,
    verdicts,
)
from storage.tables import UNFINISHED, analyses, dialog_states, tasks
from storage.tables import updates as inbox

IMPERSONAL: Final = (settings,)
NOBODY: Final = 0
"""Stands in an admin's act for an admin who had their data deleted."""
_ERASED: Final = "erased"
_CHOICES: Final = ("role", "language", "vacancy_id", "ban_reason", "blocked_at", "invite_id")

Theirs = Callable[[int], ColumnElement[bool]]
Before = Callable[[datetime], ColumnElement[bool]]


@dataclass(frozen=True)
class PersonalTable:
    """One kind of records about people.

    `name` is what /mydata and the counts call them, `theirs` which rows are about a person,
    `owner` whose key seals the `sealed` columns. `is_counted` narrows the count, and None counts
    nothing. `erasure` is what else than a deletion takes the person out; `is_old` which rows
    RETENTION_DAYS takes, None where they stay. `hidden` columns are never given out.
    """

    name: str
    table: Table
    theirs: Theirs
    owner: ColumnElement[Any] | None = None
    sealed: tuple[str, ...] = ()
    is_counted: ColumnElement[bool] | None = field(default_factory=true)
    erasure: Callable[[int], Sequence[Executable]] | None = None
    is_old: Before | None = None
    hidden: frozenset[str] = frozenset()

    def erase(self, user_id: int) -> Sequence[Executable]:
        if self.erasure is not None:
            return self.erasure(user_id)
        return [delete(self.table).where(self.theirs(user_id))]


def _own(
    name: str, table: Table, *sealed: str, is_old: Before | None = None, **more: Any
) -> PersonalTable:
    """A table whose rows name their person."""
    column = table.c.user_id
    return PersonalTable(
        name, table, lambda user_id: column == user_id, column, sealed, is_old=is_old, **more
    )


def _part(
    table: Table, link: ColumnElement[Any], whole: Table, *sealed: str, is_old: Before | None = None
) -> PersonalTable:
    """A table whose rows name their person through another row."""
    owner = select(whole.c.user_id).where(whole.c.id == link).scalar_subquery()
    return PersonalTable(
        table.name,
        table,
        lambda user_id: link.in_(select(whole.c.id).where(whole.c.user_id == user_id)),
        owner,
        sealed,
        is_old=is_old,
    )


def _erase_updates(user_id: int) -> Sequence[Executable]:
    """Their numbers stay, so that a repetition is recognised; whose they were does not."""
    own = update(inbox).where(inbox.c.user_id == user_id)
    return [own.values(body=None, user_id=None, state="done")]


def _acts_of(user_id: int) -> ColumnElement[bool]:
    """By the person, on the person, or on what was theirs."""
    return or_(
        admin_acts.c.admin_id == user_id,
        admin_acts.c.subject == str(user_id),
        func.json_extract(cast(admin_acts.c.details, SqlText), "$.user_id") == user_id,
    )


def _erase_acts(user_id: int) -> Sequence[Executable]:
    """What was done, and when, stays for the audit: without the person and without words."""
    by, on = admin_acts.c.admin_id == user_id, admin_acts.c.subject == str(user_id)
    decided = update(contests).where(contests.c.decided_by == user_id)
    return [
        update(admin_acts).where(_acts_of(user_id)).values(details={}),
        update(admin_acts).where(on).values(subject=_ERASED),
        update(admin_acts).where(by).values(admin_id=NOBODY),
        decided.values(decided_by=None),
    ]


def _invites_of(user_id: int) -> ColumnElement[bool]:
    used = select(people.c.invite_id).where(people.c.user_id == user_id)
    return or_(invites.c.created_by == user_id, invites.c.id.in_(used))


def _erase_person(user_id: int) -> Sequence[Executable]:
    """A ban stays, with the id alone: it would be no ban otherwise."""
    own = people.c.user_id == user_id
    rest = dict.fromkeys((*_CHOICES, "data_key"))
    since = {"joined_at": people.c.banned_at, "seen_at": people.c.banned_at}
    return [
        delete(people).where(own, people.c.banned_at.is_(None)),
        update(people).where(own).values(is_admin=False, is_blind=False, **since, **rest),
    ]


PERSONAL: Final[Sequence[PersonalTable]] = (
    _part(insights, insights.c.analysis_id, analyses, "body"),
    _own("verdicts", verdicts),
    _own("contests", contests, "reason", "reply"),
    _part(
        batch_items,
        batch_items.c.batch_id,
        batches,
        *("file_name", "source", "resume", "evidence"),
    ),
    _own(
        "analyses",
        analyses,
        *("resume", "file_name"),
        is_old=lambda before: analyses.c.created_at < before,
    ),
    _own(
        "batches",
        batches,
        is_old=lambda before: or_(
            batches.c.finished_at < before,
            and_(batches.c.state == "collecting", batches.c.created_at < before),
        ),
    ),
    _own(
        "vacancies",
        vacancies,
        *("title", "client_name", "grade", "salary"),
        is_old=lambda before: vacancies.c.closed_at < before,
    ),
    _own("consents", consents, is_old=lambda before: consents.c.withdrawn_at < before),
    _own(
        "tasks",
        tasks,
        "payload",
        is_old=lambda before: and_(
            tasks.c.state.not_in(UNFINISHED),
            func.coalesce(tasks.c.finished_at, tasks.c.created_at) < before,
        ),
    ),
    _own(
        "dialogs",
        dialog_states,
        "data",
        is_old=lambda before: dialog_states.c.changed_at < before,
    ),
    # One that has begun is the very message that asks.
    _own(
        "updates",
        inbox,
        "body",
        is_counted=inbox.c.state == "accepted",
        erasure=_erase_updates,
    ),
    PersonalTable(
        "invites",
        invites,
        _invites_of,
        erasure=lambda user_id: [delete(invites).where(invites.c.created_by == user_id)],
        is_old=lambda before: or_(invites.c.expires_at < before, invites.c.revoked_at < before),
        hidden=frozenset({"token_sha256", "created_by"}),
    ),
    PersonalTable(
        "broadcasts",
        broadcasts,
        lambda user_id: broadcasts.c.admin_id == user_id,
        is_old=lambda before: or_(
            broadcasts.c.finished_at < before,
            and_(broadcasts.c.state != "sending", broadcasts.c.created_at < before),
        ),
    ),
    PersonalTable("acts", admin_acts, _acts_of, erasure=_erase_acts),
    _own(
        "person",
        people,
        is_counted=None,
        erasure=_erase_person,
        hidden=frozenset({"data_key"}),
    ),
)
