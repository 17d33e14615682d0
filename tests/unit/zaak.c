/* Which records count, about whom they are, how far the case is, and its normal form. */
#include "rec/writer.h"
#include "zaak/hoofd.h"
#include "zaak/personen.h"
#include "zaak/voortgang.h"
#include "zaak/weging.h"

#include "shipped.h"

#include <stdio.h>

static struct kaders *shipped;
static struct zaak z;
static struct diags list;
static struct voortgang v;
static const struct calendar calendar = CALENDAR_DEFAULT;

static int fresh(void **state)
{
    arena_fresh(state);
    shipped = shipped_kaders();
    return 0;
}

static day_no day_of(const char *text)
{
    day_no day = DAY_NONE;
    if (!date_read_day(str_of(text), &day))
        fail_msg("%s is no day", text);
    return day;
}

#define HEAD                                                                                       \
    "Zaak: 2026-11-02-k7q3wd\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\n"                     \
    "Beroepskracht: gezinsprofessional\n\n"
#define KIND1 "Persoon: kind1\nRol: kind\n\n"
#define KIND2 "Persoon: kind2\nRol: kind\n\n"
#define SIGNAAL(label, day, rest)                                                                  \
    "Signaal: " label "\nDatum: " day "\nBron: waarneming\nFeit: Blauwe plek gezien.\n" rest "\n"
#define WEGING(label, day, rest) "Weging: " label "\nDatum: " day "\n" rest "\n"
/* On the framework basis: what reports, what helps, what closes, what is open. */
#define UNSAFE "Vraag1: ja\nVraag2: ja\nVraag3: ja\nVraag4: ja\nVraag5: nee\n"
#define HELP "Vraag1: ja\nVraag2: nee\nVraag3: ja\nVraag4: ja\n"
#define NOTHING "Vraag1: nee\n"
#define OPEN "Vraag1: ja\nVraag2: twijfel\n"
#define BESLUIT(label, day, rest) "Besluit: " label "\nDatum: " day "\nMotivering: x\n" rest "\n"
#define MELDEN "Melden: ja\nHulp: nee\n"
#define MELDING(label, day, rest)                                                                  \
    "Melding: " label "\nDatum: " day "\nVeiligThuis: Hollands Midden\nOnveiligNu: x\n"            \
    "Ingelicht: ja\n" rest "\n"
#define TERUG(label, day, rest)                                                                    \
    "Terugkoppeling: " label "\nDatum: " day "\nMoment: veiligheidsbeoordeling\n" rest "\n"
#define AFSLUITING(label, day, rest)                                                               \
    "Afsluiting: " label "\nDatum: " day "\nReden: hulp voldoende\nMotivering: x\n" rest "\n"

static bool read_case_as_of(struct str bytes, day_no as_of)
{
    struct rec_reader r = rec_reader_over(bytes, STR("Zaak:"));
    struct rec_unit u;
    list = (struct diags){.arena = &a};
    assert_int_equal(rec_next(&r, &a, &u, &list), 1);
    return zaak_read(&u, &a, as_of, &z, &list, 0);
}

static void read_case(const char *text)
{
    assert_true(read_case_as_of(str_of(text), DAY_NONE));
}

/* Reads a case and looks how far it is on a day. */
static void judge(const char *text, const char *today)
{
    read_case(text);
    assert_true(z.leesbaar);
    v = voortgang_of(&z, shipped, &calendar, day_of(today), &a);
}

static int findings(enum code code)
{
    int n = 0;
    for (size_t i = 0; i < list.n; i++)
        n += list.at[i].code == code;
    return n;
}

static const struct aantekening *find(enum soort soort, const char *label)
{
    const struct aantekening *x = zaak_zoek(&z, soort, str_of(label));
    if (!x)
        fail_msg("no %s %s", soorten.kinds[soort].naam.tekst, label);
    return x;
}

static int person(const char *label)
{
    for (int i = 0; i < v.personen.n; i++)
        if (str_is(v.personen.at[i].label, label))
            return i;
    fail_msg("no person %s", label);
    return -1;
}

static const char *stand_of(const char *label)
{
    return stand_woord(v.per[person(label)].stand);
}

/* ---- what counts ---- */

static void a_later_record_supersedes_and_keeps_the_place(void **state)
{
    (void)state;
    read_case(HEAD SIGNAAL("1", "2026-11-02", "Betreft: kind1\n")
                  SIGNAAL("2", "2026-11-03", "Betreft: kind1\n")
                      SIGNAAL("1", "2026-11-03", "Betreft: kind1\nCitaat: nieuw\n") KIND1);
    assert_int_equal(z.aantal[S_Signaal], 2);
    const struct aantekening *first = z.geldig[S_Signaal][0], *second = z.geldig[S_Signaal][1];
    assert_true(str_is(first->e.label, "1") && str_is(second->e.label, "2"));
    assert_int_equal(first->volgnr, 3);
    assert_int_equal(first->eerste, 1);
    assert_true(str_is(entry_text(&first->e, Signaal_Citaat), "nieuw"));
    assert_true(z.at[1].vervangen && !z.at[1].telt && !first->vervangen && first->telt);
    assert_int_equal(z.at[1].nummer, 1);
    assert_int_equal(first->nummer, 1);
    assert_int_equal(second->nummer, 2);
    assert_ptr_equal(find(S_Signaal, "1"), first);
    /* On one day the one whose label first stands last is the last. */
    assert_true(aantekening_eerder(first, second) && !aantekening_eerder(second, first));
    assert_int_equal(list.n, 0);
}

