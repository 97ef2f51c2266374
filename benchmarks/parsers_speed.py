"""How fast files become lines: PDF pages beside other libraries, then every format.

`python -m benchmarks.parsers_speed [PDF...]`

Prints two tables and, as the last line, both as JSON. Times are of the processor, the best of
rounds in which the libraries take turns, so that other work on the machine counts least.
"""

import json
import platform
import resource
import sys
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
import pypdfium2

from parsers.text.pdf import read_pdf
from parsers.text.reading import read_document

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "samples"
PDF_FILES = ("hh_ru_2020.pdf", "hh_ru_2024.pdf", "hh_en.pdf")
OTHER_FILES = (
    "free_ru.docx",
    "free_ru.odt",
    "hh_ru_2025.doc",
    "free_ru.html",
    "free_ru_cp1251.txt",
)
ROUNDS = 7


def read_with_plumber(content: bytes) -> int:
    with pdfplumber.open(BytesIO(content)) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def read_with_pdfium(content: bytes) -> int:
    """The floor: characters in PDFium's own order, without places or looks."""
    with pypdfium2.PdfDocument(content) as pdf:
        return sum(len(page.get_textpage().get_text_range()) for page in pdf)


READERS: Mapping[str, Callable[[bytes], object]] = {
    "ours": read_pdf,
    "pdfplumber": read_with_plumber,
    "pypdfium2": read_with_pdfium,
}


def best_milliseconds(
    readers: Mapping[str, Callable[[bytes], object]], content: bytes
) -> dict[str, float]:
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(ROUNDS):
        for name, read in readers.items():
            start = time.process_time()
            read(content)
            best[name] = min(best[name], (time.process_time() - start) * 1000)
    return best


def measure_pdf(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    pages = read_pdf(content).page_count
    best = best_milliseconds(READERS, content)
    return {
        "file": path.name,
        "pages": pages,
        **{f"{name}_ms_per_page": round(spent / pages, 2) for name, spent in best.items()},
        "times_faster_than_pdfplumber": round(best["pdfplumber"] / best["ours"], 1),
    }


def measure_file(path: Path) -> dict[str, Any]:
    best = best_milliseconds({"ours": read_document}, path.read_bytes())
    return {"file": path.name, "ours_ms": round(best["ours"], 2)}


def print_table(rows: list[dict[str, Any]]) -> None:
    widths = {name: max(24 if name == "file" else 0, len(name) + 2) for name in rows[0]}
    print("".join(name.ljust(width) for name, width in widths.items()))  # noqa: T201
    for row in rows:
        print("".join(str(row[name]).ljust(width) for name, width in widths.items()))  # noqa: T201


def main(names: list[str]) -> None:
    pdfs = [measure_pdf(Path(name)) for name in names or [str(SAMPLES / f) for f in PDF_FILES]]
    others = [measure_file(SAMPLES / name) for name in OTHER_FILES]
    print_table(pdfs)
    print_table(others)
    figures = {
        "pdf": pdfs,
        "other": others,
        "median_ms_per_page": median(row["ours_ms_per_page"] for row in pdfs),
        "median_times_faster": median(row["times_faster_than_pdfplumber"] for row in pdfs),
        "peak_memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "versions": {name: version(name) for name in ("pypdfium2", "pdfplumber")},
        "machine": platform.machine(),
    }
    print(json.dumps(figures))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
