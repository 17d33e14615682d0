/* What the questions look like: lines for a terminal, not wrapped. */
#include "import/vragen_stand.h"

enum { INDENT = 2, FEIT_COLUMNS = 56 };

/* ---- choices ---- */

static const char open_word[] = "open";

const struct choice choices_antwoord[] = {
    {"ja", ANTWOORD_JA},           {"nee", ANTWOORD_NEE},
    {"twijfel", ANTWOORD_TWIJFEL}, {"onbekend", ANTWOORD_ONBEKEND},
    {open_word, ANTWOORD_GEEN},    {NULL, 0},
};

const struct choice choices_ja_nee[] = {{"ja", ja_nee_ja}, {"nee", ja_nee_nee}, {NULL, 0}};

const struct choice choices_aard[] = {
    {"acuut", aard_acuut},
    {"structureel", aard_structureel},
    {"beide", aard_acuut_en_structureel},
    {"acuut en structureel", aard_acuut_en_structureel},
    {"onbekend", aard_geen},
    {NULL, 0},
};

/* ---- lines ---- */

static void fill(struct buf *out, const char *text, const struct gap *gaps)
{
    struct str rest = str_of(text);
    for (;;) {
        struct str after, before = str_cut(rest, '{', &after);
        buf_str(out, before);
        if (!after.p)
            return;
        struct str name = str_cut(after, '}', &rest);
        for (const struct gap *g = gaps; g && g->name; g++)
            if (str_is(name, g->name))
                buf_str(out, g->value);
    }
}

void tell(struct buf *out, int indent, const char *text, const struct gap *gaps)
{
    buf_fill(out, ' ', (size_t)indent);
    fill(out, text, gaps);
    buf_byte(out, '\n');
}

/* A text of several lines as one that flows; an empty line in it parts paragraphs. `begin`, which
 * may be empty, stands before it, and `end` behind it. */
static void flow(struct buf *out, int indent, const char *begin, struct str text, struct str end)
{
    bool begun = false, parted = false;
    buf_fill(out, ' ', (size_t)indent);
    buf_text(out, begin);
    for (struct str rest = text; rest.n;) {
        struct str line = str_trim(str_cut(rest, '\n', &rest));
        parted = parted || !line.n;
        if (!line.n)
            continue;
        if (begun && parted) {
            buf_text(out, "\n\n");
            buf_fill(out, ' ', (size_t)indent);
        } else if (begun) {
            buf_byte(out, ' ');
        }
        buf_str(out, line);
        begun = true;
        parted = false;
    }
    buf_str(out, end);
    buf_byte(out, '\n');
}

static struct str number(const struct vragen *v, int n)
{
    struct buf b = buf_in(v->arena);
    buf_number(&b, n);
    return buf_all(&b);
}

static struct str joined(const struct vragen *v, const struct names *list)
{
    struct buf b = buf_in(v->arena);
    for (size_t i = 0; i < list->n; i++) {
        buf_text(&b, i ? " " : "");
        buf_str(&b, list->at[i]);
    }
    return buf_all(&b);
}

/* What stands in brackets: what an empty line takes. */
static void brackets(struct buf *out, struct str text)
{
    buf_text(out, " [");
    buf_str(out, text);
    buf_byte(out, ']');
}

static void end_prompt(struct buf *out)
{
    buf_text(out, ": ");
}

/* ---- what the framework says ---- */

/* ` (basistekst)` where a text is not the framework's own; else nothing. */
static struct str status(const struct vragen *v, const struct kader_herkomst *h)
{
    struct str word = h->tekst_status.n ? h->tekst_status : v->over.kader->tekst_status;
    struct buf b = buf_in(v->arena);
    if (str_is(word, "letterlijk"))
        return (struct str){0};
    buf_text(&b, " (");
    buf_str(&b, word);
    buf_byte(&b, ')');
    return buf_all(&b);
}

static void sources(const struct vragen *v, int indent, const char *head,
                    const struct kader_herkomst *h, struct buf *out)
{
    struct str rest = h->bron.n ? h->bron : v->over.kader->bron;
    tell(out, indent, head, NULL);
    while (rest.n)
        flow(out, indent + INDENT, "", str_cut(rest, '\n', &rest), (struct str){0});
}

