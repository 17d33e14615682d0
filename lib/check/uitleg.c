#include "check/uitleg.h"

#include <stdio.h>

/* clang-format off */
const struct uitleg uitlegs[] = {
#include "check/uitleg.def"
};
/* clang-format on */

const int uitleg_count = sizeof uitlegs / sizeof *uitlegs;

/* One small case, from which the examples take what they need. Its child is too young to be talked
 * with, its persons are complete, and its days are within every term on UITLEG_DAG. */
static const struct {
    const char *naam, *tekst;
} stukken[UITLEG_STUKKEN] = {
    {"Zaak", "Zaak: k7q3wd\n"
             "Formaat: 1\n"
             "Kader: jeugd-en-gezin\n"
             "Geopend: 2026-11-09\n"
             "Beroepskracht: gezinsprofessional\n\n"},
    {"Zaak (Aandachtsfunctionaris: M. Vos)", "Zaak: k7q3wd\n"
                                             "Formaat: 1\n"
                                             "Kader: jeugd-en-gezin\n"
                                             "Geopend: 2026-11-09\n"
                                             "Beroepskracht: gezinsprofessional\n"
                                             "Aandachtsfunctionaris: M. Vos\n\n"},
    {"Persoon kind1, ouder1, ouder2", "Persoon: kind1\n"
                                      "Rol: kind\n"
                                      "Naam: Noor de Wit\n"
                                      "Geboortedatum: 2023-05-14\n"
                                      "Client: ja\n\n"
                                      "Persoon: ouder1\n"
                                      "Rol: ouder\n"
                                      "Naam: Iris de Wit\n"
                                      "Geboortedatum: 1994-02-03\n"
                                      "Adres: Beukenlaan 8, Veldbrugge\n\n"
                                      "Persoon: ouder2\n"
                                      "Rol: ouder\n"
                                      "Naam: Tom Bakker\n"
                                      "Geboortedatum: 1991-09-27\n\n"},
    {"Signaal 1",
     "Signaal: 1\n"
     "Datum: 2026-11-09\n"
     "Betreft: kind1\n"
     "Bron: waarneming\n"
     "Feit: Noor (3) liep om 22.30 uur alleen op de Beukenlaan, in pyjama.\n"
     "Onveiligheid: Moeder slaapt na haar medicijn tot de ochtend; de deur is los.\n\n"},
    {"Overleg 1", "Overleg: 1\n"
                  "Datum: 2026-11-10\n"
                  "Met: collega\n"
                  "Advies: Spreek moeder deze week, en weeg daarna met zijn tweeën.\n\n"},
    {"Gesprek 1", "Gesprek: 1\n"
                  "Datum: 2026-11-11\n"
                  "Met: ouder1\n"
                  "Gevoerd: ja\n"
                  "Reactie: Moeder wist niet dat Noor buiten was geweest.\n\n"},
    {"Weging 1", "Weging: 1\n"
                 "Datum: 2026-11-16\n"
                 "Vraag1: ja\n"
                 "Motivering1: Noor was alleen buiten.\n"
                 "Vraag2: nee\n"
                 "Motivering2: Oma slaapt vanaf vandaag bij hen.\n"
                 "Vraag3: ja\n"
                 "Motivering3: Het wijkteam begint morgen.\n"
                 "Vraag4: ja\n"
                 "Motivering4: Moeder vroeg er zelf om.\n"
                 "Steunt: 1\n\n"},
    {"Weging 1 (Vraag2: ja)", "Weging: 1\n"
                              "Datum: 2026-11-16\n"
                              "Vraag1: ja\n"
                              "Motivering1: Noor was alleen buiten.\n"
                              "Vraag2: ja\n"
                              "Motivering2: Voor de derde keer in twee weken.\n"
                              "Aard: structureel\n"
                              "Steunt: 1\n\n"},
    {"Besluit 1 (Melden: ja)", "Besluit: 1\n"
                               "Datum: 2026-11-16\n"
                               "Weging: 1\n"
                               "Melden: ja\n"
                               "Hulp: samen met Veilig Thuis\n"
                               "Motivering: Structureel onveilig.\n"
                               "Evalueren: 2027-01-12\n\n"},
    {"Verwachting 1 en 2", "Verwachting: 1\n"
                           "Datum: 2026-11-17\n"
                           "Van: melder\n"
                           "Aan: Veilig Thuis\n"
                           "Soort: verwacht\n"
                           "Verwacht: Deze week een gesprek met moeder.\n"
                           "Mogelijk: ja\n\n"
                           "Verwachting: 2\n"
                           "Datum: 2026-11-17\n"
                           "Van: Veilig Thuis\n"
                           "Aan: melder\n"
                           "Soort: verwacht\n"
                           "Verwacht: Elke week een huisbezoek.\n"
                           "Mogelijk: ja\n\n"},
    {"Melding 1", "Melding: 1\n"
                  "Datum: 2026-11-17\n"
                  "VeiligThuis: Veldstreek\n"
                  "OnveiligNu: Noor loopt in de nacht alleen naar buiten.\n"
                  "Ingelicht: ja\n\n"},
};

const struct uitleg *uitleg_zoek(enum code code)
{
    for (int i = 0; i < uitleg_count; i++)
        if (uitlegs[i].code == code)
            return &uitlegs[i];
    return NULL;
}

const char *uitleg_stuk(int i)
{
    return stukken[i].tekst;
}

/* ---- on paper ---- */

