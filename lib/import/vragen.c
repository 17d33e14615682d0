#include "import/vragen.h"

#include "import/vragen_stand.h"
#include "rec/writer.h"

/* ---- what follows from the answers ---- */

enum antwoord vragen_antwoord(const struct vragen *v, int vraag)
{
    enum antwoord own = v->own[vraag].antwoord;
    return own == ANTWOORD_GEEN && v->basis ? v->basis->antwoord[vraag] : own;
}

static void answers(const struct vragen *v, enum antwoord all[VRAGEN_MAX + 1])
{
    for (int n = 0; n <= VRAGEN_MAX; n++)
        all[n] = vragen_antwoord(v, n);
}

struct pad vragen_pad(const struct vragen *v)
{
    enum antwoord all[VRAGEN_MAX + 1];
    answers(v, all);
    return kader_pad(v->over.kader, all);
}

enum uitkomst vragen_uitkomst_bij_twijfel(const struct vragen *v, int vraag)
{
    enum antwoord all[VRAGEN_MAX + 1];
    answers(v, all);
    all[vraag] = ANTWOORD_GEEN; /* no row either: the path stops there */
    return kader_pad(v->over.kader, all).uitkomst;
}

bool vragen_overgenomen(const struct vragen *v, int vraag)
{
    return v->own[vraag].antwoord == ANTWOORD_GEEN && vragen_antwoord(v, vraag) != ANTWOORD_GEEN;
}

static bool has_name(const struct names *list, struct str name)
{
    for (size_t i = 0; i < list->n; i++)
        if (str_eq(list->at[i], name))
            return true;
    return false;
}

/* Is the Weging about that person of the case. */
static bool about(const struct vragen *v, int persoon)
{
    const struct personen *p = &v->over.voortgang->personen;
    if (v->betreft.n == 0)
        return p->zaak_als_een || p->at[persoon].iedereen;
    return has_name(&v->betreft, p->at[persoon].label);
}

static bool same_version(const struct kader_versie *a, const struct kader_versie *b)
{
    return a && str_eq(a->naam, b->naam) && str_eq(a->versie, b->versie);
}

const struct weging *vragen_eerdere(const struct vragen *v)
{
    const struct voortgang *voortgang = v->over.voortgang;
    const struct aantekening *found = NULL;
    size_t persons = 0;
    if (v->over.herziet)
        return NULL;
    for (int i = 0; i < voortgang->personen.n; i++) {
        if (!about(v, i))
            continue;
        const struct aantekening *last = laatste_over(voortgang, S_Weging, i, v->over.dag);
        if (!last || (found && found != last))
            return NULL;
        found = last;
        persons++;
    }
    const struct weging *w = persons < v->betreft.n ? NULL : weging_bij(voortgang, found);
    return w && same_version(w->kader, v->over.kader) ? w : NULL;
}

/* What is reported already is not to be weighed on again. */
static bool reported_since(const struct vragen *v, int persoon, day_no day)
{
    const struct aantekening *m = laatste_over(v->over.voortgang, S_Melding, persoon, v->over.dag);
    return m && m->dag >= day;
}

const struct aantekening *vragen_onthulling(const struct vragen *v)
{
    const struct voortgang *voortgang = v->over.voortgang;
    const struct zaak *z = voortgang->zaak;
    for (int i = 0; i < z->aantal[S_Signaal]; i++) {
        const struct aantekening *s = z->geldig[S_Signaal][i];
        if (entry_number(&s->e, Signaal_Disclosure) != ja_nee_ja || s->dag == DAY_NONE ||
            s->dag > v->over.dag)
            continue;
        for (int p = 0; p < voortgang->personen.n; p++)
            if (about(v, p) && betreft(&voortgang->personen, s, p) && !reported_since(v, p, s->dag))
                return s;
    }
    return NULL;
}

/* The question after `vraag` on the path; 0: none. A framework that is not proved may lead back, or
 * to a question that is not there. */
static int question_after(const struct vragen *v, int vraag)
{
    struct pad p = vragen_pad(v);
    int next = 0;
    for (int i = 0; i < p.stappen; i++)
        if (p.vraag[i] == vraag)
            next = i + 1 < p.stappen ? p.vraag[i + 1] : p.open;
    for (int i = 0; i < p.stappen && next == p.open; i++)
        if (p.vraag[i] == next)
            return 0;
    return next && v->over.kader->vragen[next].is_er ? next : 0;
}

