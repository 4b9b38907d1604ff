# Everything a fresh machine with git, make and Python >= 3.11 needs. `make run` starts the coach, `make test` tests it.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ ·/'

setup: .venv/.run ## .venv/ with everything the bot needs

run: .venv/.run ## with BOT_TOKEN (environment or .env) the bot, without it the preview on http://127.0.0.1:8080
	@if [ -n "$$BOT_TOKEN" ] || grep -qsE '^ *(export +)?BOT_TOKEN *= *[^ ]' .env; then exec $(BIN)/python -m bot; \
	else exec $(BIN)/python -m bot preview; fi

preview: .venv/.run ## a Telegram on your own machine, on http://127.0.0.1:8080
	$(BIN)/python -m bot preview

test: .venv/.test ## lint, strict types, import contracts, content, all tests (short forms)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m content
	$(BIN)/pytest -m browser
	$(BIN)/pytest -m "not soak and not browser" -n 2 --dist loadfile

soak: .venv/.test ## the long forms: hundreds of kills, the whole simulation, a year of reminders
	$(BIN)/pytest -m soak -s --timeout 7200

bench: .venv/.test ## our bot beside a stock python-telegram-bot echo and an aiogram echo
	$(BIN)/python -m tests.bench

bench-scale: .venv/.test ## one PostgreSQL with 1, 2 and 4 workers: logged sets a second and CPU of each part
	$(BIN)/python -m tests.bench.scale

evaluate: .venv/.run ## the reader of questions and replies against EVALUATION=folder
	@for file in $(EVALUATION)/questions_dev.tsv $(EVALUATION)/replies_dev.tsv; do $(BIN)/python -m bot evaluate $$file > /dev/null; done

places: .venv/.test ## make the table of cities anew from GeoNames
	$(BIN)/python -m content.places.build

format: .venv/.test ## let ruff tidy up
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

lock: ## compile the hashed requirements anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements-dev.txt requirements.in -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements-dev.in -o requirements-dev.txt

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Strongstride needs Python 3.11 or newer: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.test: .venv/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.PHONY: help setup run preview test soak bench bench-scale evaluate places format lock
