# One-word tasks. `make chat` and `make test` need nothing but Python 3.11+; each makes what it lacks
# and runs again in seconds when nothing changed.
#   PYTHON=python3.12 make chat       another interpreter for the venv
#   TORCH_INDEX=<address> make chat   take torch from that package index (see README, "torch without CUDA")

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
TORCH_INDEX ?=
SOURCES = $(shell find rag ui index prompts tests -type f -not -path '*/__pycache__/*' \
	-not -path 'tests/bench/results/*' -not -path 'tests/screenshots/*' 2>/dev/null)
DOCS := $(wildcard *.md) Makefile pyproject.toml constraints.txt

.PHONY: calibrate install chat test test-long lint bench bench-quick bench-retrieval train-evidence eval screenshots chromium clean

install: $(VENV)/.installed

chat: $(VENV)/.installed
	$(BIN)/hoibao chat --sample

test: chromium $(VENV)/.passed
	@echo "make test: $$(cat $(VENV)/.passed)"

test-long: chromium $(VENV)/.extras
	$(BIN)/python -m pytest -m long

lint: $(VENV)/.extras
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.extras
	$(BIN)/python -m tests.bench

bench-quick: $(VENV)/.extras
	$(BIN)/python -m tests.bench --quick

bench-retrieval: $(VENV)/.extras
	$(BIN)/python -m tests.bench.retrieval

# seven trainings, each of 20 to 70 minutes on two idle cores; the later ones go on from the earlier ones
E := build/evidence
train-evidence: $(VENV)/.extras
	$(BIN)/python -m tests.bench.train_evidence --asked --epochs 4
	$(BIN)/python -m tests.bench.train_evidence --epochs 3
	$(BIN)/python -m tests.bench.train_evidence --written 1 --epochs 2 --rate 1e-4 \
		--start $(E)/best-asked-1-1-0.00015-4.pt $(E)/best-made-1-1-0.00015-3.pt
	$(BIN)/python -m tests.bench.train_evidence --written 1 2 --epochs 1 --rate 7e-5 \
		--start $(E)/best-written1-1-1-0.0001-2.pt $(E)/last-written1-1-1-0.0001-2.pt
	$(BIN)/python -m tests.bench.train_evidence --written 1 2 --texts 1 --epochs 1 --rate 1e-4 \
		--start $(E)/best-written12-1-1-7e-05-1.pt
	$(BIN)/python -m tests.bench.train_evidence --written 1 2 --texts 1 2 --epochs 1 --rate 8e-5 \
		--start $(E)/best-written12texts1-1-1-0.0001-1.pt
	$(BIN)/python -m tests.bench.train_evidence --written 1 2 --texts 1 2 --news --epochs 1 --rate 1e-4 \
		--start $(E)/best-written12-1-1-7e-05-1.pt $(E)/best-written12texts12-1-1-8e-05-1.pt
	$(BIN)/python -m tests.bench.export_evidence --model $(E)/best-written12texts12news-1-1-0.0001-1.pt

# HOME_TRAIN is an index of ../shared/train/articles: hoibao index ../shared/train/articles --home HOME_TRAIN
calibrate: $(VENV)/.extras
	$(BIN)/python -m tests.bench.calibrate --data ../shared/train --home $(HOME_TRAIN)

eval: $(VENV)/.installed
	$(BIN)/hoibao eval tests/sample_questions.jsonl --corpus index/sample_articles --home .hoibao/eval

screenshots: chromium $(VENV)/.extras
	$(BIN)/python -m tests.screenshots

clean:
	rm -rf $(VENV) build hoibao.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

# torch comes first and alone, so that a reader can choose where its build comes from
$(VENV)/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || { echo "making $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "installing torch, then hoibao and what it needs (once; some minutes)"
	@$(PIP) $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch==2.13.0
	@$(PIP) -c constraints.txt -e .
	@touch $@

$(VENV)/.extras: $(VENV)/.installed
	@echo "installing what the tests need (once)"
	@$(PIP) -c constraints.txt -e '.[test,local-llm,mcp]'
	@touch $@

# the stamp holds pytest's closing line of the last run in which everything passed
$(VENV)/.passed: $(VENV)/.extras $(SOURCES) $(DOCS)
	@rm -f $@
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@set -o pipefail; $(BIN)/python -m pytest -m 'not long' | tee $(VENV)/pytest.log
	@tail -n 1 $(VENV)/pytest.log > $@

chromium:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; line="$$root apt-get update && $$root apt-get install -y chromium"; \
	echo "no Chromium for the browser tests; running: $$line"; \
	if command -v apt-get >/dev/null && sh -c "$$line" && command -v chromium >/dev/null; then exit 0; fi; \
	echo "Chromium could not be installed. Run this, then make test again:  $$line" >&2; exit 1

SHELL := /bin/bash
