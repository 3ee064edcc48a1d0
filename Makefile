# Everything a newcomer needs: make demo, make test, make run. `make help` lists the rest.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
# Each worker has whole files, the long ones first. One more than there are cores: while a test
# waits for a child or a timer its core would stand still.
WORKERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))
SPREAD = --numprocesses=$(WORKERS) --dist=loadfile --no-loadscope-reorder
export QT_QPA_PLATFORM ?= offscreen
# Tests start hundreds of interpreters; each would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo run check test coverage fuzz bench i18n samples pictures manual build frozen clean

help:  ## list the targets
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ \t/' | expand -t 12

setup: $(VENV)/ready  ## virtual environment, dependencies, Qt system libraries

$(VENV)/ready: pyproject.toml packaging/system-libraries.sh
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed; name it with make PYTHON=..."; exit 1; }
	sh packaging/system-libraries.sh
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Fetching Qt and the other packages; that takes a minute or two."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: setup  ## code the sample agreements as two coders; ends with the files made
	$(BIN)/qualcode demo demo

run: setup  ## open the window on the sample
	test -f demo/sample.qualcode || $(BIN)/qualcode demo demo
	env -u QT_QPA_PLATFORM $(BIN)/qualcode demo/sample.qualcode

check: setup  ## style, types, import contracts
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: setup  ## all tests, in parallel
	$(BIN)/python -m pytest $(SPREAD)

coverage: setup  ## all tests, traced, with coverage floors: two thirds more work
	$(BIN)/coverage erase
	$(BIN)/python -m pytest $(SPREAD) --cov --cov-report=
	$(BIN)/python tests/coverage_floors.py

fuzz: setup  ## damaged files for every reader, twenty seconds each
	FUZZ_SECONDS=20 $(BIN)/python -m pytest tests/fuzz --quiet

bench: setup  ## speed and memory beside a limit measured in the same run
	$(BIN)/python tests/bench/run.py

i18n: setup  ## bring the translations up to date and compile them
	$(BIN)/python packaging/i18n.py

samples: setup  ## typeset the sample agreements anew
	$(BIN)/python packaging/samples/build.py

pictures: setup  ## pictures of all that the window shows, to be looked at, and those of the manual
	$(BIN)/python packaging/pictures.py
	$(BIN)/python packaging/manual_pictures.py

manual: setup  ## the manual as web pages
	$(BIN)/python packaging/manual_html.py

build: setup  ## the wheel
	$(BIN)/python -m pip install --quiet build
	$(BIN)/python -m build --wheel

frozen: setup  ## the program as a folder, tarball and Debian package, tried by a journey
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[build]'
	$(BIN)/python packaging/frozen/pictograms.py
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/frozen packaging/frozen/qualcode.spec
	$(BIN)/python packaging/frozen/journey.py dist/qualcode
	$(BIN)/python packaging/manual_html.py dist/qualcode/manual
	sh packaging/linux/build.sh dist/qualcode dist/packed "$$($(BIN)/python -c 'import qualcode_app; print(qualcode_app.__version__)')"

clean:  ## remove what the other targets made
	rm -rf $(VENV) build dist demo .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
