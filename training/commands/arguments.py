"""Arguments that several subcommands share."""

import argparse
from pathlib import Path

from training.corpus.language import ADS_FILE, ENGLISH_RESUMES_FILE, SNIPPETS_FILE
from training.errors import CorpusError


def add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=52, help="everything random follows from it")


def add_corpus(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--corpus",
        type=Path,
        help="folder of job ads and resumes (vacancies.jsonl.gz, vacancies_snippets.jsonl.gz, "
        "resumes_en.jsonl.gz); without it the built-in lexicon is all the language there is",
    )


def checked_corpus(corpus: Path | None) -> Path | None:
    """None where no folder was named or it does not exist. Raises CorpusError for half a corpus."""
    if corpus is None or not corpus.is_dir():
        return None
    for name in (ADS_FILE, SNIPPETS_FILE, ENGLISH_RESUMES_FILE):
        if not (corpus / name).is_file():
            raise CorpusError(str(corpus / name))
    return corpus
