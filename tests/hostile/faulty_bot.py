"""`python -m tests.hostile.faulty_bot`: the bot as it is, but for the supervisor of its readers."""

import sys
from functools import partial

import bot.wiring.application as application
from bot.__main__ import main
from parsers.isolation import IsolatedResumeReader

SUPERVISOR = "tests.hostile.faulty_reader"

if __name__ == "__main__":
    setattr(  # noqa: B010  (a plain assignment to a class's name is no type)
        application, "IsolatedResumeReader", partial(IsolatedResumeReader, server=SUPERVISOR)
    )
    sys.exit(main())
