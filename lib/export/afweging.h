/* afweging: how was weighed and decided, explained to the line, for the aandachtsfunctionaris and
 * the disciplinary board (design 3, "Explaining"; design 6).
 *
 * What its formats share (tekst_afweging.c, afweging_json.c): whose fields may leave, who was
 * weighed together, what took how long, what is lacking. A format asks afweging_veld() for every
 * value of a case, so that a field that the table does not name stays inside. */
#ifndef EXPORT_AFWEGING_H
#define EXPORT_AFWEGING_H

#include "export/export.h"

/* ---- fields ---- */

/* The first value of a field that may leave; NULL: there is none, or the purpose does not name the
 * field, or it is free text of an entry that is shielded. A value outside its type does not leave.
 * The next one: afweging_verder(). */
const struct value *afweging_veld(const struct aantekening *a, short slot);
const struct value *afweging_verder(const struct value *v);

/* Is there free text that would leave, were the entry not shielded. */
bool afweging_verborgen(const struct aantekening *a, short slot);

/* Must the entry be kept from the family. */
bool afweging_afgeschermd(const struct aantekening *a);

/* Does anything of the case that this purpose tells have to be kept from the family: what is
 * shielded, or who made an anonymous report. */
bool afweging_iets_afgeschermd(const struct zaak *z);

/* The role of a person by label, empty where the label says it already or it is not known. */
struct str afweging_rol(const struct zaak *z, struct str label);

/* ---- who was weighed together ---- */

/* Persons about whom the same was weighed, decided and reported. */
struct afweging_groep {
    const int *personen; /* of voortgang->personen */
    int n;
    const struct weging **wegingen; /* by day, the last one last; what has no day stands first */
    int weging_n;
    const struct aantekening **besluiten; /* likewise */
    int besluit_n;
};

struct afweging_groepen {
    struct afweging_groep *at; /* in the order of their first persons; without those who are not
                                  one of everyone and of whom there is nothing to tell */
    int n;
};

struct afweging_groepen afweging_groepen(const struct voortgang *v, struct arena *a);

/* ---- how long it took ---- */

/* From one step to the next. */
struct afweging_duur {
    const char *naam; /* signaal-overleg, weging-besluit, besluit-melding, melding-terugkoppeling */
    const struct aantekening *van;
    const struct aantekening *tot; /* NULL: it did not come yet */
    int werkdagen; /* working days; to today where it did not come yet; negative: it came first */
};

struct afweging_duren {
    struct arena *arena;
    struct afweging_duur *at;
    size_t n, cap;
};

/* From the first Signaal to the first Overleg; from each Weging to the Besluiten that answer it;
 * from each Besluit to report to the Meldingen that carry it out; from each Melding that is no
 * aanvulling to the first Terugkoppeling on it. */
struct afweging_duren afweging_duren(const struct voortgang *v, struct arena *a);

/* ---- time line ---- */

enum { AFWEGING_STAPPEN = 5 };

struct afweging_tijd {
    const struct aantekening **at; /* by day; what has no day first */
    int n;
};

/* What counts of the kinds that are told of a step of the meldcode, 1 to 5: Signaal, Overleg,
 * Gesprek, Weging, and in step 5 Besluit, Melding, Terugkoppeling, Evaluatie, Afsluiting. */
struct afweging_tijd afweging_stap(const struct zaak *z, int stap, struct arena *a);

/* ---- what is lacking ---- */

/* What mc-check finds today about weighing, deciding and carrying out, and what of it an
 * Uitzondering excepts. */
struct afweging_bevindingen {
    struct diags nu, uitgezonderd;
};

struct afweging_bevindingen afweging_bevindingen(const struct export *x);

/* The same in a Dutch sentence, whatever the language of messages. */
void afweging_bevinding(struct buf *b, const struct diag *d);

/* Why a Weging has no framework, and so no outcome: a Dutch sentence. */
void afweging_geen_kader(struct buf *b, const struct export *x, const struct zaak *z,
                         const struct weging *w);

/* Has the Weging an earlier record that it replaced, before number `before` (volgnr): the nearest;
 * NULL: none. What was destroyed is none. */
const struct aantekening *afweging_vorige(const struct zaak *z, const struct aantekening *a,
                                          int before);

#endif
