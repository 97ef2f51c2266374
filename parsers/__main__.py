"""`python -m parsers [--json [--evidence]] FILE...`: what is read from resume files.

Exit status: 0 if every file was read, 1 if any was not, 2 for bad usage.
"""

import argparse
import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from domain.career import total_months
from domain.errors import FileTooLargeError, ResumeFileError
from domain.resume import Job, Reading, Resume
from parsers.isolation import IsolatedResumeReader, IsolationUnavailableError, ParsingLimits
from parsers.messages import explain

_INTERRUPTED = 130
Describe = Callable[[str, Reading | ResumeFileError], str]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m parsers", description="Read resume files and print what they say."
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--evidence",
        action="store_true",
        help="with --json: add where each field was read and how sure the reader is",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a resume: PDF, DOCX, RTF or text")
    options = parser.parse_args(arguments)
    for name in options.files:
        if not Path(name).is_file() or not os.access(name, os.R_OK):
            parser.error(f"can't open the file: {name}")
    if options.evidence and not options.json:
        parser.error("--evidence needs --json")
    as_json = partial(_as_json, with_evidence=options.evidence)
    describe = as_json if options.json else _as_text
    return asyncio.run(_print_readings(options.files, describe))


async def _print_readings(names: Sequence[str], describe: Describe) -> int:
    limits = ParsingLimits()
    reader = IsolatedResumeReader(limits)
    turns = asyncio.Semaphore(limits.processes)
    status = 0
    tasks = [asyncio.create_task(_read(reader, name, limits, turns)) for name in names]
    try:
        for name, task in zip(names, tasks, strict=True):
            outcome = await task
            if isinstance(outcome, ResumeFileError):
                status = 1
            print(describe(name, outcome), flush=True)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await reader.close()
    return status


async def _read(
    reader: IsolatedResumeReader, name: str, limits: ParsingLimits, turns: asyncio.Semaphore
) -> Reading | ResumeFileError:
    """Only the files whose turn it is are held in memory."""
    async with turns:
        try:
            content = await asyncio.to_thread(_load, Path(name), limits.max_bytes)
            return await reader.read(content, Path(name).name)
        except ResumeFileError as error:
            return error


def _load(path: Path, limit_bytes: int) -> bytes:
    if path.stat().st_size > limit_bytes:
        raise FileTooLargeError(limit_bytes)
    return path.read_bytes()


def _as_json(name: str, outcome: Reading | ResumeFileError, *, with_evidence: bool) -> str:
    line: dict[str, object] = {"file": name, "ok": isinstance(outcome, Reading)}
    if isinstance(outcome, Reading):
        line["resume"] = outcome.resume.model_dump(mode="json")
        if with_evidence:
            found = outcome.evidence.items()
            line["evidence"] = {field: each.model_dump(mode="json") for field, each in found}
    else:
        line["error"] = {"code": outcome.code, "message": explain(outcome)}
    return json.dumps(line, ensure_ascii=False)


def _as_text(name: str, outcome: Reading | ResumeFileError) -> str:
    if isinstance(outcome, ResumeFileError):
        return f"{name}\n  not read ({outcome.code}): {explain(outcome)}\n"
    resume = outcome.resume
    rows = [
        ("Position", resume.position),
        ("Age", resume.age),
        ("City", resume.city),
        ("Salary", resume.salary.text if resume.salary else None),
        ("Skills", ", ".join(resume.key_skills)),
        ("Experience", _career_length(resume)),
        *((_period(job), _employment(job)) for job in resume.work_experience),
        ("Layout", f"{resume.layout}, {resume.language or 'language unknown'}"),
        ("Warnings", ", ".join(resume.warnings)),
    ]
    return "\n".join([name, *(f"  {label}: {value}" for label, value in rows if value), ""])


def _career_length(resume: Resume) -> str | None:
    months = resume.total_experience_months
    if months is None:
        months = total_months(resume.work_experience)
    return None if months is None else f"{months // 12} years {months % 12} months"


def _period(job: Job) -> str:
    return f"  {job.start or '?'} to {'now' if job.current else job.end or '?'}"


def _employment(job: Job) -> str:
    return ", ".join(filter(None, (job.position, job.company))) or "a job without a title"


if __name__ == "__main__":
    with contextlib.suppress(AttributeError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except IsolationUnavailableError as error:
        sys.exit(f"No file was read, the reading process failed: {error}")
    except BrokenPipeError:
        # The reader of our lines left; what Python flushes at exit must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