/* `2, Veiligheid`. */
static struct str question_name(const struct vragen *v, int vraag)
{
    const struct kader_vraag *q = &v->over.kader->vragen[vraag];
    struct buf b = buf_in(v->arena);
    buf_number(&b, vraag);
    if (q->kort.n) {
        buf_text(&b, ", ");
        buf_str(&b, q->kort);
    }
    return buf_all(&b);
}

/* What becomes of the weighing when the framework has nothing to say to an answer. A report that
 * stands already, and help whose result is not known yet, stay. */
static void tell_doubt(const struct vragen *v, int indent, int vraag, struct buf *out)
{
    const struct kader_vraag *q = &v->over.kader->vragen[vraag];
    bool twijfel = !q->rijen[ANTWOORD_TWIJFEL].is_er, onbekend = !q->rijen[ANTWOORD_ONBEKEND].is_er;
    const char *words = "twijfel, onbekend";
    if (!twijfel && !onbekend)
        return;
    if (!twijfel || !onbekend)
        words = antwoord_woord(twijfel ? ANTWOORD_TWIJFEL : ANTWOORD_ONBEKEND);
    if (vragen_uitkomst_bij_twijfel(v, vraag) == UITKOMST_ONBESLIST)
        tell(out, indent,
             _("{words}: the weighing stays undecided (onbeslist); ask Veilig Thuis for advice."),
             GAPS({"words", str_of(words)}));
    else
        tell(out, indent, _("{words}: this question stays open; ask Veilig Thuis for advice."),
             GAPS({"words", str_of(words)}));
}

void show_consequence(const struct vragen *v, int vraag, struct buf *out)
{
    const struct kader_vraag *q = &v->over.kader->vragen[vraag];
    enum antwoord answer = vragen_antwoord(v, vraag);
    const struct kader_rij *row = &q->rijen[answer];
    if (answer == ANTWOORD_GEEN && q->weegt == WEEGT_RESULTAAT)
        tell(out, 0,
             _("Left open: not yet to be said. A later weighing that builds on this one answers "
               "it."),
             NULL);
    else if (answer == ANTWOORD_GEEN)
        tell(out, 0, _("Left open: the questions end here."), NULL);
    else if (!row->is_er)
        tell_doubt(v, 0, vraag, out);
    else if (row->tekst.n)
        flow(out, 0, _("The framework: "), row->tekst, status(v, &row->herkomst));
}

/* ---- for whom ---- */

static void tell_persons(const struct vragen *v, struct buf *out)
{
    const struct personen *p = &v->over.voortgang->personen;
    tell(out, 0, _("For whom is this weighing?"), NULL);
    for (int i = 0; i < p->n; i++) {
        struct str rol = p->at[i].a ? entry_text(&p->at[i].a->e, Persoon_Rol) : (struct str){0};
        buf_fill(out, ' ', INDENT);
        buf_str(out, p->at[i].label);
        buf_text(out, rol.n ? " (" : "");
        buf_str(out, rol);
        buf_text(out, rol.n ? ")\n" : "\n");
    }
    tell(out, 0, _("One or more labels, or: iedereen (everyone whom a signal is about)."), NULL);
}

static void show_standing(struct str text, struct buf *out)
{
    tell(out, 0, _("There stands, and Enter leaves it so:"), NULL);
    flow(out, INDENT, "", text, (struct str){0});
}

/* ---- building on an earlier one ---- */

static struct str day_of(const struct vragen *v, const struct aantekening *a)
{
    struct buf b = buf_in(v->arena);
    if (a->dag == DAY_NONE)
        buf_byte(&b, '-');
    else
        date_write(&b, a->dag);
    return buf_all(&b);
}

static void tell_earlier(const struct vragen *v, struct buf *out)
{
    const struct weging *w = vragen_eerdere(v);
    tell(out, 0,
         _("There is a weighing {label} of {day} about the same, with the outcome {outcome}. When "
           "this one builds on it, its answers stand in brackets, and Enter takes them over."),
         GAPS({"label", w->a->e.label}, {"day", day_of(v, w->a)},
              {"outcome", str_of(uitkomst_woord(w->pad.uitkomst))}));
}

/* ---- a question ---- */