static void nothing_supersedes_across_kinds_or_case_of_letters(void **state)
{
    (void)state;
    read_case(HEAD "Notitie: a\nDatum: 2026-11-02\nTekst: x\n\n"
                   "Verklaring: a\nDatum: 2026-11-02\nVan: kind1\nTekst: x\n\n"
                   "Notitie: A\nDatum: 2026-11-02\nTekst: x\n\n" KIND1);
    assert_int_equal(z.aantal[S_Notitie], 2);
    assert_int_equal(z.aantal[S_Verklaring], 1);
    assert_int_equal(list.n, 0);
    assert_null(zaak_zoek(&z, S_Notitie, STR("b")));
    assert_null(zaak_zoek(&z, S_Notitie, STR("")));
    assert_null(zaak_zoek(&z, S_Weging, STR("a")));
}

static void what_does_not_count_raises_nothing(void **state)
{
    (void)state;
    read_case(HEAD "Notitie: 1\nDatum: morgen\nTekst: x\nKleur: blauw\n\n"
                   "Notitie: 1\nDatum: 2026-11-02\nTekst: x\n\n"
                   "Notitie: 2\nDatum: morgen\nIngetrokken: verkeerde zaak\n\n"
                   "Notitie: 3\nVernietigd: ja\n\n");
    assert_int_equal(list.n, 0);
    assert_int_equal(z.aantal[S_Notitie], 1);
    assert_true(find(S_Notitie, "2")->ingetrokken && find(S_Notitie, "3")->vernietigd);
    read_case(HEAD "Notitie: 1\nDatum: morgen\nTekst: x\nKleur: blauw\n\n");
    assert_int_equal(findings(MC008), 1);
    assert_int_equal(findings(MC004), 1);
}

static void an_empty_withdrawal_is_none(void **state)
{
    (void)state;
    read_case(HEAD "Notitie: 1\nDatum: 2026-11-02\nTekst: x\nIngetrokken:\n\n");
    assert_int_equal(z.aantal[S_Notitie], 1);
    assert_int_equal(list.n, 0);
}

static void what_refers_to_a_withdrawn_entry_is_found(void **state)
{
    (void)state;
    read_case(HEAD KIND1 SIGNAAL("1", "2026-11-02", "Betreft: kind1\n") WEGING(
        "1", "2026-11-03", "Steunt: 1\n") "Signaal: 1\nIngetrokken: niet deze familie\n\n");
    assert_int_equal(findings(MC009), 1);
    assert_int_equal(list.n, 1);
    assert_true(str_is(str_of(list.at[0].veld.tekst), "Steunt"));
    assert_int_equal(list.at[0].regel, 18);
    assert_int_equal(z.aantal[S_Signaal], 0);
}

static void what_refers_to_a_destroyed_entry_is_not(void **state)
{
    (void)state;
    read_case(HEAD KIND1 "Signaal: 1\nVernietigd: ja\n\n" WEGING("1", "2026-11-03", "Steunt: 1\n"));
    assert_int_equal(list.n, 0);
    assert_int_equal(z.aantal[S_Signaal], 0);
    assert_null(zaak_verwijst(&z, find(S_Weging, "1"), Weging_Steunt, S_Signaal));
}

static void a_withdrawn_label_that_is_used_again_counts_and_is_said(void **state)
{
    (void)state;
    read_case(HEAD "Notitie: 1\nDatum: 2026-11-02\nTekst: x\n\n"
                   "Notitie: 1\nIngetrokken: dubbel\n\n"
                   "Notitie: 1\nDatum: 2026-11-03\nTekst: y\n\n");
    assert_int_equal(z.aantal[S_Notitie], 1);
    assert_int_equal(z.geldig[S_Notitie][0]->volgnr, 3);
    assert_int_equal(z.geldig[S_Notitie][0]->eerste, 1);
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].code, MC010);
    assert_int_equal(list.at[0].form, MC010_INGETROKKEN);
    assert_int_equal(list.at[0].entry, 3);
    read_case(HEAD "Notitie: 1\nIngetrokken: dubbel\n\n"
                   "Notitie: 1\nDatum: 2026-11-03\nTekst: y\n\n"
                   "Notitie: 1\nDatum: 2026-11-03\nTekst: z\n\n");
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].entry, 3);
}

static void entries_may_refer_forward(void **state)
{
    (void)state;
    read_case(HEAD SIGNAAL("1", "2026-11-02", "Betreft: kind1\n") BESLUIT(
        "1", "2026-11-04", MELDEN "Weging: w1\n") WEGING("w1", "2026-11-03", "Steunt: 1\n") KIND1);
    assert_int_equal(list.n, 0);
    assert_ptr_equal(zaak_verwijst(&z, find(S_Besluit, "1"), Besluit_Weging, S_Weging),
                     find(S_Weging, "w1"));
    read_case(HEAD SIGNAAL("1", "2026-11-02", "Betreft: kind2\nBetreft: kind3\n") KIND1);
    assert_int_equal(findings(MC009), 1); /* once for a field */
}

