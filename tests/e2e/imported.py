"""What a bot imports until it answers; tests/e2e/forking.py does it once for all."""

import gc

gc.disable()

import bot.pictures.sheet  # noqa: E402
import bot.running  # noqa: E402
import inference.assessor  # noqa: E402
import inference.model.loader  # noqa: E402

__all__ = ["bot", "inference"]

gc.freeze()
gc.enable()
