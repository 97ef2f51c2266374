"""How fast files become text: PDF pages beside other libraries, then every format, then memory.

`python -m benchmarks.parsers_speed [FILE | FOLDER]...`: PDFs to measure instead of the samples;
other files in a folder are measured too, each as what it is.

Prints tables and, as the last line, all figures as JSON. Times are the best of rounds in which
the libraries take turns, so that other work on the machine counts least: of the processor, but
wall-clock where another program does the work. As in the process that reads files, nothing
collects garbage meanwhile. Peak memory is of a process that reads one file and does nothing else.
"""

import asyncio
import gc
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks._pdf_libraries import READERS
from domain.errors import ResumeFileError
from parsers.files.kind import PICTURES, FileKind, detect_kind
from parsers.files.limits import DEFAULT_LIMITS
from parsers.isolation import IsolatedResumeReader
from parsers.isolation.programs import start_runner
from parsers.pipeline import read_resume
from parsers.text.pdf import read_pdf

SAMPLES = Path(__file__).resolve().parents[1] / "tests" / "samples"
PDF_SAMPLES = ("hh_ru_2020.pdf", "hh_ru_2024.pdf", "hh_en.pdf")
FORMAT_SAMPLES: Mapping[str, str] = {
    "PDF": "hh_ru_2024.pdf",
    "DOCX": "free_ru.docx",
    "DOC": "free_ru.doc",
    "RTF": "hh_ru_2025.doc",
    "ODT": "free_ru.odt",
    "TXT": "free_ru_cp1251.txt",
    "HTML": "free_ru.html",
    "hh.ru JSON": "hh_api.json",
    "hh.ru page": "hh_page.html",
    "scan (OCR)": "scan.pdf",
    "picture (OCR)": "scan.png",
}
ROUNDS = 7
PROGRAM_ROUNDS = 3
BY_PROGRAMS = PICTURES | {FileKind.DOC}
Row = dict[str, Any]


def best_milliseconds(
    readers: Mapping[str, Callable[[bytes], object]],
    content: bytes,
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, float]:
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(rounds):
        for name, read in readers.items():
            start = clock()
            read(content)
            best[name] = min(best[name], (clock() - start) * 1000)
    return best


def measure_pdf(path: Path) -> Row | None:
    """None where the file has no text to compare."""
    content = path.read_bytes()
    try:
        pages = read_pdf(content).page_count
        best = best_milliseconds(READERS, content)
    except Exception as error:  # noqa: BLE001  a library that can't read this file has no time
        print(f"{path.name}: not measured, {type(error).__name__}")  # noqa: T201
        return None
    ours = best["ours"]
    return {
        "file": path.name,
        "pages": pages,
        **{f"{name}_ms_a_page": round(spent / pages, 2) for name, spent in best.items()},
        **{f"{name}_to_ours": round(best[name] / ours, 1) for name in best if name != "ours"},
    }


def median_row(rows: list[Row]) -> Row:
    figures = [name for name in rows[0] if name not in ("file", "pages")]
    middle = {name: round(median(row[name] for row in rows), 2) for name in figures}
    return {"file": f"median of {len(rows)}", "pages": sum(row["pages"] for row in rows), **middle}


def measure_format(name: str, path: Path) -> Row | None:
    """The whole way from bytes to fields; None where a program that it needs is not here."""
    content = path.read_bytes()
    is_by_program = "OCR" in name or detect_kind(content, DEFAULT_LIMITS) in BY_PROGRAMS
    run = start_runner(DEFAULT_LIMITS) if is_by_program else None

    def read(content: bytes) -> object:
        return read_resume(content, path.name, DEFAULT_LIMITS, run)

    rounds = PROGRAM_ROUNDS if is_by_program else ROUNDS
    clock = time.perf_counter if is_by_program else time.process_time
    try:
        pages = _count_pages(content)
        spent = best_milliseconds({"ours": read}, content, rounds, clock)["ours"]
    except ResumeFileError as error:
        print(f"{path.name}: not measured, {error}")  # noqa: T201
        return None
    return {
        "format": name,
        "file": path.name,
        "pages": pages,
        "ms_a_page": round(spent / pages, 2),
        "clock": "wall" if is_by_program else "processor",
        "peak_mib": peak_mebibytes(path),
    }


def _count_pages(content: bytes) -> int:
    """1 for formats that have none."""
    try:
        return read_pdf(content).page_count
    except ResumeFileError:
        return 1


def peak_mebibytes(path: Path) -> int:
    """Of a fresh process that reads the file once; programs that it starts are not counted."""
    command = [sys.executable, "-m", "benchmarks._peak", str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(printed.split()[1])


async def measure_isolated(content: bytes) -> Row:
    """Wall-clock of the real way: a confined child a file."""
    reader = IsolatedResumeReader()
    try:
        start = time.perf_counter()
        await reader.start()
        started = time.perf_counter()
        spent = []
        for _ in range(ROUNDS):
            before = time.perf_counter()
            await reader.read(content, "resume")
            spent.append(time.perf_counter() - before)
    finally:
        await reader.close()
    return {
        "supervisor_start_ms": round((started - start) * 1000),
        "file_ms": round(min(spent) * 1000, 1),
    }


def print_table(rows: list[Row]) -> None:
    if not rows:
        return
    widths = {name: max([len(name), *(len(str(row[name])) for row in rows)]) for name in rows[0]}
    for row in ({name: name for name in widths}, *rows):
        print("  ".join(str(row[name]).ljust(width) for name, width in widths.items()))  # noqa: T201


def files_of(names: Iterable[str]) -> list[Path]:
    found = [Path(name) for name in names]
    return [
        file
        for path in found
        for file in (sorted(path.iterdir()) if path.is_dir() else [path])
        if file.is_file()
    ]


def main(names: list[str]) -> None:
    gc.collect()
    gc.freeze()
    gc.disable()
    files = files_of(names)
    pdfs = [file for file in files if file.suffix.lower() == ".pdf"]
    others = [(file.suffix[1:].upper(), file) for file in files if file not in pdfs]
    rows = [
        row
        for path in pdfs or [SAMPLES / name for name in PDF_SAMPLES]
        if (row := measure_pdf(path))
    ]
    middle = median_row(rows)
    print_table([*rows, middle])
    samples = [(name, SAMPLES / file) for name, file in FORMAT_SAMPLES.items()]
    formats = [row for name, path in others or samples if (row := measure_format(name, path))]
    print_table(formats)
    isolated = asyncio.run(measure_isolated((SAMPLES / "hh_ru_2024.pdf").read_bytes()))
    print_table([isolated])
    figures = {
        "pdf": rows,
        "median": middle,
        "formats": formats,
        "isolated": isolated,
        "versions": {name: version(name) for name in ("pypdfium2", "pdfplumber", "pypdf")},
        "machine": platform.machine(),
    }
    print(json.dumps(figures))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
