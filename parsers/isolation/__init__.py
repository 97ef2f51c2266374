"""Reading of hostile files in a process that can be killed.

A small supervisor process loads the parsers once, never torch, and forks one child a document.
The child gives up what it does not need, reads, answers and dies; the supervisor kills it when
its time is over. See docs/parsers.md.
"""

from parsers.files.limits import ParsingLimits
from parsers.isolation.reader import IsolatedResumeReader, IsolationUnavailableError

__all__ = ["IsolatedResumeReader", "IsolationUnavailableError", "ParsingLimits"]
