# Everything a newcomer needs: `make help`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
TRANSLATED := hiring_platform storage accounts companies vacancies interviews privacy
.DEFAULT_GOAL := help
.PHONY: help run demo test lint bench-matching bench-files messages clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null 2>&1 && $(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)

$(VENV)/.local: $(BIN)/python requirements.txt requirements-local.txt ai_hr/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-local.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.local requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(VENV)/.local ## Start the database, ai-hr and the web server (PORT, HOST, DATA_DIR)
	@$(BIN)/python -m hiring_platform.local.run

demo: $(VENV)/.local ## Fill the platform with a company, vacancies and candidates
	@$(BIN)/python -m hiring_platform.local.demo

test: $(VENV)/.dev ## Run every test (TEST_MONGO_URI: against that server)
	@$(BIN)/python -m pytest

lint: $(VENV)/.dev ## ruff, mypy, import-linter, catalogues, schema
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python manage.py spectacular --validate --fail-on-warn --file /dev/null

bench-matching: $(VENV)/.dev ## Measure how well resumes are matched and answers graded
	@$(BIN)/python -m benchmarks.matching

bench-files: $(VENV)/.dev ## Measure how fast and how well text is read from PDF
	@$(BIN)/python -m benchmarks.files

messages: $(VENV)/.dev ## Collect the sentences to translate, compile the catalogues
	@mkdir -p var
	@$(BIN)/pybabel --quiet extract -k gettext_lazy -k ngettext_lazy:1,2 --no-location --sort-output -o var/messages.pot $(TRANSLATED)
	@$(BIN)/pybabel --quiet update -D django -i var/messages.pot -d hiring_platform/locale --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	@$(BIN)/pybabel --quiet compile -D django -d hiring_platform/locale

clean: ## Remove the virtual environment (data under var/ stays)
	@rm -rf $(VENV)
