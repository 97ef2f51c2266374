"""The bot's settings: environment variables, or lines of `.env`."""

import base64
import binascii
import re
from typing import Annotated, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

DATA_KEY_BYTES = 32
TELEGRAM_API_URL = "https://api.telegram.org"
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
_WEBHOOK_PATH = re.compile(r"(/[A-Za-z0-9._~-]*)*")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""Telegram's form, but long enough that nobody guesses it."""


def _split_ids(value: object) -> object:
    return tuple(filter(None, value.replace(",", " ").split())) if isinstance(value, str) else value


def _check_token(value: SecretStr | None) -> SecretStr | None:
    token = value.get_secret_value().strip() if value else ""
    if not token:
        return None
    bot_id, _, secret = token.partition(":")
    if not (bot_id.isdecimal() and secret):
        raise ValueError("looks like 123456789:AAE... as @BotFather gives it")
    return SecretStr(token)


def _check_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("must be an http(s) address")
    return value.rstrip("/")


def _check_webhook_url(value: str | None, info: ValidationInfo) -> str | None:
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise ValueError("is not an address") from None
    if not is_whole or not _is_safe_way(parts):
        raise ValueError("must be https://host/path (http only where the host is this machine)")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError("must be an address without user, query and fragment")
    if not _WEBHOOK_PATH.fullmatch(parts.path):
        raise ValueError("may have A-Z a-z 0-9 . _ ~ - and / in its path")
    if info.data.get("bot_token", value) is None:
        raise ValueError("needs BOT_TOKEN; the sandbox is asked for updates")
    return value


def _is_safe_way(parts: SplitResult) -> bool:
    """A Bot API server on this machine, such as the sandbox, may use plain HTTP."""
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _THIS_MACHINE)


def _check_webhook_secret(value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
    form = "16 to 256 of A-Z a-z 0-9 _ - (openssl rand -hex 32 makes one)"
    if value is None:
        if info.data.get("webhook_url"):
            raise ValueError(f"is needed with WEBHOOK_URL: {form}")
    elif not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
        raise ValueError(f"must be {form}")
    return value


def _check_database(value: str) -> str:
    if not value.startswith("sqlite+aiosqlite:///"):
        raise ValueError("must be sqlite+aiosqlite:///path/to/file.db")
    return value


def _check_keys(value: SecretStr | None) -> SecretStr | None:
    text = value.get_secret_value().strip() if value else ""
    if not text:
        return None
    for part in text.split(","):
        _data_key(part)
    return SecretStr(text)


def _data_key(text: str) -> bytes:
    try:
        raw = base64.b64decode(text.strip(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("must be base64") from error
    if len(raw) != DATA_KEY_BYTES:
        raise ValueError(f"must be {DATA_KEY_BYTES} bytes in base64")
    return raw


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class Settings(BaseSettings):
    """Every key of `.env`; the field names are the keys in lower case.

    An empty value means the default. No `bot_token` means: run in the sandbox.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    bot_token: Annotated[SecretStr | None, AfterValidator(_check_token)] = None
    admin_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_split_ids)] = ()
    database_url: Annotated[str, AfterValidator(_check_database)] = (
        "sqlite+aiosqlite:///data/bot.db"
    )
    bundle: str = "compact"
    device: Annotated[str, Field(pattern=r"^(auto|cpu|mps|cuda(:\d+)?)$")] = "auto"
    dtype: Literal["auto", "float32", "bfloat16", "nf4"] = "auto"
    allow_remote_code: bool = False
    telegram_api_url: Annotated[str, AfterValidator(_check_url)] = TELEGRAM_API_URL
    webhook_url: Annotated[str | None, AfterValidator(_check_webhook_url)] = None
    webhook_secret: Annotated[
        SecretStr | None, AfterValidator(_check_webhook_secret), Field(validate_default=True)
    ] = None
    webhook_host: str = "127.0.0.1"
    webhook_port: Annotated[int, Field(ge=1, le=65535)] = 8090
    access: Literal["open", "invite"] = "open"
    files_per_person: Annotated[int, Field(ge=1, le=100)] = 10
    files_per_hour: Annotated[int, Field(ge=1, le=10_000)] = 60
    messages_per_minute: Annotated[int, Field(ge=1, le=1_000_000)] = 90
    retention_days: Annotated[int | None, Field(ge=1, le=3650)] = None
    data_key: Annotated[SecretStr | None, AfterValidator(_check_keys)] = None
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = (
        "INFO"
    )
    log_format: Literal["text", "json"] = "text"
    metrics_port: Annotated[int | None, Field(ge=1, le=65535)] = None

    @property
    def data_keys(self) -> tuple[bytes, ...]:
        """DATA_KEY's keys, the newest first; empty where nothing is sealed."""
        text = self.data_key.get_secret_value() if self.data_key else ""
        return tuple(_data_key(part) for part in text.split(",") if text)
