/* gen: a seeded generator of case files in normal form, for benches and tests of many cases.
 *
 *   gen [-s SEED] [-n CASES] [-b BYTES] [-w PERCENT] [-o DIR]
 *
 * -n cases (100), or as many as make -b bytes (k, M, G: powers of 1000), whichever comes first, on
 * stdout or as DIR/<JJJJ>/<id>.zaak; an existing file is an error. In PERCENT (3) of them one thing
 * is amiss. Same options, same bytes: no clock, no environment.
 *
 * A case is a plausible trajectory, ended, or at rest where it stands on the last day: judged with
 * `--today=2026-11-24` no term has passed, so what is found was put there. Everything is invented;
 * postal codes, telephone numbers, mail domains and BSNs are of ranges that are never issued.
 *
 * Exit: 0; 64 usage; 70 no memory; 73 a file or folder exists or cannot be made; 74 writing failed.
 */
#include "zinnen.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MONDAY = 19723,     /* 2024-01-01 in days since 1970; working days count from here */
    LAST = 756,         /* the last working day: Tuesday 2026-11-24 */
    ROOM = 1 << 20,     /* bytes gathered before a write */
    CASE_MAX = 1 << 17, /* bytes of a case: several times what one takes */
    HALF = 27000,       /* 30^3: an id is two halves of three characters */
};
#define CASES_MAX ((uint64_t)HALF * HALF)
#define BYTES_MAX UINT64_C(1000000000000) /* of fewer cases than that */
#define USAGE "usage: gen [-s SEED] [-n CASES] [-b BYTES] [-w PERCENT] [-o DIR]"

/* What is amiss in a case, if anything. */
enum fault { SOUND, NO_OVERLEG, NO_GESPREK, WRONG_VALUE, UNKNOWN_FIELD };

/* Of the case in hand everything is zero at its beginning. */
struct gen {
    char *text; /* made and not yet written */
    size_t n;
    uint64_t seed, state;
    unsigned percent;
    struct zaak {
        char id[18];
        const struct plan *plan;
        enum fault fault;
        const char *word[128];       /* by letter: templates */
        bool is[128];                /* by letter */
        unsigned label[128];         /* by letter: the newest */
        unsigned children, years[3]; /* and the age of each */
        unsigned concerned;          /* that many children, and the mother when `both` */
        bool both, disclosed;
        struct {
            char code;
            int day; /* a working day */
        } step[48];
        unsigned steps, last, at; /* planned; the last one taken; the one in hand */
        int today;                /* working day of the step in hand */
        int64_t minute;           /* of the newest record, local, since 1970 */
        size_t start, body;       /* the record in hand; Vastgelegd of the newest */
        unsigned withdrawn;       /* label of a Signaal */
        struct {
            size_t start, n; /* up to its Status */
        } open[4];           /* Afspraken not yet done */
        unsigned opens;
    } z;
};

/* ---- chance */
static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* 0 to n - 1 (splitmix64). Once at most in an expression: the order of two is the compiler's. */
static unsigned below(struct gen *g, unsigned n)
{
    g->state += 0x9e3779b97f4a7c15u;
    return (unsigned)(((mix(g->state) >> 32) * n) >> 32);
}

static bool chance(struct gen *g, unsigned percent)
{
    return below(g, 100) < percent;
}

/* One of `{a|b|c}`: it begins at the result and ends at `|` or `}`, where put_line() goes on. */
static const char *choose(struct gen *g, const char *s)
{
    unsigned rows = 1;
    for (const char *t = s; *t != '}'; t++)
        rows += *t == '|';
    for (unsigned row = below(g, rows); row; row--)
        s += 1 + strcspn(s + 1, "|");
    return s + 1;
}

/* Six characters for the i-th case: a Feistel network over two halves, so no two are the same. */
static void id_characters(uint64_t seed, uint64_t i, char *out)
{
    static const char alphabet[] = "23456789abcdefghjkmnpqrstvwxyz";
    unsigned left = (unsigned)(i / HALF), right = (unsigned)(i % HALF);
    for (unsigned round = 0; round < 4; round++) {
        unsigned sum = left + (unsigned)(mix(mix(seed + round) + right) % HALF);
        left = right;
        right = sum % HALF;
    }
    for (unsigned k = 0; k < 3; k++, left /= 30, right /= 30) {
        out[k] = alphabet[left % 30];
        out[3 + k] = alphabet[right % 30];
    }
}

