# Each target first installs what it needs, so that a fresh clone knows how to build itself.

BINARY := .build/release/nbcheck
PREFIX ?= /usr/local
SOURCES := Sources Tests Package.swift

# One file without dependencies on Linux; macOS brings the Swift runtime with the system.
ifeq ($(shell uname),Darwin)
  # Homebrew keeps openblas out of the common search path.
  export PKG_CONFIG_PATH := $(PKG_CONFIG_PATH):$(shell brew --prefix openblas 2>/dev/null)/lib/pkgconfig
else
  # At a fixed address: the loader would have to adjust 80,000 pointers at every start otherwise. And with the libraries
  # inside: to find and to load them would take a seventh of the start.
  ARCHIVES := $(CURDIR)/.build/archives
  STATIC := --static-swift-stdlib -Xlinker -no-pie -Xlinker -L$(ARCHIVES) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
  build: export PKG_CONFIG_PATH := $(ARCHIVES):$(PKG_CONFIG_PATH)
endif

.PHONY: check test bench format install build dependencies

check: build  ## build nbcheck and check the project's own notebook
	@$(BINARY) notebooks/autograd.md

test: dependencies  ## lint, then run every test
	@swift format lint --strict --parallel --recursive $(SOURCES)
	@swift test

bench: build  ## time nbcheck beside CPython and PyTorch (PYTHON=… names the Python)
	@NBCHECK=$(BINARY) Benchmarks/compare.py

format: dependencies  ## rewrite the sources in the project's style
	@swift format --in-place --parallel --recursive $(SOURCES)

install: build  ## copy nbcheck to $(PREFIX)/bin
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/nbcheck"

build: dependencies $(ARCHIVES)
	@test -x $(BINARY) || echo "building nbcheck; the first time takes a few minutes"
	@swift build --quiet --configuration release --product nbcheck $(STATIC)

dependencies:
	@scripts/install-dependencies

ifdef ARCHIVES
$(ARCHIVES): | dependencies
	@scripts/collect-archives $@
endif
