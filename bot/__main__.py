"""`python -m bot`: the bot, or without a token the sandbox with the bot in it."""

import asyncio
import gc
import logging
import os
import sys
from pathlib import Path

from pydantic import ValidationError

from bot.config import Settings
from bot.i18n import LocaleError, Locales, Translator
from bot.listening import PortTakenError
from bot.operations.logs import set_up_logging
from bot.redaction import redact
from bot.refusals import refusal_text
from domain.errors import ResumeExpertiseError

SAMPLE_RESUME = Path(__file__).parent.parent / "tests" / "samples" / "hh_ru_2024.pdf"
SANDBOX_DATABASE = Path("data/sandbox.db")
_EXIT_WRONG_SETTING = 2
_EXIT_UNUSABLE = 1
_SWITCH_SECONDS = 0.0005
"""A tap goes to the database's thread and back several times, and beside a picture that is drawn
each of these ways waits so long. With Python's 5 ms they took 20 ms and more, so 5."""


def main() -> int:
    """0 after a clean stop, 1 where something is missing or in use, 2 for a wrong setting."""
    try:
        locales = Locales()
    except LocaleError as error:
        print(f"bot: {error}", file=sys.stderr)
        return _EXIT_UNUSABLE
    translator = locales.for_code(os.environ.get("LANG", "")[:2])
    try:
        settings = Settings()
    except ValidationError as error:
        for fault in error.errors(include_input=False, include_url=False):
            name = str(fault["loc"][0]).upper()
            reason = fault["msg"].removeprefix("Value error, ")
            _say(translator.plain("operator-settings", name=name, reason=reason))
        return _EXIT_WRONG_SETTING
    if settings.bot_token is None:
        return _play_in_sandbox(settings, translator)
    set_up_logging(settings.log_level, settings.log_format)
    code = _run(settings, locales, translator)
    logging.shutdown()
    # All that matters is on disk. A thread in the middle of a model can't be interrupted, and
    # a usual exit would wait for it.
    os._exit(code)


def _run(settings: Settings, locales: Locales, translator: Translator) -> int:
    # Imported late: a wrong setting is then told at once. What imports make lives for ever, so
    # it is no garbage to look for: not now, where that is a fifth of the start, and not later.
    gc.disable()
    from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError

    from bot.running import run_bot
    from bot.updates.webhook import WebhookRefusedError
    from parsers.isolation import IsolationUnavailableError

    gc.freeze()
    gc.enable()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        asyncio.run(run_bot(settings, locales))
    except (TelegramUnauthorizedError, TelegramNotFound):
        _say(translator.plain("operator-token"))
    except TelegramAPIError:
        _say(translator.plain("operator-unreachable", url=settings.telegram_api_url))
    except IsolationUnavailableError as error:
        _say(translator.plain("operator-reader", reason=str(error)))
    except PortTakenError as error:
        facts = {"setting": error.setting, "port": str(error.port), "reason": error.reason}
        _say(translator.plain("operator-port", **facts))
    except WebhookRefusedError as error:
        _say(translator.plain("operator-webhook", reason=error.reason))
    except ResumeExpertiseError as error:
        _say(refusal_text(translator, error))
    else:
        return 0
    return _EXIT_UNUSABLE


def _play_in_sandbox(settings: Settings, translator: Translator) -> int:
    _say(translator.plain("operator-sandbox"))
    if "database_url" not in settings.model_fields_set:
        os.environ["DATABASE_URL"] = _fresh_sandbox_database()
    command = [sys.executable, "-m", "sandbox", "--with-bot"]
    if SAMPLE_RESUME.is_file():
        command += ["--play", str(SAMPLE_RESUME)]
    sys.stdout.flush()
    try:
        os.execv(sys.executable, command)
    except OSError as error:
        _say(translator.plain("operator-no-sandbox", reason=str(error)))
    return _EXIT_UNUSABLE


def _fresh_sandbox_database() -> str:
    """The sandbox's chats go with its process, and so must dialogs that point into them."""
    SANDBOX_DATABASE.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        SANDBOX_DATABASE.with_name(SANDBOX_DATABASE.name + suffix).unlink(missing_ok=True)
    return f"sqlite+aiosqlite:///{SANDBOX_DATABASE}"


def _say(line: str) -> None:
    print(f"bot: {redact(line)}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
