"""The bot's settings: environment variables, or lines of `.env`."""

import base64
import binascii
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

DATA_KEY_BYTES = 32
TELEGRAM_API_URL = "https://api.telegram.org"


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
    access: Literal["open", "invite"] = "open"
    files_per_person: Annotated[int, Field(ge=1, le=100)] = 10
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
