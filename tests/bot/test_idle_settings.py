"""An operator learns at start which settings this version does not act on."""

import base64

import pytest

from bot.__main__ import warn_of_idle_settings
from bot.config import Settings
from bot.i18n import Locales


def test_a_key_that_encrypts_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_KEY", base64.b64encode(bytes(32)).decode())
    warn_of_idle_settings(Settings(), Locales().for_code("en"))
    said = capsys.readouterr().err
    assert "DATA_KEY" in said
    assert "unencrypted" in said
    assert "RETENTION_DAYS" not in said


def test_silence_where_nothing_is_idle(capsys: pytest.CaptureFixture[str]) -> None:
    warn_of_idle_settings(Settings(), Locales().for_code("ru"))
    assert capsys.readouterr().err == ""
