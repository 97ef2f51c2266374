"""Foreign text made fit for one line of a chat."""

import unicodedata

ELLIPSIS = "…"
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs"})


def units(text: str) -> int:
    """Its length as Telegram measures it, in UTF-16 units."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def one_line(text: str, limit: int) -> str:
    """Without line breaks, direction marks or other invisible letters, and cut to the limit.

    The limit is in UTF-16 units, in which Telegram measures a message.
    """
    visible = (
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace() or unicodedata.category(letter) not in _INVISIBLE
    )
    line = " ".join("".join(visible).split())
    units = line.encode("utf-16-le")
    if len(units) <= 2 * limit:
        return line
    return units[: 2 * (limit - 1)].decode("utf-16-le", errors="ignore") + ELLIPSIS
