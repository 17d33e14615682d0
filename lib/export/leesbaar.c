#include "export/leesbaar.h"

#include "export/opmaak.h"

/* ---- days and times ---- */

static const char *const maanden[] = {"januari",   "februari", "maart",    "april",
                                      "mei",       "juni",     "juli",     "augustus",
                                      "september", "oktober",  "november", "december"};

static void write_month(struct buf *b, struct date d)
{
    buf_text(b, maanden[d.month - 1]);
    buf_text(b, OPMAAK_VAST);
    buf_number(b, d.year);
}

void leesbaar_dag(struct buf *b, day_no day)
{
    struct date d = date_of(day);
    buf_number(b, d.day);
    buf_text(b, OPMAAK_VAST);
    write_month(b, d);
}

void leesbaar_uur(struct buf *b, struct str moment)
{
    day_no day;
    int64_t seconds;
    if (!date_read_moment(moment, &day, &seconds))
        return;
    struct str hour = {moment.p + 11, 2}, minute = {moment.p + 14, 2}, zone = str_from(moment, 19);
    buf_number(b, str_number(hour));
    buf_byte(b, '.');
    buf_str(b, minute);
    buf_text(b, OPMAAK_VAST "uur");
    if (str_is(zone, "+01:00") || str_is(zone, "+02:00"))
        return;
    buf_text(b, OPMAAK_VAST "UTC");
    if (!str_is(zone, "Z"))
        buf_str(b, zone);
}

void leesbaar_datum(struct buf *b, struct str s)
{
    day_no day;
    int64_t seconds;
    if (date_read_day(s, &day)) {
        leesbaar_dag(b, day);
    } else if (date_read_moment(s, &day, &seconds)) {
        leesbaar_dag(b, day);
        buf_text(b, ", ");
        leesbaar_uur(b, s);
    } else if (s.n == 7 && date_read_period(s, &day)) {
        write_month(b, date_of(day));
    } else {
        buf_str(b, s);
    }
}

/* ---- names ---- */

static void write_with(struct buf *b, struct str s, char from, char to)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == from)
            c = to;
        buf_byte(b, c);
    }
}

void leesbaar_vreemd(struct buf *b, struct str name)
{
    write_with(b, name, '_', ' ');
}

void leesbaar_vast(struct buf *b, struct str s)
{
    write_with(b, s, ' ', OPMAAK_VAST[0]);
}

static bool small(char c)
{
    return c >= 'a' && c <= 'z';
}

void leesbaar_veldnaam(struct buf *b, struct str name)
{
    if (str_is(name, "VeiligThuis")) { /* the name of an organisation keeps its capitals */
        buf_text(b, "Veilig Thuis");
        return;
    }
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (c == '_') {
            c = ' ';
        } else if (i > 0 && small(name.p[i - 1]) && !small(c)) {
            buf_byte(b, ' ');
            c = ascii_lower(c);
        }
        buf_byte(b, c);
    }
}

void leesbaar_persoon(struct buf *b, const struct zaak *z, struct str label)
{
    buf_str(b, label);
    const struct aantekening *p = zaak_zoek(z, S_Persoon, label);
    const struct value *naam = p && p->telt ? p->e.slot[Persoon_Naam] : NULL;
    if (!naam || naam->state != VALUE_GOOD)
        return;
    buf_text(b, OPMAAK_VAST "(");
    leesbaar_vast(b, naam->text);
    buf_byte(b, ')');
}

/* ---- values ---- */

static bool holds(struct str s, const char *mark)
{
    return memmem(s.p, s.n, mark, strlen(mark)) != NULL;
}

static bool stands_between(struct str s, const char *open, const char *close)
{
    return s.n > strlen(open) + strlen(close) && str_starts(s, str_of(open)) &&
           str_ends(s, str_of(close));
}

/* Any pair of marks has one of these; single ones may be apostrophes, and count only around the
 * whole. */
static bool quoted(struct str s)
{
    return holds(s, "\"") || holds(s, "“") || holds(s, "”") || holds(s, "»") ||
           stands_between(s, "'", "'") || stands_between(s, "‘", "’");
}

static bool is_date(const struct schema_type *type)
{
    return type == &type_day || type == &type_moment_or_day || type == &type_moment ||
           type == &type_period;
}

static bool names_person(const struct aantekening *a, const struct schema_field *f,
                         const struct value *v)
{
    if (a->soort == S_Signaal && v->slot == Signaal_Bronpersoon)
        return true;
    return f->refers && strcmp(f->refers, "Persoon") == 0;
}

static void write_good(struct buf *b, const struct zaak *z, const struct aantekening *a,
                       const struct value *v)
{
    const struct schema_field *f = &a->e.kind->fields[v->slot];
    bool quote = a->soort == S_Signaal && v->slot == Signaal_Citaat && !quoted(v->text);
    if (names_person(a, f, v)) {
        leesbaar_persoon(b, z, v->text);
    } else if (is_date(f->type)) {
        leesbaar_datum(b, v->text);
    } else if (v->slot == Veld_Door) {
        leesbaar_vast(b, v->text);
    } else {
        buf_text(b, quote ? "\"" : "");
        buf_str(b, v->text);
        buf_text(b, quote ? "\"" : "");
    }
}

void leesbaar_waarde(struct buf *b, const struct zaak *z, const struct aantekening *a,
                     const struct value *v)
{
    if (v->state == VALUE_EMPTY)
        buf_text(b, "(gevraagd, niet ingevuld)");
    else if (a && v->slot >= 0 && v->state == VALUE_GOOD)
        write_good(b, z, a, v);
    else
        buf_str(b, v->text);
}

enum { SHORT = 40 }; /* columns */

static bool ends_sentence(struct str s)
{
    return s.n && strchr(".!?\"", s.p[s.n - 1]) && memchr(s.p, ' ', s.n);
}

bool leesbaar_proza(const struct aantekening *a, const struct value *v)
{
    if (v->state == VALUE_EMPTY || (v->slot >= 0 && a->e.kind->fields[v->slot].type != &type_text))
        return false;
    if (a && a->soort == S_Signaal &&
        (v->slot == Signaal_Feit || v->slot == Signaal_Citaat || v->slot == Signaal_Duiding))
        return true;
    return str_columns(v->text) > SHORT || memchr(v->text.p, '\n', v->text.n) ||
           ends_sentence(v->text);
}
