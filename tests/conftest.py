"""What all tests share: tests of optional Debian programs must run in CI and may skip elsewhere."""

import os
import shutil

import pytest


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("system"):
        program = marker.args[0]
        if shutil.which(program):
            continue
        if os.environ.get("CI"):
            pytest.fail(f"{program} is not installed, and CI must have it")
        pytest.skip(f"{program} is not installed")
