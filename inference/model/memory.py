"""How much memory a model may still take, in MiB."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

import torch

MIB: Final = 1024 * 1024
_CGROUPS: Final = Path("/sys/fs/cgroup")
# A cgroup of version 1 without a limit says a number near 2 ** 63.
_NO_LIMIT_BYTES: Final = 1 << 60


def available_mib(device: torch.device) -> int:
    """Free memory of the device; of the machine's own within the limits of its cgroups."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0]) // MIB
    if device.type == "mps":
        return (torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()) // MIB
    return available_here_mib()


def available_here_mib(root: Path = Path("/")) -> int:
    """The least of what the kernel says is available and what each cgroup above us leaves."""
    limits = [_kernel_available_bytes(root), *_left_by_cgroups(root)]
    return min((limit for limit in limits if limit is not None), default=_NO_LIMIT_BYTES) // MIB


def _kernel_available_bytes(root: Path) -> int | None:
    for line in _lines(root / "proc/meminfo"):
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def _left_by_cgroups(root: Path) -> Iterator[int | None]:
    """Version 2 is one tree; version 1 has a tree of its own for the memory."""
    top = root / _CGROUPS.relative_to("/")
    for line in _lines(root / "proc/self/cgroup"):
        _, controllers, path = line.split(":", 2)
        if not controllers:
            files = ("memory.max", "memory.current", "inactive_file")
            yield from _left_on_the_way(top, path, *files)
        elif "memory" in controllers.split(","):
            files = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
            yield from _left_on_the_way(top / "memory", path, *files)


def _left_on_the_way(
    tree: Path, path: str, limit_file: str, usage_file: str, cache_key: str
) -> Iterator[int | None]:
    """Of each group from ours up to the root; a container may see only the tree's top."""
    inside = PurePosixPath(path.lstrip("/"))
    for group in (inside, *inside.parents):
        limit = _number(tree / group / limit_file)
        usage = _number(tree / group / usage_file)
        if limit is None or usage is None or limit >= _NO_LIMIT_BYTES:
            continue
        # Pages of files that were read count as usage, and are given up when memory is short.
        cached = (
            int(line.split()[1])
            for line in _lines(tree / group / "memory.stat")
            if line.startswith(f"{cache_key} ")
        )
        yield max(0, limit - usage + next(cached, 0))


def _number(path: Path) -> int | None:
    text = "".join(_lines(path)).strip()
    return int(text) if text.isdigit() else None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError:
        return []
