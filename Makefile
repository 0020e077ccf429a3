# make run, make test: each does all the set-up itself. make bench NAME=start_up, make lint,
# make format, make screenshots.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
NAME ?=

# The first Python that is new enough; `make PYTHON=/path/to/python` chooses another.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$name; break; fi; done)

.PHONY: run test bench lint format screenshots system clean

run: $(READY)
	$(BIN)/deskeditor

test: lint
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 $(PYTEST_FLAGS)

bench: $(READY)
	$(BIN)/python -m benchmarks $(NAME)

# The pictures of docs/screenshots, taken off screen of the real window with invented articles.
screenshots: $(READY)
	$(BIN)/python packaging/screenshots.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

system:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or newer is needed and none was found; install one, or say make PYTHON=/path/to/python." >&2; \
		exit 1; fi
	@sh packaging/system_libraries.sh $(PYTHON)

# A half-built or moved environment is built anew: its own Python must start and have pip.
$(READY): pyproject.toml packaging/constraints.txt | system
	@rm -f $@
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt hatchling editables
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt \
		--no-build-isolation --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist
