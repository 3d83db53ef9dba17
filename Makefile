# Koers: build, test, install. Needs GNU make 4.3 or newer (grouped targets `&:`).
#
# Every .c file under lexer/, parser/ and runtime/ goes into libkoers.a, except
# runtime/cli/main.c, which is linked with it to build/koers. Everything that is
# made lies under build/<flavour>/ (BUILD=release|debug|asan|fuzz; fuzz is clang's).

ifeq ($(filter grouped-target,$(.FEATURES)),)
$(error GNU make 4.3 or newer is needed)
endif

MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := all
SHELL := /bin/sh

BUILD  ?= release
PREFIX ?= /usr/local
CFLAGS ?=
LDFLAGS ?=
BISON  ?= bison
FLEX   ?= flex
override BUILD := $(strip $(BUILD))
ifeq ($(filter $(BUILD),release debug asan fuzz),)
$(error BUILD is one of release, debug, asan, fuzz)
endif
ifeq ($(origin CC),default)
CC := cc
endif

# Compilers do not share object files.
CC_TAG := $(subst /,_,$(CC))
B := build/$(BUILD)$(if $(filter-out cc gcc,$(CC)),-$(CC_TAG))
GEN := $(B)/gen
VERSION := $(shell cat VERSION)

# ---- flags ------------------------------------------------------------------

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
    -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
    -Wpointer-arith -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef -Wvla \
    -Wnull-dereference -Wdouble-promotion -Wimplicit-fallthrough
FLAGS.release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
FLAGS.debug := -Og -g3
FLAGS.asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
    -fno-omit-frame-pointer
FLAGS.fuzz := $(FLAGS.asan) -fsanitize=fuzzer-no-link
LINK.release :=
LINK.debug :=
LINK.asan := -fsanitize=address,undefined
LINK.fuzz := -fsanitize=fuzzer,address,undefined
ALL_CPPFLAGS := -D_XOPEN_SOURCE=700 -DKOERS_VERSION='"$(VERSION)"' -I. -I$(GEN) \
    -MMD -MP $(CPPFLAGS)