static void tell_disclosure(const struct vragen *v, struct buf *out)
{
    const struct aantekening *s = vragen_onthulling(v);
    if (s && v->over.kader->onthulling_acuut)
        tell(out, INDENT,
             _("Signal {label} is a disclosure. In this framework a disclosure counts as acute "
               "unsafety."),
             GAPS({"label", s->e.label}));
    else if (s)
        tell(out, INDENT,
             _("Signal {label} is a disclosure. An answer other than unsafe is asked about "
               "(MC404)."),
             GAPS({"label", s->e.label}));
}

static void tell_vraag(const struct vragen *v, struct buf *out)
{
    const struct kader_vraag *q = &v->over.kader->vragen[v->at.vraag];
    tell(out, 0, _("Question {question}"), GAPS({"question", question_name(v, v->at.vraag)}));
    flow(out, INDENT, "", q->tekst, status(v, &q->herkomst));
    if (q->weegt == WEEGT_VEILIGHEID)
        tell_disclosure(v, out);
    if (v->at.vraag == v->over.kader->eerste)
        tell_doubt(v, INDENT, v->at.vraag, out);
}

static void prompt_vraag(const struct vragen *v, struct buf *out)
{
    int n = v->at.vraag;
    enum antwoord answer = vragen_antwoord(v, n);
    bool own = v->own[n].antwoord != ANTWOORD_GEEN;
    buf_text(out, own ? _("Answer (ja, nee, twijfel, onbekend, open)")
                      : _("Answer (ja, nee, twijfel, onbekend)"));
    if (answer != ANTWOORD_GEEN)
        brackets(out, str_of(antwoord_woord(answer)));
    end_prompt(out);
}

/* ---- signals ---- */

/* The first words of a text, on one line. */
static void first_words(struct buf *out, struct str text)
{
    int columns = 0;
    for (size_t i = 0; i < text.n;) {
        size_t from = i;
        while (i < text.n && !ascii_white(text.p[i]))
            i++;
        struct str word = {text.p + from, i - from};
        if (columns && columns + 1 + str_columns(word) > FEIT_COLUMNS) {
            buf_text(out, " ...");
            return;
        }
        buf_text(out, columns && word.n ? " " : "");
        buf_str(out, word);
        columns += word.n ? 1 + str_columns(word) : 0;
        while (i < text.n && ascii_white(text.p[i]))
            i++;
    }
}

static void tell_signals(const struct vragen *v, struct buf *out)
{
    const struct zaak *z = v->over.voortgang->zaak;
    tell(out, 0, _("Which signals does it rest on?"), NULL);
    for (int i = 0; i < z->aantal[S_Signaal]; i++) {
        const struct aantekening *s = z->geldig[S_Signaal][i];
        buf_fill(out, ' ', INDENT);
        buf_str(out, s->e.label);
        buf_text(out, ": ");
        buf_str(out, day_of(v, s));
        buf_text(out, ", ");
        first_words(out, entry_text(&s->e, Signaal_Feit));
        buf_byte(out, '\n');
    }
    tell(out, 0, _("One or more labels, or: alle (all), geen (none)."), NULL);
}

/* ---- the outcome ---- */

static void show_names(const struct vragen *v, const char *begin, const struct names *list,
                       struct buf *out)
{
    if (list->n)
        flow(out, INDENT, begin, joined(v, list), (struct str){0});
}

static void show_answer(const struct vragen *v, int n, struct buf *out)
{
    struct buf answer = buf_in(v->arena);
    enum antwoord given = vragen_antwoord(v, n);
    buf_text(&answer, given == ANTWOORD_GEEN ? open_word : antwoord_woord(given));
    if (vragen_overgenomen(v, n))
        tell(out, INDENT, _("Question {question}: {answer} (from weighing {label})"),
             GAPS({"question", question_name(v, n)}, {"answer", buf_all(&answer)},
                  {"label", v->basis->a->e.label}));
    else
        tell(out, INDENT, _("Question {question}: {answer}"),
             GAPS({"question", question_name(v, n)}, {"answer", buf_all(&answer)}));
    if (v->own[n].antwoord != ANTWOORD_GEEN && v->own[n].motivering.n)
        flow(out, 2 * INDENT, "", v->own[n].motivering, (struct str){0});
}

