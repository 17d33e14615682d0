# meldcode-tools. `make help` lists the targets; README.md says what each is for.
SHELL = /bin/bash
VERSION = 0.1.0
PREFIX = /usr/local
CC = gcc
B = build

WARN = -Wall -Wextra -Wconversion -Wshadow -Wvla -Wstrict-prototypes -Wformat=2 -Werror=format-security
HARDEN = -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection=full -ftrivial-auto-var-init=zero -fPIE
CFLAGS = -g $(HARDEN)
LDFLAGS = -pie -Wl,-z,relro,-z,now,-z,noexecstack
CPPFLAGS = -std=c17 -D_GNU_SOURCE -Ilib -Icmd -DMC_VERSION='"$(VERSION)"' \
	-DMC_DATADIR='"$(PREFIX)/share/meldcode"' -DMC_LOCALEDIR='"$(PREFIX)/share/locale"'
LIBS = -ljansson

PROGRAMS = mc-new mc-step mc-check mc-export
LIB = $(wildcard lib/*/*.c)
RUN = cmd/run.c cmd/options.c cmd/cases.c cmd/ids.c

all: $(PROGRAMS:%=$(B)/%)

$(B)/lib.a: $(LIB:%.c=$(B)/%.o)
	@rm -f $@
	@ar rcs $@ $^

$(PROGRAMS:%=$(B)/%): $(B)/%: $(B)/cmd/%.o $(RUN:%.c=$(B)/%.o) $(B)/lib.a
	@echo link $@
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo cc $<
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(WARN) -MMD -MP -c -o $@ $<

clean:
	rm -rf $(B)

-include $(wildcard $(B)/*/*.d $(B)/*/*/*.d)

.PHONY: all clean