/* ---- bytes and days */
static void put_bytes(struct gen *g, const char *s, size_t n)
{
    if (n > ROOM + CASE_MAX - g->n)
        abort();
    memcpy(g->text + g->n, s, n);
    g->n += n;
}

static void put(struct gen *g, const char *s)
{
    put_bytes(g, s, strlen(s));
}

static void put_number(struct gen *g, unsigned x, unsigned digits, const char *after)
{
    char s[10];
    unsigned i = sizeof s;
    do
        s[--i] = (char)('0' + x % 10);
    while ((x /= 10) || sizeof s - i < digits);
    put_bytes(g, s + i, sizeof s - i);
    put(g, after);
}

static int civil(int w) /* the day of a working day */
{
    return MONDAY + 7 * (w / 5) + w % 5;
}

static void put_day(struct gen *g, int day) /* H. Hinnant, chrono-compatible date algorithms */
{
    unsigned z = (unsigned)day + 719468, era = z / 146097, doe = z % 146097;
    unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    put_number(g, yoe + era * 400 + (mp >= 10), 4, "-");
    put_number(g, mp < 10 ? mp + 3 : mp - 9, 2, "-");
    put_number(g, doy - (153 * mp + 2) / 5 + 1, 2, "");
}

static void put_moment(struct gen *g, int64_t minute)
{
    /* the last Sundays of March and October, 2024 to 2026 */
    static const int summer[][2] = {{19813, 20023}, {20177, 20387}, {20541, 20751}};
    int day = (int)(minute / 1440);
    bool ahead = false;
    for (unsigned y = 0; y < 3; y++)
        ahead |= day >= summer[y][0] && day < summer[y][1];
    put_day(g, day);
    put(g, "T");
    put_number(g, (unsigned)(minute % 1440 / 60), 2, ":");
    put_number(g, (unsigned)(minute % 60), 2, ahead ? ":00+02:00" : ":00+01:00");
}

/* ---- entries */

/* The working day of the next evaluation that is planned; without one three months on. */
static int next_evaluation(const struct zaak *z)
{
    for (unsigned i = z->at + 1; i < z->steps; i++)
        if (strchr("EeF", z->step[i].code))
            return z->step[i].day;
    return z->today + 60;
}

static int day_of(struct gen *g, char letter)
{
    const struct zaak *z = &g->z;
    int day = civil(z->today), year = (int)below(g, 365) + 1;
    switch (letter) {
    case 'A': /* births: of the children, of a parent, of a grandmother */
    case 'B':
    case 'C':
        return civil(z->step[0].day) - (int)(z->years[letter - 'A'] * 1461 / 4) - year;
    case 'M':
        return day - 365 * (32 + year % 14) - year;
    case 'O':
        return day - 365 * (60 + year % 14) - year;
    case 'E':
        return civil(next_evaluation(z));
    case 'G': /* in the last three weeks */
        return day - 1 - year % 20;
    case 'P': /* the last days */
    case 'Q':
        return letter == 'P' ? day - 4 : day - 2;
    case 'U': /* longer than a case rests */
        return civil(z->today + 16 + year % 25);
    default:
        return day;
    }
}

/* The moment or the day on which a Signaal was seen; a moment lies before it was recorded. */
static void put_seen(struct gen *g)
{
    int day = civil(g->z.today - (g->z.step[g->z.at].code == 'S' ? (int)below(g, 3) : 0));
    unsigned long_enough = g->z.minute / 1440 > day ? 590 : 45;
    if (chance(g, 40))
        put_moment(g, (int64_t)day * 1440 + 490 + below(g, long_enough));
    else
        put_day(g, day);
}

static const char *put_line(struct gen *g, const char *s);

static void put_word(struct gen *g, char letter)
{
    const char *before = g->text + g->n - 2, *s = g->z.word[(unsigned char)letter];
    if (letter == 'H') {
        put_seen(g);
    } else if (letter >= 'A' && letter <= 'Z') {
        put_day(g, day_of(g, letter));
    } else if (letter <= '9') {
        for (; letter > '0'; letter--)
            put_number(g, below(g, 10), 1, "");
    } else {
        if (strchr("jmos", letter) && before[1] == ' ' && strchr(".:+", before[0]) && *s >= 'a')
            put_bytes(g, &(char){(char)(*s++ - 'a' + 'A')}, 1); /* a sentence begins */
        put_line(g, s);
    }
}

