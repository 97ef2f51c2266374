"""Phones, addresses of mail and profiles: found in any text, and cut out of it."""

import re
from typing import Final

_DASH: Final = r"[\s.\-–—]"
PHONE: Final = re.compile(
    rf"""(?<![\w./№-])(?<!\d:)(?:
      \+\d{{1,3}}{_DASH}?\(?\d{{2,4}}\)?(?:{_DASH}?\d{{2,4}}){{2,4}}
     |8{_DASH}?\(?\d{{3,4}}\)?{_DASH}?(?:\d{{1,3}}(?:{_DASH}?\d{{2}}){{2}}|\d{{7}})
     |\(\d{{3,4}}\)\s?\d{{2,3}}{_DASH}?\d{{2}}{_DASH}?\d{{2}}
     |\d{{3}}[\-.]\d{{3}}[\-.]\d{{4}}
     |0\d{{4}}\s\d{{6}}
     |\d{{3}}-\d{{3}}-\d{{2}}-\d{{2}}
     |(?:(?<=тел\.\s)|(?<=т\.\s)|(?<=моб\.:\s)|(?<=mobile:\s)|(?<=phone:\s))\(?\d[\d\s()\-–—]{{5,14}}\d
    )(?![\w/]|[.,]\d|\s?(?:руб|₽|тыс|млн))""",
    re.IGNORECASE | re.VERBOSE,
)
EMAIL: Final = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
PROFILE: Final = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@./])(?:[\w-]+\.)?(?:t\.me|vk\.com|github\.(?:com|io)|gitlab\.com|"
    r"linkedin\.com|facebook\.com|instagram\.com|behance\.net|dribbble\.com|habr\.com|hh\.ru|"
    r"kaggle\.com|leetcode\.com|bitbucket\.org|medium\.com|wa\.me|ok\.ru|youtube\.com|indeed\.com)"
    r"/[^\s,;)]+|(?<![\w@./])[\w-]+\.github\.io\b\S*",
    re.IGNORECASE,
)
HANDLE: Final = re.compile(
    r"(?:(?:telegram|телеграм+|тг|tg|skype|скайп|discord|icq|twitter|инстаграм\w*|instagram)\s*[:–—-]\s*"
    r"@?[\w.]{3,40})",
    re.IGNORECASE,
)
BARE_HANDLE: Final = re.compile(r"(?<![\w@.])@[A-Za-z][\w.]{2,40}")
"""`@someone`: among contacts only, for `@property` is a word of a trade."""
_LABEL: Final = re.compile(
    r"(?:^|(?<=[\s,;(|]))(?:моб(?:ильный)?\.?|тел(?:ефон)?\.?|e-?mail|эл\.?\s?почта|почта|phone|mobile|"
    r"tel|ссылка|link)\s*[:–—-]?\s*(?=…)",
    re.IGNORECASE,
)
_REPEATED: Final = re.compile(r"…(?:[\s,;|•·()/]*…)+")
_HINTS: Final = (
    (EMAIL, re.compile("@")),
    (PROFILE, re.compile(r"/|www\.|github\.io", re.IGNORECASE)),
    (HANDLE, re.compile(r"[:–—-]")),
    (PHONE, re.compile(r"\d[\d\s().–—-]{4,}\d")),
)
"""What a text must hold before the costly pattern is asked."""
CUT: Final = "…"


def holds_contact(text: str) -> bool:
    return any(hint.search(text) and pattern.search(text) for pattern, hint in _HINTS)


def without_contacts(text: str) -> str:
    """The text with `…` where a person could be reached; sites of companies stay."""
    found = text
    for pattern, hint in _HINTS:
        if hint.search(found):
            found = pattern.sub(CUT, found)
    if found == text:
        return text
    return _REPEATED.sub(CUT, _LABEL.sub("", found)).strip()
