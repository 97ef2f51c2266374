"""This process and the machine below it, as /health tells of them."""

import shutil
import time
from pathlib import Path
from typing import Final

from domain.health import MachineHealth

_STARTED_AT_SECONDS: Final = time.monotonic()
_PROGRAMS: Final = ("tesseract", "antiword")
_BYTES_PER_KIB: Final = 1024


def read_machine_health(folder: Path) -> MachineHealth:
    """`folder` is on the disk whose room counts."""
    memory = _kib_lines(Path("/proc/meminfo"))
    return MachineHealth(
        rss_bytes=_kib_lines(Path("/proc/self/status")).get("VmRSS"),
        memory_available_bytes=memory.get("MemAvailable"),
        memory_total_bytes=memory.get("MemTotal"),
        disk_free_bytes=shutil.disk_usage(folder).free,
        uptime_seconds=time.monotonic() - _STARTED_AT_SECONDS,
        missing_programs=tuple(name for name in _PROGRAMS if shutil.which(name) is None),
    )


def _kib_lines(path: Path) -> dict[str, int]:
    """`Name:  123 kB` of a file in /proc, in bytes; empty on systems without it."""
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return {}
    words = [line.split() for line in lines if line.endswith(" kB")]
    return {word[0].rstrip(":"): int(word[1]) * _BYTES_PER_KIB for word in words}


def read_rss_mib() -> float:
    """Memory that this process holds; 0 where the system does not tell."""
    return _kib_lines(Path("/proc/self/status")).get("VmRSS", 0) / 2**20
