"""Invitations: made in words or in windows, shown once, revoked."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.administration import token_sha256
from domain.errors import ActRefusedError
from tests.bot.chat import labels
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.people import START
from usecases.admin.make_invite import MOST_DAYS, MOST_USES, InviteTerms


async def test_terms_in_words_give_a_link_at_once(desk: Desk) -> None:
    admin = desk.person("ru", ADMIN_ID)
    answer = (await admin.says("/invite 14 3 отдел <продаж>")).text or ""
    assert "3 человека" in answer
    token = answer.split("?start=")[1].split()[0]
    assert 20 <= len(token) <= 64
    (invite,) = await desk.database.invites.list_open()
    assert (invite.uses_left, invite.note) == (3, "отдел <продаж>")
    assert invite.expires_at == START + timedelta(days=14)
    (act,) = await desk.database.admin_acts.newest(limit=5)
    assert (act.act, act.details["days"]) == ("invite", 14)
    assert token not in str(act)
    assert len(token_sha256(token)) == 64


async def test_windows_make_and_revoke(desk: Desk) -> None:
    admin = desk.person("en", ADMIN_ID)
    shown = await admin.says("/invite")
    assert "ACCESS=open" in (shown.text or "")
    await admin.taps("New invitation")
    await admin.taps("30")
    terms = await admin.taps("20")
    assert "Days: 30\nPeople: 20" in (terms.text or "")
    assert "Note: for <b>" not in ((await admin.says("for <b>")).text or "")
    shown = await admin.taps("Make the link")
    assert "0 of 20 came in" in (shown.text or "")
    assert "for &lt;b&gt;" in (shown.text or "")
    assert "✖️ №1" in labels(shown)
    link = desk.bot.shown[shown.message_id - 1].text or ""
    assert "https://t.me/expertise_bot?start=" in link
    shown = await admin.taps("№1")
    assert "none open" in (shown.text or "")
    assert not await desk.database.invites.list_open()
    acts = [act.act for act in await desk.database.admin_acts.newest(limit=5)]
    assert acts == ["revoke_invite", "invite"]


async def test_with_invitations_only_nothing_is_said_of_open_access(make_desk: object) -> None:
    desk: Desk = await make_desk(access="invite")  # type: ignore[operator]
    shown = await desk.person("en", ADMIN_ID).says("/invite")
    assert "ACCESS" not in (shown.text or "")


@pytest.mark.parametrize("typed", ["0", "366", "7 0", "7 1001", "99999999999 1"])
async def test_terms_out_of_bounds_are_explained(desk: Desk, typed: str) -> None:
    answer = await desk.person("en", ADMIN_ID).says(f"/invite {typed}")
    assert "1 to 365 days" in (answer.text or "")
    assert not await desk.database.invites.list_open()


@given(st.text(max_size=60))
def test_any_words_are_terms_or_refused(text: str) -> None:
    try:
        terms = InviteTerms.read(text)
    except ActRefusedError:
        return
    assert 1 <= terms.days <= MOST_DAYS
    assert 1 <= terms.uses <= MOST_USES
    assert terms.note is None or 0 < len(terms.note) <= 100
