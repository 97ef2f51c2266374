"""Tables of skills beside how well they are known: only the skills' column is read.

The columns come as cells, or as a line with `|` between them where the format has no tables.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from parsers.layouts.row import Row

_SKILL_HEAD: Final = re.compile(
    r"(?:ключев\w+\s+)?(?:навыки?|умени[ея]|компетенци[яи]|технологи[яи]|инструменты?|программ[аы]|"
    r"язык(?:и)?(?:\s+программирования)?|skills?|technolog(?:y|ies)|tools?|software|languages?|"
    r"competenc(?:y|e|ies)|area|name|название|наименование)",
    re.IGNORECASE,
)
_LEVEL_HEAD: Final = re.compile(
    r"(?:уровень|степень)(?:\s+(?:владения|знани[яй]|навыка))?|опыт(?:,?\s+лет)?|стаж|оценка|лет|"
    r"(?:где\s+)?применял\w*|(?:proficiency|skill)?\s*level|proficiency|rating|(?:years?(?:\s+of)?\s*)?"
    r"experience|years|last\s+used|комментари[ий]|comments?|балл\w*",
    re.IGNORECASE,
)
_LEVEL: Final = re.compile(
    r"(?:уверенн\w+|средн\w+|базов\w+|начальн\w+|продвинут\w+|отличн\w+|хорош\w+|эксперт\w*|слаб\w+|"
    r"свободн\w+|профи|(?:very\s+)?good|strong|basics?|intermediate|advanced|expert|beginner|fluent|"
    r"proficient|excellent|working|novice|familiar|high|medium|low|высокий|низкий)"
    r"(?:\s+(?:уровень|пользователь|level|knowledge|user))?|\d{1,3}\s?%|\d{1,2}\s?/\s?\d{1,2}|"
    r"\d{1,2}\+?\s*(?:лет|года?|years?|yrs?)?|[★☆●○◉■□▪▫█░*+]{1,10}",
    re.IGNORECASE,
)
_LEAST_ROWS: Final = 2
_Cells = Sequence[str]


def without_levels(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with levels, years and the heads of columns left out."""
    return _by_cells(_by_bars(rows))


def _by_bars(rows: Sequence[Row]) -> Sequence[Row]:
    """`Навык | Уровень`, `Postman | уверенно`: one line a row of the table."""
    listed = [[cell.strip() for cell in row.text.strip("|").split("|")] for row in rows]
    barred = [cells for cells in listed if len(cells) > 1]
    if len(barred) < _LEAST_ROWS or len({len(cells) for cells in barred}) > 1:
        return rows
    column = _column_of_skills(barred)
    if column is None:
        return rows
    return [
        row.cut(cells[column]) if len(cells) > 1 else row
        for row, cells in zip(rows, listed, strict=True)
        if len(cells) == 1 or not _is_head(cells)
    ]


def _by_cells(rows: Sequence[Row]) -> Sequence[Row]:
    """The same of a format that has cells: the rows of each table on their own."""
    tables: dict[int, dict[int, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        if row.line.cell is not None:
            table, line, column = row.line.cell
            tables[table][line][column] = (
                f"{tables[table][line].get(column, '')} {row.text}".strip()
            )
    kept: dict[int, int] = {}
    heads: set[tuple[int, int]] = set()
    for table, lines in tables.items():
        whole = {line: [cells[at] for at in sorted(cells)] for line, cells in lines.items()}
        barred = [cells for cells in whole.values() if len(cells) > 1]
        is_even = len(barred) >= _LEAST_ROWS and len({len(cells) for cells in barred}) == 1
        place = _column_of_skills(barred) if is_even else None
        if place is not None:
            kept[table] = sorted(next(iter(lines.values())))[place]
            heads |= {(table, line) for line, cells in whole.items() if _is_head(cells)}
    return [
        row
        for row in rows
        if (cell := row.line.cell) is None
        or cell[0] not in kept
        or (cell[2] == kept[cell[0]] and cell[:2] not in heads)
    ]


def _column_of_skills(table: Sequence[_Cells]) -> int | None:
    """Where the skills stand; None where no other column tells how well they are known."""
    if _is_head(table[0]):
        return next(at for at, cell in enumerate(table[0]) if _SKILL_HEAD.fullmatch(cell))
    others = [cell for cells in table for cell in cells[1:] if cell]
    if others and all(_LEVEL.fullmatch(cell) for cell in others):
        return 0
    return None


def _is_head(cells: _Cells) -> bool:
    """Names of columns: one of skills, and nothing but measures beside it."""
    skills = [cell for cell in cells if _SKILL_HEAD.fullmatch(cell)]
    levels = [cell for cell in cells if _LEVEL_HEAD.fullmatch(cell)]
    return len(skills) == 1 and bool(levels) and len(levels) + 1 == len(cells)
