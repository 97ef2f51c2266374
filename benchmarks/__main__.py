"""Runs every benchmark script, each in a process of its own; the last line is all figures as JSON.

A script is a module of this package; its last line of output is a JSON object. Ratios are
taken within one script's run, so they hold on any machine; milliseconds only hold on this one.
"""

import json
import pkgutil
import subprocess
import sys

import benchmarks


def main() -> int:
    figures: dict[str, object] = {}
    failed = False
    for module in pkgutil.iter_modules(benchmarks.__path__):
        if module.name.startswith("_"):
            continue
        print(f"== {module.name}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{module.name}"]
        run = subprocess.run(command, check=False, capture_output=True, text=True)
        *table, last = run.stdout.rstrip().split("\n")
        print("\n".join(table), flush=True)
        if run.returncode != 0:
            print(last, run.stderr, sep="\n")
            failed = True
            continue
        figures[module.name] = json.loads(last)
    print(json.dumps(figures, ensure_ascii=False))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
