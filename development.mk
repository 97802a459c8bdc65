# What tests and measures the generator; a body's own project does without it.

PAGES ?= 200 400 800
RUNS ?= 3
SAVES ?= 7
ROUNDS ?= 7
ANSWERS ?= 15
quick := --ignore tests/site --ignore tests/browser

.PHONY: test quick mutants functions bench-build bench-dev bench-browser bench-answer bench-register lighthouse
test: .venv/test.done node_modules/.done .build/chromium.done ## check the rules, the plugins, the built site, and the site in a browser
	$(say) 'checking the types of the browser modules'
	@for project in plugins plugins/site/service_worker; do node node_modules/typescript/bin/tsc --project $$project/jsconfig.json; done
	$(say) 'running the tests of rules and plugins'
	@$(bin)/python -m pytest --numprocesses auto $(quick)
	$(say) 'building the site once and testing it, then in Chromium in four languages'
	@$(bin)/python -m pytest tests/site
	@$(bin)/python -m pytest --numprocesses auto tests/browser

quick: .venv/test.done node_modules/.done ## the quick half of the tests: no site, no browser
	$(say) 'checking the types of the browser modules'
	@for project in plugins plugins/site/service_worker; do node node_modules/typescript/bin/tsc --project $$project/jsconfig.json; done
	$(say) 'running the tests that need neither site nor browser'
	@$(bin)/python -m pytest --numprocesses auto $(quick)

bench-build: .venv/site.done ## what the clauses add to a build, and how it grows (PAGES="200 400 800", RUNS=3, TMPDIR)
	@$(bin)/python -m benchmarks.build --pages $(PAGES) --runs $(RUNS)

bench-dev: .venv/site.done node_modules/.done ## from a save to the rebuilt page in make dev, here and with 400 made-up pages (SAVES=7)
	@$(bin)/python -m benchmarks.dev --saves $(SAVES)

mutants: .build/mutants.done ## change the rules one place at a time and see that a test notices (ONLY=cc105: one file)
	$(say) 'changing the rules one place at a time: each change must move a recorded answer or fail a test'
	@.build/mutants-venv/bin/python tests/mutants.py .build/mutants $(ONLY)

functions: .build/site.done .build/chromium.done .venv/test.done ## after a new version of Pyodide: find which of its functions the calculators call (some minutes)
	$(say) 'asking everything in Chromium, and noting which functions are called'
	@$(bin)/python tests/called_functions.py

# Both stay out of `make test`: they measure, and what they need is heavy.
bench-browser: .build/site.done .build/peers.done .build/chromium.done .venv/test.done ## time the first live answer beside stock Pyodide, PyScript and markdown-exec (ROUNDS=7)
	$(say) 'timing the first live answer beside stock Pyodide and its peers: $(ROUNDS) rounds, some minutes'
	@$(bin)/python -m benchmarks.browser site --runs $(ROUNDS)

bench-answer: .build/site.done .build/chromium.done .venv/test.done ## time from a key to the answer on every calculator's page, and for 2,000 pasted sites (ANSWERS=15)
	@$(bin)/python -m benchmarks.browser.answer site --runs $(ANSWERS)

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

lighthouse: compressed .build/lighthouse/.done .build/chromium.done ## Lighthouse on two pages, as on a phone
	$(say) 'Lighthouse on a procedure page and on the Estimator, as on a phone'
	@$(bin)/python -m plugins.site.serve site --port $(PORT) & server=$$!; trap "kill $$server" EXIT; sleep 1; \
	node benchmarks/lighthouse/run.mjs http://127.0.0.1:$(PORT)/ "$$(command -v "$${CHROMIUM:-chromium}" chromium-browser google-chrome | head -1)"

.build/lighthouse/.done: benchmarks/lighthouse/package-lock.json .npmrc | .venv/site.done
	$(say) 'installing Lighthouse (176 MB), apart from the rest'
	@mkdir -p .build/lighthouse && cp benchmarks/lighthouse/package*.json .npmrc .build/lighthouse/
	@cd .build/lighthouse && npm ci --loglevel=error >/dev/null
	@touch $@

bench-register: .venv/site.done ## the register with 200,000 certificates: time, memory, what one look-up moves (ROWS=20000: fewer)
	@$(bin)/python -m benchmarks.register $(ROWS)

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

lock::
	@for extra in test mutants; do \
		$(compile) --extra site --extra import --extra test $$([ $$extra = test ] || echo --extra $$extra) -o requirements-$$extra.txt pyproject.toml; \
	done
	@$(compile) -o $(peers)/requirements.txt $(peers)/requirements.in
	@for folder in benchmarks/lighthouse $(peers); do $(lock_npm) --prefix $$folder; done
