#include "export/tekst.h"

/* Where values begin that stand beside their label: in a column of their own, where there is room
 * for one. */
static int hang(const struct tekst *t)
{
    if (t->o.width < 60)
        return t->indent + 2;
    return t->indent > 2 ? t->indent + 14 : 16;
}

void tekst_line(struct tekst *t)
{
    opmaak_flow(&t->o, t->indent, t->indent ? t->indent : 2, buf_all(&t->kort));
    t->kort.n = 0;
}

void tekst_long(struct tekst *t)
{
    tekst_line(t);
    opmaak_pair(&t->o, t->indent, hang(t), buf_all(&t->label), buf_all(&t->value));
}

void tekst_pair(struct tekst *t, const char *label)
{
    buf_text(tekst_anew(&t->label), label);
    tekst_long(t);
}

/* Held together where it fits on a line; else its values are. */
void tekst_short(struct tekst *t)
{
    struct str label = buf_all(&t->label), value = buf_all(&t->value);
    int columns = t->indent + str_columns(label) + 1 + str_columns(value);
    if (t->kort.n)
        buf_text(&t->kort, OPMAAK_VAST "· ");
    leesbaar_vast(&t->kort, label);
    buf_text(&t->kort, OPMAAK_VAST);
    if (columns + 2 <= t->o.width)
        leesbaar_vast(&t->kort, value);
    else
        buf_str(&t->kort, value);
}

static void write_label(struct buf *b, const struct aantekening *a, const struct value *v)
{
    if (v->slot >= 0)
        leesbaar_veldnaam(b, v->name);
    else
        leesbaar_vreemd(b, v->slot == FIELD_OWN_NAME ? str_from(v->name, 2) : v->name);
    if (v->slot == FIELD_OWN_NAME)
        buf_text(b, " (eigen veld)");
    else if (v->slot == FIELD_KIND)
        buf_text(b, " (nog een label)");
    else if (v->slot == FIELD_UNKNOWN && a->soort != S_ONBEKEND)
        buf_text(b, " (onbekend veld)");
    buf_byte(b, ':');
}

/* A label of another kind than a person says which, unless the name of the field does. */
static void write_kind_referred_to(struct buf *b, const struct schema_field *f,
                                   const struct value *v)
{
    if (!f || !f->refers || v->state != VALUE_GOOD || strcmp(f->refers, "*") == 0 ||
        strcmp(f->refers, "Persoon") == 0 || str_is(v->name, f->refers))
        return;
    buf_text(b, f->refers);
    buf_byte(b, ' ');
}

bool tekst_source_shielded(const struct aantekening *a)
{
    return a->soort == S_Signaal && entry_has(&a->e, Signaal_Bronpersoon) &&
           entry_number(&a->e, Signaal_Bron) == bron_uitspraak_derde &&
           entry_number(&a->e, Signaal_Bron_open) != ja_nee_ja;
}

static void write_age(struct buf *b, int years)
{
    if (years >= 18)
        return;
    buf_text(b, " (nu" OPMAAK_VAST);
    buf_number(b, years);
    buf_text(b, OPMAAK_VAST "jaar)");
}

static void write_value(struct buf *b, const struct tekst *t, const struct aantekening *a,
                        const struct value *v)
{
    leesbaar_waarde(b, t->z, a, v);
    if (a->soort == S_Signaal && v->slot == Signaal_Bronpersoon && tekst_source_shielded(a))
        buf_text(b, " (AFGESCHERMD)");
    if (a->soort == S_Persoon && v->slot == Persoon_Geboortedatum && v->day <= t->v->vandaag)
        write_age(b, date_years_between(v->day, t->v->vandaag));
}

void tekst_values(struct buf *b, const struct tekst *t, const struct aantekening *a,
                  const struct value *first)
{
    const struct schema_field *f = first->slot >= 0 ? &a->e.kind->fields[first->slot] : NULL;
    write_kind_referred_to(b, f, first);
    for (const struct value *v = first; v; v = v->next) {
        write_value(b, t, a, v);
        if (v->next)
            buf_text(b, f && f->type != &type_text ? ", " : "; ");
    }
}

/* What the professional makes of it stands apart from what was seen. */
static void write_apart(struct tekst *t)
{
    tekst_line(t);
    opmaak_gap(&t->o);
    tekst_long(t);
    opmaak_gap(&t->o);
}

void tekst_field(struct tekst *t, const struct aantekening *a, const struct value *first)
{
    bool prose = false;
    for (const struct value *v = first; v; v = v->next)
        prose = prose || leesbaar_proza(a, v);
    write_label(tekst_anew(&t->label), a, first);
    if (!prose) {
        tekst_values(tekst_anew(&t->value), t, a, first);
        tekst_short(t);
        return;
    }
    for (const struct value *v = first; v; v = v->next) {
        write_value(tekst_anew(&t->value), t, a, v);
        if (a->soort == S_Signaal && v->slot == Signaal_Duiding)
            write_apart(t);
        else
            tekst_long(t);
    }
}

void tekst_strangers(struct tekst *t, const struct aantekening *a, short sort)
{
    for (size_t i = 0; i < a->e.n; i++)
        if (a->e.values[i].slot == sort && a->e.values[i].first)
            tekst_field(t, a, &a->e.values[i]);
}
