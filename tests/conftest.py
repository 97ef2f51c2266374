"""What all tests share: tests of optional Debian programs must run in CI and may skip elsewhere."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from bot.pictures import drawing


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("system"):
        program = marker.args[0]
        if shutil.which(program):
            continue
        if os.environ.get("CI"):
            pytest.fail(f"{program} is not installed, and CI must have it")
        pytest.skip(f"{program} is not installed")


@pytest.fixture(autouse=True)
def pictures_without_a_process(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test has an event loop of its own, and would start a process of its own: a second."""
    if request.node.get_closest_marker("own_process"):
        yield
        return

    async def drawn_here(draw: Callable[[object], bytes], facts: object) -> bytes:
        return draw(facts)

    # Not the fixture `monkeypatch`: it would be made first of all, and undone last of all.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "_in_own_process", drawn_here)
        yield
