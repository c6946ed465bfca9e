# Two commands: `make site` builds the demo, `make test` tests everything. Each sets up what it needs, on any machine
# with Python 3.11 or later. For everyday work there is `make quick`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# uv where it is installed, else what every Python brings. Both obey the lock and its hashes.
ifneq ($(shell uv --version 2>/dev/null),)
CREATE  := uv venv --quiet --allow-existing $(VENV)
INSTALL := uv pip install --quiet --python $(BIN)/python
else
CREATE  := $(PYTHON) -m venv --clear $(VENV)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

RUN := $(VENV)/.installed      # enough to build a site
DEV := $(VENV)/.installed-dev  # and to work on the program

.PHONY: site test quick lint tools texts lighthouse picture lock clean

site: $(RUN)
	$(BIN)/timeline build $(if $(BASE_URL),--base-url "$(BASE_URL)")

# The browser by itself: its large sites are built once, and two browsers on two cores are slower than one.
test: $(DEV) tools
	$(BIN)/python -m pytest -m "not browser" -n auto
	$(BIN)/python -m pytest -m browser

quick: lint
	$(BIN)/python -m pytest -m "not browser and not docs" -n auto --hypothesis-profile=quick

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/mypy

# Chromium and the checkers of pages: found, or installed, or named as missing.
tools: $(DEV)
	$(BIN)/python -m tests.browser.tools

# The catalogues of the texts of the theme, with what is new in it left empty.
texts: $(DEV)
	$(BIN)/python -m tests.render.texts

# Not in `make test`: it takes minutes, and measures a machine as much as a page.
lighthouse: $(DEV) tools
	$(BIN)/python -m tests.browser.lighthouse.run

picture: $(DEV) tools site
	$(BIN)/python -m tests.browser.picture docs/images/timeline.png

# New versions, on purpose and in a commit of their own.
lock:
	uv pip compile pyproject.toml $(LOCKED) --group build --group dev --output-file requirements-dev.lock
	uv pip compile pyproject.toml $(LOCKED) --group build --constraint requirements-dev.lock --output-file requirements.lock

LOCKED := --upgrade --extra search --quiet --universal --python-version 3.11 --extra intake --generate-hashes --no-annotate --no-header --no-emit-index-url

clean:
	rm -rf $(VENV) .tools .timeline dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@uv --version >/dev/null 2>&1 || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "timeline needs Python 3.11 or later; name one: make PYTHON=python3.12 …")'
	$(CREATE)

# The first answer is quick from the first time on, also where Python writes no bytecode by itself.
$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes --requirement requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q timeline
	@echo '{"id": "a", "text": "It met on Monday, 4 May."}' | PYTHONDONTWRITEBYTECODE= $(BIN)/timeline annotate >/dev/null
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@