/* The line at s as far as it goes, LF included; what is behind it. */
static const char *put_line(struct gen *g, const char *s)
{
    for (;;) {
        size_t n = strcspn(s, "%{|}~#$\n");
        put_bytes(g, s, n);
        s += n;
        switch (*s) {
        case '\0':
            return s;
        case '\n':
            put(g, "\n");
            return s + 1;
        case '%':
            put_word(g, s[1]);
            s += 2;
            break;
        case '#':
        case '$':
            g->z.label[(unsigned char)s[1]] += *s == '#';
            put_number(g, g->z.label[(unsigned char)s[1]], 1, "");
            s += 2;
            break;
        case '~':
            put(g, (const char *const[]){" ", " ", " ", " ", " ", "\n+ ", "\n+\n+ "}[below(g, 7)]);
            s++;
            break;
        case '{':
            s = choose(g, s);
            break;
        case '|':
            s += strcspn(s, "}");
            break;
        default:
            s++;
        }
    }
}

static void put_field(struct gen *g, const char *key, const char *value)
{
    put(g, key);
    put(g, ": ");
    put_line(g, value);
    put(g, "\n");
}

static unsigned row_of(char answer)
{
    return answer == 'j' ? 0 : answer == 'n' ? 1 : 2;
}

/* What a Weging says, from Bouwt_op to Steunt; the other answers are those of the one before. */
static void put_weighing(struct gen *g)
{
    const struct zaak *z = &g->z;
    char code = z->step[z->at].code, vraag[] = "Vraag?", motivering[] = "Motivering?";
    unsigned first = code == 'J' ? 3 : code == 'R' ? 5 : z->label['w'];
    const char *answers = code == 'D'   ? "jt"
                          : code == 'J' ? "jj"
                          : code == 'R' ? z->plan->fifth
                                        : z->plan->answers + first - 1;
    if (z->label['w'] > 1) {
        put(g, "Bouwt_op: ");
        put_number(g, z->label['w'] - 1, 1, "\n");
    }
    for (unsigned i = 0; answers[i]; i++) {
        vraag[5] = (char)('0' + first + i);
        put_field(g, vraag, ANSWERS[row_of(answers[i])]);
    }
    for (unsigned i = 0; answers[i]; i++) {
        motivering[10] = (char)('0' + first + i);
        put_field(g, motivering, WHY[first + i - 1][row_of(answers[i])]);
    }
    if (z->plan->aard && first <= 2)
        put_field(g, "Aard", z->plan->aard);
    for (unsigned i = 1; i <= z->label['s']; i++)
        if (i != z->withdrawn) {
            put(g, "Steunt: ");
            put_number(g, i, 1, "\n");
        }
}

/* The lines of a line that begins with `*`. */
static void put_list(struct gen *g, char name)
{
    static const char *const kinderen[] = {"kind1", "kind2", "kind3"};
    struct zaak *z = &g->z;
    switch (name) {
    case 'B': /* Betreft, Voor: everyone concerned */
    case 'V':
        for (unsigned i = 0; i < z->concerned + z->both; i++)
            put_field(g, name == 'B' ? "Betreft" : "Voor",
                      i < z->concerned ? kinderen[i] : "moeder");
        break;
    case 'K': /* Kinderen: a talk with those of 4 and up */
        for (unsigned i = 0; i < z->concerned; i++)
            if (z->years[i] >= 4)
                put_field(g, "Met", kinderen[i]);
        break;
    case 'L': /* Leeftijden */
        put(g, "Aantal: ");
        put_number(g, z->children, 1, "\nLeeftijden: ");
        for (unsigned i = 0; i < z->children; i++)
            put_number(g, z->years[i], 1, i + 1 < z->children ? "," : "\n");
        break;
    case 'O': /* Open: the Status of an Afspraak that is to be done */
        z->open[z->opens].start = z->start;
        z->open[z->opens++].n = g->n - z->start;
        put(g, "Status: open\n");
        break;
    default:
        abort();
    }
}

static void end(struct gen *g)
{
    g->z.body = g->n;
    g->z.minute += 2 + below(g, 9);
    put(g, "Vastgelegd: ");
    put_moment(g, g->z.minute);
    put(g, "\n");
    put_field(g, "Door", g->z.word['d']);
    put(g, "\n");
    g->z.start = g->n;
}

