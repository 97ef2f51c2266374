"""Hyphens that PDFium takes for the end of a line where letters are drawn one by one."""

import pytest

from parsers.text.pdf.rows import Row, row_text
from parsers.text.pdf.runs import Chunk


@pytest.mark.parametrize(
    ("chunks", "text"),
    [
        (("email\u00ad", "маркетинг"), "email-маркетинг"),
        (("email\u00adмаркетинг",), "email-маркетинг"),
        (("Assem\u00ad",), "Assem\u00ad"),
    ],
)
def test_only_a_hyphen_at_the_end_is_soft(chunks: tuple[str, ...], text: str) -> None:
    x, row = 50.0, list[Chunk]()
    for part in chunks:
        row.append(Chunk(part, x, x + 5.0 * len(part)))
        x += 5.0 * len(part)
    shown, words = row_text(Row(row, 100.0, 10.0, False, None, len(text)))
    assert (shown, [word.text for word in words]) == (text, [text])
