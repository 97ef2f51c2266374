"""The parts of what a person may know and erase."""

from collections.abc import Mapping
from typing import Any

from bot.wiring.parts import Parts
from usecases.erase_user import EraseUser
from usecases.export_my_data import ExportMyData
from usecases.trace_my_file import TraceMyFile


def provide_privacy(parts: Parts) -> Mapping[str, Any]:
    personal = parts.database.personal
    return {
        "erase_user": EraseUser(personal),
        "export_my_data": ExportMyData(personal),
        "trace_my_file": TraceMyFile(personal),
    }
