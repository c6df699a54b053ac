# Every target installs what it needs into .venv first; nothing outside this folder is touched.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all demo test test-postgres format check types contracts bench faults screens clean

all: format check test

.venv/installed-%: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[$*]'
	touch $@

demo: .venv/installed-demo
	$(BIN)/roundtable demo

test: .venv/installed-dev
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

# All that touches the bot's memory once more, on a PostgreSQL of its own that pip has installed.
test-postgres: .venv/installed-server
	$(BIN)/python -m tests.postgres -n auto --dist loadfile --no-loadscope-reorder

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/installed-dev
	$(BIN)/python -m benchmarks

faults: .venv/installed-dev
	$(BIN)/python -m pytest -m faults -p no:randomly tests/faults

screens: .venv/installed-dev
	SCREENS=docs/screens $(BIN)/python -m pytest -p no:randomly tests/browser/test_story*.py

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache demo-data
