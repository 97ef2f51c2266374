import sys
from pathlib import Path

from tests.bombs import all_bombs

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for bomb in all_bombs():
    (folder / bomb.name).write_bytes(bomb.content)
    print(f"{bomb.name:40} {len(bomb.content):>10} {', '.join(sorted(bomb.outcomes))}")
