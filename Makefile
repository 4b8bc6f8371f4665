# Every command does its own set-up. It needs Python 3.11 or newer with pip, and make; the tests need npm as well.
PORT ?= 8501
PYTHON ?= python3
# uv runs everything. Where it is not on the machine, a private copy goes into .tools/.
UV := $(or $(shell command -v uv 2>/dev/null),.tools/bin/uv)

.DEFAULT_GOAL := help
.PHONY: help run test soak check content bench browser lforms setup picture

help: ## Show these commands
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

.tools/bin/uv:
	$(PYTHON) -m pip install --quiet --target .tools uv

setup: $(if $(filter .tools/%,$(UV)),.tools/bin/uv) # Install what uv.lock names into .venv
	@$(UV) sync --quiet --locked

run: setup ## Serve the guide at http://localhost:8501 (PORT=... for another port)
	$(UV) run --locked streamlit run app.py --server.port $(PORT)

test: setup browser lforms ## Check every promise (small samples, fixed seeds)
	$(UV) run --locked ruff check .
	$(UV) run --locked ruff format --check .
	$(UV) run --locked mypy
	$(UV) run --locked lint-imports
	$(UV) run --locked pytest -n 2 --dist worksteal

soak: setup browser lforms ## The same tests at the full figures
	SOAK=1 $(UV) run --locked pytest

check: setup ## Lint, types, layers, content and claims that are due, in under a minute
	$(UV) run --locked ruff check .
	$(UV) run --locked ruff format --check .
	$(UV) run --locked mypy
	$(UV) run --locked lint-imports
	$(UV) run --locked python -m components.start

content: setup ## Check the YAML in data/ and its dates alone
	$(UV) run --locked python -m components.start

bench: setup browser ## Measure speed beside a stock hello-world app in the same run
	$(UV) run --locked python -m tests.bench

picture: setup browser ## Take the README's picture anew
	$(UV) run --locked python -m tests.browser.picture

browser: setup # Find a browser for the tests, or get one
	@$(UV) run --locked python -m tests.browser.get_chromium

lforms: setup # Get the form renderer that the file for health records is tried in
	@$(UV) run --locked python -m tests.browser.get_lforms
