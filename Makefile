# meldcode-tools: what there is to make. README.md says it in more words.
#   make            programs, catalogue and manual in build/
#   make deps       what building and `make check` need; deps-dev: what `make lint` needs besides
#   make demo       the example cases through all programs
#   make check      every test; make lint: warnings as errors, the analysers
#   make bench      what a run costs, as ratios: CASES=20000 ROUNDS=5
#   make faults     the whole sweep of failing system calls (a short one is in check)
#   make kaders     every assignment of answers of every framework through all programs (likewise)
#   make install    PREFIX=/usr/local DESTDIR=
SHELL = /bin/bash
VERSION = 0.1.0
PREFIX = /usr/local
CC = gcc
B = build

PACKAGES = gcc libc6-dev libjansson-dev libcsv-dev gettext libcmocka-dev bats perl mandoc recutils jq miller strace valgrind
PACKAGES_DEV = clang clang-tidy clang-format libclang-rt-14-dev cppcheck shellcheck

WARN = -Wall -Wextra -Wconversion -Wshadow -Wvla -Wstrict-prototypes -Wformat=2 \
	-Werror=format-security
HARDEN = -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
	-fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero -fPIE
CFLAGS = -g $(HARDEN)
LDFLAGS = -pie -Wl,-z,relro,-z,now,-z,noexecstack
CPPFLAGS = -std=c17 -D_GNU_SOURCE -Ilib -Icmd -DMC_VERSION='"$(VERSION)"' \
	-DMC_DATADIR='"$(PREFIX)/share/meldcode"' -DMC_LOCALEDIR='"$(PREFIX)/share/locale"'
LIBS = -ljansson -lcsv
SAN = -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

