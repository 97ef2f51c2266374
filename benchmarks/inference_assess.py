"""The shipped bundle on a CPU: time to ready, memory, one resume, many resumes.

`python -m benchmarks.inference_assess [BUNDLE]`. The rows are made-up careers whose prompts fill
the bundle's length, and shorter ones with a median of about half of it.
"""

import json
import random
import resource
import statistics
import sys
import time

from inference.assessor import load_assessor
from inference.prompts import PromptRow

_REPEATS = 15
_BULK_ROWS = 60
_WORDS = (
    *("разработка", "сервисов", "отчёты", "витрины", "данных", "Python", "SQL", "Airflow"),
    *("тестирование", "поддержка", "внедрение", "команда", "проект", "нагрузка", "требования"),
)


def main() -> int:
    bundle = sys.argv[1] if len(sys.argv) > 1 else "compact"
    started = time.perf_counter()
    assessor = load_assessor(bundle, device="cpu")
    assessor.assess([_career(random.Random(0), jobs=1)])
    ready_seconds = time.perf_counter() - started
    one = _career(random.Random(1), jobs=12)
    bulk = [_career(random.Random(i), jobs=1 + i % 9) for i in range(_BULK_ROWS)]
    seconds = [_seconds(assessor.assess, [one]) for _ in range(_REPEATS)]
    bulk_seconds = _seconds(assessor.assess, bulk)
    figures = {
        "ready_seconds": round(ready_seconds, 2),
        "score_and_explain_ms": round(1000 * statistics.median(seconds), 1),
        "resumes_per_second_in_bulk": round(_BULK_ROWS / bulk_seconds, 1),
        "resident_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    for name, figure in figures.items():
        sys.stdout.write(f"{name:28} {figure}\n")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _seconds(call: object, argument: object) -> float:
    started = time.perf_counter()
    call(argument)  # type: ignore[operator]
    return time.perf_counter() - started


def _career(chance: random.Random, jobs: int) -> PromptRow:
    lines = [
        f"{2024 - i}-01-01 - {2025 - i}-01-01: инженер  " + " ".join(chance.choices(_WORDS, k=40))
        for i in range(jobs)
    ]
    return PromptRow(
        age=str(chance.randint(20, 60)),
        city=chance.choice(["Москва", "Омск", "Казань"]),
        position="Инженер данных",
        key_skills=", ".join(chance.sample(_WORDS, 12)),
        client_name="Банк",
        salary=f"от {chance.randint(100, 400)} 000",
        work_experience="\n".join(lines),
        total_experience=f"всего {12 * jobs} мес.",
    )


if __name__ == "__main__":
    sys.exit(main())