# -ffp-contract=off: the search of a forecast ends in the same place on every machine.
ALL_CFLAGS = -std=c11 -ffp-contract=off $(WARN) $(if $(WERROR),-Werror) $(FLAGS.$(BUILD)) \
    $(ALL_CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(LINK.$(BUILD)) $(LDFLAGS)
LIBS := -lgsl -lgslcblas -lsqlite3 -lutf8proc -lxlsxwriter -lz -lcrypto -lpthread -lm
# readline has functions of the same names as ours (xmalloc, xrealloc): ours are kept
# out of its sight.
CLI_LIBS := -Wl,--exclude-libs,libkoers.a -lreadline

# Short lines unless V=1.
Q := $(if $(V),,@)
SAY := @$(if $(V),:,echo ' ')

# ---- files ------------------------------------------------------------------

FOLDERS := $(wildcard lexer parser runtime)
SRC := $(sort $(filter-out runtime/cli/main.c,$(shell find $(FOLDERS) -name '*.c')))
OBJ := $(SRC:%.c=$(B)/%.o)
GEN_C := $(if $(wildcard lexer/lexer.l),$(GEN)/lexer.yy.c) \
    $(if $(wildcard parser/grammar.y),$(GEN)/grammar.tab.c)
GEN_H := $(patsubst %.c,%.h,$(GEN_C))
GEN_OBJ := $(GEN_C:.c=.o) $(GEN)/embedded.o
LIB := $(B)/libkoers.a
KOERS := $(if $(wildcard runtime/cli/main.c),$(B)/koers)
MAIN_OBJ := $(if $(KOERS),$(B)/runtime/cli/main.o)

EMBEDDED := $(sort $(shell find stdlib -name '*.koers') \
    examples/demo/model.koers runtime/session/system.koers \
    $(wildcard runtime/render/*.css runtime/render/*.js))

UNIT_SRC := $(sort $(wildcard tests/unit/test_*.c))
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$(B)/tests/unit/%)
RUNNER_SRC := $(sort $(wildcard tests/runner/*.c))
RUNNER := $(if $(RUNNER_SRC),$(B)/tests/runner/runner)
FUZZ_BIN := $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/fuzz/fuzz_*.c))

.PHONY: all demo check lint bench bench-forecast bench-companies install uninstall dist clean help deps bless \
    stdlib-page deps-build deps-check lib parts testers unit runner golden fuzzers cut

# ---- what is built ----------------------------------------------------------

all: deps-build
	@$(MAKE) --no-print-directory $(if $(KOERS),build/koers,lib)

lib: $(LIB)
runner: $(RUNNER)
# What a flavour is made of, without touching build/koers.
parts: $(LIB) $(KOERS)

# keep FILE,TEXT: the file has the text, and is new only when the text is.
ifeq ($(filter clean help uninstall,$(MAKECMDGOALS)),)
keep = $(shell mkdir -p $(B); echo '$2' >$1.new; \
    if cmp -s $1.new $1; then rm -f $1.new; else mv -f $1.new $1; fi)
endif

# The flag stamp changes only when the flags do; objects depend on it. -Werror changes no
# object.
STAMP := $(B)/flags
$(call keep,$(STAMP),$(CC) $(subst ",,$(subst ',,$(filter-out -Werror,$(ALL_CFLAGS)) \
    $(ALL_LDFLAGS))))

# The tokens and word classes of the grammar come from the keyword table.
$(GEN)/grammar.y: parser/grammar.y lexer/keywords.def lexer/keywords.awk
	@mkdir -p $(GEN)
	$(Q)awk -f lexer/keywords.awk lexer/keywords.def parser/grammar.y >$@

$(GEN)/grammar.tab.c $(GEN)/grammar.tab.h &: $(GEN)/grammar.y
	@mkdir -p $(GEN)
	$(SAY) BISON $@
	$(Q)$(BISON) -Wall -Wdangling-alias -Werror --header=$(GEN)/grammar.tab.h \
	    -o $(GEN)/grammar.tab.c $<

$(GEN)/lexer.yy.c $(GEN)/lexer.yy.h &: lexer/lexer.l
	@mkdir -p $(GEN)
	$(SAY) FLEX $@
	$(Q)$(FLEX) --header-file=$(GEN)/lexer.yy.h -o $(GEN)/lexer.yy.c $<

EMBEDDED_LIST := $(B)/embedded
$(call keep,$(EMBEDDED_LIST),$(EMBEDDED))
$(EMBEDDED_LIST): ;

# Texts that the program holds: modules, styles and the script of pages. Their list is a
# dependency too: a removed file leaves the program.
$(GEN)/embedded.c: runtime/base/embed.sh $(EMBEDDED) $(EMBEDDED_LIST)
	@mkdir -p $(GEN)
	$(SAY) EMBED $@
	$(Q)sh runtime/base/embed.sh $(EMBEDDED) >$@

$(OBJ) $(MAIN_OBJ): $(B)/%.o: %.c $(STAMP) | $(GEN_H)
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(GEN_OBJ): $(GEN)/%.o: $(GEN)/%.c $(STAMP) | $(GEN_H)
	$(SAY) CC $@
	$(Q)$(CC) $(ALL_CFLAGS) -Wno-null-dereference -c -o $@ $<

# The list of members is a dependency too: a removed file leaves the library.
MEMBERS := $(B)/members
$(call keep,$(MEMBERS),$(OBJ) $(GEN_OBJ))
$(MEMBERS): ;

$(LIB): $(OBJ) $(GEN_OBJ) $(MEMBERS)
	$(SAY) AR $@
	@rm -f $@
	$(Q)$(AR) rcs $@ $(OBJ) $(GEN_OBJ)

$(B)/koers: $(MAIN_OBJ) $(LIB)
	$(SAY) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(MAIN_OBJ) $(LIB) $(CLI_LIBS) $(LIBS)

build/koers: $(KOERS)
	@ln -f $< $@

# ---- tests ------------------------------------------------------------------

$(B)/tests/unit/%: tests/unit/%.c $(LIB) $(STAMP)
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIB) -lcmocka $(LIBS)

$(RUNNER): $(RUNNER_SRC) $(LIB) $(STAMP)
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(RUNNER_SRC) $(LIB) $(LIBS)

# Every example and golden case cut at each token.
$(B)/tests/cut/cut: tests/cut/cut.c $(LIB) $(STAMP)
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIB) $(CLI_LIBS) $(LIBS)

cut: $(B)/tests/cut/cut $(KOERS)
	@KOERS=$(B)/koers sh tests/cut/run.sh $(B)/tests/cut/cut

# libFuzzer comes with clang: make CC=clang BUILD=fuzz fuzzers
$(B)/tests/fuzz/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/splice.c $(LIB) $(STAMP)
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< tests/fuzz/splice.c $(LIB) $(LIBS)

fuzzers: $(FUZZ_BIN)

# All that the parts of make check run, so that none of them builds.
testers: parts $(UNIT_BIN) $(RUNNER) $(B)/tests/cut/cut

unit: $(UNIT_BIN)
	@sh tests/lint/unit.sh $(UNIT_BIN)

golden: $(RUNNER) $(KOERS)
	@$(RUNNER) --koers=$(B)/koers tests/golden

# Writes what the program prints now into the golden cases; look at the diff.
bless: deps-check $(RUNNER) $(KOERS)
	@$(RUNNER) --koers=$(B)/koers --update $(or $(CASES),tests/golden)

# The pages of the modules, from their comments.
stdlib-page: all
	@KOERS=$(CURDIR)/build/koers sh tests/docs/modules.sh >build/stdlib.md
	@mv -f build/stdlib.md docs/stdlib.md

check: deps-check
	@sh tests/check.sh

lint: deps-check
	@sh tests/lint/lint.sh

build/bench/%: tests/bench/%.c $(LIB)
	@mkdir -p $(@D)
	$(SAY) CC $@
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(LIB) $(LIBS)

# LINES="1000000 10000000" measures stores of these sizes.
bench: all build/bench/make_store build/bench/spent
	@sh tests/bench/run.sh $(LINES)

# Accuracy of the series methods on the monthly series of the M3 competition, which are not
# ours to hand on: M3=FILE names them (a line per series: values in and out of sample).
bench-forecast: build/bench/forecast
	@if [ -f "$(M3)" ]; then build/bench/forecast "$(M3)"; \
	else echo 'skipped: M3=FILE names the series'; fi

# How good forecasts are on made-up companies.
bench-companies: all
	@python3 tests/bench/companies.py build/koers

demo: all
	@sh examples/demo.sh build/koers build/demo

# ---- installing -------------------------------------------------------------

SHARE = $(DESTDIR)$(PREFIX)/share
DOC = $(SHARE)/doc/koers
BASH_WORDS = $(SHARE)/bash-completion/completions/koers
ZSH_WORDS = $(SHARE)/zsh/site-functions/_koers
FISH_WORDS = $(SHARE)/fish/vendor_completions.d/koers.fish

# The program holds its modules; share/koers/stdlib is there to be read.
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DOC) $(SHARE)/man/man1 $(SHARE)/koers/stdlib
	install -m 755 build/koers $(DESTDIR)$(PREFIX)/bin/koers
	install -m 644 README.md CHANGELOG.md LICENSE $(DOC)
	install -d $(dir $(BASH_WORDS) $(ZSH_WORDS) $(FISH_WORDS))
	build/koers completion bash >$(BASH_WORDS)
	build/koers completion zsh >$(ZSH_WORDS)
	build/koers completion fish >$(FISH_WORDS)
	chmod 644 $(BASH_WORDS) $(ZSH_WORDS) $(FISH_WORDS)
	@for file in $$(find docs examples/northwind $(wildcard stdlib) -type f | sort); do \
	    case $$file in \
	    docs/*.1) to=$(SHARE)/man/man1/$${file#docs/} ;; \
	    stdlib/*) to=$(SHARE)/koers/$$file ;; \
	    *) to=$(DOC)/$$file ;; \
	    esac; \
	    install -d $${to%/*} && install -m 644 $$file $$to || exit 1; \
	done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/koers $(SHARE)/man/man1/koers.1
	rm -f $(BASH_WORDS) $(ZSH_WORDS) $(FISH_WORDS)
	rm -rf $(DOC) $(SHARE)/koers

# The files under version control; flex and bison are needed to build them.
DIST := koers-$(VERSION)
dist:
	@mkdir -p build
	git archive --prefix=$(DIST)/ -o build/$(DIST).tar HEAD
	gzip -9nf build/$(DIST).tar
	@echo build/$(DIST).tar.gz

clean:
	rm -rf build

# What is needed, found by what it leaves on the machine: nothing is asked, and
# nothing is done when all is there.
DEPS_BUILD := bison:bison flex:flex sqlite3:sqlite3 \
    /usr/include/sqlite3.h:libsqlite3-dev \
    /usr/include/readline/readline.h:libreadline-dev \
    /usr/include/utf8proc.h:libutf8proc-dev \
    /usr/include/xlsxwriter.h:libxlsxwriter-dev /usr/include/zlib.h:zlib1g-dev \
    /usr/include/openssl/evp.h:libssl-dev /usr/include/gsl/gsl_multimin.h:libgsl-dev
DEPS_CHECK := python3:python3 clang:clang clang-format:clang-format \
    clang-tidy:clang-tidy tmux:tmux zsh:zsh fish:fish man:man-db chromium:chromium \
    pdftotext:poppler-utils \
    /usr/include/cmocka.h:libcmocka-dev \
    /usr/share/doc/libclang-rt-dev:libclang-rt-dev

deps: deps-check
deps-build:
	@sh tests/deps.sh $(DEPS_BUILD)
deps-check:
	@sh tests/deps.sh $(DEPS_BUILD) $(DEPS_CHECK)

help:
	@echo 'make             build/koers'
	@echo 'make demo        builds, and asks a real store and a made-up company some questions'
	@echo 'make check       every test; closes with "N passed, N failed"'
	@echo 'make lint        style and structure only'
	@echo 'make bench       speed against the sqlite3 shell: LINES="1000000 10000000"'
	@echo 'make bench-forecast  accuracy of forecasts: M3=FILE'
	@echo 'make bench-companies  the same on 76 made-up companies'
	@echo 'make bless       takes what is printed now as expected: CASES="FILE ..."'
	@echo 'make stdlib-page docs/stdlib.md, from the comments of the modules'
	@echo 'make install     to PREFIX ($(PREFIX)); uninstall takes it away'
	@echo 'make deps        installs the packages that are missing (apt-get)'
	@echo 'make golden      golden cases only; make unit: unit tests only'
	@echo 'make dist        build/$(DIST).tar.gz, of what is committed; make clean'
	@echo 'BUILD=release|debug|asan  CC=gcc|clang  WERROR=1  V=1 shows the commands'

-include $(OBJ:.o=.d) $(GEN_OBJ:.o=.d) $(MAIN_OBJ:.o=.d) $(UNIT_BIN:%=%.d) $(RUNNER:%=%.d)
