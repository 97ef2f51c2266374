"""What people put between the title and the company of one line."""

import re
from typing import Final

SLASH_SPLIT: Final = re.compile(r"\s+//?\s+")

DASH_SPLIT: Final = re.compile(r"\s+[–—-]{1,2}\s+|\s*[–—]\s+|\s*:\s+")

COMMA_SPLIT: Final = re.compile(r"\s*,\s+|(?:(?<=[а-яa-z]{2})|(?<=[»\"\x00]))\.\s+(?=[А-ЯЁA-Z«\"])")
