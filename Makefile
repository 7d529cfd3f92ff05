# Targets people need; `make help` lists them. Everything happens in .venv, nothing asks for root.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CASE := data/back-to-school-2024
COVERAGE := 90

.DEFAULT_GOAL := help
.PHONY: help report test lint types bench snapshots clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml setup.py constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "campaignlib needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Installing into $(VENV) (about a minute, once) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --progress-bar on --constraint constraints.txt \
	  --config-settings editable_mode=compat --editable '.[dev]'
	@touch $@

report: $(READY) ## the sample campaign's weekly report and retrospective, zh and en, HTML and PDF
	@echo "Running the notebooks and rendering four reports (about a minute) …"
	$(BIN)/campaignlib report weekly $(CASE) --as-of 2024-08-02 --lang zh --lang en --to html,pdf --out reports/_site
	$(BIN)/campaignlib report retrospective $(CASE) --as-of 2024-08-16 --lang zh --lang en --to html,pdf --out reports/_site

test: $(READY) ## all tests; REQUIRE_ALL=1 turns a skip into a failure
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term:skip-covered --cov-fail-under=$(COVERAGE)

lint: $(READY) ## ruff and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(READY) ## mypy --strict
	$(BIN)/mypy

bench: $(READY) ## timings; not a test
	$(BIN)/python -m pytest -p no:cacheprovider --override-ini python_files='bench_*.py' tests/benchmarks -s

snapshots: $(READY) ## renew the snapshots and drop stale ones
	$(BIN)/python -m pytest -n 2 --snapshot-update tests

clean: ## remove what was made: .venv, rendered reports, caches
	rm -rf $(VENV) reports/_site build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
