"""How much of a hostile file is looked at before the reader gives up."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ParsingLimits:
    """Bounds of one document and of the process that reads it.

    `max_bytes` is Telegram's own 20 MB. `max_compression_ratio` is unpacked to packed size and
    counts for members over 1 MiB unpacked: a short XML file may honestly shrink more.
    `seconds` is wall-clock time, `program_seconds` that of the programs of a scan or a DOC file;
    `memory_bytes` is the address space of the child and of such a program.
    """

    max_bytes: int = 20 * MEBIBYTE
    max_pages: int = 50
    max_characters: int = 200_000
    max_page_objects: int = 100_000
    max_unpacked_bytes: int = 100 * MEBIBYTE
    max_compression_ratio: int = 100
    max_archive_members: int = 2_000
    max_answer_bytes: int = 8 * MEBIBYTE
    memory_bytes: int = 1024 * MEBIBYTE
    seconds: float = 10.0
    program_seconds: float = 60.0
    max_ocr_pages: int = 5
    max_pixels: int = 40_000_000
    max_crop_pixels: int = 1_500_000
    processes: int = 4


DEFAULT_LIMITS = ParsingLimits()
