"""hh.ru's RTF download, which it names .doc: one table row a block, letters as \\uNNNN."""

from pathlib import Path

from tests.samples.hh_pdf import NBSP

_HEAD = (
    r"{\rtf1\ansi\ansicpg1251\deff0\deflang1049{\fonttbl{\f0\fswiss\fcharset204 Arial;}}"
    r"{\colortbl;\red0\green0\blue0;\red173\green173\blue173;}"
)
_ROWS: tuple[tuple[str, ...], ...] = (
    ("Киреев Лев Маркович",),
    (f"Мужчина, 29{NBSP}лет, родился 4 июля 1996\n\n+7{NBSP}(999){NBSP}0006677",),
    (
        "Проживает: Воронеж\nГражданство: Россия, есть разрешение на работу: Россия\n"
        "Не готов к переезду, готов к редким командировкам",
    ),
    ("Желаемая должность и зарплата",),
    (
        "Программист 1С\nСпециализации:\n—  Программист, разработчик\n"
        "Тип занятости: постоянная работа\nФормат работы: удалённо, гибрид",
        f"150{NBSP}000\n₽",
    ),
    ("Опыт работы —4 года 2 месяца",),
    (
        "Июнь 2023 — настоящее время\n2 года 6 месяцев",
        "",
        "ООО «Степной Ключ»\nВоронеж\nПрограммист 1С\n"
        "Доработка типовых конфигураций, обмены, отчёты на СКД.",
    ),
    (
        "Октябрь 2021 — Май 2023\n1 год 8 месяцев",
        "",
        "АО «Заречье»\nСтажёр-программист\nПоддержка пользователей, простые обработки.",
    ),
    ("Образование",),
    ("Бакалавр",),
    ("2021", "", "Воронежский институт учёта, Воронеж\nПрикладная информатика"),
    ("Навыки",),
    ("Навыки", "", f"1С{NBSP}программирование  ERP-системы{NBSP}на{NBSP}базе{NBSP}1С  SQL  Git"),
)


def write_hh_rtf(path: Path) -> None:
    footer = r"{\footer\pard " + _letters("Резюме обновлено 20 ноября 2025 в 12:00") + r"\par}"
    rows = "".join(_row(cells) for cells in _ROWS)
    path.write_text(_HEAD + footer + "\n" + rows + "}", encoding="ascii", newline="\n")


def _row(cells: tuple[str, ...]) -> str:
    ends = "".join(rf"\cellx{3000 * number}" for number in range(1, len(cells) + 1))
    content = "".join(rf"\pard\intbl {_letters(cell)}\cell" + "\n" for cell in cells)
    return rf"\trowd{ends}" + "\n" + content + r"\row" + "\n"


def _letters(text: str) -> str:
    known = {"\n": r"\line ", "—": r"\emdash ", NBSP: r"\~"}
    return "".join(
        known.get(char) or (char if char.isascii() else rf"\uc0\u{ord(char)} ") for char in text
    )