bool vragen_met_aard(const struct vragen *v)
{
    enum antwoord all[VRAGEN_MAX + 1];
    answers(v, all);
    int safety = kader_vraag_die_weegt(v->over.kader, WEEGT_VEILIGHEID);
    struct pad p = vragen_pad(v);
    return pad_langs(&p, safety) && kader_onveilig(v->over.kader, all) &&
           (!vragen_overgenomen(v, safety) || !v->basis->aard_gegeven);
}

bool vragen_met_samen(const struct vragen *v)
{
    struct pad p = vragen_pad(v);
    bool together = false;
    for (int i = 0; i < p.stappen; i++) {
        if (together && v->own[p.vraag[i]].antwoord != ANTWOORD_GEEN)
            return true;
        together = together || p.rij[i]->samen;
    }
    return together && p.open && v->own[p.open].antwoord != ANTWOORD_GEEN;
}

/* ---- which question is next ---- */

/* Is it at the first answer of the path that asks for it. */
static bool samen_applies(const struct vragen *v)
{
    struct pad p = vragen_pad(v);
    for (int i = 0; i < p.stappen; i++)
        if (p.rij[i]->samen)
            return p.vraag[i] == v->at.vraag && question_after(v, v->at.vraag) != 0;
    return false;
}

static bool applies(const struct vragen *v)
{
    const struct voortgang *voortgang = v->over.voortgang;
    switch (v->at.stage) {
    case STAGE_BETREFT:
        return !voortgang->personen.zaak_als_een && voortgang->personen.n > 1;
    case STAGE_BOUWT_OP:
        return vragen_eerdere(v) != NULL;
    case STAGE_MOTIVERING:
        return v->own[v->at.vraag].antwoord != ANTWOORD_GEEN;
    case STAGE_AARD:
        return v->over.kader->vragen[v->at.vraag].weegt == WEEGT_VEILIGHEID && vragen_met_aard(v);
    case STAGE_SAMEN:
        return samen_applies(v);
    case STAGE_STEUNT:
        return voortgang->zaak->aantal[S_Signaal] > 0;
    default:
        return true;
    }
}

static struct place successor(const struct vragen *v)
{
    int next = v->at.vraag;
    if (v->at.stage == STAGE_BOUWT_OP)
        next = v->over.kader->eerste;
    else if (v->at.stage == STAGE_SAMEN)
        next = question_after(v, v->at.vraag);
    else
        return (struct place){(enum stage)(v->at.stage + 1), next};
    return next ? (struct place){STAGE_VRAAG, next} : (struct place){STAGE_STEUNT, 0};
}

static void go_on(struct vragen *v)
{
    do
        v->at = successor(v);
    while (!applies(v));
}

/* ---- what was given ---- */

enum taken {
    TAKEN,     /* on to the next question */
    TAKE_MORE, /* the same question goes on with another line */
    NOT_TAKEN, /* why not was said */
};

static struct str keep(struct vragen *v, struct str text)
{
    return arena_copy(v->arena, text);
}

/* The word that was meant: whole, else the first that begins so. NULL after saying what there is.
 */
static const struct choice *choose(const struct choice *choices, struct str line, struct buf *out)
{
    for (const struct choice *c = choices; c->word; c++)
        if (str_eq_fold(str_of(c->word), line))
            return c;
    for (const struct choice *c = choices; c->word; c++) {
        struct str word = str_of(c->word);
        if (line.n < word.n && str_eq_fold((struct str){word.p, line.n}, line))
            return c;
    }
    show_choices(choices, out);
    return NULL;
}

/* The labels in a line, of entries of that kind that count; false after saying which is none. */
static bool take_labels(struct vragen *v, enum soort soort, struct str line, struct names *list,
                        struct buf *out)
{
    struct names found = {0};
    for (size_t i = 0; i < line.n;) {
        size_t from = i;
        while (i < line.n && line.p[i] != ' ' && line.p[i] != ',' && line.p[i] != '\t')
            i++;
        struct str label = {line.p + from, i - from};
        for (; i < line.n && (line.p[i] == ' ' || line.p[i] == ',' || line.p[i] == '\t');)
            i++;
        const struct aantekening *a = zaak_zoek(v->over.voortgang->zaak, soort, label);
        if (label.n && !(a && a->telt)) {
            tell(out, 0, _("There is no {label}; the labels stand above. Nothing of it was taken."),
                 GAPS({"label", label}));
            return false;
        }
        if (label.n && !has_name(&found, label))
            *arena_push(v->arena, &found) = keep(v, label);
    }
    *list = found;
    v->typed = true;
    return true;
}