static void the_next_label_is_over_all_that_were_ever_used(void **state)
{
    (void)state;
    read_case(HEAD "Notitie: 1\nDatum: 2026-11-02\nTekst: x\n\n"
                   "Notitie: 009\nDatum: 2026-11-02\nTekst: x\n\n"
                   "Notitie: 41\nIngetrokken: x\n\nNotitie: 99a\nDatum: 2026-11-02\nTekst: x\n\n"
                   "Verklaring: 77\nVernietigd: ja\n\n");
    assert_true(str_is(zaak_volgend_label(&z, S_Notitie, &a), "42"));
    assert_true(str_is(zaak_volgend_label(&z, S_Verklaring, &a), "78"));
    assert_true(str_is(zaak_volgend_label(&z, S_Signaal, &a), "1"));
}

static void an_unreadable_case_says_only_why(void **state)
{
    (void)state;
    read_case("Zaak: 1\nFormaat: 2\nKader: Basis\nKleur: x\n\nNotitie:\n\n");
    assert_false(z.leesbaar);
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].code, MC006);
    read_case("Zaak: 1\nFormaat: 1\nGeopend: morgen\nfout\n\nNotitie:\n\n");
    assert_false(z.leesbaar);
    assert_true(str_is(z.id, "1"));
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].code, MC001);
    read_case("Zaak:1\nFormaat: 1\n\n");
    assert_false(z.leesbaar);
    assert_null(z.id.p);
    read_case("Zaak: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: x\n\n");
    assert_true(z.leesbaar); /* absent: read as 1 */
    assert_int_equal(findings(MC007), 1);
}

/* A NUL makes a case unreadable; its first record is looked at all the same. */
static void a_nul_behind_a_word_of_a_list_is_no_such_word(void **state)
{
    (void)state;
    static const char longer[] = "Zaak: 1\nFormaat: 1\0"
                                 "een heel stuk tekst dat verder loopt\n\n";
    assert_true(read_case_as_of((struct str){longer, sizeof longer - 1}, DAY_NONE));
    assert_false(z.leesbaar);
    assert_int_equal(findings(MC002), 1);
    assert_null(schema_kind(&soorten, STR("Zaak\0 en een heel stuk tekst dat verder loopt")));
    assert_null(schema_kind(&soorten, STR("Zaa")));
    assert_ptr_equal(schema_kind(&soorten, STR("Zaak")), &soorten.kinds[S_Zaak]);
}

/* ---- as it was known on a day ---- */

static const char history[] =
    HEAD "Notitie: 1\nDatum: 2026-11-03\nTekst: eerst\n\n"
         "Notitie: 2\nDatum: 2026-11-03\nTekst: x\nVastgelegd: 2026-11-10T23:59:59+01:00\n\n"
         "Notitie: 1\nDatum: 2026-11-03\nTekst: later\nVastgelegd: 2026-11-05T00:00:00+01:00\n\n"
         "Persoon: kind1\nRol: kind\n\n";

static void as_of_shows_what_was_recorded_by_then(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        int records, notes;
        const char *text;
    } table[] = {
        {"2026-11-02", 2, 0, NULL},    {"2026-11-03", 3, 1, "eerst"}, {"2026-11-04", 3, 1, "eerst"},
        {"2026-11-05", 4, 1, "later"}, {"2026-11-09", 4, 1, "later"}, {"2026-11-10", 5, 2, "later"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_true(read_case_as_of(str_of(history), day_of(table[i].day)));
        assert_int_equal(z.n, table[i].records);
        assert_int_equal(z.aantal[S_Notitie], table[i].notes);
        if (table[i].text)
            assert_true(str_is(entry_text(&find(S_Notitie, "1")->e, Notitie_Tekst), table[i].text));
        assert_int_equal(list.n, 0);
    }
    assert_false(read_case_as_of(str_of(history), day_of("2026-11-01")));
}

static void as_of_says_nothing_of_what_was_not_there(void **state)
{
    (void)state;
    static const char text[] = HEAD "Notitie: 1\nDatum: 2026-11-09\nKleur: x\n\n"
                                    "Notitie: 2\nDatum: 2026-11-03\n\n";
    assert_true(read_case_as_of(str_of(text), day_of("2026-11-05")));
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].code, MC007);
    assert_int_equal(list.at[0].entry, 1);
}

/* ---- the header ---- */