static void show_answers(const struct vragen *v, const struct pad *p, struct buf *out)
{
    for (int i = 0; i < p->stappen; i++)
        show_answer(v, p->vraag[i], out);
    if (p->open)
        show_answer(v, p->open, out);
}

static void show_norms(const struct vragen *v, const struct pad *p, struct buf *out)
{
    const struct kader_versie *k = v->over.kader;
    for (size_t i = 0; i < k->norm_count; i++) {
        const struct kader_norm *norm = &k->normen[i];
        if (!(p->normen & 1u << norm->nummer))
            continue;
        struct buf begin = buf_in(v->arena);
        buf_text(&begin, "Meldnorm ");
        buf_number(&begin, norm->nummer);
        buf_text(&begin, ": ");
        buf_byte(&begin, '\0');
        flow(out, INDENT, begin.p, norm->tekst, status(v, &norm->herkomst));
        sources(v, INDENT, _("Source:"), &norm->herkomst, out);
    }
    tell(out, INDENT, _("Framework {kader}, version {version}"),
         GAPS({"kader", k->naam}, {"version", k->versie}));
}

static void show_open(const struct vragen *v, const struct pad *p, struct buf *out)
{
    struct str name = p->open ? question_name(v, p->open) : (struct str){0};
    if (!p->open)
        return;
    if (p->bij_twijfel)
        tell(out, INDENT,
             _("Still open: question {question} was answered with doubt; ask Veilig Thuis for "
               "advice."),
             GAPS({"question", name}));
    else
        tell(out, INDENT, _("Still open: question {question}, and what follows on it."),
             GAPS({"question", name}));
}

static void show_aard(const struct vragen *v, struct buf *out)
{
    int64_t aard = vragen_met_aard(v) ? v->aard : 0;
    const struct naam *words = soorten.kinds[S_Weging].fields[Weging_Aard].list;
    if (aard)
        tell(out, INDENT, _("Unsafety: {kind}"), GAPS({"kind", str_of(words[aard - 1].tekst)}));
}

static void tell_outcome(const struct vragen *v, struct buf *out)
{
    struct pad p = vragen_pad(v);
    tell(out, 0, _("The weighing"), NULL);
    if (v->betreft.n)
        show_names(v, _("For: "), &v->betreft, out);
    show_answers(v, &p, out);
    show_aard(v, out);
    if (v->samen == ja_nee_ja && vragen_met_samen(v))
        tell(out, INDENT, _("Weighed together with Veilig Thuis"), NULL);
    show_names(v, _("Signals: "), &v->steunt, out);
    if (v->instrument.n)
        flow(out, INDENT, _("Instrument: "), v->instrument, (struct str){0});
    if (v->toelichting.n)
        flow(out, INDENT, _("Remarks: "), v->toelichting, (struct str){0});
    buf_byte(out, '\n');
    tell(out, 0, _("Outcome: {outcome}"), GAPS({"outcome", str_of(uitkomst_woord(p.uitkomst))}));
    show_norms(v, &p, out);
    show_open(v, &p, out);
    buf_byte(out, '\n');
}

/* ---- the questions by stage ---- */

static void tell_text(const struct vragen *v, const char *what, struct str standing,
                      struct buf *out)
{
    tell(out, 0, what, GAPS({"n", number(v, v->at.vraag)}));
    if (standing.n)
        show_standing(standing, out);
}

void show_question(const struct vragen *v, struct buf *out)
{
    buf_byte(out, '\n');
    switch (v->at.stage) {
    case STAGE_BETREFT:
        tell_persons(v, out);
        break;
    case STAGE_BOUWT_OP:
        tell_earlier(v, out);
        break;
    case STAGE_VRAAG:
        tell_vraag(v, out);
        break;
    case STAGE_MOTIVERING:
        tell_text(
            v, _("Why this answer to question {n}? In one or more lines; an empty line ends it."),
            v->own[v->at.vraag].motivering, out);
        break;
    case STAGE_AARD:
        tell(out, 0, _("Is the unsafety acute, structural, or both?"), NULL);
        break;
    case STAGE_SAMEN:
        tell(out, 0, _("Are the questions that follow weighed together with Veilig Thuis?"), NULL);
        break;
    case STAGE_STEUNT:
        tell_signals(v, out);
        break;
    case STAGE_INSTRUMENT:
        tell(out, 0, _("Was an instrument used to weigh, such as a risk assessment?"), NULL);
        if (v->instrument.n)
            show_standing(v->instrument, out);
        break;
    case STAGE_TOELICHTING:
        tell_text(v, _("Remarks? In one or more lines; an empty line ends them."), v->toelichting,
                  out);
        break;
    case STAGE_VASTLEGGEN:
        tell_outcome(v, out);
        break;
    }
    show_prompt(v, out);
}

