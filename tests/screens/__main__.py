"""`python -m tests.screens [FOLDER]` draws docs/dialogs.md, and the screens into the folder."""

import argparse
import asyncio
import logging
import tempfile
from pathlib import Path

from bot.i18n import LANGUAGES, Language, Locales
from tests.bot.conftest import MakeDesk, desks, migrate
from tests.screens.batches import batch_frames
from tests.screens.diagram import DIALOGS_FILE, draw_dialogs
from tests.screens.frames import Frame
from tests.screens.page import Sections, draw_index, draw_page
from tests.screens.scenes import SCENES, scene_frames
from tests.screens.texts import texts_by_file
from tests.screens.windows import window_frames


async def draw_sections(make_desk: MakeDesk, locales: Locales, language: Language) -> Sections:
    """Windows by dialog, scenes, and all texts by file."""
    translator = locales[language]
    sections: dict[str, list[Frame]] = {
        f"{dialog} · windows": frames
        for dialog, frames in (await window_frames(make_desk, language)).items()
    }
    for title in SCENES:
        sections[title] = await scene_frames(make_desk, translator, title)
    sections["Batch"] = batch_frames(translator)
    for name, frames in texts_by_file(translator).items():
        sections[f"{name}.ftl · all texts"] = frames
    return sections


async def draw_all(folder: Path | None) -> dict[Path, str]:
    """All pages by path: dialogs.md, and with a folder index.html and one a language."""
    locales, pages = Locales(), dict[Path, str]()
    counts: dict[Language, dict[str, int]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        migrated = await migrate(Path(scratch) / "migrated.db")
        async with desks(locales, migrated, Path(scratch)) as make_desk:
            pages[DIALOGS_FILE] = draw_dialogs((await make_desk()).dispatcher)
            for language in LANGUAGES if folder else ():
                sections = await draw_sections(make_desk, locales, language)
                counts[language] = {title: len(frames) for title, frames in sections.items()}
                pages[Path(f"{language}.html")] = draw_page(language, sections)
    if counts:
        pages[Path("index.html")] = draw_index(counts)
    return {(folder or Path()) / path: page for path, page in pages.items()}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", help="where the screens go, e.g. docs/screens"
    )
    logging.getLogger("storage").setLevel(logging.ERROR)  # each desk would warn of its SQLite
    folder: Path | None = parser.parse_args().folder
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    for path, page in asyncio.run(draw_all(folder)).items():
        path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