static void the_header_is_that_of_the_day(void **state)
{
    (void)state;
    read_case("Zaak: 1\nFormaat: 1\nKader: basis\nGeopend: 2026-11-02\nBeroepskracht: A\n"
              "Vervolgt: x\nVervolgt: y\nTeam: Noord\n\n"
              "Wijziging: 1\nDatum: 2026-11-20\nReden: correctie\nBeroepskracht: D\n\n"
              "Wijziging: 2\nDatum: 2026-11-10\nReden: correctie\nBeroepskracht: B\n"
              "Kader: jeugd-en-gezin\nTeam:\nVervolgt: z\n\n"
              "Wijziging: 3\nDatum: 2026-11-10\nReden: correctie\nBeroepskracht: C\n\n"
              "Wijziging: 4\nDatum: ooit\nReden: correctie\nBeroepskracht: X\n\n"
              "Wijziging: 5\nDatum: 2026-11-15\nReden: correctie\nBeroepskracht: X\n\n"
              "Wijziging: 5\nIngetrokken: toch niet\n\n");
    static const struct {
        const char *day, *name, *kader;
    } table[] = {
        {"2026-11-01", "A", "basis"},          {"2026-11-09", "A", "basis"},
        {"2026-11-10", "C", "jeugd-en-gezin"}, {"2026-11-15", "C", "jeugd-en-gezin"},
        {"2026-11-19", "C", "jeugd-en-gezin"}, {"2026-11-20", "D", "jeugd-en-gezin"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        day_no day = day_of(table[i].day);
        assert_true(str_is(hoofd_tekst(&z, Zaak_Beroepskracht, day), table[i].name));
        assert_true(str_is(hoofd_tekst(&z, Zaak_Kader, day), table[i].kader));
        assert_true(str_is(hoofd_tekst(&z, Zaak_Team, day), "Noord"));
        assert_true(str_is(hoofd_tekst(&z, Zaak_Geopend, day), "2026-11-02"));
    }
    assert_true(str_is(hoofd_tekst(&z, Zaak_Beroepskracht, DAY_NONE), "D"));
    const struct value *before = hoofd_veld(&z, Zaak_Vervolgt, day_of("2026-11-09"));
    assert_true(str_is(before->text, "x") && str_is(before->next->text, "y"));
    const struct value *after = hoofd_veld(&z, Zaak_Vervolgt, DAY_NONE);
    assert_true(str_is(after->text, "z") && !after->next);
    assert_null(hoofd_veld(&z, Zaak_Contact, DAY_NONE));
    assert_int_equal(hoofd_tekst(&z, Zaak_Contact, DAY_NONE).n, 0);
}

/* ---- about whom ---- */

static void everyone_is_whom_signals_are_about(void **state)
{
    (void)state;
    judge(HEAD KIND2 KIND1
          "Persoon: moeder\nRol: ouder\n\nPersoon: oma\nRol: familielid\n\n" SIGNAAL(
              "1", "2026-11-02", "Betreft: kind2\nBetreft: kind1\nBetreft: kind2\n")
              WEGING("1", "2026-11-03", "Betreft: moeder\n" HELP) WEGING("2", "2026-11-03", NOTHING)
                  WEGING("3", "2026-11-04", "Betreft: onbekend\n" OPEN),
          "2026-11-05");
    assert_false(v.personen.zaak_als_een);
    assert_int_equal(v.personen.n, 3);
    int kind1 = person("kind1"), kind2 = person("kind2"), moeder = person("moeder");
    assert_true(kind1 == 0 && kind2 == 1 && moeder == 2);
    assert_true(v.personen.at[kind1].iedereen && v.personen.at[kind2].iedereen);
    assert_false(v.personen.at[moeder].iedereen);
    assert_ptr_equal(v.personen.at[kind1].a, find(S_Persoon, "kind1"));
    const struct aantekening *named = find(S_Weging, "1"), *all = find(S_Weging, "2"),
                             *unknown = find(S_Weging, "3");
    assert_true(betreft(&v.personen, named, moeder) && !betreft(&v.personen, named, kind1));
    assert_true(betreft(&v.personen, all, kind1) && betreft(&v.personen, all, kind2));
    assert_false(betreft(&v.personen, all, moeder));
    assert_true(betreft(&v.personen, unknown, kind1) && !betreft(&v.personen, unknown, moeder));
    assert_true(betreft_samen(&v.personen, all, unknown));
    assert_false(betreft_samen(&v.personen, all, named));
    assert_ptr_equal(v.per[moeder].weging->a, named);
    assert_ptr_equal(v.per[kind1].weging->a, unknown);
}

static void without_persons_the_case_counts_as_one(void **state)
{
    (void)state;
    judge(HEAD KIND1 WEGING(
              "1", "2026-11-03",
              "Betreft: kind1\n" UNSAFE) "Signaal: 1\nIngetrokken: x\nBetreft: kind1\n\n",
          "2026-11-05");
    assert_true(v.personen.zaak_als_een);
    assert_int_equal(v.personen.n, 1);
    assert_true(v.personen.at[0].iedereen);
    assert_int_equal(v.personen.at[0].label.n, 0);
    assert_true(betreft(&v.personen, find(S_Weging, "1"), 0));
    assert_string_equal(stand_woord(v.stand), "gewogen");
}

/* ---- weighing ---- */

static const struct weging *weighed(const char *label)
{
    const struct weging *w = weging_bij(&v, find(S_Weging, label));
    assert_non_null(w);
    return w;
}

static void what_is_not_answered_is_taken_along_the_chain(void **state)
{
    (void)state;
    judge(HEAD WEGING("3", "2026-11-05", "Bouwt_op: 2\nVraag4: ja\nVraag5:\n") WEGING(
              "1", "2026-11-03", "Vraag1: nee\nVraag2: ja\nAard: acuut\nVraag3: ja\nVraag5: nee\n")
              WEGING("2", "2026-11-04", "Bouwt_op: 1\nVraag1: ja\nVraag4: nee\n"),
          "2026-11-06");
    const struct weging *w = weighed("3");
    static const enum antwoord wanted[] = {ANTWOORD_GEEN, ANTWOORD_JA, ANTWOORD_JA,
                                           ANTWOORD_JA,   ANTWOORD_JA, ANTWOORD_NEE};
    static const char *const from[] = {NULL, "2", "1", "1", "3", "1"};
    for (int i = 1; i <= 5; i++) {
        assert_int_equal(w->antwoord[i], wanted[i]);
        assert_ptr_equal(w->van[i], find(S_Weging, from[i]));
    }
    assert_true(w->onveilig && w->acuut && weging_volledig(w));
    assert_int_equal(w->pad.uitkomst, UITKOMST_MELDEN);
    assert_int_equal(weighed("1")->pad.uitkomst, UITKOMST_AFSLUITEN);
}

static void the_nature_goes_with_the_safety_answer(void **state)
{
    (void)state;
    judge(HEAD WEGING("1", "2026-11-03", "Vraag1: ja\nVraag2: ja\nAard: acuut\n")
              WEGING("2", "2026-11-04", "Bouwt_op: 1\nVraag2: ja\n")
                  WEGING("3", "2026-11-04", "Bouwt_op: 1\nVraag2: ja\nAard: acuut en structureel\n")
                      WEGING("4", "2026-11-04", "Bouwt_op: 1\nVraag2: nee\nAard: acuut\n"),
          "2026-11-06");
    assert_true(weighed("1")->acuut);
    assert_true(weighed("2")->onveilig && !weighed("2")->acuut);
    assert_true(weighed("3")->acuut);
    assert_false(weighed("4")->onveilig || weighed("4")->acuut);
}

static void a_cycle_of_weighings_ends(void **state)
{
    (void)state;
    judge(HEAD WEGING("1", "2026-11-03", "Bouwt_op: 3\nVraag1: ja\n")
              WEGING("2", "2026-11-03", "Bouwt_op: 1\nVraag2: ja\n")
                  WEGING("3", "2026-11-03", "Bouwt_op: 2\nVraag3: nee\n")
                      WEGING("4", "2026-11-03", "Bouwt_op: 4\nVraag1: ja\n")
                          WEGING("5", "2026-11-03", "Bouwt_op: 9\nVraag1: ja\n"),
          "2026-11-06");
    for (int i = 0; i < 3; i++) {
        const struct weging *w = &v.wegingen[i];
        assert_true(w->antwoord[1] == ANTWOORD_JA && w->antwoord[2] == ANTWOORD_JA &&
                    w->antwoord[3] == ANTWOORD_NEE);
    }
    assert_int_equal(weighed("4")->pad.uitkomst, UITKOMST_ONBESLIST);
    assert_int_equal(weighed("5")->antwoord[1], ANTWOORD_JA);
    assert_int_equal(findings(MC009), 1);
}

static void the_framework_is_that_of_the_day(void **state)
{
    (void)state;
    judge(HEAD WEGING("1", "2026-11-03", UNSAFE) WEGING("2", "2026-11-10", UNSAFE)
              WEGING("3", "ooit", UNSAFE) "Wijziging: 1\nDatum: 2026-11-10\nReden: ander "
                                          "kader\nKader: jeugd-en-gezin\n\n",
          "2026-11-11");
    assert_true(str_is(weighed("1")->kader->naam, "basis"));
    assert_true(str_is(weighed("2")->kader->naam, "jeugd-en-gezin"));
    assert_null(weighed("3")->kader);
    assert_int_equal(weighed("3")->antwoord[5], ANTWOORD_NEE);
    assert_false(weging_volledig(weighed("3")));
}

/* ---- closing ---- */

#define TWO HEAD KIND1 KIND2 SIGNAAL("1", "2026-11-02", "Betreft: kind1\nBetreft: kind2\n")

static void a_case_is_closed_by_parts(void **state)
{
    (void)state;
    static const char part[] = TWO AFSLUITING("1", "2026-11-10", "Betreft: kind1\n");
    judge(part, "2026-11-30");
    assert_false(is_gesloten(&v));
    assert_int_equal(v.gesloten, DAY_NONE);
    assert_string_equal(stand_of("kind1"), "gesloten");
    assert_string_equal(stand_of("kind2"), "signalen");
    assert_string_equal(stand_woord(v.stand), "signalen");
    judge(part, "2026-11-09");
    assert_string_equal(stand_of("kind1"), "signalen");

    static const char whole[] = TWO AFSLUITING("1", "2026-11-20", "Betreft: kind1\n")
        AFSLUITING("2", "2026-11-10", "Betreft: kind2\n")
            AFSLUITING("3", "2026-11-25", "Betreft: kind2\n");
    judge(whole, "2026-11-19");
    assert_int_equal(v.gesloten, day_of("2026-11-20"));
    assert_false(is_gesloten(&v));
    judge(whole, "2026-11-20");
    assert_true(is_gesloten(&v));
    assert_string_equal(stand_woord(v.stand), "gesloten");

    judge(TWO AFSLUITING("1", "2026-11-12", ""), "2026-11-12");
    assert_true(is_gesloten(&v));
    judge(TWO AFSLUITING("1", "ooit", ""), "2026-11-12");
    assert_false(is_gesloten(&v));
}

/* ---- where it stands ---- */

#define ONE HEAD KIND1 SIGNAAL("1", "2026-11-02", "Betreft: kind1\n")
#define OVERLEG "Overleg: 1\nDatum: 2026-11-03\nMet: collega\nAdvies: x\n\n"
#define GESPREK "Gesprek: 1\nDatum: 2026-11-03\nMet: kind1\nGevoerd: ja\n\n"
#define REPORT ONE WEGING("1", "2026-11-09", UNSAFE) BESLUIT("1", "2026-11-09", MELDEN)

static void all_ten_stands(void **state)
{
    (void)state;
    static const struct {
        const char *text, *stand;
    } table[] = {
        {HEAD, "nieuw"},
        {HEAD KIND1, "nieuw"},
        {ONE, "signalen"},
        {ONE OVERLEG, "overlegd"},
        {ONE GESPREK OVERLEG, "gesproken"},
        {ONE GESPREK WEGING("1", "2026-11-09", OPEN), "gesproken"},
        {ONE GESPREK WEGING("1", "2026-11-09", HELP), "gewogen"},
        {ONE WEGING("1", "2026-11-09", NOTHING), "gewogen"},
        {REPORT, "besloten"},
        {ONE WEGING("1", "2026-11-09", HELP) BESLUIT("1", "2026-11-09", "Melden: nee\nHulp: nee\n"),
         "besloten"},
        {ONE WEGING("1", "2026-11-09", HELP)
             BESLUIT("1", "2026-11-09", "Melden: nee\nHulp: georganiseerd\n"),
         "hulp"},
        {REPORT MELDING("1", "2026-11-09", ""), "gemeld"},
        {REPORT MELDING("1", "2026-11-09", "") TERUG("1", "2026-11-12", ""), "samenwerking"},
        {REPORT MELDING("1", "2026-11-09", "") TERUG("1", "2026-11-12", "")
             AFSLUITING("1", "2026-11-13", ""),
         "gesloten"},
        {REPORT WEGING("2", "2026-11-10", HELP), "gewogen"},
        {REPORT WEGING("2", "2026-11-10", OPEN), "besloten"},
        {REPORT WEGING("2", "2026-11-10", HELP) BESLUIT("2", "2026-11-11", MELDEN "Weging: 1\n"),
         "gewogen"},
    };
    unsigned seen = 0;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        judge(table[i].text, "2026-11-30");
        if (strcmp(stand_woord(v.stand), table[i].stand) != 0)
            fail_msg("row %zu: %s, not %s", i, stand_woord(v.stand), table[i].stand);
        seen |= 1u << v.stand;
    }
    assert_int_equal(seen, (1u << STANDEN) - 1);
}