void show_prompt(const struct vragen *v, struct buf *out)
{
    switch (v->at.stage) {
    case STAGE_BETREFT:
        buf_text(out, _("Labels"));
        brackets(out, v->betreft.n ? joined(v, &v->betreft) : STR("iedereen"));
        break;
    case STAGE_BOUWT_OP:
        buf_text(out, _("Build on it (ja, nee)"));
        brackets(out, v->basis ? STR("ja") : STR("nee"));
        break;
    case STAGE_VRAAG:
        prompt_vraag(v, out);
        return;
    case STAGE_MOTIVERING:
    case STAGE_TOELICHTING:
        buf_text(out, "> ");
        return;
    case STAGE_AARD:
        buf_text(out, _("Unsafety (acuut, structureel, beide)"));
        if (v->aard)
            brackets(out, str_of(choices_aard[v->aard - 1].word));
        break;
    case STAGE_SAMEN:
        buf_text(out, _("Together (ja, nee)"));
        brackets(out, v->samen == ja_nee_ja ? STR("ja") : STR("nee"));
        break;
    case STAGE_STEUNT:
        buf_text(out, _("Labels"));
        brackets(out, v->steunt.n ? joined(v, &v->steunt) : STR("geen"));
        break;
    case STAGE_INSTRUMENT:
        buf_text(out, _("Instrument"));
        if (!v->instrument.n)
            brackets(out, STR("geen"));
        break;
    case STAGE_VASTLEGGEN:
        buf_text(out, _("Record it? (ja/nee)"));
        break;
    }
    end_prompt(out);
}

void show_choices(const struct choice *choices, struct buf *out)
{
    buf_text(out, _("That is no answer here. Possible are: "));
    for (const struct choice *c = choices; c->word; c++) {
        buf_text(out, c == choices ? "" : ", ");
        buf_text(out, c->word);
    }
    buf_text(out, ".\n");
}

void show_opening(const struct vragen *v, struct buf *out)
{
    const struct kader_versie *k = v->over.kader;
    tell(out, 0,
         _("Weighing in case {case} by the framework {kader}, version {version}: {title}, "
           "{owner}."),
         GAPS({"case", v->over.voortgang->zaak->id}, {"kader", k->naam}, {"version", k->versie},
              {"title", k->titel}, {"owner", k->eigenaar}));
    if (v->over.herziet)
        tell(out, 0, _("Weighing {label} is revised: what it says now stands in brackets."),
             GAPS({"label", v->over.herziet->e.label}));
    tell(out, 0,
         _("At every question ? explains and - goes back. Enter alone leaves it open, or takes "
           "what stands in [brackets]. Nothing is recorded before the last question. Ctrl-C stops, "
           "and keeps what was typed."),
         NULL);
}

/* ---- what `?` shows ---- */

static bool same_letter(char a, char b)
{
    return ascii_lower(a) == ascii_lower(b);
}

/* Does the word stand in the text by itself, in any case. */
static bool has_word(struct str text, struct str word)
{
    for (size_t i = 0; i + word.n <= text.n; i++) {
        size_t n = 0;
        while (n < word.n && same_letter(text.p[i + n], word.p[n]))
            n++;
        if (n == word.n && (i == 0 || !ascii_alnum(text.p[i - 1])) &&
            (i + n == text.n || !ascii_alnum(text.p[i + n])))
            return true;
    }
    return false;
}

/* Do all words of a term stand in the texts of a question: "acute of structurele onveiligheid" is
 * about acute onveiligheid too. */
static bool term_belongs(const struct kader_vraag *q, struct str term)
{
    while (term.n) {
        struct str word = str_cut(term, ' ', &term);
        bool found = has_word(q->tekst, word) || has_word(q->toelichting, word);
        for (size_t i = 0; i < q->deelvraag_count; i++)
            found = found || has_word(q->deelvragen[i], word);
        if (!found)
            return false;
    }
    return true;
}

