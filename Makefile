# The commands of the project. `make help` explains them.
SHELL := /bin/bash
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
CARGO := cargo
HEJNAL := target/release/hejnal

.PHONY: help demo build console test check rust-tests browser-tests bench fmt prerequisites test-prerequisites

help: ## Explain these commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

demo: build ## Build everything and open the demo city at http://localhost:8311 (data in ./data)
	@exec $(HEJNAL) serve --demo --listen 127.0.0.1:8311 --data data --city cities/demo

build: prerequisites console ## Build the release binary target/release/hejnal
	@$(CARGO) build --release --locked -p hejnal

console: prerequisites ## Build the scripts of the map into console/dist; without Node.js the city has its list only
	@if ! command -v npm >/dev/null; then echo "Node.js is missing: the map is left out, its list stays"; exit 0; fi
	cd console
	npm ci --no-audit --no-fund --silent || { echo "npm could not fetch its packages: the map is left out, its list stays"; exit 0; }
	npm run --silent build

test: test-prerequisites console check rust-tests browser-tests ## All tests: both databases, browsers, formatting, lints
	@echo "make test: everything passed"

check: prerequisites ## Formatting and lints
	@$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

rust-tests: test-prerequisites
	@$(CARGO) test --workspace --locked

browser-tests: test-prerequisites console
	@$(CARGO) build --workspace --locked
	cd console
	node --test --test-concurrency=1 tests/*.test.mjs

bench: build ## Measure the demo city against raw limits on this machine
	@$(CARGO) run --release --locked -p bench

fmt: ## Format the code
	@$(CARGO) fmt --all

prerequisites:
	@scripts/prerequisites build

test-prerequisites:
	@scripts/prerequisites test