static void the_case_stands_where_its_gravest_person_stands(void **state)
{
    (void)state;
    judge(TWO WEGING("1", "2026-11-09", "Betreft: kind1\n" UNSAFE)
              WEGING("2", "2026-11-09", "Betreft: kind2\n" HELP)
                  BESLUIT("1", "2026-11-09", "Betreft: kind1\n" MELDEN)
                      MELDING("1", "2026-11-09", "Betreft: kind1\n"),
          "2026-11-30");
    assert_string_equal(stand_of("kind1"), "gemeld");
    assert_string_equal(stand_of("kind2"), "gewogen");
    assert_string_equal(stand_woord(v.stand), "gemeld");
    assert_int_equal(v.gravest, person("kind1"));
    /* Closed persons do not take part; with the same outcome the earlier in the list. */
    judge(TWO WEGING("1", "2026-11-09", "Betreft: kind1\n" UNSAFE)
              WEGING("2", "2026-11-09", "Betreft: kind2\n" HELP)
                  AFSLUITING("1", "2026-11-10", "Betreft: kind1\n"),
          "2026-11-30");
    assert_string_equal(stand_woord(v.stand), "gewogen");
    assert_int_equal(v.gravest, person("kind1"));
    judge(TWO WEGING("1", "2026-11-09", UNSAFE)
              BESLUIT("1", "2026-11-09", "Betreft: kind2\n" MELDEN)
                  MELDING("1", "2026-11-09", "Betreft: kind2\n"),
          "2026-11-30");
    assert_string_equal(stand_of("kind2"), "gemeld");
    assert_string_equal(stand_woord(v.stand), "gewogen");
}

static void what_stands_is_the_last_and_what_it_answers(void **state)
{
    (void)state;
    judge(TWO WEGING("1", "2026-11-03", HELP) WEGING("2", "2026-11-05", UNSAFE)
              WEGING("3", "2026-11-05", "Betreft: kind1\n" HELP)
                  BESLUIT("1", "2026-11-04", "Melden: nee\nHulp: zelf\n")
                      BESLUIT("2", "2026-11-04", "Betreft: kind1\n" MELDEN),
          "2026-11-30");
    assert_true(staat(&v, find(S_Besluit, "1"))); /* about kind2 */
    assert_true(staat(&v, find(S_Besluit, "2")));
    assert_true(staat(&v, find(S_Weging, "1"))); /* a standing Besluit answers it */
    assert_true(staat(&v, find(S_Weging, "2"))); /* the last about kind2 */
    assert_true(staat(&v, find(S_Weging, "3")));
    assert_ptr_equal(v.per[person("kind1")].weging->a, find(S_Weging, "3"));
    judge(ONE WEGING("1", "2026-11-03", HELP) WEGING("2", "2026-11-03", UNSAFE)
              BESLUIT("1", "2026-11-03", MELDEN),
          "2026-11-30");
    assert_false(staat(&v, find(S_Weging, "1"))); /* within a day the place in the file */
    assert_true(is_besloten(&v, weighed("2"), 0) && !is_besloten(&v, weighed("1"), 0));
}

/* ---- carried out ---- */

static const char *carried_out(const char *text)
{
    judge(text, "2026-11-30");
    const struct aantekening *m = uitgevoerd(&v, find(S_Besluit, "1"), 0);
    if (!m)
        return "";
    return arena_cstr(&a, m->e.label);
}