/* Entries, or a part of one. */
static void entry(struct gen *g, const char *s)
{
    while (*s) {
        bool here = true;
        while (*s == '?' || *s == '=' || *s == '!') {
            here &= *s == '?' ? chance(g, (unsigned)atoi(s + 1))
                              : g->z.is[(unsigned char)s[1]] == (*s == '=');
            s += strcspn(s, " ") + 1;
        }
        if (*s == '\n') {
            end(g);
            s++;
        } else if (here && *s != '*') {
            s = put_line(g, s);
        } else {
            if (here && !strncmp(s, "*Vragen", 7))
                put_weighing(g);
            else if (here)
                put_list(g, s[1]);
            s = strchr(s, '\n') + 1;
        }
    }
}

/* ---- the steps */
static void take_signaal(struct gen *g)
{
    struct zaak *z = &g->z;
    bool first = z->label['s'] == 1;
    unsigned may = GEHOORD | (z->years[0] >= 4 ? GROOT : KLEIN) | (z->is['i'] ? LETSEL : 0u) |
                   (z->disclosed ? ONTHULD : 0u) | (z->is['n'] && !first ? WEERLEGT : 0u);
    const struct feit *f;
    do
        f = &FEITEN[below(g, FEIT_COUNT)];
    while (f->flags & ~may);
    z->word['b'] = f->bron;
    z->word['c'] = f->who;
    z->word['e'] = f->soort;
    z->word['f'] = f->feit;
    z->is['B'] = f->who;
    z->is['e'] = f->flags & GEHOORD;
    z->is['l'] = first || chance(g, 60);
    z->is['w'] = first && z->fault == WRONG_VALUE;
    z->is['m'] = !strcmp(f->bron, "uitspraak betrokkene");
    z->is['x'] = f->flags & WEERLEGT;
    z->is['k'] = chance(g, 10);
    z->is['K'] = z->is['k'] || z->is['y'];
    z->is['d'] = f->flags & ONTHULD;
    z->is['L'] = f->flags & LETSEL;
    entry(g, SIGNAAL_REST);
}

static void take_step(struct gen *g, const struct step *s)
{
    struct zaak *z = &g->z;
    size_t start = g->n;
    if (strchr("tEeFC", s->code)) { /* what was agreed before is done: those entries once more */
        for (unsigned i = 0; i < z->opens; i++) {
            put_bytes(g, g->text + z->open[i].start, z->open[i].n);
            entry(g, SETTLED);
        }
        z->opens = 0;
    }
    if (s->code == 'y')
        z->word['d'] = choose(g, STAFF);
    z->is['r'] = strchr("BbrJ", s->code);
    z->is['h'] = strchr("hH", s->code);
    entry(g, s->text);
    if (strchr("Ssxz", s->code))
        take_signaal(g);
    if (s->code == 'z') {
        z->withdrawn = z->label['s'];
        entry(g, WITHDRAWN);
    }
    if (strchr("OLvVKPq", s->code) && chance(g, 5)) { /* put right: the same label again */
        put_bytes(g, g->text + start, z->body - start);
        entry(g, CORRECTED);
    }
}

static const struct step *step_of(char code)
{
    const struct step *s = STEPS;
    while (s->code != code)
        s++;
    return s;
}

/* The first step with one of these letters; the number of steps without. */
static unsigned step_index(const struct zaak *z, const char *codes)
{
    unsigned i = 0;
    while (i < z->steps && !strchr(codes, z->step[i].code))
        i++;
    return i;
}

