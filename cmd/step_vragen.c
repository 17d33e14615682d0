/* mc-step: a Weging by the questions of the framework, on the terminal. What was typed there is in
 * the case at the end, or in a file whose name was said. */
#include "import/vragen.h"
#include "step.h"
#include "zaak/hoofd.h"

#include <errno.h>

/* ---- before ---- */

/* The Weging that --revise names; false after a message. */
static bool find_revised(struct step *s, const struct aantekening **a)
{
    *a = NULL;
    if (!s->revise)
        return true;
    if (!step_gather(s) || !step_prefill(s))
        return false;
    *a = zaak_zoek(&s->zaak, S_Weging, str_of(s->revise));
    return true;
}

/* The framework in force on the day of the Weging; NULL: nothing can be asked by it. */
static const struct kader_versie *framework(const struct step *s, day_no day)
{
    struct str name = hoofd_tekst(&s->zaak, Zaak_Kader, day);
    const struct kader_versie *k = kader_op(kaders_find(s->r->kaders, name), day);
    return k && k->eerste ? k : NULL;
}

/* ---- after ---- */

static void say_end(struct step *s, enum terminal_line end, enum vragen_stand stand)
{
    terminal_show(&s->dialogue, &s->r->arena, STR("\n"));
    if (end == TERMINAL_ENDED)
        run_say(s->r, EXIT_FINDINGS, _("ended by a signal; nothing was recorded"));
    else if (end == TERMINAL_CLOSED)
        run_say(s->r, EXIT_FINDINGS,
                _("the input ended before the last question; nothing was "
                  "recorded"));
    else if (stand == VRAGEN_NEE)
        run_say(s->r, EXIT_FINDINGS, _("nothing was recorded"));
    else
        run_say(s->r, EXIT_FINDINGS, _("nothing was typed; nothing was recorded"));
}

/* Where no file can be made for it the terminal, with its owner before it, is the last place. */
static void keep_typed(struct step *s, struct str text)
{
    struct kept kept;
    if (kept_make(&kept, s->r, s->kind->naam.tekst, text)) {
        step_keep(s, &kept);
        return;
    }
    terminal_show(&s->dialogue, &s->r->arena, STR("\n"));
    terminal_show_raw(&s->dialogue, text);
}

static void settle(struct step *s, const struct vragen *v, enum terminal_line end,
                   enum vragen_stand stand)
{
    struct buf text = buf_in(&s->r->arena);
    vragen_write(v, &text);
    if (stand != VRAGEN_JA || !vragen_typed(v)) {
        say_end(s, end, stand);
    } else {
        s->source = "/dev/tty";
        if (!step_take_typed(s, buf_all(&text)) || s->r->status != EXIT_FINE)
            step_refuse(s);
        else
            step_extend(s);
    }
    if (s->stored != STORED && vragen_typed(v))
        keep_typed(s, buf_all(&text));
}

/* ---- the dialogue ---- */

static void ask(struct step *s, const struct vragen_over *over)
{
    struct arena *a = &s->r->arena;
    struct buf shown = buf_in(a);
    struct vragen *v = vragen_start(over, a, &shown);
    enum vragen_stand stand = VRAGEN_VRAAGT;
    enum terminal_line got;
    struct str line;
    do {
        terminal_show(&s->dialogue, a, buf_all(&shown));
        shown.n = 0;
        got = terminal_read(&s->dialogue, &s->editor, &line);
        if (got == TERMINAL_LINE)
            stand = vragen_take(v, line, &shown);
        else if (got == TERMINAL_LONG)
            vragen_too_long(v, &shown);
    } while (stand == VRAGEN_VRAAGT && (got == TERMINAL_LINE || got == TERMINAL_LONG));
    settle(s, v, got, stand);
}

void step_vragen(struct step *s)
{
    struct vragen_over over = {0};
    if (!step_look_at_case(s) || !find_revised(s, &over.herziet)) {
        terminal_end(&s->editor);
        return;
    }
    over.dag = over.herziet ? over.herziet->dag : s->r->clock_day;
    over.kader = framework(s, over.dag);
    if (!over.kader) {
        run_say_file(s->r, EXIT_FINE, s->path,
                     _("no framework judges it on that day (MC016), so there are no questions to "
                       "ask; the editor opens instead"));
        step_edit(s);
        return;
    }
    terminal_end(&s->editor);
    struct voortgang voortgang =
        voortgang_of(&s->zaak, s->r->kaders, &s->r->calendar, over.dag, &s->r->arena);
    over.voortgang = &voortgang;
    terminal_hold(&s->editor);
    int error = terminal_dialogue_start(&s->dialogue);
    if (error)
        run_say(s->r, EXIT_INTERNAL, "%s", strerror(error));
    else
        ask(s, &over);
    terminal_dialogue_end(&s->dialogue);
    terminal_release(&s->editor);
}
