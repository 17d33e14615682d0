/* mc-step: from what was given to one record. */
#include "check/report.h"
#include "rec/writer.h"
#include "step.h"

/* Where a field came from, as the place of a refusal. */
static void report_refusal(struct step *s, const struct diag *d)
{
    struct diag at = *d;
    unsigned regel = d->regel & ~(unsigned)(PLACE_OPTION | PLACE_ZAAK | PLACE_SET);
    at.regel = regel ? regel : 1;
    if (d->regel & PLACE_OPTION)
        report_diag(&s->r->err, "-F", &at, NULL);
    else if (d->regel & PLACE_ZAAK)
        report_diag(&s->r->err, s->path ? s->path : "-", &at, NULL);
    else
        report_diag(&s->r->err, s->source, &at, NULL);
    buf_flush(&s->r->err);
    run_status(s->r, EXIT_FINDINGS);
}

void step_refuse(struct step *s)
{
    if (s->records > 1 && s->typed)
        run_say_file(s->r, EXIT_FINDINGS, s->source,
                     _("holds an empty line, which ends the entry; take it out, or make it \"+\" "
                       "where it belongs to a text"));
    else if (s->records > 1)
        run_say_file(s->r, EXIT_FINDINGS, s->source,
                     _("holds more than one entry; give them one at a time"));
    for (size_t i = 0; i < s->diags.n; i++)
        report_refusal(s, &s->diags.at[i]);
}

/* A rec input whose lines are those of s->source. */
static void take_input(struct step *s, struct str bytes)
{
    s->bytes = bytes;
    s->records = import_entry_input(&s->entry, bytes, &s->diags);
    for (size_t i = 0; i < s->diags.n; i++)
        s->diags.at[i].niveau = NIVEAU_FOUT;
}

static void gather_fields(struct step *s)
{
    for (size_t i = 0; i < s->fields.n; i++) {
        struct str rest, name = str_cut(str_of(s->fields.at[i]), '=', &rest);
        bool again = false;
        for (size_t j = 0; j < i; j++) {
            again = again || str_eq_fold(str_cut(str_of(s->fields.at[j]), '=', &rest), name);
        }
        if (!again)
            import_entry_drop(&s->entry, name);
        import_entry_option(&s->entry, s->fields.at[i], (unsigned)(i + 1), &s->diags);
    }
}

bool step_gather(struct step *s)
{
    s->entry = import_entry_make(s->kind, &s->r->arena);
    if (s->input)
        take_input(s, step_read_all(s->r, s->input_fd, s->input));
    gather_fields(s);
    return s->records <= 1 && s->diags.n == 0;
}

bool step_take_typed(struct step *s, struct str text)
{
    s->entry = import_entry_make(s->kind, &s->r->arena);
    s->diags.n = 0;
    s->typed = true;
    take_input(s, text);
    return s->records <= 1 && s->diags.n == 0;
}

static void drop_fields(struct step *s)
{
    struct str rest = str_of(s->drop);
    while (rest.n) {
        struct str name = str_cut(rest, ',', &rest);
        if (!import_entry_drop(&s->entry, name))
            run_say(s->r, EXIT_USAGE, _("--drop: %s has no field %.*s"), s->kind->naam.tekst,
                    (int)name.n, name.p);
    }
}

/* The entry that --revise names, as it stands; NULL after a message. */
static const struct aantekening *revised(struct step *s)
{
    enum soort soort = (enum soort)(s->kind - soorten.kinds);
    const struct aantekening *a = zaak_zoek(&s->zaak, soort, str_of(s->revise));
    if (!a)
        run_say(s->r, EXIT_FINDINGS, _("the case has no %s with the label %s"), s->kind->naam.tekst,
                s->revise);
    else if (a->ingetrokken || a->vernietigd)
        run_say(s->r, EXIT_FINDINGS, _("%s %s was withdrawn or destroyed; record a new entry"),
                s->kind->naam.tekst, s->revise);
    return a && a->telt ? a : NULL;
}

/* An entry in normal form, to see whether it is still the same. */
static struct str normal_form(struct step *s, const struct aantekening *a)
{
    struct buf b = buf_in(&s->r->arena);
    rec_write_entry(&b, &soorten, &a->e);
    return buf_all(&b);
}

static void refuse_label(struct step *s)
{
    run_say(s->r, EXIT_FINDINGS, _("an entry that is revised keeps its label"));
}

static void label_revised(struct step *s)
{
    const struct aantekening *a = revised(s);
    if (a && s->entry.label_given && !str_eq(s->entry.label, a->e.label))
        refuse_label(s);
    if (!a || s->r->status != EXIT_FINE)
        return;
    s->copied = normal_form(s, a);
    if (s->withdraw)
        import_entry_set(&s->entry, "Ingetrokken", str_of(s->withdraw));
    /* What is withdrawn needs nothing but its reason: the old record stays readable. */
    if (!import_entry_has(&s->entry, STR("Ingetrokken")))
        import_entry_copy(&s->entry, a);
    if (s->drop)
        drop_fields(s);
    s->entry.label = a->e.label;
}

/* What was typed began as a copy; it is one no more when another revised the entry meanwhile. */
static void label_typed(struct step *s)
{
    const struct aantekening *a =
        zaak_zoek(&s->zaak, (enum soort)(s->kind - soorten.kinds), str_of(s->revise));
    if (!a || !a->telt || !str_eq(normal_form(s, a), s->copied))
        run_say(s->r, EXIT_LOCKED,
                _("somebody else revised or withdrew %s %s meanwhile; nothing was recorded"),
                s->kind->naam.tekst, s->revise);
    else if (s->entry.label_given && !str_eq(s->entry.label, a->e.label))
        refuse_label(s);
    else
        s->entry.label = a->e.label;
}

static void label_new(struct step *s)
{
    enum soort soort = (enum soort)(s->kind - soorten.kinds);
    if (s->entry.label_given && zaak_zoek(&s->zaak, soort, s->entry.label))
        run_say(
            s->r, EXIT_FINDINGS,
            _("the case has a %s with that label; leave the label out for the next number, or give "
              "--revise=LABEL to replace the entry"),
            s->kind->naam.tekst);
}

bool step_prefill(struct step *s)
{
    if (!s->revise)
        label_new(s);
    else if (s->typed)
        label_typed(s);
    else
        label_revised(s);
    return s->r->status == EXIT_FINE;
}

/* What the program fills in: Datum (never of a Signaal: a day that was only assumed is no fact),
 * and when and by whom it was recorded. */
static void fill_in(struct step *s)
{
    bool dated = s->kind->field_count > Veld_Datum &&
                 strcmp(s->kind->fields[Veld_Datum].naam.tekst, "Datum") == 0;
    if (dated && s->kind != &soorten.kinds[S_Signaal] &&
        !import_entry_has(&s->entry, STR("Datum")) &&
        !import_entry_has(&s->entry, STR("Ingetrokken"))) {
        struct buf b = buf_in(&s->r->arena);
        date_write(&b, s->r->clock_day);
        import_entry_set(&s->entry, "Datum", buf_all(&b));
    }
    import_entry_set(&s->entry, "Vastgelegd", run_vastgelegd(s->r));
    import_entry_set(&s->entry, "Door", run_door(s->r));
}

bool step_record(struct step *s)
{
    step_prefill(s);
    if (!s->revise && !s->entry.label_given)
        s->entry.label =
            zaak_volgend_label(&s->zaak, (enum soort)(s->kind - soorten.kinds), &s->r->arena);
    if (import_entry_has(&s->entry, STR("Vernietigd")))
        run_say(
            s->r, EXIT_FINDINGS,
            _("Vernietigd destroys nothing by being written; --withdraw makes an entry no longer "
              "count"));
    fill_in(s);
    if (s->r->status != EXIT_FINE)
        return false;
    struct entry bound = import_entry_bind(&s->entry, &s->diags);
    step_refuse(s);
    struct buf b = buf_in(&s->r->arena);
    rec_write_entry(&b, &soorten, &bound);
    s->record = buf_all(&b);
    return s->r->status == EXIT_FINE;
}
