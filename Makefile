# One command per intention; the same for CI and at the desk.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export OMP_THREAD_LIMIT := 1
PATH := $(CURDIR)/.venv/bin:$(HOME)/.local/bin:$(PATH)
export PATH

APT := tesseract-ocr tesseract-ocr-vie tesseract-ocr-script-viet 'fonts-liberation2|fonts-liberation' libpango-1.0-0 libpangoft2-1.0-0
PYTHON ?= python3

.PHONY: help setup system venv demo test check schemas corpora bench clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: system venv ## system packages where missing, and the virtual environment

system:
	@scripts/system-packages $(APT)

venv: .venv/.complete

.venv/.complete: pyproject.toml uv.lock
	@scripts/virtual-environment $(PYTHON)
	@touch $@

demo: setup ## reads the specimen scans, shows the records, writes demo/*.html with the values marked on the scan
	@mkdir -p demo
	kehoach read corpora/*/scan.pdf --to json -o demo
	kehoach read corpora/*/scan.pdf --to html -o demo
	@scripts/show-demo demo

test: venv check ## everything CI runs: style, types, import contract, tests
	pytest -n auto

check: venv
	ruff check .
	ruff format --check .
	mypy
	lint-imports

schemas: venv ## regenerates schemas/*.json from the typed model
	kehoach schema -o schemas

corpora: venv ## rebuilds the specimen PDFs and scans from corpora/sources
	python -m kehoach.specimen corpora

clean: ## removes what the other targets made
	rm -rf .venv demo dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