/* ---- a case */
static void set_flags(struct gen *g)
{
    struct zaak *z = &g->z;
    const char *aard = z->plan->aard;
    bool apart;
    z->children = 1 + below(g, 3);
    z->concerned = 1 + below(g, z->children);
    z->both = chance(g, 25);
    for (unsigned i = 0; i < z->children; i++) {
        z->years[i] = below(g, 15);
        z->years[i] += z->years[i] > 2;                     /* not 3: no child turns 4 under way */
        z->is['g'] |= i < z->concerned && z->years[i] >= 4; /* a child to talk with */
    }
    z->is['2'] = z->children > 1;
    z->is['3'] = z->children > 2;
    z->is['t'] = chance(g, 75); /* two parents, the second one of three */
    z->is['5' + below(g, 3)] = z->is['t'];
    z->is['n'] = z->plan->answers[0] == 'n'; /* nothing the matter */
    z->is['a'] = aard && !strcmp(aard, "acuut");
    z->is['u'] = aard && !z->is['a']; /* unsafe, not acute */
    z->is['y'] = aard;
    z->is['s'] = z->is['a'] && z->is['t']; /* the second parent is not to know yet */
    apart = z->is['s'] || chance(g, 40);
    z->is['v'] = z->is['t'] && !apart;
    z->is['p'] = z->is['t'] && apart && (z->is['s'] || chance(g, 20)); /* not spoken with */
    z->is['q'] = z->is['t'] && apart && !z->is['p'];
    z->is['i'] = aard && chance(g, 50); /* an injury */
    z->disclosed = z->is['a'] && chance(g, 60);
    z->is['j'] = chance(g, 65);                /* the framework jeugd-en-gezin */
    z->is['c'] = !z->is['j'] && chance(g, 60); /* the mother is the client */
    z->is['f'] = chance(g, 70);                /* there is an aandachtsfunctionaris */
    z->is['b'] = chance(g, 40);                /* judgements name whom they are about */
    z->is['z'] = z->fault == UNKNOWN_FIELD;
}

static void set_words(struct gen *g)
{
    struct zaak *z = &g->z;
    bool school = z->years[0] >= 4;
    z->word['a'] = choose(g, STAFF);
    z->word['d'] = choose(g, z->is['j'] ? JEUGD : BASIS);
    z->word['g'] = choose(g, SURNAMES);
    z->word['i'] = z->id;
    z->word['j'] = school ? "de leerkracht" : "de pedagogisch medewerker";
    z->word['k'] = choose(g, CHILDREN);
    z->word['l'] = BODY;
    z->word['m'] = "moeder";
    z->word['n'] = "{2|3|4|5|6}";
    z->word['t'] = z->is['5'] ? "vader" : z->is['6'] ? "stiefvader" : "expartner";
    z->word['o'] = z->is['5'] || z->is['6'] ? z->word['t'] : "de ex-partner";
    z->word['p'] = choose(g, PLACES);
    z->word['q'] = choose(g, STAFF);
    z->word['s'] = choose(g, school ? SCHOOLS : NURSERIES);
    z->word['u'] = HOURS;
    z->word['w'] = WEEKDAYS;
}

/* The steps, how far the case is, and on which days. */
static void set_steps(struct gen *g)
{
    struct zaak *z = &g->z;
    int day = 0;
    for (const char *c = z->plan->steps; *c; c++) {
        const struct step *s = step_of(*c);
        if ((s->when && !z->is[(unsigned char)s->when]) || !chance(g, (unsigned)s->percent))
            continue;
        day += s->least + (int)below(g, (unsigned)(s->most - s->least) + 1);
        z->step[z->steps].code = *c;
        z->step[z->steps++].day = day;
    }
    /* a closed case is not asked any more how it came to its Besluit */
    bool order = z->fault == NO_OVERLEG || z->fault == NO_GESPREK;
    unsigned from = order ? step_index(z, "Bbhn") : 0;
    if (!order && chance(g, 50)) {
        z->last = z->steps - 1;
        day = 1 + (int)below(g, (unsigned)(LAST - day));
    } else {
        do
            z->last = from + below(g, z->steps - from);
        while (step_of(z->step[z->last].code)->rest < 0);
        unsigned rest = (unsigned)step_of(z->step[z->last].code)->rest;
        day = LAST - (int)below(g, rest + 1) - z->step[z->last].day;
    }
    for (unsigned i = 0; i < z->steps; i++)
        z->step[i].day += day;
    if (z->last < step_index(z, "KP")) /* no child yet that should have been spoken with */
        for (unsigned i = 0; i < z->children; i++)
            z->years[i] %= 3;
    if (z->last < step_index(z, "L"))
        z->is['i'] = false;
}