PROGRAMS = mc-new mc-step mc-check mc-export
LIB = $(wildcard lib/*/*.c)
RUN = cmd/run.c cmd/options.c cmd/operands.c cmd/cases.c cmd/ids.c cmd/progress.c cmd/terminal.c
UNITS = $(wildcard tests/unit/*.c)
BENCH = $(wildcard tests/bench/*.c) tests/pty.c
BATS = $(wildcard tests/*.bats)
PAGES = $(patsubst man/%,$(B)/man/%,$(wildcard man/*.[1-9]))
LANGUAGES = $(patsubst share/po/%.po,%,$(wildcard share/po/*.po))
SOURCES = $(LIB) $(wildcard cmd/*.c)

all: programs $(PAGES) locale

# ---- programs ----

programs: $(PROGRAMS:%=$(B)/%)

$(B)/lib.a: $(LIB:%.c=$(B)/%.o)
	@rm -f $@
	@ar rcs $@ $^

# Of mc-step: cmd/mc-step.c and cmd/step_*.c, and so on.
.SECONDEXPANSION:
$(PROGRAMS:%=$(B)/%): $(B)/mc-%: $(B)/cmd/mc-%.o $$(addprefix $(B)/,$$(addsuffix .o,\
		$$(basename $$(wildcard cmd/%_*.c)))) $(RUN:%.c=$(B)/%.o) $(B)/lib.a
	@echo link $@
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/tables: $(B)/cmd/tables.o $(B)/lib.a
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/gen: tests/bench/gen.c tests/bench/zinnen.c tests/bench/zinnen.h
	@mkdir -p $(B)
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(WARN) $(LDFLAGS) -o $@ $(filter %.c,$^)

$(B)/pty: tests/pty.c
	@mkdir -p $(B)
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(WARN) $(LDFLAGS) -o $@ $<

$(B)/limit $(B)/meter: $(B)/%: tests/bench/%.c
	@mkdir -p $(B)
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(WARN) $(LDFLAGS) -pthread -o $@ $<

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo cc $<
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(WARN) -MMD -MP -c -o $@ $<

-include $(patsubst %.c,$(B)/%.d,$(SOURCES) $(UNITS))

# ---- catalogue and manual ----

locale: $(LANGUAGES:%=$(B)/locale/%/LC_MESSAGES/meldcode.mo)

$(B)/meldcode.pot: $(SOURCES) $(wildcard lib/*/*.h lib/*/*.def cmd/*.h)
	@mkdir -p $(B)
	@xgettext --from-code=UTF-8 -L C -k_ -kN_ --no-location --package-name=meldcode-tools \
		--package-version=$(VERSION) -o $@ $(sort $^)

$(B)/locale/%/LC_MESSAGES/meldcode.mo: share/po/%.po
	@mkdir -p $(@D)
	@msgfmt --check --check-header -o $@ $<

# A line `.\" TABLE name` of a page becomes that table, as the code has it.
$(B)/man/%: man/% $(B)/tables $(wildcard share/kader/*.kader)
	@mkdir -p $(@D)
	@while IFS= read -r line; do \
		case $$line in '.\" TABLE '*) $(B)/tables "$${line#.\\\" TABLE }" ;; \
		*) printf '%s\n' "$$line" ;; esac || exit; done < $< > $@.new && mv $@.new $@

# ---- tests ----

$(B)/tests/%.t: $(B)/san/tests/unit/%.o $(B)/san/lib.a
	@mkdir -p $(@D)
	@$(CC) $(SAN) -o $@ $^ $(LIBS) -lcmocka -lpthread

# What a user sees, once more with the sanitizers in.
$(B)/tests/san-%.t: tests/%.bats
	@mkdir -p $(@D)
	@printf '#!/bin/sh\nMC_BUILD=$(B)/san exec bats %s\n' $< > $@
	@chmod +x $@

san:
	@$(MAKE) --no-print-directory B=$(B)/san CFLAGS='$(SAN)' LDFLAGS= \
		all $(B)/san/lib.a $(UNITS:%.c=$(B)/san/%.o)

UNIT_TESTS = $(UNITS:tests/unit/%.c=$(B)/tests/%.t)
# Pages, lint and slow loops say the same with the sanitizers in.
SAN_TESTS = $(patsubst tests/%.bats,$(B)/tests/san-%.t,$(filter-out $(addprefix tests/,man.bats \
	readme.bats floors.bats memory.bats faults.bats bench.bats),$(BATS)))

check: all $(B)/gen $(B)/pty $(B)/limit $(B)/meter $(B)/tables $(B)/meldcode.pot san
	@rm -rf $(B)/tests
	@$(MAKE) --no-print-directory $(UNIT_TESTS) $(SAN_TESTS)
	@test $(words $(BATS)) -ge 5 && test $(words $(UNITS)) -ge 4
	CMOCKA_MESSAGE_OUTPUT=TAP prove -j2 -e '' --ext .t --ext .bats -r tests $(B)/tests

faults: all
	bash tests/faults/sweep --all

kaders: all
	MC_TEST_STEP=1 bats -f 'all assignments' tests/proof.bats

CASES = 20000
ROUNDS = 5
bench: all $(B)/gen $(B)/limit $(B)/meter
	@CASES=$(CASES) ROUNDS=$(ROUNDS) bash tests/bench/bench

demo: all
	@bash tests/demo

# ---- lint ----

LINT = -fsyntax-only -Werror
lint:
	@echo 'gcc'; for f in $(SOURCES) $(UNITS) $(BENCH); do \
		gcc $(CPPFLAGS) -O2 $(WARN) $(LINT) $$f || exit; done
	@echo 'gcc -fanalyzer'; for f in $(SOURCES); do \
		gcc $(CPPFLAGS) -O2 $(WARN) -Werror -fanalyzer -c -o /dev/null $$f || exit; done
	@echo 'clang'; for f in $(SOURCES) $(UNITS) $(BENCH); do \
		clang $(CPPFLAGS) -O2 $(WARN) $(LINT) $$f || exit; done
	cppcheck --enable=warning,performance,portability --error-exitcode=1 --inline-suppr -q \
		--suppress=missingInclude --suppress=nullPointerRedundantCheck:lib/base/arena.c \
		-Ilib -Icmd -D_GNU_SOURCE lib cmd
	@mkdir -p $(B)
	@printf '%s\n' $(CPPFLAGS) -I$(CURDIR)/lib -I$(CURDIR)/cmd > $(B)/compile_flags.txt
	@# A file a process: clang-tidy 14 carries what it knows of a va_list from one file to the next.
	printf '%s\n' $(SOURCES) | xargs -P2 -n1 clang-tidy --quiet -p $(B) 2> /dev/null
	clang-format --dry-run -Werror $(SOURCES) $(UNITS) $(BENCH) lib/*/*.h cmd/*.h tests/*/*.h
	shellcheck -x $(BATS) tests/lib.bash tests/examples.bash tests/import.bash tests/demo tests/bench/bench .ci/run $(wildcard tests/faults/*)

# ---- the machine ----

define install_packages
	@missing=$$(for p in $(1); do \
		[ "$$(dpkg-query -W -f='$${db:Status-Status}' $$p 2> /dev/null)" = installed ] || echo $$p; done); \
	if [ -z "$$missing" ]; then exit 0; \
	elif [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			$$missing > /dev/null; \
	else \
		echo "missing packages; run this as root, then again what you asked for:"; \
		echo "  apt-get install --no-install-recommends" $$missing; exit 1; \
	fi
endef

deps:
	$(call install_packages,$(PACKAGES))

deps-dev: deps
	$(call install_packages,$(PACKAGES_DEV))

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/meldcode/kader \
		$(DESTDIR)$(PREFIX)/share/meldcode/taal $(DESTDIR)$(PREFIX)/share/meldcode/voorbeelden
	install -m 755 $(PROGRAMS:%=$(B)/%) $(DESTDIR)$(PREFIX)/bin
	install -m 644 share/kader/*.kader $(DESTDIR)$(PREFIX)/share/meldcode/kader
	install -m 644 share/taal/*.rec $(DESTDIR)$(PREFIX)/share/meldcode/taal
	install -m 644 share/voorbeelden/*.zaak $(DESTDIR)$(PREFIX)/share/meldcode/voorbeelden
	for p in $(PAGES); do install -D -m 644 $$p $(DESTDIR)$(PREFIX)/share/man/man$${p##*.}/$${p##*/}; done
	for l in $(LANGUAGES); do install -D -m 644 $(B)/locale/$$l/LC_MESSAGES/meldcode.mo \
		$(DESTDIR)$(PREFIX)/share/locale/$$l/LC_MESSAGES/meldcode.mo; done

clean:
	rm -rf $(B)

.PHONY: all programs locale san check faults kaders bench demo lint deps deps-dev install clean
.DELETE_ON_ERROR:
