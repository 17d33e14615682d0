#include "check/report_kader.h"

#include "check/regels.h"
#include "kader/records.h"

static const char source[] = "kader(5)";

/* ---- what was found in reading ---- */

/* What the label of each kind is. */
static const char *const labels[] = {
    [R_Kader] = N_("the label of Kader is the name of its file, without .kader"),
    [R_Vraag] = N_("the label of Vraag is a number from 1 to 9"),
    [R_Antwoord] = N_("the label of Antwoord is a question and an answer, such as `2 ja`"),
    [R_Meldnorm] = N_("the label of Meldnorm is a number from 1 to 31"),
    [R_Begrip] = N_("the label of Begrip is the word that it explains"),
};

/* Texts that differ from those for a case. */
static const struct {
    enum code code;
    int form;
    const char *text;
} own[] = {
    {MC003, MC003_TEKST, N_("text before the first line `Kader:`; it belongs to no framework")},
    {MC003, MC003_GEEN_ZAAK,
     N_("there is no framework here: it begins with a line `Kader: name`, with the name of the "
        "file")},
    {MC004, MC004_SOORT, N_("unknown kind of record{hint}; it is passed over")},
    {MC004, MC004_VELD, N_("{soort} has no such field{hint}; it is passed over")},
    {MC005, MC005_BOM, N_("a byte order mark (BOM) before the framework; remove it")},
    {MC010, KADER_TWEEDE, N_("this {soort} is a second one with the same label")},
    {MC010, KADER_WEEGT,
     N_("an earlier question weighs this already; vermoeden, veiligheid and resultaat are weighed "
        "once")},
    {MC017, MC017_ZAAK, N_("this version is larger than 16 MiB")},
};

static const char *text_of(const struct diag *d)
{
    if (d->form == KADER_LABEL)
        for (int kind = 0; kind < RECORD_SOORTEN; kind++)
            if (kader_records.kinds[kind].naam.tekst == d->soort.tekst)
                return labels[kind];
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i].code == d->code && own[i].form == d->form)
            return own[i].text;
    return regel_van(d->code)->tekst[d->form];
}

void report_kader_diag(struct report *r, const char *bestand, const struct diag *d)
{
    struct buf text = buf_in(r->scratch);
    struct code_text code = code_text(d->code);
    report_template(&text, _(text_of(d)), &kader_records, d, NULL);
    report_rij(r, bestand,
               &(struct report_rij){.regel = d->regel,
                                    .niveau = diag_niveau(d),
                                    .soort = str_of(d->soort.tekst),
                                    .veld = str_of(d->veld.tekst),
                                    .code = str_of(code.p),
                                    .bericht = buf_all(&text),
                                    .bron = str_of(source)});
}

/* ---- what the proof found ---- */

enum { FORMS = 4 };

/* {rij}: question and answer. {was}: the answer that K6 replaces. {pad}, {dan}: the paths. */
static const char *const texts[][FORMS] = {
    [K1] = {[K1_GEEN_RIJ] = N_("question {vraag} has no `Antwoord: {rij}`"),
            [K1_DUBBEL] = N_("`Antwoord: {rij}` stands here a second time; once is enough"),
            [K1_GEEN_VRAAG] = N_("an Antwoord to question {vraag}, which is not there")},
    [K2] = {[K2_NERGENS] = N_("{rij} leads to question {ander}, which is not there"),
            [K2_KRING] =
                N_("{rij} leads back to question {ander}, so that the path never ends ({pad})"),
            [K2_ONBEREIKBAAR] = N_("question {vraag} is never reached from the first question")},
    [K3] = {[K3_LEEG] = N_("this path ends without any Uitkomst ({pad})"),
            [K3_BEIDE] = N_("afsluiten and melden on one path ({pad})"),
            [K3_GEEN_VRAAG] = N_("there is no Vraag, so that nothing can be weighed")},
    [K4] = {N_("{weegt} {antwoord} does not report ({pad})")},
    [K5] = {N_("{weegt} {antwoord} does not report ({pad})")},
    [K6] = {N_("{rij} is more danger than {was} and takes the report away: ({pad}) reports, "
               "({dan}) does not")},
    [K7] = {[K7_GEEN_NORM] = N_("{rij} reports without Norm"),
            [K7_ONBEKEND] = N_("Norm {ander} of {rij} is no Meldnorm of this version"),
            [K7_ONGEBRUIKT] = N_("no Antwoord that reports names Meldnorm {ander}")},
    [K8] = {[K8_ONTBREEKT] = N_("{soort} lacks {veld}, which is mandatory"),
            [K8_NAAM] = N_("the label of Kader is the name of its file, without .kader"),
            [K8_TOT] = N_("Tot is a day before Geldig"),
            [K8_OVERLAP] = N_("on {dag} the version of line {ander} is in force too: end that one "
                              "with Tot, or let this one begin later")},
};

static void write_step(struct buf *out, int vraag, enum antwoord antwoord)
{
    buf_number(out, vraag);
    buf_byte(out, ' ');
    buf_text(out, antwoord == ANTWOORD_GEEN ? "open" : antwoord_woord(antwoord));
}

static void write_path(struct buf *out, const struct proof_path *path)
{
    for (int i = 0; i < path->n; i++) {
        buf_text(out, i ? ", " : "");
        write_step(out, path->at[i].vraag, path->at[i].antwoord);
    }
}

/* The step that K6 replaces. */
static void write_replaced(struct buf *out, const struct proof_fault *f)
{
    for (int i = 0; i < f->path.n; i++)
        if (f->path.at[i].vraag == f->vraag)
            write_step(out, f->vraag, f->path.at[i].antwoord);
}

/* What the question of a fault weighs: in the version that its line is of. */
static void write_weegt(struct buf *out, const struct kader *k, const struct proof_fault *f)
{
    const struct schema_field *field = &kader_records.kinds[R_Vraag].fields[Vraag_Weegt];
    for (size_t i = k->versie_count; i-- > 0;) {
        if (k->versies[i].regel > f->regel)
            continue;
        buf_text(out, field->list[k->versies[i].vragen[f->vraag].weegt - 1].tekst);
        return;
    }
}

static void fill_in(struct buf *out, struct str name, const struct kader *k,
                    const struct proof_fault *f)
{
    const struct schema_kind *kind = &kader_records.kinds[f->soort];
    if (str_is(name, "vraag"))
        buf_number(out, f->vraag);
    else if (str_is(name, "antwoord"))
        buf_text(out, antwoord_woord(f->antwoord));
    else if (str_is(name, "rij"))
        write_step(out, f->vraag, f->antwoord);
    else if (str_is(name, "was"))
        write_replaced(out, f);
    else if (str_is(name, "ander"))
        buf_number(out, f->ander);
    else if (str_is(name, "weegt"))
        write_weegt(out, k, f);
    else if (str_is(name, "pad"))
        write_path(out, &f->path);
    else if (str_is(name, "dan"))
        write_path(out, &f->other);
    else if (str_is(name, "soort"))
        buf_text(out, kind->naam.tekst);
    else if (str_is(name, "veld"))
        buf_text(out, kind->fields[f->slot].naam.tekst);
    else if (str_is(name, "dag"))
        date_write(out, f->dag);
}

static struct str message(struct arena *a, const struct kader *k, const struct proof_fault *f)
{
    struct buf out = buf_in(a);
    struct str rest = str_of(_(texts[f->k][f->form]));
    while (rest.n) {
        struct str name;
        buf_str(&out, str_cut(rest, '{', &rest));
        if (!rest.p)
            break;
        name = str_cut(rest, '}', &rest);
        fill_in(&out, name, k, f);
    }
    return buf_all(&out);
}

/* Is the fault one of a row: an Antwoord that stands in its line. */
static bool of_row(const struct proof_fault *f)
{
    return f->antwoord != ANTWOORD_GEEN && !(f->k == K1 && f->form == K1_GEEN_RIJ);
}

static void name_record(struct arena *a, const struct proof_fault *f, struct report_rij *row)
{
    struct buf label = buf_in(a);
    enum record_soort kind = R_Kader;
    if (of_row(f)) {
        kind = R_Antwoord;
        write_step(&label, f->vraag, f->antwoord);
    } else if (f->vraag) {
        kind = R_Vraag;
        buf_number(&label, f->vraag);
    } else if (f->k == K7) {
        kind = R_Meldnorm;
        buf_number(&label, f->ander);
    } else if (f->k == K8) {
        kind = (enum record_soort)f->soort;
    }
    row->soort = str_of(kader_records.kinds[kind].naam.tekst);
    row->label = buf_all(&label);
    if (f->k == K8 && f->form == K8_ONTBREEKT)
        row->veld = str_of(kader_records.kinds[f->soort].fields[f->slot].naam.tekst);
}

void report_kader_fault(struct report *r, const char *bestand, const struct kader *k,
                        const struct proof_fault *f)
{
    char code[] = {'K', (char)('0' + f->k), '\0'};
    struct report_rij row = {.regel = f->regel,
                             .niveau = NIVEAU_FOUT,
                             .code = str_of(code),
                             .bericht = message(r->scratch, k, f),
                             .bron = str_of(source)};
    name_record(r->scratch, f, &row);
    report_rij(r, bestand, &row);
}
