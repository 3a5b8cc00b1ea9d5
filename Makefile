# `make` alone lists what can be made. Everything sets itself up; nothing needs to be installed first but
# Python >= 3.11.5 and make.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do command -v $$p && break; done)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PORT   ?= 8000

export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help setup browser packages site serve check test thorough golden floors bench mutants lint audit stress clean

help:  ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY)  ## Make the virtual environment with the locked versions

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "There is no Python. Install Python 3.11.5 or newer, or say where: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "Python 3.11.5 or newer is needed; say where: make PYTHON=/path/to/python3")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "This Python cannot make virtual environments. On Debian: apt-get install python3-venv"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

site: $(READY)  ## Build the whole site into site/
	$(BIN)/archive build

serve: $(READY)  ## Show the site on http://127.0.0.1:8000/ and rebuild it on changes (PORT=…)
	$(BIN)/archive serve --port $(PORT)

check: $(READY)  ## Check everything in seeds/ and report all problems
	$(BIN)/archive check

browser: $(READY)
	@$(BIN)/python -m tests.browser.chromium >/dev/null || .ci/browsers
	@$(BIN)/python -m tests.browser.others >/dev/null || .ci/browsers others || \
	echo "Stories of browsers that are not here are skipped"

packages: node_modules/.package-lock.json

node_modules/.package-lock.json: package-lock.json
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --no-audit --no-fund --silent; \
	else echo "There is no npm, so what needs packages written for it is skipped"; fi

test: $(READY) browser packages  ## Run every test, browser tests included
	$(BIN)/python -m pytest -n auto --dist worksteal

thorough: $(READY) browser packages  ## Run every test in every language and window (twice as long)
	$(BIN)/python -m pytest -n auto --dist worksteal --thorough

golden: $(READY)  ## Renew the golden files; read the difference before committing it
	$(BIN)/python -m pytest -n 0 tests -k golden --renew-golden

floors: $(READY)  ## Measure the quality floors and show them beside the ones on record
	$(BIN)/python -m pytest -n 0 tests -k floors -rA

lint: $(READY) packages  ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if test -x node_modules/.bin/biome; then node_modules/.bin/biome ci --error-on-warnings; \
	else echo "There is no npm, so scripts and style sheets are not looked at"; fi

bench: $(READY)  ## Measure speed and weight, beside the figures on record
	$(BIN)/python -m tests.benchmarks

mutants: $(READY)  ## Put small faults into the program and list those that no test notices (an hour)
	$(BIN)/python -m tests.mutants

audit: $(READY) packages  ## Ask whether the packages in use have known faults
	test -x .venv-audit/bin/pip-audit || { $(PYTHON) -m venv .venv-audit && .venv-audit/bin/pip install --quiet --disable-pip-version-check pip-audit; }
	.venv-audit/bin/pip-audit --disable-pip --require-hashes --requirement requirements.lock
	npm audit

stress: $(READY)  ## Kill builds at random moments, and at every step that changes the disk (half an hour)
	STRESS=50 $(BIN)/python -m pytest -n 0 -rs -o faulthandler_timeout=7200 tests/stress tests/publish/test_exchange.py tests/writing

clean: $(READY)  ## Remove what the build made
	$(BIN)/archive clean