/* The terms of a question; all when none belongs to it by name, and where it is about safety. */
static void explain_terms(const struct vragen *v, const struct kader_vraag *q, struct buf *out)
{
    const struct kader_versie *k = v->over.kader;
    bool any = false;
    for (size_t i = 0; i < k->begrip_count; i++)
        any = any || term_belongs(q, k->begrippen[i].woord);
    bool all = !any || q->weegt == WEEGT_VEILIGHEID;
    if (k->begrip_count)
        tell(out, 0, _("Terms:"), NULL);
    for (size_t i = 0; i < k->begrip_count; i++) {
        const struct kader_begrip *b = &k->begrippen[i];
        if (!all && !term_belongs(q, b->woord))
            continue;
        struct buf begin = buf_in(v->arena);
        buf_str(&begin, b->woord);
        buf_text(&begin, ": ");
        buf_byte(&begin, '\0');
        flow(out, INDENT, begin.p, b->tekst, status(v, &b->herkomst));
        sources(v, 2 * INDENT, _("Source:"), &b->herkomst, out);
    }
}

static void explain_rows(const struct vragen *v, const struct kader_vraag *q, struct buf *out)
{
    tell(out, 0, _("What the framework says to an answer:"), NULL);
    for (enum antwoord a = ANTWOORD_JA; a < ANTWOORDEN; a++) {
        const struct kader_rij *row = &q->rijen[a];
        struct buf begin = buf_in(v->arena);
        buf_text(&begin, antwoord_woord(a));
        buf_text(&begin, ": ");
        buf_byte(&begin, '\0');
        if (row->is_er)
            flow(out, INDENT, begin.p, row->tekst, status(v, &row->herkomst));
    }
    tell_doubt(v, INDENT, q->nummer, out);
}

static void explain_vraag(const struct vragen *v, struct buf *out)
{
    const struct kader_vraag *q = &v->over.kader->vragen[v->at.vraag];
    if (q->toelichting.n)
        flow(out, 0, "", q->toelichting, status(v, &q->herkomst));
    if (q->deelvraag_count)
        tell(out, 0, _("What helps to weigh it:"), NULL);
    for (size_t i = 0; i < q->deelvraag_count; i++)
        flow(out, INDENT, "", q->deelvragen[i], status(v, &q->herkomst));
    sources(v, 0, _("Source of the question:"), &q->herkomst, out);
    explain_terms(v, q, out);
    explain_rows(v, q, out);
}

void show_explanation(const struct vragen *v, struct buf *out)
{
    const struct schema_field *fields = soorten.kinds[S_Weging].fields;
    buf_byte(out, '\n');
    switch (v->at.stage) {
    case STAGE_VRAAG:
    case STAGE_AARD:
        explain_vraag(v, out);
        break;
    case STAGE_MOTIVERING:
        explain_vraag(v, out);
        tell(out, 0,
             _("The reason says on what this answer rests, so that another can follow it later."),
             NULL);
        break;
    case STAGE_BETREFT:
        tell(out, 0,
             _("Of several persons each can be weighed by itself: one child may have to be "
               "reported, and another be helped."),
             NULL);
        break;
    case STAGE_BOUWT_OP:
        tell(out, 0, "{meaning}.", GAPS({"meaning", str_of(_(fields[Weging_Bouwt_op].meaning))}));
        break;
    case STAGE_SAMEN:
        show_consequence(v, v->at.vraag, out);
        break;
    case STAGE_STEUNT:
        tell(out, 0, _("A weighing rests on facts: name the signals that it takes into account."),
             NULL);
        break;
    case STAGE_INSTRUMENT:
        tell(out, 0, _("Its name and what came out of it, in one line; geen when there is none."),
             NULL);
        break;
    case STAGE_TOELICHTING:
        tell(out, 0, _("What else is to be known about this weighing."), NULL);
        break;
    case STAGE_VASTLEGGEN:
        tell(out, 0,
             _("ja puts this weighing in the case file, nee records nothing and keeps what was "
               "typed in a file of your own, - goes back."),
             NULL);
        break;
    }
}
