# Thi Đua. `make` alone lists the targets; CONTRIBUTING.md says how to work with them.
export PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
STAMPS := .venv/stamps
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-input
ASSETS := src/thidua/web/static/dist/main.css
WEB_SOURCES := $(shell find src/thidua/web/assets -type f)

.DEFAULT_GOAL := help
.PHONY: help setup demo run test check bench docs lock clean
.DELETE_ON_ERROR:

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMPS)/app $(ASSETS) ## everything needed to run, in .venv and var/
	@$(BIN)/thidua migrate --verbosity 0

demo: setup ## setup, the sample province if the database is empty, and the web server on PORT (8000)
	@$(BIN)/thidua serve --check
	@$(BIN)/thidua load_sample --if-empty
	@$(BIN)/thidua demo_accounts
	@exec $(BIN)/thidua serve --demo

run: setup ## setup and the web server on PORT, without sample data
	@exec $(BIN)/thidua serve

test: setup $(STAMPS)/dev ## every check and every test, on SQLite and on PostgreSQL where a server answers
	@$(BIN)/python -m tools.test

check: $(STAMPS)/app $(STAMPS)/dev ## the checks alone: ruff, layers, types, migrations
	@$(BIN)/python -m tools.check

bench: setup ## the benchmarks; also in bench/results.json
	@$(BIN)/python -m bench

docs: $(STAMPS)/app ## the generated pages of docs/domain
	@$(BIN)/python -m tools.generate_docs

lock: $(STAMPS)/app ## pin the newest versions that pyproject.toml allows
	@$(PIP) uv && tools/lock

clean: ## take away .venv and the built assets; var/ with the database stays
	rm -rf .venv node_modules src/thidua/web/static/dist

$(STAMPS)/venv:
	@tools/venv $(PYTHON) && mkdir -p $(STAMPS) && touch $@

$(STAMPS)/locked: requirements.lock $(STAMPS)/venv
	@echo "Installing the packages of requirements.lock ..." && $(PIP) --require-hashes -r requirements.lock && touch $@

$(STAMPS)/app: pyproject.toml $(STAMPS)/locked
	@$(PIP) --no-deps --no-build-isolation -e . && touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/locked
	@echo "Installing the packages of requirements-dev.lock ..." && $(PIP) --require-hashes -r requirements-dev.lock && touch $@

$(STAMPS)/node_modules: package.json package-lock.json tools/npm $(STAMPS)/locked
	@echo "Installing the packages of package-lock.json ..." && tools/npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@

$(ASSETS): $(WEB_SOURCES) $(STAMPS)/node_modules
	@tools/npm run --silent build && touch $@