static enum taken take_betreft(struct vragen *v, struct str line, struct buf *out)
{
    const struct weging *before = vragen_eerdere(v);
    if (str_eq_fold(line, STR("iedereen"))) {
        v->typed = v->typed || v->betreft.n;
        v->betreft.n = 0;
    } else if (line.n && !take_labels(v, S_Persoon, line, &v->betreft, out)) {
        return NOT_TAKEN;
    }
    if (!v->over.herziet && vragen_eerdere(v) != before)
        v->basis = NULL;
    return TAKEN;
}

static enum taken take_bouwt_op(struct vragen *v, struct str line, struct buf *out)
{
    const struct choice *c = line.n ? choose(choices_ja_nee, line, out) : NULL;
    if (!c)
        return line.n ? NOT_TAKEN : TAKEN;
    v->basis = c->value == ja_nee_ja ? vragen_eerdere(v) : NULL;
    v->typed = true;
    return TAKEN;
}

static enum taken take_vraag(struct vragen *v, struct str line, struct buf *out)
{
    int n = v->at.vraag;
    struct own *own = &v->own[n];
    const struct choice *c = line.n ? choose(choices_antwoord, line, out) : NULL;
    if (line.n && !c)
        return NOT_TAKEN;
    if (c) {
        own->antwoord = (enum antwoord)c->value;
        v->typed = true;
    }
    own->open = vragen_antwoord(v, n) == ANTWOORD_GEEN;
    show_consequence(v, n, out);
    return TAKEN;
}

/* Puts what was typed in its place; nothing typed leaves what was there. */
static void end_text(struct vragen *v)
{
    struct str *text =
        v->at.stage == STAGE_TOELICHTING ? &v->toelichting : &v->own[v->at.vraag].motivering;
    if (v->text.n)
        *text = keep(v, buf_all(&v->text));
    v->text.n = 0;
    v->text_length = 0;
}

static enum taken take_text(struct vragen *v, struct str line, struct buf *out)
{
    if (!str_trim(line).n) {
        end_text(v);
        if (v->at.stage == STAGE_MOTIVERING && !v->own[v->at.vraag].motivering.n)
            tell(out, 0, _("Without a reason; mc-check will ask for it (MC403)."), NULL);
        return TAKEN;
    }
    /* A line counts with its LF, and with a space behind a backslash at its end. */
    size_t length = v->text_length + line.n + 2;
    if (length > REC_VALUE_MAX) {
        tell(out, 0, _("No more fits in this text; an empty line ends it."), NULL);
        return NOT_TAKEN;
    }
    v->text_length = length;
    if (v->text.n)
        buf_byte(&v->text, '\n');
    buf_str(&v->text, line);
    v->typed = true;
    return TAKE_MORE;
}

static enum taken take_aard(struct vragen *v, struct str line, struct buf *out)
{
    const struct choice *c = line.n ? choose(choices_aard, line, out) : NULL;
    if (c) {
        v->aard = c->value;
        v->aard_onbekend = c->value == aard_geen;
        v->typed = true;
    } else if (!line.n && !v->aard && !v->aard_onbekend) {
        tell(out, 0, _("Left open; mc-check will ask for it (MC405)."), NULL);
    }
    return c || !line.n ? TAKEN : NOT_TAKEN;
}

static enum taken take_samen(struct vragen *v, struct str line, struct buf *out)
{
    const struct choice *c = line.n ? choose(choices_ja_nee, line, out) : NULL;
    if (c) {
        v->samen = c->value == ja_nee_ja ? ja_nee_ja : ja_nee_nee;
        v->typed = true;
    }
    if ((c || !line.n) && v->samen != ja_nee_ja)
        tell(out, 0,
             _("The framework asks for it: leave the questions that follow open until Veilig "
               "Thuis weighs along, or mc-check will ask for it (MC407)."),
             NULL);
    return c || !line.n ? TAKEN : NOT_TAKEN;
}

static enum taken take_steunt(struct vragen *v, struct str line, struct buf *out)
{
    const struct zaak *z = v->over.voortgang->zaak;
    if (str_eq_fold(line, STR("geen"))) {
        v->typed = v->typed || v->steunt.n;
        v->steunt.n = 0;
        return TAKEN;
    }
    if (str_eq_fold(line, STR("alle"))) {
        v->steunt = (struct names){0};
        for (int i = 0; i < z->aantal[S_Signaal]; i++)
            *arena_push(v->arena, &v->steunt) = z->geldig[S_Signaal][i]->e.label;
        v->typed = true;
        return TAKEN;
    }
    return !line.n || take_labels(v, S_Signaal, line, &v->steunt, out) ? TAKEN : NOT_TAKEN;
}

