"""How much may lie in one archive or table of resumes."""

from dataclasses import dataclass

from domain.batch import MAX_BATCH_ITEMS
from parsers.files.limits import MEBIBYTE


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """`max_members` counts folders and litter too; the ratio is unpacked to packed size and
    counts for members over 1 MiB. `max_part_bytes` is that of a single file."""

    max_parts: int = MAX_BATCH_ITEMS
    max_members: int = 2_000
    max_part_bytes: int = 20 * MEBIBYTE
    max_unpacked_bytes: int = 400 * MEBIBYTE
    max_compression_ratio: int = 100
    max_table_characters: int = 20_000_000


ARCHIVE_LIMITS = ArchiveLimits()
