"""What a walker over a marked-up file collected -> the cleaned document."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.errors import EmptyDocumentError
from parsers.text.cleaning import clean_lines, clean_text
from parsers.text.document import Document, HiddenText, Line


def assemble_document(
    collected: Sequence[Line], hidden: Iterable[HiddenText], media_type: str
) -> Document:
    """Raises EmptyDocumentError where no visible line is left."""
    lines, warnings = clean_lines(collected)
    if not lines:
        raise EmptyDocumentError
    cleaned = tuple(replace(found, text=clean_text(found.text)) for found in hidden)
    return Document(
        lines=lines,
        media_type=media_type,
        hidden=cleaned,
        warnings=(*(["hidden_text"] if cleaned else []), *warnings),
    )
