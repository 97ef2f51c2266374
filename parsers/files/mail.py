"""Saved web pages in one file (MHTML, RFC 2557) and letters (RFC 5322), which share a form."""

import re
from email import policy
from email.parser import BytesParser
from typing import Final

from domain.errors import DamagedFileError, TooComplexError

PAGE: Final = "multipart/related"
LETTER: Final = "message/rfc822"
_HEAD_BYTES = 8192
_HEADER = re.compile(rb"[!-9;-~]{1,76}:[ \t]")
_MAIL_HEADERS = re.compile(
    rb"^(?:mime-version|content-type|message-id|received|return-path|delivered-to)[ \t]*:",
    re.I | re.M,
)
_PAGE_TYPE = re.compile(rb"^content-type[ \t]*:[ \t]*multipart/related", re.I | re.M)
_NESTED = re.compile(rb"^content-type[ \t]*:[ \t]*multipart/", re.I | re.M)
_MAX_PARTS, _MAX_NESTING = 2_000, 20


def media_type_of_mail(content: bytes) -> str | None:
    """None for what does not begin like a letter."""
    start = content[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf\r\n")
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    if not _HEADER.match(head) or len(set(_MAIL_HEADERS.findall(head.lower()))) < 2:
        return None
    return PAGE if _PAGE_TYPE.search(head) else LETTER


def page_of_mhtml(content: bytes) -> bytes:
    """The HTML of the saved page. Raises DamagedFileError where there is none, and
    TooComplexError."""
    if content.count(b"\n--") > _MAX_PARTS:
        raise TooComplexError("archive_members", _MAX_PARTS)
    if len(_NESTED.findall(content)) > _MAX_NESTING:
        raise TooComplexError("nesting", _MAX_NESTING)
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                page = part.get_payload(decode=True)
                if isinstance(page, bytes) and page.strip():
                    return page
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedFileError from error
    raise DamagedFileError