/* The i-th case, behind what is made already. */
static void make_case(struct gen *g, uint64_t i)
{
    struct zaak *z = &g->z;
    unsigned total = 0, at;
    *z = (struct zaak){.start = g->n, .plan = PLANS};
    g->state = mix(g->seed + mix(i + 1));
    for (unsigned k = 0; k < PLAN_COUNT; k++)
        total += PLANS[k].weight;
    for (at = below(g, total); at >= z->plan->weight; z->plan++)
        at -= z->plan->weight;
    z->fault = chance(g, g->percent) ? NO_OVERLEG + below(g, 4) : SOUND;
    set_flags(g);
    set_steps(g);
    set_words(g);

    put_day(g, civil(z->step[0].day));
    memcpy(z->id, g->text + z->start, 10);
    g->n = z->start;
    z->id[10] = '-';
    id_characters(g->seed, i, z->id + 11);

    const char *left_out = z->fault == NO_OVERLEG ? "OLvV" : z->fault == NO_GESPREK ? "KPpqG" : "";
    for (z->at = 0; z->at <= z->last; z->at++) {
        char code = z->step[z->at].code;
        if (strchr(left_out, code))
            continue;
        z->today = z->step[z->at].day;
        if (code == '0' || code > '9') { /* the persons are recorded at one sitting */
            int recorded = z->today + (code != '0' && chance(g, 25) ? 1 + (int)below(g, 2) : 0);
            int64_t day = civil(recorded > LAST ? LAST : recorded);
            int64_t minute = day * 1440 + 540 + below(g, code == '0' ? 60 : 360);
            z->minute = minute > z->minute ? minute : z->minute;
        }
        take_step(g, step_of(code));
    }
}

/* ---- the program */

/* A number of at most `max`, which k, M or G may follow. */
static uint64_t read_number(const char *s, uint64_t max)
{
    char *rest;
    errno = 0;
    uint64_t x = strtoull(s, &rest, 10);
    uint64_t unit = *rest == 'k' ? 1000 : *rest == 'M' ? 1000000 : *rest == 'G' ? 1000000000 : 1;
    if (*s < '0' || *s > '9' || errno || rest[unit > 1] || x > max / unit)
        errx(64, "no number up to %ju: %s", (uintmax_t)max, s);
    return x * unit;
}

static bool write_all(int fd, const char *s, size_t n)
{
    while (n) {
        ssize_t done = write(fd, s, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        s += done;
        n -= (size_t)done;
    }
    return true;
}

/* The case in hand as JJJJ/<id>.zaak below the folder. */
static void write_file(const struct gen *g, int folder)
{
    char path[32];
    snprintf(path, sizeof path, "%.4s", g->z.id);
    if (mkdirat(folder, path, 0700) && errno != EEXIST)
        err(73, "%s", path);
    snprintf(path, sizeof path, "%.4s/%.17s.zaak", g->z.id, g->z.id);
    int fd = openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        err(73, "%s", path);
    if (!write_all(fd, g->text, g->n) || close(fd)) {
        int why = errno;
        unlinkat(folder, path, 0);
        errno = why;
        err(74, "%s", path);
    }
}

int main(int argc, char **argv)
{
    struct gen g = {.seed = 1, .percent = 3};
    uint64_t cases = UINT64_MAX, bytes = UINT64_MAX, made = 0;
    const char *dir = NULL;
    int option, folder = -1;

    opterr = 0;
    while ((option = getopt(argc, argv, "s:n:b:w:o:")) != -1) {
        if (option == 's')
            g.seed = read_number(optarg, UINT64_MAX);
        else if (option == 'n')
            cases = read_number(optarg, CASES_MAX);
        else if (option == 'b')
            bytes = read_number(optarg, BYTES_MAX);
        else if (option == 'w')
            g.percent = (unsigned)read_number(optarg, 100);
        else if (option == 'o')
            dir = optarg;
        else
            errx(64, "%s", USAGE);
    }
    if (optind != argc)
        errx(64, "%s", USAGE);
    if (cases == UINT64_MAX)
        cases = bytes == UINT64_MAX ? 100 : CASES_MAX;
    g.text = malloc(ROOM + CASE_MAX);
    if (!g.text)
        err(70, NULL);
    if (dir &&
        ((mkdir(dir, 0700) && errno != EEXIST) || (folder = open(dir, O_RDONLY | O_DIRECTORY)) < 0))
        err(73, "%s", dir);

    for (uint64_t i = 0; i < cases && made < bytes; i++) {
        size_t before = g.n;
        make_case(&g, i);
        made += g.n - before;
        if (dir)
            write_file(&g, folder);
        else if (g.n >= ROOM && !write_all(STDOUT_FILENO, g.text, g.n))
            err(74, NULL);
        if (dir || g.n >= ROOM)
            g.n = 0;
    }
    if (!dir && (!write_all(STDOUT_FILENO, g.text, g.n) || close(STDOUT_FILENO)))
        err(74, NULL);
    free(g.text);
    return 0;
}
