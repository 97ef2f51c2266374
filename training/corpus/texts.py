"""Plain texts for the tokenizer and the embeddings' start: no labels, no held-out employer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from training.corpus.ads import read_json_lines
from training.corpus.block import stable_share
from training.corpus.language import (
    ADS_FILE,
    ENGLISH_RESUMES_FILE,
    HELD_OUT_SHARE,
    SNIPPETS_FILE,
)

_MAX_CHARS: Final = 3000
_SNIPPET_SHARE: Final = 0.35


def corpus_texts(corpus: Path | None) -> Iterator[str]:
    """Ads, snippets and resumes; nothing without the corpus."""
    if corpus is None:
        return
    for name in (ADS_FILE, SNIPPETS_FILE):
        for ad in read_json_lines(corpus / name):
            source = (ad["employer"] or (ad["description"] or ad["title"] or "")[:80]).lower()
            if name == SNIPPETS_FILE and stable_share(str(ad["id"])) > _SNIPPET_SHARE:
                continue
            if stable_share(source) >= HELD_OUT_SHARE:
                skills = ", ".join(ad["key_skills"])
                yield f"{ad['title']}\n{skills}\n{ad['description'] or ''}"[:_MAX_CHARS]
    for index, resume in enumerate(read_json_lines(corpus / ENGLISH_RESUMES_FILE)):
        if stable_share(f"resume-en-{index}") >= HELD_OUT_SHARE:
            yield f"{resume['position'] or ''}\n{resume['experience_text'] or ''}"[:_MAX_CHARS]
