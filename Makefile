# What can be done here. `make` lists it.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SAMPLE ?= samples/01-measured.pdf
REF ?= HEAD
ONLY ?=
LABELLED ?= $(shell grep -l '"text": ' tests/gold/training/*.jsonl)
STAMP = $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup demo test check golden train compare bench full wheel clean

help: ## say what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(STAMP) ## make a virtual environment with everything that tests need

demo: $(BIN)/auditor ## audit a sample strategy and say where its report is
	$(BIN)/auditor audit $(SAMPLE)

$(BIN)/auditor:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq -e .

$(STAMP): $(BIN)/auditor setup.cfg pyproject.toml
	$(BIN)/python -m pip install -qq -e '.[test]'
	touch $(STAMP)

test: setup ## run the core tests: no browser, no network, a few minutes
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile -m "not full"

check: setup ## word lists, types, style and complexity
	$(BIN)/auditor check
	$(BIN)/python -m ruff check auditor tests
	$(BIN)/python -m ruff format --check auditor tests
	$(BIN)/python -m mypy
	@found=$$($(BIN)/radon cc --min D --show-complexity auditor); \
	test -z "$$found" || { echo "too many branches:"; echo "$$found"; exit 1; }

golden: setup ## accept what is made now as the golden files; look at the difference before committing
	$(BIN)/python -m pytest -q -m "not full" --update-golden tests/test_golden.py tests/test_readme.py tests/report
	git --no-pager diff --stat -- tests README.md docs

train: setup ## learn the judge's weights from LABELLED="a.jsonl b.jsonl"; the tests' own without it
	$(BIN)/auditor train $(LABELLED) -o lexicons

compare: setup ## list every statement whose labels changed since REF=... (a branch or commit)
	$(BIN)/python tests/gains_and_losses.py $(REF)

bench: setup ## speed and memory, as ratios against a yardstick
	$(BIN)/python -m tests.benchmarks $(ONLY)

full: test ## all tests: also those that need a browser, LibreOffice, a cluster or more time
	$(BIN)/python -m pytest -m full

wheel: setup ## build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## take away what was built; the virtual environment stays
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