static enum taken take_instrument(struct vragen *v, struct str line)
{
    if (str_eq_fold(line, STR("geen")))
        v->instrument = (struct str){0};
    else if (line.n)
        v->instrument = keep(v, line);
    v->typed = v->typed || line.n;
    return TAKEN;
}

static enum taken take(struct vragen *v, struct str line, struct buf *out)
{
    struct str word = str_trim(line);
    switch (v->at.stage) {
    case STAGE_BETREFT:
        return take_betreft(v, word, out);
    case STAGE_BOUWT_OP:
        return take_bouwt_op(v, word, out);
    case STAGE_VRAAG:
        return take_vraag(v, word, out);
    case STAGE_AARD:
        return take_aard(v, word, out);
    case STAGE_SAMEN:
        return take_samen(v, word, out);
    case STAGE_STEUNT:
        return take_steunt(v, word, out);
    case STAGE_INSTRUMENT:
        return take_instrument(v, word);
    default:
        return take_text(v, line, out);
    }
}

/* ---- a line ---- */

static bool is_text(const struct vragen *v)
{
    return v->at.stage == STAGE_MOTIVERING || v->at.stage == STAGE_TOELICHTING;
}

static void go_back(struct vragen *v, struct buf *out)
{
    if (is_text(v))
        end_text(v);
    if (v->way.n)
        v->at = v->way.at[--v->way.n];
    else
        tell(out, 0, _("This is the first question."), NULL);
    show_question(v, out);
}

/* What is typed at the last question. */
static enum vragen_stand decide(struct vragen *v, struct str line, struct buf *out)
{
    const struct choice *c = line.n ? choose(choices_ja_nee, line, out) : NULL;
    if (!line.n)
        show_choices(choices_ja_nee, out);
    if (c)
        return c->value == ja_nee_ja ? VRAGEN_JA : VRAGEN_NEE;
    show_prompt(v, out);
    return VRAGEN_VRAAGT;
}

enum vragen_stand vragen_take(struct vragen *v, struct str line, struct buf *out)
{
    struct str word = str_trim(line);
    if (rec_forbidden(line) < line.n) {
        tell(out, 0,
             _("This line holds bytes that are not UTF-8, or a control or direction character, "
               "which no case may hold. Nothing of it was taken; type it again."),
             NULL);
        show_prompt(v, out);
    } else if (str_eq(word, STR("?"))) {
        show_explanation(v, out);
        show_question(v, out);
    } else if (str_eq(word, STR("-"))) {
        go_back(v, out);
    } else if (v->at.stage == STAGE_VASTLEGGEN) {
        return decide(v, word, out);
    } else {
        struct place before = v->at;
        enum taken taken = take(v, line, out);
        if (taken == TAKEN) {
            *arena_push(v->arena, &v->way) = before;
            go_on(v);
            show_question(v, out);
        } else {
            show_prompt(v, out);
        }
    }
    return VRAGEN_VRAAGT;
}

void vragen_too_long(struct vragen *v, struct buf *out)
{
    tell(out, 0,
         _("This line is too long for a terminal. Nothing of it was taken; type it in several "
           "lines."),
         NULL);
    show_prompt(v, out);
}

/* ---- the begin ---- */

static void take_names(struct vragen *v, const struct value *from, struct names *list)
{
    for (; from; from = from->next)
        if (from->state != VALUE_EMPTY)
            *arena_push(v->arena, list) = from->text;
}

/* What stands in the Weging that is revised. */
static void take_over(struct vragen *v)
{
    const struct entry *e = &v->over.herziet->e;
    const struct zaak *z = v->over.voortgang->zaak;
    const struct value *aard = e->slot[Weging_Aard];
    take_names(v, e->slot[Weging_Betreft], &v->betreft);
    take_names(v, e->slot[Weging_Steunt], &v->steunt);
    v->basis =
        weging_bij(v->over.voortgang, zaak_verwijst(z, v->over.herziet, Weging_Bouwt_op, S_Weging));
    for (int i = 1; i <= VRAGEN_MAX; i++) {
        v->own[i].antwoord = (enum antwoord)entry_number(e, (short)(Weging_Vraag1 + i - 1));
        v->own[i].motivering = entry_text(e, (short)(Weging_Motivering1 + i - 1));
    }
    v->aard = entry_number(e, Weging_Aard);
    v->aard_onbekend = aard && aard->state == VALUE_UNKNOWN;
    v->samen = entry_has(e, Weging_Samen) ? ja_nee_ja : ja_nee_geen;
    v->instrument = entry_text(e, Weging_Instrument);
    v->toelichting = entry_text(e, Veld_Toelichting);
}

