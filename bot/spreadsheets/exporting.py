"""A batch as a file for a spreadsheet program."""

import asyncio
from dataclasses import dataclass

from bot.i18n import Translator
from bot.replies.batch_buttons import Export
from bot.spreadsheets.csv_file import csv_of
from bot.spreadsheets.ranking import ranking_sheet, ranking_sheets
from bot.spreadsheets.xlsx import xlsx_of
from usecases.batches.result import BatchResult


@dataclass(frozen=True)
class ExportedFile:
    name: str
    content: bytes


async def export_file(translator: Translator, result: BatchResult, form: Export) -> ExportedFile:
    """Made in a thread: two hundred candidates take a good part of a second."""
    name = f"ranking-{result.batch.created_at:%Y-%m-%d}-{result.batch.id}.{form}"
    return ExportedFile(name, await asyncio.to_thread(_content, translator, result, form))


def _content(translator: Translator, result: BatchResult, form: Export) -> bytes:
    if form == "csv":
        return csv_of(ranking_sheet(translator, result), translator.language)
    return xlsx_of(ranking_sheets(translator, result))
