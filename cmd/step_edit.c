/* mc-step: the entry from an editor. What is typed there is in the case at the end, or in a file
 * whose name was said. */
#include "import/template.h"
#include "step.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* ---- how to go on ---- */

/* A word as a shell takes it. */
static void shell_word(struct buf *b, const char *word)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "%+,-./:=@_";
    buf_byte(b, ' ');
    if (*word && word[strspn(word, plain)] == '\0') {
        buf_text(b, word);
        return;
    }
    buf_byte(b, '\'');
    for (; *word; word++)
        if (*word == '\'')
            buf_text(b, "'\\''");
        else
            buf_byte(b, *word);
    buf_byte(b, '\'');
}

/* The command that records what was kept. To revise an entry is to copy what is not given, so there
 * the editor shows once more what comes of it. */
static const char *command_to_go_on(const struct step *s, const char *path)
{
    struct buf b = buf_in(&s->r->arena);
    buf_text(&b, "mc-step");
    shell_word(&b, s->kind->naam.tekst);
    if (s->revise) {
        struct buf revise = buf_in(&s->r->arena);
        buf_text(&revise, "--revise=");
        buf_text(&revise, s->revise);
        buf_byte(&revise, '\0');
        shell_word(&b, revise.p);
        buf_text(&b, " -e");
    }
    buf_text(&b, " -i");
    shell_word(&b, path);
    if (s->path && *s->path == '-')
        buf_text(&b, " --");
    if (s->path)
        shell_word(&b, s->path);
    buf_byte(&b, '\0');
    return b.p;
}

void step_keep(struct step *s, const struct kept *k)
{
    if (s->stored == STORED_UNSURE)
        run_say_file(s->r, EXIT_FINE, k->path,
                     _("what was typed is kept here too; remove it when the case holds it"));
    else
        run_say_file(s->r, EXIT_FINE, k->path, _("what was typed is kept here; go on with: %s"),
                     command_to_go_on(s, k->path));
}

/* ---- before ---- */

/* The text that the editor opens on; false after a message. An input that is no entry yet is opened
 * as it is: that is how it is mended. */
static bool first_text(struct step *s, struct str *text)
{
    bool whole = step_gather(s);
    if (s->r->status != EXIT_FINE)
        return false;
    if (!whole && s->fields.n == 0 && !s->revise) {
        *text = s->bytes;
        return true;
    }
    if (!whole || !step_prefill(s)) {
        step_refuse(s);
        return false;
    }
    struct buf b = buf_in(&s->r->arena);
    template_write(&b, &s->entry, s->revise ? TEMPLATE_REVISE : TEMPLATE_NEW);
    *text = buf_all(&b);
    return true;
}

/* ---- after ---- */

static void say_end(struct step *s, enum terminal_end end)
{
    if (end == TERMINAL_SIGNAL)
        run_say(s->r, EXIT_FINDINGS, _("ended by a signal; nothing was recorded"));
    else if (end == TERMINAL_NO_EDITOR)
        run_say(s->r, EXIT_FINDINGS,
                _("the editor could not be started; name one in VISUAL or EDITOR. Nothing was "
                  "recorded"));
    else
        run_say(s->r, EXIT_FINDINGS, _("the editor ended with an error; nothing was recorded"));
}

/* Records what was typed, or refuses it. */
static void record(struct step *s, bool whole)
{
    if (!whole || s->r->status != EXIT_FINE)
        step_refuse(s);
    else if (s->path)
        step_extend(s);
    else
        step_filter(s);
}

static void settle(struct step *s, const struct kept *k, enum terminal_end end, struct str before)
{
    struct str text;
    if (!kept_read(k, s->r, &text)) {
        step_keep(s, k);
        return;
    }
    s->source = k->path;
    bool whole = step_take_typed(s, text);
    bool untouched = template_untouched(before, text, &s->entry);
    if (end != TERMINAL_FINE)
        say_end(s, end);
    else if (untouched)
        run_say(s->r, EXIT_FINDINGS, _("nothing was typed; nothing was recorded"));
    else
        record(s, whole);
    /* What is not in the file may be beside it, or still in an editor that a signal does not end.
     */
    bool rescued = end == TERMINAL_SIGNAL || ((end != TERMINAL_FINE || !text.n) && kept_beside(k));
    if (s->stored == STORED || (untouched && !rescued))
        kept_remove(k, s->r);
    else
        step_keep(s, k);
}

void step_edit(struct step *s)
{
    struct str text;
    struct kept kept;
    if (!step_look_at_case(s) || !first_text(s, &text)) {
        terminal_end(&s->editor);
        return;
    }
    terminal_hold(&s->editor);
    if (kept_make(&kept, s->r, s->kind->naam.tekst, text))
        settle(s, &kept, terminal_edit(&s->editor, kept.path), text);
    else
        terminal_end(&s->editor);
    terminal_release(&s->editor);
}
