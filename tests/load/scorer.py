"""`python -m tests.load.scorer BUNDLE`: resumes a second of the scorer alone, asked as by a bot."""

import sys
import time

from domain.resume import Resume
from inference.assessor import load_assessor
from inference.prompts import row_from_resume
from tests.load.talkers import resume_fields

_BATCH = 8
_BATCHES = 8


def main() -> int:
    assessor = load_assessor(sys.argv[1], device="cpu", dtype="auto", allow_remote_code=False)
    rows = [
        row_from_resume(Resume.model_validate(resume_fields(f"номер{number}й")))
        for number in range(_BATCH * (_BATCHES + 1))
    ]
    assessor.assess(rows[:_BATCH])
    started = time.monotonic()
    for first in range(_BATCH, len(rows), _BATCH):
        assessor.assess(rows[first : first + _BATCH])
    sys.stdout.write(str(_BATCH * _BATCHES / (time.monotonic() - started)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
