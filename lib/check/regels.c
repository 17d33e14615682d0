#include "check/regels.h"

#define BESLUIT_2 "Besluit verplichte meldcode huiselijk geweld en kindermishandeling, art. 2 lid 2"

/* A row is read as a row. */
/* clang-format off */
#define WD(n) {n, WERKDAGEN, true}

const struct regel regels[] = {
{MC001, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a line that is no field, comment or continuation"),
 {N_("this line is no field (Name: value), no comment between entries and no continuation (+ text)")}, NULL},
{MC002, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("ill-formed UTF-8 or a forbidden character"),
 {N_("this line holds bytes that are not UTF-8, or a control or direction character; retype it")}, NULL},
{MC003, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("text before the first Zaak, or a file without a case"),
 {N_("text before the first line `Zaak:`; it belongs to no case"),
  N_("there is no case here: a case begins with a line `Zaak: id`")}, NULL},
{MC004, NIVEAU_ADVIES, NIVEAU_WAARSCHUWING, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("an unknown kind or field; a waarschuwing in a Persoon or Melding"),
 {N_("unknown kind of entry{hint}; it is kept, but nothing is judged by it"),
  N_("{soort} has no such field{hint}; it is kept, but nothing is judged by it"),
  N_("{soort} has no such field{hint}; fields of your own begin with X_")}, NULL},
{MC005, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("a byte order mark or CR LF; or no blank line at the end, so that the last entry may have been cut off"),
 {N_("no blank line after this last entry: it may have been cut off; look whether it is whole and end it with a blank line"),
  N_("a byte order mark (BOM) before the case; remove it"),
  N_("lines end in CR LF; end them in LF")}, NULL},
{MC006, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a value outside its closed list or type, or a label outside its grammar"),
 {N_("{veld} takes {mag}{hint}"),
  N_("the label of {soort} takes a letter or digit, then at most 31 letters, digits, `_` or `-`")}, NULL},
{MC007, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a mandatory field or a label is absent or empty"),
 {N_("{soort} lacks {veld}, which is mandatory"),
  N_("{veld} is empty, and it is mandatory in {soort}"),
  N_("{soort} has no label; give it one, such as a number")}, NULL},
{MC008, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("no valid date"),
 {N_("{veld} is no valid date: {mag}")}, NULL},
{MC009, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a label that does not exist, or was withdrawn"),
 {N_("{veld} names an entry that does not exist or was withdrawn")}, NULL},
{MC010, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a field repeated that may stand once, or a withdrawn label used again"),
 {N_("{veld} may stand once in {soort}; only the first counts"),
  N_("the name of the kind stands twice in this entry; only the first is its label"),
  N_("the label of this {soort} was withdrawn earlier; give the entry a new label")}, NULL},
{MC011, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "Wet algemene bepalingen burgerservicenummer",
 N_("a BSN of nine digits that fails the eleven-test"),
 {N_("{veld} fails the eleven-test: a digit is wrong")}, NULL},
{MC012, NIVEAU_WAARSCHUWING, NIVEAU_FOUT, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("the file holds one case and is not named after it; fout: the id is not valid"),
 {N_("the file is not named after its case: it should be called as its id, with .zaak behind it"),
  N_("no valid id: it takes 1 to 64 letters, digits, `.`, `_` or `-`, and does not start with `.` or `-`")}, mc012},
{MC013, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("an id met before in the run"),
 {N_("the id of this case was met before, at {bestand}")}, NULL},
{MC016, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "kader(5)",
 N_("the framework is missing, cannot be read, or is not in force"),
 {N_("{veld} names a framework that is not there: what it would judge is left out"),
  N_("{veld} names a framework that cannot be read: what it would judge is left out"),
  N_("{veld} names a framework that is not in force on a day that counts: what it would judge is left out")}, mc016},
{MC017, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a value over 256 KiB or a case over 16 MiB"),
 {N_("this value is longer than 256 KiB"), N_("this case is larger than 16 MiB")}, NULL},
{MC101, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(5)}, false, false, S_Signaal, BESLUIT_2 " onder a",
 N_("the first Gesprek (step 3 or later), Weging, Besluit or Melding in a case without any Signaal; waarschuwing: a case open 5 working days without one"),
 {N_("{soort} in a case without any Signaal: record what was seen, heard or read (step 1)"),
  N_("no Signaal was recorded yet: record what was seen, heard or read (step 1)")}, mc101},
{MC201, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(1)}, false, false, S_Overleg, BESLUIT_2 " onder b",
 N_("a Besluit without an earlier Overleg; when acute a waarschuwing for 1 working day"),
 {N_("Besluit without an earlier Overleg: nobody was consulted (step 2)")}, mc201},
{MC301, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(1)}, false, false, S_Gesprek, BESLUIT_2 " onder c",
 N_("a Besluit without an earlier Gesprek, held, or not held with a reason; when acute a waarschuwing for 1 working day"),
 {N_("Besluit without an earlier Gesprek, held or left out with a Reden (step 3)")}, mc301},
{MC401, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, false, S_Weging, BESLUIT_2 " onder d",
 N_("a Besluit, and one of its persons about whom there is no Weging on or before its day"),
 {N_("Besluit about somebody for whom there is no Weging on or before its day (step 4)")}, mc401},
{MC402, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, false, S_Weging, "kader(5); afwegingskader",
 N_("the Weging that a Besluit answers is onbeslist because a question on the path is absent or empty"),
 {N_("{bij} answers this Weging, but its question {getal} is not answered (step 4)")}, mc402},
{MC501, NIVEAU_WAARSCHUWING, NIVEAU_FOUT, {WD(5), WD(1)}, false, false, S_Besluit, BESLUIT_2 " onder e",
 N_("a complete Weging that no Besluit answers after 5 working days; acute: at once, fout from the next day"),
 {N_("no Besluit answers this Weging (step 5); last good day {dag}"),
  N_("acute, and no Besluit answers this Weging (step 5)")}, mc501},
{MC502, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_Besluit, "kader(5); afwegingskader, meldnormen",
 N_("the outcome is melden, the Besluit says nee, and there is no Afwijking"),
 {N_("{bij} asks to report to Veilig Thuis, and this Besluit says nee without an Afwijking: report, or give the reason")}, mc502},
{MC504, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(2)}, true, true, S_Melding, "kader(5); afwegingskader, meldnormen",
 N_("Melden: ja that is not carried out after 2 working days; acute: a waarschuwing on the day, fout from the next"),
 {N_("Melden: ja is not carried out: no Melding about everyone it concerns; last good day {dag}"),
  N_("acute, and Melden: ja is not carried out: no Melding about everyone it concerns")}, mc504},
};
/* clang-format on */

const int regel_count = sizeof regels / sizeof *regels;

const struct regel *regel_van(enum code code)
{
    for (int i = 0; i < regel_count; i++)
        if (regels[i].code == code)
            return &regels[i];
    __builtin_trap(); /* a code without a row is a fault of ours */
}

enum niveau diag_niveau(const struct diag *d)
{
    return d->niveau != NIVEAU_GEEN ? d->niveau : regel_van(d->code)->niveau;
}

const char *niveau_woord(enum niveau n)
{
    static const char *const woorden[] = {[NIVEAU_GEEN] = "",
                                          [NIVEAU_ADVIES] = "advies",
                                          [NIVEAU_WAARSCHUWING] = "waarschuwing",
                                          [NIVEAU_FOUT] = "fout"};
    return woorden[n];
}