/* A Weging on Monday, a Besluit two days later: the working day before is Friday. */
#define MONDAY ONE WEGING("1", "2026-11-09", UNSAFE) BESLUIT("1", "2026-11-11", MELDEN)

static void a_report_counts_from_the_working_day_before(void **state)
{
    (void)state;
    assert_string_equal(carried_out(MONDAY), "");
    assert_string_equal(carried_out(MONDAY MELDING("m", "2026-11-05", "")), "");
    assert_string_equal(carried_out(MONDAY MELDING("m", "2026-11-06", "")), "m");
    assert_string_equal(carried_out(MONDAY MELDING("m", "2026-11-08T23:00:00+01:00", "")), "m");
    assert_string_equal(carried_out(MONDAY MELDING("m", "2026-11-28", "")), "m");
    assert_string_equal(carried_out(MONDAY MELDING("m", "ooit", "")), "");
    assert_string_equal(carried_out(MONDAY MELDING("m", "2026-11-06", "Soort: opnieuw\n")), "m");
    assert_string_equal(
        carried_out(MONDAY MELDING("m", "2026-11-10", "") MELDING("n", "2026-11-09", "")), "n");
    assert_string_equal(carried_out(MONDAY MELDING("m", "2026-11-09", "Betreft: kind2\n") KIND2),
                        "");
    /* The Weging that is answered counts, not the day of the Besluit; without one, its own day. */
    assert_string_equal(carried_out(ONE WEGING("1", "2026-11-09", UNSAFE) BESLUIT(
                            "1", "2026-11-27", MELDEN) MELDING("m", "2026-11-06", "")),
                        "m");
    assert_string_equal(
        carried_out(ONE BESLUIT("1", "2026-11-11", MELDEN) MELDING("m", "2026-11-09", "")), "");
    assert_string_equal(
        carried_out(ONE BESLUIT("1", "2026-11-11", MELDEN) MELDING("m", "2026-11-10", "")), "m");
}

#define RUNNING MELDING("m", "2026-10-01", "")
#define MORE MELDING("n", "2026-11-10", "Soort: aanvulling\nBij: m\n")