enum { COLUMNS = 72, INDENT = 2 };

/* Writes words behind what stands in the line up to `at`, and goes to a new line, indented, where
 * they would pass the last column. Gives where the line then is. */
static int words(struct buf *out, int at, const char *text)
{
    struct str rest = str_of(text);
    while (rest.n) {
        struct str word = str_cut(rest, ' ', &rest);
        int width = str_columns(word);
        if (at > INDENT && at + 1 + width > COLUMNS) {
            buf_byte(out, '\n');
            at = 0;
        }
        int gap = at < INDENT ? INDENT - at : at > INDENT;
        buf_fill(out, ' ', (size_t)gap);
        buf_str(out, word);
        at += gap + width;
    }
    return at;
}

static void heading(struct buf *out, const char *text)
{
    buf_byte(out, '\n');
    buf_text(out, text);
}

/* A heading and a text of its own below it. */
static void section(struct buf *out, const char *name, const char *text)
{
    heading(out, name);
    buf_byte(out, '\n');
    words(out, 0, text);
    buf_byte(out, '\n');
}

static const char *unit(enum eenheid e, bool one)
{
    static const char *const ones[] = {"", N_("working day"), N_("day"), N_("week"), N_("year")};
    static const char *const more[] = {"", N_("working days"), N_("days"), N_("weeks"),
                                       N_("years")};
    return _(one ? ones[e] : more[e]);
}

static void write_terms(struct buf *out, const struct regel *r)
{
    if (r->termijn[0].eenheid == GEEN_TERMIJN)
        return;
    heading(out, _("Term"));
    buf_byte(out, '\n');
    for (int i = 0; i < 2 && r->termijn[i].eenheid != GEEN_TERMIJN; i++) {
        const struct termijn *t = &r->termijn[i];
        char number[16];
        snprintf(number, sizeof number, "%d", t->aantal);
        int at = words(out, 0, number);
        at = words(out, at, unit(t->eenheid, t->aantal == 1));
        buf_byte(out, ':');
        words(out, at + 1,
              t->eigen ? _("a term of these tools, no published norm")
                       : _("from the source above"));
        buf_byte(out, '\n');
    }
}

/* An example: its lines, the one where the finding stands with a > before it. */
static void example(struct buf *out, const char *text)
{
    struct str rest = str_of(text);
    while (rest.n && str_ends(rest, STR("\n\n")))
        rest.n--;
    while (rest.n) {
        struct str line = str_cut(rest, '\n', &rest);
        bool marked = str_starts(line, STR(">"));
        if (line.n)
            buf_text(out, marked ? "  > " : "    ");
        buf_str(out, str_from(line, marked));
        buf_byte(out, '\n');
    }
}

/* What the example leaves out: "Zaak, Persoon kind1, ...". */
static void above(struct buf *out, const struct uitleg *u)
{
    if (!(u->boven & (KOP | KOP_AANDACHT)))
        return;
    int at = words(out, 0, _("(above it stand:"));
    unsigned left = u->boven & ((1U << UITLEG_STUKKEN) - 1);
    for (int i = 0; i < UITLEG_STUKKEN; i++) {
        if (!(left & (1U << i)))
            continue;
        left &= ~(1U << i);
        at = words(out, at, stukken[i].naam);
        buf_byte(out, left ? ',' : ')');
        at++;
    }
    buf_byte(out, '\n');
}

static void examples(struct buf *out, const struct uitleg *u)
{
    heading(out, _("Wrong"));
    if (u->dag) {
        buf_text(out, _(", on "));
        buf_text(out, u->dag);
    }
    buf_byte(out, '\n');
    above(out, u);
    example(out, u->fout);
    heading(out, _("Right"));
    buf_byte(out, '\n');
    example(out, u->goed);
}

static void mend(struct buf *out, const struct uitleg *u)
{
    section(out, _("What to do"), _(u->herstel));
    if (!u->doe)
        return;
    buf_byte(out, '\n');
    example(out, u->doe);
    if (strstr(u->doe, "-i -")) {
        buf_byte(out, '\n');
        words(out, 0, _("-i - reads the lines of the entry from standard input, up to Ctrl-D."));
        buf_byte(out, '\n');
    }
}

void uitleg_schrijf(struct buf *out, const struct regel *r)
{
    const struct uitleg *u = uitleg_zoek(r->code);
    struct code_text code = code_text(r->code);
    buf_text(out, code.p);
    buf_text(out, "  ");
    buf_text(out, niveau_woord(r->niveau));
    if (r->ook != NIVEAU_GEEN) {
        buf_text(out, _(" or "));
        buf_text(out, niveau_woord(r->ook));
    }
    buf_byte(out, '\n');
    words(out, 0, _(r->titel));
    buf_byte(out, '\n');
    if (u)
        section(out, _("Why"), _(u->waarom));
    if (u && u->norm)
        section(out, _("Norm"), _(u->norm));
    section(out, _("Source"), r->bron);
    write_terms(out, r);
    if (u) {
        examples(out, u);
        mend(out, u);
    }
    buf_byte(out, '\n');
    words(out, 0,
          r->vast ? _("An Uitzondering cannot except it.")
                  : _("An Uitzondering with a Reden can except it."));
    buf_byte(out, '\n');
    words(out, 0,
          r->ook_gesloten ? _("It is raised in closed cases too.")
                          : _("It is not raised in closed cases."));
    buf_byte(out, '\n');
}
