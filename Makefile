# `make` does the whole job: set up, build the tables, make the reports. `make help` lists the targets.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
.DEFAULT_GOAL := reports
.PHONY: reports build test test-all lint lab bench mutants attack golden pages help clean

reports: reports/index.html ## build data, report the ten districts of Kalimantan Timur, compare, write the index (default)
	@echo "reports are up to date: open reports/index.html"

INPUTS := $(shell find data/raw src/analysis notebooks -type f -not -name '*.pyc' -not -path '*/.*')
reports/index.html: $(READY) $(INPUTS)
	@$(BIN)/cakupan build
	@$(BIN)/cakupan report --province 64
	@$(BIN)/cakupan compare
	@$(BIN)/cakupan compare --province 64
	@$(BIN)/cakupan index
	@touch $@

build: $(READY) ## build data/processed from data/raw
	@$(BIN)/cakupan build

# Three at a time on two processors, for many tests wait for processes. Compiled once and kept: the tests start this project often, and each start would compile it anew.
test test-all: export PYTHONDONTWRITEBYTECODE =
test: $(READY) ## run the tests
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

test-all: $(READY) ## run the tests, those too that take minutes or the network (a wheel in a clean environment)
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder -m "whole or not whole"

lint: $(READY) ## check style
	@$(BIN)/ruff check src tests benchmarks
	@$(BIN)/ruff format --check --quiet src tests benchmarks

lab: $(READY) ## open JupyterLab on your copy of the exploration notebook (LAB="--no-browser --port 8899")
	@$(BIN)/cakupan lab $(LAB)

bench: $(READY) ## run the benchmarks
	@for script in benchmarks/cleaning.py benchmarks/explore.py benchmarks/measures.py benchmarks/reports.py; do $(BIN)/python $$script || exit 1; done

# ALL=1 makes all 514 districts and the comparisons first, in both languages; with SIMULATED=1 of the simulated nation.
pages: $(READY) ## measure the form of printed pages: make pages [PAGES=reports] [ALL=1] [SIMULATED=1] [FAULTS=1]
	@$(BIN)/python benchmarks/pages.py $(or $(PAGES),reports) $(if $(ALL),--all) $(if $(SIMULATED),--simulated) $(if $(FAULTS),--faults)

mutants: $(READY) ## change the source in small ways and count what the tests notice (COUNT=300 SEED=1; hours)
	@$(BIN)/python benchmarks/mutants.py --count $(or $(COUNT),300) --seed $(or $(SEED),1)

attack: $(READY) ## kills, runs side by side, mutated files and cards, odd machines (ATTACK="--kills 10 --pairs 2"; hours)
	@$(BIN)/python benchmarks/attack.py $(ATTACK)

golden: $(READY) ## list the outputs that differ from a commit: make golden BASE=<commit>
	@$(BIN)/python benchmarks/golden.py $(BASE)

clean: ## remove what can be made again (tables, reports); the virtual environment stays
	rm -rf data/processed data/.processed-before reports

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

# uv where it is there, else pip; a venv without ensurepip (Debian without python3-venv) is filled from outside.
# Installed is what requirements.lock names, nothing else, file by file by its hash; then this package alone, by the pinned setuptools.
LOCKED := --no-deps --require-hashes -r requirements.lock
ITSELF := --no-deps --no-build-isolation -e .
$(READY): pyproject.toml requirements.lock
	@if command -v uv >/dev/null 2>&1 && { [ -x $(BIN)/python ] || uv venv -q --python $(PYTHON) .venv; } \
	  && uv pip install -q --compile-bytecode --python $(BIN)/python $(LOCKED) && uv pip install -q --python $(BIN)/python $(ITSELF); then \
	  echo "set-up: packages installed by uv"; \
	else \
	  echo "set-up: installing packages by pip (some minutes the first time)"; \
	  [ -x $(BIN)/python ] || $(PYTHON) -m venv .venv >/dev/null 2>&1 || \
	    { rm -rf .venv; $(PYTHON) -m venv --without-pip .venv; } || exit 1; \
	  if $(BIN)/python -m pip --version >/dev/null 2>&1; then PIP="$(BIN)/python -m pip"; \
	  else PIP="$(PYTHON) -m pip --python $(BIN)/python"; fi; \
	  $$PIP install -q --disable-pip-version-check --no-compile $(LOCKED) || exit 1; \
	  $(BIN)/python -m compileall -q -j 0 -x '/tests?/' .venv/lib >/dev/null 2>&1; \
	  $$PIP install -q --disable-pip-version-check $(ITSELF) || exit 1; \
	  echo "set-up: packages installed by pip"; \
	fi
	@mkdir -p .venv/etc/ipython && cp src/analysis/lab_settings/ipython_kernel_config.json .venv/etc/ipython/ # a wheel puts it there, an editable install does not
	@touch $@
