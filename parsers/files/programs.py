"""Debian programs that some formats need, and how a reader asks for one."""

from collections.abc import Callable
from enum import StrEnum


class Program(StrEnum):
    """Named as its command."""

    ANTIWORD = "antiword"
    TESSERACT = "tesseract"


RunProgram = Callable[[Program, bytes], bytes]
"""The program's output for a file with this content; raises DamagedFileError where it fails and
ReadingTimeoutError where it takes too long, ProgramMissingError where it is not installed."""


class ProgramMissingError(Exception):
    """`program` is not installed here."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.program = program


class ProgramNeededError(Exception):
    """The file can't be read by this process: it has to be one that may run `program`."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.program = program
