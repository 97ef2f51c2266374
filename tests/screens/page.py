"""Frames as one HTML page without scripts or other files: a phone's chat, many times."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from bot.i18n import LANGUAGES, Language
from tests.screens.frames import Frame

Sections = Mapping[str, Sequence[Frame]]

_STYLE = (Path(__file__).parent / "look.css").read_text(encoding="utf-8")
_TALKS: Mapping[Language, str] = {"ru": "Разговоры целиком", "en": "Whole talks"}
_TITLES: Mapping[Language, str] = {"ru": "Экраны бота", "en": "The bot's screens"}


def draw_page(language: Language, sections: Sections) -> str:
    """The page of one language."""
    links = "".join(
        f'<a href="#{number}">{escape(title)}</a>' for number, title in enumerate(sections)
    )
    body = "".join(
        f'<section id="{number}"><h2>{escape(title)}</h2><div>'
        + "".join(map(_draw, frames))
        + "</div></section>\n"
        for number, (title, frames) in enumerate(sections.items())
    )
    title = _TITLES[language]
    return _document(title, language, f"<h1>{title}</h1>\n<nav>{links}</nav>\n{body}")


def draw_index(counts: Mapping[Language, Mapping[str, int]]) -> str:
    """Links to the pages, with what each holds."""
    lines = [
        f'<h2><a href="{language}.html">{_TITLES[language]}</a></h2><ul>'
        + "".join(
            f'<li><a href="{language}.html#{number}">{escape(title)}</a>: {count}</li>'
            for number, (title, count) in enumerate(counts[language].items())
        )
        + f'<li><a href="talks-{language}.html">{_TALKS[language]}</a></li></ul>\n'
        for language in LANGUAGES
    ]
    return _document("Screens", "en", "<h1>Screens</h1>\n" + "".join(lines))


def write_talks(folder: Path, talks: Mapping[Language, Sections]) -> None:
    """talks-ru.html and talks-en.html."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, sections in talks.items():
        page = draw_page(language, sections)
        (folder / f"talks-{language}.html").write_text(page, encoding="utf-8")


def _draw(frame: Frame) -> str:
    picture = f'<img src="{frame.picture}" alt="">' if frame.picture else ""
    rows = "".join(
        '<div class="row">' + "".join(f"<span>{escape(label)}</span>" for label in row) + "</div>"
        for row in frame.buttons
    )
    kinds = {"toast": frame.is_toast, "ours": frame.is_ours}
    kind = "".join(f' class="{name}"' for name, holds in kinds.items() if holds)
    about = f"<p>{escape(frame.about)}</p>"
    return f'<article{kind}>{about}<div class="body">{picture}{frame.html}</div>{rows}</article>\n'


def _document(title: str, language: Language, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}"
        "</body>\n</html>\n"
    )
