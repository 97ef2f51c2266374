"""A folder that is replaced only by a whole one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """Gives a path beside `out` that does not exist yet; what was made there becomes `out`.

    An error leaves `out` as it was.
    """
    new = out.with_name(f".{out.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield new
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    shutil.rmtree(out, ignore_errors=True)
    new.replace(out)
