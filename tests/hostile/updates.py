"""Updates as strangers, their apps and a changed Telegram may send them, for hypothesis.

An update is described by a `Step`, which the test turns into Telegram's JSON: what a tap or a
reply means depends on what the bot has shown by then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from hypothesis import strategies as st

from bot.commands import COMMANDS
from tests.bot.conftest import ADMIN_ID

RECRUITER, CANDIDATE, NEWCOMER, BANNED, OWNER = 1, 30, 31, 32, 33
"""Nobody sends as the owner, whose data nobody else may see."""
PEOPLE: Final = (RECRUITER, CANDIDATE, NEWCOMER, BANNED, ADMIN_ID)
SECRET: Final = "ТайнаДолинина"
GROUP: Final = -100_123
PREFIXES: Final = (
    *("go", "edit", "cmp", "cmpalike", "ans", "rate", "met", "contest", "erase", "wipe", "keep"),
    *("stats", "stop-bc", "bstop", "bphotos", "bshow", "bopen", "bexport", "hello", "agree"),
    *("role", "audit", "form", "card", "ins"),
)
"""Of callback data; `test_handlers` holds them to those of the bot."""
_WORDS: Final = ("form", "history", "yes", "none", "table", "xlsx", "details", "processing", "all")
_ODD: Final = (
    *("", " ", "\x00", "\u202e\u2066", "\ud800", "\U0010ffff", "<b>", "</b>&amp;<", "{ $name }"),
    *("' OR 1=1 --", '"; DROP TABLE people; --', "%", "_%_", "*", "NULL", "-1", "0", "1e999"),
    *("99999999999999999999", "9" * 4000, "٣٤", "²", "½", "á" * 300, "&" * 900, "👩‍👩‍👧‍👦" * 90),
    *("01.2019 - now: Analyst, Lighthouse", "от 200 000 ₽", "34", "SQL, Python", "Томск"),
    *("a" * 4096, "\n" * 4000, "слово " * 680, "https://hh.ru/resume/1", "@bot 12", "🙂"),
)
TEXTS: Final = (
    st.sampled_from(_ODD)
    | st.text(max_size=60)
    | st.text(st.characters(), min_size=301, max_size=330)
    | st.lists(st.sampled_from(_ODD), max_size=3).map("".join).map(lambda text: text[:4096])
)
_ARGUMENTS: Final = st.just("") | st.integers(-5, 1000).map(str) | TEXTS
_COMMANDS: Final = st.sampled_from((*COMMANDS, "nosuch", "START", "ban@other_bot", ""))
TYPED: Final = TEXTS | st.builds(
    lambda name, tail: f"/{name} {tail}".strip()[:4096], _COMMANDS, _ARGUMENTS
)
_IDS: Final = st.sampled_from((0, 1, 2, 3, -1, 2**31, 2**53, 2**63, 10**30)).map(str)
FORGED: Final = (
    st.builds(
        lambda prefix, parts: ":".join((prefix, *parts))[:64],
        st.sampled_from(PREFIXES),
        st.lists(_IDS | st.sampled_from(_WORDS) | st.text(max_size=6), max_size=3),
    )
    | st.text(max_size=64)
    | st.builds(
        lambda stack, data: f"{stack}\x1d{data}"[:64], st.text(max_size=6), st.text(max_size=30)
    )
)
_MUTATIONS: Final = st.none() | st.tuples(st.integers(0, 63), st.text(min_size=0, max_size=2))


@dataclass(frozen=True)
class Step:
    """`kind` is what happens, `who` does it, `more` are the facts that this kind needs."""

    kind: str
    who: int
    more: Mapping[str, Any] = field(default_factory=dict)


def _step(kind: str, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
    return st.builds(Step, st.just(kind), st.sampled_from(PEOPLE), st.fixed_dictionaries(more))


_FILE: Final = {"file_id": "f", "file_unique_id": "u"}
_SIZE: Final = st.sampled_from((0, 1, 1_000, 20 << 20, (20 << 20) + 1, 2**40))
_DOCUMENTS: Final = st.fixed_dictionaries(
    {},
    optional={
        "file_name": TEXTS | st.just("cv.pdf"),
        "mime_type": st.sampled_from(("application/pdf", "video/mp4", "", "<b>", "audio/x" * 99)),
        "file_size": _SIZE,
    },
).map(lambda told: {"document": _FILE | told})
_PHOTO: Final = {"photo": [_FILE | {"width": 90, "height": 90}]}
_OTHERS: Final[tuple[dict[str, Any], ...]] = (
    {"location": {"latitude": 1.5, "longitude": 2.5}},
    {"contact": {"phone_number": "+7", "first_name": "<b>"}},
    {"voice": _FILE | {"duration": 1}},
    {"video": _FILE | {"width": 1, "height": 1, "duration": 1}},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"new_chat_title": "<b>"},
    {"pinned_message": {"message_id": 5, "date": 0, "chat": {"id": 1, "type": "private"}}},
    {"new_chat_members": [{"id": 42, "is_bot": True, "first_name": "Bot"}]},
    {"left_chat_member": {"id": 42, "is_bot": True, "first_name": "Bot"}},
    {"migrate_to_chat_id": -100_500},
    {"successful_payment": {}},
    {"no_such_content": {"a": 1}},
    {},
)
_STICKER: Final = {
    **_FILE,
    "type": "regular",
    "width": 9,
    "height": 9,
    "is_animated": False,
    "is_video": False,
}
CONTENTS: Final = (
    TYPED.map(lambda text: {"text": text})
    | _DOCUMENTS
    | st.just(_PHOTO)
    | st.sampled_from((*_OTHERS, {"sticker": _STICKER}))
)
_ORIGINS: Final = st.sampled_from(
    (
        {},
        {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "<i>\u202e"}},
        {
            "forward_origin": {
                "type": "user",
                "date": 1,
                "sender_user": {"id": OWNER, "is_bot": False, "first_name": "O"},
            }
        },
        {"via_bot": {"id": 42, "is_bot": True, "first_name": "Bot"}},
        {"sender_chat": {"id": GROUP, "type": "channel", "title": "<b>"}},
    )
)
_MESSAGE: Final = {
    "content": CONTENTS,
    "origin": _ORIGINS,
    "caption": st.none() | TEXTS,
    "album": st.sampled_from((None, None, None, "a1", "a2")),
    "replies_to": st.none() | st.integers(0, 50),
    "language": st.sampled_from(("ru", "en", None, "", "zz", "x" * 99)),
}
STEPS: Final = st.one_of(
    _step("message", **_MESSAGE),
    _step("message", **{**_MESSAGE, "content": TYPED.map(lambda text: {"text": text})}),
    _step("tap", message=st.integers(0, 9), button=st.integers(0, 99), mutation=_MUTATIONS),
    _step("tap", message=st.integers(0, 9), button=st.integers(0, 99), mutation=st.none()),
    _step("forge", message=st.integers(0, 9), data=FORGED, where=st.sampled_from("mnig")),
    _step("edit", **_MESSAGE),
    _step("group", **_MESSAGE),
    _step("channel", **_MESSAGE),
    _step("inline", query=TEXTS, offset=TEXTS),
    _step("member", status=st.sampled_from(("kicked", "member", "left", "administrator"))),
    _step("chosen", data=TEXTS),
    _step("raw", body=st.dictionaries(st.sampled_from(("message", "poll")), st.text(), min_size=1)),
    _step("card", texts=st.lists(TEXTS, min_size=6, max_size=6)),
    _step("answer", texts=st.lists(TEXTS, min_size=6, max_size=6)),
    _step("delete", message=st.integers(0, 9)),
    _step("restart"),
)