static void a_supplement_counts_while_the_report_runs(void **state)
{
    (void)state;
    static const struct {
        const char *text, *label;
    } table[] = {
        {MONDAY RUNNING MORE, "n"},
        {MONDAY RUNNING MORE TERUG("1", "2026-10-08", "Melding: m\nVervolg: onderzoek\n"), "n"},
        {MONDAY RUNNING MORE TERUG("1", "2026-10-08",
                                   "Melding: m\nVervolg: als advies geregistreerd\n"),
         ""},
        {MONDAY RUNNING MORE TERUG("1", "2026-11-10", "Melding: m\nVervolg: einde bemoeienis\n"),
         ""},
        {MONDAY RUNNING MORE TERUG("1", "2026-10-08", "Vervolg: niet in behandeling genomen\n"),
         ""},
        {MONDAY RUNNING MORE TERUG("1", "2026-11-11", "Melding: m\nVervolg: einde bemoeienis\n"),
         "n"},
        {MONDAY MELDING("n", "2026-11-10", "Soort: aanvulling\n"), ""},
        {MONDAY MELDING("n", "2026-11-10", "Soort: aanvulling\nBij: x\n"), ""},
        {MONDAY RUNNING MELDING("o", "2026-10-02", "Soort: aanvulling\nBij: m\n")
             MELDING("n", "2026-11-10", "Soort: aanvulling\nBij: o\n"),
         ""},
        {MONDAY RUNNING MORE "Melding: m\nIngetrokken: x\n\n", ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *got = carried_out(table[i].text);
        if (strcmp(got, table[i].label) != 0)
            fail_msg("row %zu: \"%s\", not \"%s\"", i, got, table[i].label);
    }
    judge(MONDAY RUNNING MORE TERUG("1", "2026-10-08", "Melding: m\nVervolg: onderzoek\n"),
          "2026-11-30");
    assert_string_equal(stand_woord(v.stand), "samenwerking");
    judge(MONDAY RUNNING MORE, "2026-11-30");
    assert_string_equal(stand_woord(v.stand), "gemeld");
}

/* ---- normal form ---- */

/* Every record of a text, written; records bound by the table alone. */
static struct str written(struct str text)
{
    struct rec_reader r = rec_reader_over(text, STR("Zaak:"));
    struct rec_unit u;
    struct diags none = {.arena = &a};
    struct buf b = buf_in(&a);
    while (rec_next(&r, &a, &u, &none) == 1) {
        assert_false(u.unreadable);
        for (size_t i = 0; i < u.n; i++) {
            struct entry e = schema_bind(&soorten, &u.records[i], &a, (int)i, &none);
            rec_write_entry(&b, &soorten, &e);
        }
    }
    return buf_all(&b);
}

static void normal_form_as_the_design_has_it(void **state)
{
    (void)state;
    struct str got =
        written(STR("# x\nZaak: 1\r\nDoor: a\nGeopend: 2026-11-02\nFormaat: 1\n\n\n"
                    "Signaal: 1\nX_B: 1\nDoor: a\nVastgelegd: x\nOnzin: 1\nFeit: a\n+ \n"
                    "+ b \nX_A:\nBetreft: p\nToelichting: t\nOnzin: 2\nDatum: \n"
                    "X_B: 2\nBetreft: q\nSignaal: 2\n \nOnbekend: 1\nB: x\nFeit: y\n"
                    "Door: z\nA: w"));
    static const char wanted[] = "Zaak: 1\nFormaat: 1\nGeopend: 2026-11-02\nDoor: a\n\n"
                                 "Signaal: 1\nSignaal: 2\nDatum:\nBetreft: p\nBetreft: q\n"
                                 "Feit: a\n+\n+ b \nToelichting: t\nOnzin: 1\nOnzin: 2\n"
                                 "X_B: 1\nX_B: 2\nX_A:\nVastgelegd: x\nDoor: a\n\n"
                                 "Onbekend: 1\nB: x\nFeit: y\nA: w\nDoor: z\n\n";
    if (!str_is(got, wanted))
        fail_msg("got\n%.*s", (int)got.n, got.p);
}

static void a_line_that_ends_in_a_backslash_gets_a_space(void **state)
{
    (void)state;
    struct buf b = buf_in(&a);
    rec_write_field(&b, STR("Feit"), STR("C:\\\n\\\n\nx\\y\\ "));
    assert_true(str_is(buf_all(&b), "Feit: C:\\ \n+ \\ \n+\n+ x\\y\\ \n"));
    assert_true(str_is(rec_newlines(&a, STR("a\r\nb\rc\n\rd\r")), "a\nb\nc\n\nd\n"));
    static const char plain[] = "a\nb";
    assert_ptr_equal(rec_newlines(&a, str_of(plain)).p, plain);
}

/* Random records of any kind and field: written once it is normal, and what it says is kept. */
static void writing_what_was_written_changes_nothing(void **state)
{
    (void)state;
    static const char *const values[] = {"",       " ja",     " onbekend",        " 2026-11-02",
                                         " 1",     "  twee ", " a\n+\n+ b\\ \n+", " Signaal 1",
                                         " x:y #z"};
    uint64_t seed = 17;
    for (int round = 0; round < 4000; round++) {
        struct buf b = buf_in(&a);
        size_t fields = 0;
        buf_text(&b, "Zaak: 1\n\n");
        for (unsigned records = next(&seed, 3) + 1; records > 0; records--) {
            const struct schema_kind *k = &soorten.kinds[1 + next(&seed, SOORTEN - 1)];
            buf_text(&b, next(&seed, 9) ? k->naam.tekst : "X_Soort");
            buf_text(&b, ": 1\n");
            for (unsigned n = next(&seed, 12); n > 0; n--, fields++) {
                static const char *const other[] = {"X_B", "X_A", "Onzin", "Anders"};
                buf_text(&b, next(&seed, 4)
                                 ? k->fields[next(&seed, (unsigned)k->field_count)].naam.tekst
                                 : other[next(&seed, 4)]);
                buf_byte(&b, ':');
                buf_text(&b, values[next(&seed, sizeof values / sizeof *values)]);
                buf_byte(&b, '\n');
            }
            buf_text(&b, next(&seed, 2) ? "\n" : " \t\n# x\n\n");
        }
        struct str once = written(buf_all(&b)), twice = written(once);
        if (!str_eq(once, twice))
            fail_msg("\n%.*s\nbecame\n%.*s", (int)once.n, once.p, (int)twice.n, twice.p);
        size_t kept = 0;
        for (size_t i = 0; i + 1 < once.n; i++)
            kept += once.p[i] == '\n' && ascii_alpha(once.p[i + 1]) && i && once.p[i - 1] != '\n';
        assert_int_equal(kept, fields);
        arena_reset(&a);
    }
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, fresh, arena_done)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_later_record_supersedes_and_keeps_the_place),
        TEST(nothing_supersedes_across_kinds_or_case_of_letters),
        TEST(what_does_not_count_raises_nothing),
        TEST(an_empty_withdrawal_is_none),
        TEST(what_refers_to_a_withdrawn_entry_is_found),
        TEST(what_refers_to_a_destroyed_entry_is_not),
        TEST(a_withdrawn_label_that_is_used_again_counts_and_is_said),
        TEST(entries_may_refer_forward),
        TEST(the_next_label_is_over_all_that_were_ever_used),
        TEST(an_unreadable_case_says_only_why),
        TEST(a_nul_behind_a_word_of_a_list_is_no_such_word),
        TEST(as_of_shows_what_was_recorded_by_then),
        TEST(as_of_says_nothing_of_what_was_not_there),
        TEST(the_header_is_that_of_the_day),
        TEST(everyone_is_whom_signals_are_about),
        TEST(without_persons_the_case_counts_as_one),
        TEST(what_is_not_answered_is_taken_along_the_chain),
        TEST(the_nature_goes_with_the_safety_answer),
        TEST(a_cycle_of_weighings_ends),
        TEST(the_framework_is_that_of_the_day),
        TEST(a_case_is_closed_by_parts),
        TEST(all_ten_stands),
        TEST(the_case_stands_where_its_gravest_person_stands),
        TEST(what_stands_is_the_last_and_what_it_answers),
        TEST(a_report_counts_from_the_working_day_before),
        TEST(a_supplement_counts_while_the_report_runs),
        TEST(normal_form_as_the_design_has_it),
        TEST(a_line_that_ends_in_a_backslash_gets_a_space),
        TEST(writing_what_was_written_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
