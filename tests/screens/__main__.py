"""`python -m tests.screens FOLDER` draws the screens there, and docs/dialogs.md."""

import argparse
import asyncio
import tempfile
from pathlib import Path

from bot.i18n import LANGUAGES, Language, Locales
from tests.bot.conftest import MakeDesk, desks, migrate
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
    for name, frames in texts_by_file(translator).items():
        sections[f"{name}.ftl · all texts"] = frames
    return sections


async def draw_all() -> dict[str, str]:
    """All pages by name: index.html, one a language, and dialogs.md."""
    locales, pages = Locales(), dict[str, str]()
    counts: dict[Language, dict[str, int]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        migrated = await migrate(Path(scratch) / "migrated.db")
        async with desks(locales, migrated, Path(scratch)) as make_desk:
            for language in LANGUAGES:
                sections = await draw_sections(make_desk, locales, language)
                counts[language] = {title: len(frames) for title, frames in sections.items()}
                pages[f"{language}.html"] = draw_page(language, sections)
            pages[DIALOGS_FILE.name] = draw_dialogs((await make_desk()).dispatcher)
    return pages | {"index.html": draw_index(counts)}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pages go, e.g. docs/screens")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in asyncio.run(draw_all()).items():
        path = DIALOGS_FILE if name == DIALOGS_FILE.name else folder / name
        path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
