"""What command line options mean: fields to hide, details to explain."""

import argparse
from collections.abc import Sequence
from typing import Final

from domain.fields import FIELD_NAMES, FieldName
from domain.score import DETAILS, Detail

BLIND_FIELDS: Final[tuple[FieldName, ...]] = ("age", "city")
_BLIND: Final = "--blind"


def add_blind_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        _BLIND,
        type=_fields,
        default=(),
        metavar="FIELDS",
        help=f"keep these fields from the model; alone it means {','.join(BLIND_FIELDS)}",
    )


def add_explain_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--explain",
        type=_details,
        default=(),
        metavar="WHAT",
        help=f"explain by more than fields: {','.join(DETAILS)}",
    )


def spell_out_blind(arguments: Sequence[str]) -> list[str]:
    """`--blind FILE` as `--blind=age,city FILE`: the fields can be left out, the file can't."""
    return [
        f"{_BLIND}={','.join(BLIND_FIELDS)}"
        if argument == _BLIND and not _names_fields(following)
        else argument
        for argument, following in zip(arguments, [*arguments[1:], ""], strict=True)
    ]


def _names_fields(text: str) -> bool:
    return all(name in FIELD_NAMES for name in text.split(","))


def _fields(text: str) -> tuple[FieldName, ...]:
    return tuple(name for name in FIELD_NAMES if name in _chosen(text, FIELD_NAMES))


def _details(text: str) -> tuple[Detail, ...]:
    return tuple(name for name in DETAILS if name in _chosen(text, DETAILS))


def _chosen(text: str, names: Sequence[str]) -> list[str]:
    chosen = [part.strip() for part in text.split(",")]
    unknown = [part for part in chosen if part not in names]
    if unknown:
        raise argparse.ArgumentTypeError(f"no {unknown[0]!r} among {','.join(names)}")
    return chosen