struct vragen *vragen_start(const struct vragen_over *over, struct arena *a, struct buf *out)
{
    struct vragen *v = arena_new(a, struct vragen, 1);
    v->over = *over;
    v->arena = a;
    v->text = buf_in(a);
    if (over->herziet)
        take_over(v);
    v->at = (struct place){STAGE_BETREFT, 0};
    if (!applies(v))
        go_on(v);
    show_opening(v, out);
    show_question(v, out);
    return v;
}

bool vragen_typed(const struct vragen *v)
{
    return v->typed;
}

/* ---- the entry ---- */

static void write_text(struct buf *out, short slot, struct str text)
{
    if (text.n)
        rec_write_field(out, str_of(soorten.kinds[S_Weging].fields[slot].naam.tekst), text);
}

static void write_names(struct buf *out, short slot, const struct names *list)
{
    for (size_t i = 0; i < list->n; i++)
        write_text(out, slot, list->at[i]);
}

/* The answers of the path. What is typed at this moment goes with its question. */
static void write_answers(const struct vragen *v, struct buf *out)
{
    struct pad p = vragen_pad(v);
    for (int n = 1; n <= VRAGEN_MAX; n++) {
        short slot = (short)(Weging_Vraag1 + n - 1);
        const struct own *own = &v->own[n];
        if (!pad_langs(&p, n))
            continue;
        if (own->antwoord != ANTWOORD_GEEN)
            write_text(out, slot, str_of(antwoord_woord(own->antwoord)));
        else if (own->open && !vragen_overgenomen(v, n))
            rec_write_field(out, str_of(soorten.kinds[S_Weging].fields[slot].naam.tekst),
                            (struct str){0});
    }
    for (int n = 1; n <= VRAGEN_MAX; n++) {
        bool under_way = v->text.n && v->at.stage == STAGE_MOTIVERING && v->at.vraag == n;
        if (pad_langs(&p, n) && v->own[n].antwoord != ANTWOORD_GEEN)
            write_text(out, (short)(Weging_Motivering1 + n - 1),
                       under_way ? buf_all(&v->text) : v->own[n].motivering);
    }
}

/* Is it a field that the questions are about, or that is set when the entry is recorded. */
static bool asked(short slot)
{
    return (slot >= Weging_Datum && slot < Weging_slots) || slot == Veld_Toelichting ||
           slot == Veld_Vastgelegd || slot == Veld_Door;
}

void vragen_write(const struct vragen *v, struct buf *out)
{
    const struct entry *old = v->over.herziet ? &v->over.herziet->e : NULL;
    if (old)
        rec_write_field(out, str_of(soorten.kinds[S_Weging].naam.tekst), old->label);
    struct buf day = buf_in(v->arena);
    date_write(&day, v->over.dag);
    write_text(out, Weging_Datum, old ? entry_text(old, Weging_Datum) : buf_all(&day));
    write_names(out, Weging_Betreft, &v->betreft);
    if (v->basis)
        write_text(out, Weging_Bouwt_op, v->basis->a->e.label);
    else if (old)
        write_text(out, Weging_Bouwt_op, entry_text(old, Weging_Bouwt_op));
    write_answers(v, out);
    if (vragen_met_aard(v) && v->aard)
        write_text(out, Weging_Aard,
                   str_of(soorten.kinds[S_Weging].fields[Weging_Aard].list[v->aard - 1].tekst));
    else if (vragen_met_aard(v) && v->aard_onbekend)
        write_text(out, Weging_Aard, STR("onbekend"));
    write_names(out, Weging_Steunt, &v->steunt);
    write_text(out, Weging_Instrument, v->instrument);
    if (v->samen == ja_nee_ja && vragen_met_samen(v))
        write_text(out, Weging_Samen, STR("Veilig Thuis"));
    bool under_way = v->text.n && v->at.stage == STAGE_TOELICHTING;
    write_text(out, Veld_Toelichting, under_way ? buf_all(&v->text) : v->toelichting);
    for (size_t i = 0; old && i < old->n; i++)
        if (!asked(old->values[i].slot))
            rec_write_field(out, old->values[i].name, old->values[i].text);
}
