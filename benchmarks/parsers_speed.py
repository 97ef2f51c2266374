"""How fast PDF pages become lines, beside pdfplumber.

`python -m benchmarks.parsers_speed [FILE...]`

Prints a table and, as the last line, the same as JSON. Times are the best of the rounds, so that
other work on the machine counts least.
"""

import json
import platform
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pdfplumber

from parsers.text.pdf import read_pdf

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "samples"
DEFAULT_FILES = ("hh_ru_2020.pdf", "hh_ru_2024.pdf", "hh_en.pdf")
ROUNDS = 5


def read_with_plumber(content: bytes) -> int:
    with pdfplumber.open(BytesIO(content)) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def best_milliseconds(read: Callable[[bytes], object], content: bytes) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        read(content)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def measure(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    document = read_pdf(content)
    pages = document.page_count
    ours = best_milliseconds(read_pdf, content) / pages
    plumber = best_milliseconds(read_with_plumber, content) / pages
    return {
        "file": path.name,
        "pages": pages,
        "characters": len(document.text),
        "ours_ms_per_page": round(ours, 2),
        "pdfplumber_ms_per_page": round(plumber, 2),
        "times_faster": round(plumber / ours, 1),
    }


def main(names: list[str]) -> None:
    rows = [measure(Path(name)) for name in names or [str(SAMPLES / f) for f in DEFAULT_FILES]]
    print(f"{'file':24}{'pages':>6}{'ours, ms/page':>16}{'pdfplumber':>12}{'faster':>8}")  # noqa: T201
    for row in rows:
        print(  # noqa: T201
            f"{row['file']:24}{row['pages']:>6}{row['ours_ms_per_page']:>16}"
            f"{row['pdfplumber_ms_per_page']:>12}{row['times_faster']:>7}x"
        )
    versions = {name: version(name) for name in ("pypdfium2", "pdfplumber")}
    print(  # noqa: T201
        json.dumps({"files": rows, "versions": versions, "machine": platform.processor()})
    )


if __name__ == "__main__":
    main(sys.argv[1:])
