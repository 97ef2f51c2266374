"""Settings and the redacted log."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.__main__ import main
from bot.config import Settings
from bot.redaction import redact

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"


@pytest.fixture(autouse=True)
def no_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_defaults_lead_to_the_sandbox() -> None:
    settings = Settings()
    assert settings.bot_token is None
    assert settings.database_url == "sqlite+aiosqlite:///data/bot.db"
    assert settings.access == "open"


def test_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        f"BOT_TOKEN={TOKEN}\nADMIN_IDS=1, 22\nLOG_LEVEL=debug\nRETENTION_DAYS=\n"
    )
    settings = Settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.admin_ids == (1, 22)
    assert settings.log_level == "DEBUG"
    assert settings.retention_days is None
    assert TOKEN not in repr(settings)


def test_env_example_names_every_setting_and_is_valid(tmp_path: Path) -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text()
    names = re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)
    assert [name.lower() for name in names] == list(Settings.model_fields)
    (tmp_path / ".env").write_text(example)
    assert Settings() == Settings(_env_file=None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "nonsense"),
        ("ADMIN_IDS", "me"),
        ("DATABASE_URL", "postgresql://x/y"),
        ("DEVICE", "quantum"),
        ("DTYPE", "int3"),
        ("TELEGRAM_API_URL", "telegram.org"),
        ("ACCESS", "vip"),
        ("WEBHOOK_URL", "bot.example.org/telegram"),
        ("WEBHOOK_SECRET", "short"),
        ("WEBHOOK_PORT", "0"),
        ("RETENTION_DAYS", "0"),
        ("DATA_KEY", "c2hvcnQ="),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_value_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError) as caught:
        Settings()
    assert caught.value.errors()[0]["loc"][0] == name.lower()


SECRET = "made-up-secret_0123456789"
HOOK = {"BOT_TOKEN": TOKEN, "WEBHOOK_URL": "https://bot.example.org/telegram"}


def hooked(monkeypatch: pytest.MonkeyPatch, **changes: str) -> Settings:
    for name, value in (HOOK | {"WEBHOOK_SECRET": SECRET} | changes).items():
        monkeypatch.setenv(name, value)
    return Settings()


@pytest.mark.parametrize(
    "url",
    ["https://bot.example.org", "https://bot.example.org:8443/", "https://[2001:db8::1]/a.b/~c",
     "http://127.0.0.1:8090/telegram", "http://localhost/x"],
)  # fmt: skip
def test_a_webhook_has_an_address_and_a_secret(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    settings = hooked(monkeypatch, WEBHOOK_URL=url)
    assert (settings.webhook_url, settings.webhook_port) == (url, 8090)
    assert SECRET not in repr(settings)


@pytest.mark.parametrize(
    "url",
    ["http://bot.example.org/telegram", "ftp://127.0.0.1/x", "https:///x", "https://[x/", "x",
     "https://bot.example.org:99999/", "https://me:word@bot.example.org/", "https://a.org/?b=c",
     "https://a.org/#b", "https://a.org/{b}", "https://a.org/a%2fb", "https://a.org/a b"],
)  # fmt: skip
def test_a_wrong_webhook_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    with pytest.raises(ValidationError) as caught:
        hooked(monkeypatch, WEBHOOK_URL=url)
    assert [fault["loc"] for fault in caught.value.errors()] == [("webhook_url",)]


@pytest.mark.parametrize("secret", ["", "a" * 15, "a" * 257, "secret with spaces", "секрет" * 5])
def test_a_webhook_without_a_good_secret_is_refused(
    monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    with pytest.raises(ValidationError, match="openssl rand") as caught:
        hooked(monkeypatch, WEBHOOK_SECRET=secret)
    assert [fault["loc"] for fault in caught.value.errors()] == [("webhook_secret",)]


def test_who_runs_it_reads_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in HOOK.items():
        monkeypatch.setenv(name, value)
    assert main() == 2
    assert "WEBHOOK_SECRET" in capsys.readouterr().err


def test_the_sandbox_is_no_place_for_a_webhook(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError, match="needs BOT_TOKEN"):
        hooked(monkeypatch, BOT_TOKEN="")


@pytest.mark.parametrize(
    "text",
    [
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"https://api.telegram.org/file/bot{TOKEN}/documents/a.pdf",
        f"token {TOKEN}!",
        f"/bot{TOKEN.replace(':', '%3A')}/getFile",
    ],
)
def test_tokens_are_redacted(text: str) -> None:
    assert "AAEhBOweik6ad9r" not in redact(text)


def test_other_text_stays() -> None:
    text = "2026-11-03 12:30:45 INFO chat 123456789: 5 updates, https://t.me/bot"
    assert redact(text) == text
