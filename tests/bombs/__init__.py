"""Files that are made to hang, blow up or mislead a parser, and what may become of each.

`python -m tests.bombs FOLDER` writes them, to be tried on any reader.
"""

from tests.bombs.bomb import Bomb
from tests.bombs.marked_up import marked_up_bombs
from tests.bombs.packed import packed_bombs
from tests.bombs.pdf import pdf_bombs
from tests.bombs.pictures import picture_bombs
from tests.bombs.plain import plain_bombs

__all__ = ["Bomb", "all_bombs"]


def all_bombs() -> list[Bomb]:
    return [
        *pdf_bombs(),
        *packed_bombs(),
        *marked_up_bombs(),
        *picture_bombs(),
        *plain_bombs(),
    ]
