"""Two bundles in memory at once: what the second costs, and what unloading it gives back.

`python -m benchmarks.inference_live`. The second bundle is the shipped one under another name.
Resumes are submitted all the time; `longest_wait_ms` is the longest that the event loop stood
still while the bundle was loaded, switched to and unloaded.
"""

import asyncio
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from domain.resume import Resume
from inference.assessor import Assessor, load_assessor
from inference.model.files import SHIPPED_BUNDLES
from inference.scoring.live import LiveScorer

_ROUNDS: Final = 3
_RESUME: Final = Resume(age=34, city="Барнаул", position="Инженер", key_skills=("SQL", "Python"))


def main() -> int:
    figures = asyncio.run(_measure())
    for name, figure in figures.items():
        sys.stdout.write(f"{name:28} {figure}\n")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


async def _measure() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        other = _renamed_copy(Path(folder) / "other")
        live = LiveScorer(_load)
        await live.load("compact")
        await live.submit(_RESUME).result()
        one_mib = _resident_mib()
        waits: list[float] = []
        beat = asyncio.create_task(_beat(waits))
        two_mib = one_mib
        for _ in range(_ROUNDS):
            await live.load(str(other))
            await live.switch_to("other")
            await live.submit(_RESUME).result()
            two_mib = max(two_mib, _resident_mib())
            await live.switch_to("compact")
            await live.unload("other")
        beat.cancel()
        await live.close()
        return {
            "one_bundle_mib": one_mib,
            "two_bundles_mib": two_mib,
            "after_unloading_mib": _resident_mib(),
            "longest_wait_ms": round(1000 * max(waits)),
        }


async def _load(bundle: str) -> Assessor:
    return await asyncio.to_thread(load_assessor, bundle, device="cpu")


def _renamed_copy(folder: Path) -> Path:
    shutil.copytree(SHIPPED_BUNDLES / "compact", folder)
    manifest = folder / "manifest.json"
    facts = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(facts | {"name": "other"}), encoding="utf-8")
    return folder


async def _beat(waits: list[float]) -> None:
    while True:
        started = time.perf_counter()
        await asyncio.sleep(0.01)
        waits.append(time.perf_counter() - started - 0.01)


def _resident_mib() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 // 1024**2


if __name__ == "__main__":
    sys.exit(main())
