#include "check/regels.h"

#define BESLUIT_2 "Besluit verplichte meldcode huiselijk geweld en kindermishandeling, art. 2 lid 2"

/* A row is read as a row. */
/* clang-format off */
#define WD(n) {n, WERKDAGEN, true}

const struct regel regels[] = {
{MC001, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a line that is no field, comment or continuation"),
 {N_("this line is no field (Name: value), no comment between entries and no continuation (+ text)"),
  N_("this line ends in a backslash, which would join the next line to it: put a space behind it"),
  N_("a space belongs behind the colon")}, false, NULL},
{MC002, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("ill-formed UTF-8 or a forbidden character"),
 {N_("this line holds bytes that are not UTF-8, or a control or direction character; retype it")}, false, NULL},
{MC003, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("text before the first Zaak, or a file without a case"),
 {N_("text before the first line `Zaak:`; it belongs to no case"),
  N_("there is no case here: a case begins with a line `Zaak: id`")}, false, NULL},
{MC004, NIVEAU_ADVIES, NIVEAU_WAARSCHUWING, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("an unknown kind or field; a waarschuwing in a Persoon or Melding"),
 {N_("unknown kind of entry{hint}; it is kept, but nothing is judged by it"),
  N_("{soort} has no such field{hint}; it is kept, but nothing is judged by it"),
  N_("{soort} has no such field{hint}; fields of your own begin with X_")}, false, NULL},
{MC005, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("a byte order mark or CR LF; or no blank line at the end, so that the last entry may have been cut off"),
 {N_("no blank line after this last entry: it may have been cut off; look whether it is whole and end it with a blank line"),
  N_("a byte order mark (BOM) before the case; remove it"),
  N_("lines end in CR LF; end them in LF")}, false, NULL},
{MC006, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a value outside its closed list or type, or a label outside its grammar"),
 {N_("{veld} takes {mag}{hint}"),
  N_("the label of {soort} takes a letter or digit, then at most 31 letters, digits, `_` or `-`"),
  N_("{veld}: a space stands before or behind the value; take it away"),
  N_("{veld} takes one value a line: repeat `{veld}:` for each")}, false, NULL},
{MC007, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a mandatory field or a label is absent or empty"),
 {N_("{soort} lacks {veld}, which is mandatory"),
  N_("{veld} is empty, and it is mandatory in {soort}"),
  N_("{soort} has no label; give it one, such as a number")}, false, NULL},
{MC008, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("no valid date"),
 {N_("{veld} is no valid date; write {mag}"),
  N_("{veld}: a space stands before or behind the date; take it away")}, false, NULL},
{MC009, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a label that does not exist, or was withdrawn"),
 {N_("{veld} names an entry that does not exist or was withdrawn")}, false, NULL},
{MC010, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a field repeated that may stand once, or a withdrawn label used again"),
 {N_("{veld} may stand once in {soort}; only the first counts"),
  N_("the name of the kind stands twice in this entry; only the first is its label"),
  N_("the label of this {soort} was withdrawn earlier; give the entry a new label")}, false, NULL},
{MC011, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "Wet algemene bepalingen burgerservicenummer",
 N_("a BSN of nine digits that fails the eleven-test"),
 {N_("{veld} fails the eleven-test: a digit is wrong")}, false, NULL},
{MC012, NIVEAU_WAARSCHUWING, NIVEAU_FOUT, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("the file holds one case and is not named after it; fout: the id is not valid"),
 {N_("the file is not named after its case: its name should be the id of the case with .zaak behind it"),
  N_("no valid id: it takes 1 to 64 letters, digits, `.`, `_` or `-`, and does not start with `.` or `-`")}, false, mc012},
{MC013, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("an id met before in the run"),
 {N_("the id of this case was met before, at {bestand}")}, false, NULL},
{MC014, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("a date after today in Datum, Geopend, Afgerond, Beantwoord, Poging, Geboortedatum or Gebeurd"),
 {N_("{veld} is a day after today: is the date right?")}, false, mc014},
{MC015, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "AVG art. 32; NEN 7510",
 N_("others than the owner and the group of the file can read or write it"),
 {N_("others than its owner and group can read or write this file; chmod o= closes it")}, false, mc015},
{MC016, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "kader(5)",
 N_("the framework is missing, cannot be read, is not proved, or is not in force"),
 {N_("{veld} names a framework that is not there: until it is, Weging and Besluit are not fully checked"),
  N_("{veld} names a framework that cannot be read: until it can, Weging and Besluit are not fully checked"),
  N_("{veld} names a framework that is not in force on a day that counts: Weging and Besluit of that day are not fully checked"),
  N_("{veld} names a framework that is not proved: until its file is mended (mc-check tells of it what is wrong), Weging and Besluit are not fully checked")}, false, mc016},
{MC017, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "zaak(5)",
 N_("a value over 256 KiB or a case over 16 MiB"),
 {N_("this value is longer than 256 KiB"), N_("this case is larger than 16 MiB")}, false, NULL},
{MC018, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "zaak(5)",
 N_("the label of a Persoon holds a word of its name"),
 {N_("the label of this Persoon holds part of its name; labels stand in messages: take a role and a number, such as kind1")}, false, mc018},
{MC101, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(5)}, false, false, S_Signaal, BESLUIT_2 " onder a",
 N_("the first Gesprek (step 3 or later), Weging, Besluit or Melding in a case without any Signaal; waarschuwing: a case open 5 working days without one"),
 {N_("{soort} in a case without any Signaal: record what was seen, heard or read (step 1)"),
  N_("no Signaal was recorded yet: record what was seen, heard or read (step 1)")}, false, mc101},
{MC102, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, false, S_ONBEKEND, "KNMG-meldcode, stap 1",
 N_("a Signaal from an `uitspraak derde` or `document` without Bronpersoon"),
 {N_("a statement of somebody else or a document, without Bronpersoon: who said or wrote it?")}, false, mc102},
{MC103, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, false, S_ONBEKEND, "factsheet leertafel, Focus op directe veiligheid",
 N_("a Risicofactor without Onveiligheid"),
 {N_("a Risicofactor without Onveiligheid: how does it make it unsafe now?")}, false, mc103},
{MC104, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, false, S_Signaal, "factsheet leertafel, Focus op directe veiligheid",
 N_("an unsafe Weging while no Signaal about its persons says Onveiligheid"),
 {N_("weighed as unsafe, and no Signaal about these persons says in Onveiligheid what makes it so now")}, true, mc104},
{MC201, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(1)}, false, false, S_Overleg, BESLUIT_2 " onder b",
 N_("a Besluit without an earlier Overleg; when acute a waarschuwing for 1 working day"),
 {N_("Besluit without an earlier Overleg: nobody was consulted (step 2)")}, false, mc201},
{MC202, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {WD(2)}, false, false, S_Overleg, "factsheet leertafel, Ieder een eigen verantwoordelijkheid",
 N_("an Aandachtsfunctionaris is named and not consulted before the Besluit; when acute within 2 working days after"),
 {N_("Besluit without an Overleg with the aandachtsfunctionaris whom the case names (step 2)")}, false, mc202},
{MC203, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(1)}, false, false, S_Overleg, "kader(5), Verplicht",
 N_("of a line Verplicht of the framework nobody was consulted before the Besluit; when acute a waarschuwing for 1 working day"),
 {N_("Besluit without the consultation that the framework asks for in step 2 (Verplicht)")}, true, mc203},
{MC301, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(1)}, false, false, S_Gesprek, BESLUIT_2 " onder c",
 N_("a Besluit without an earlier Gesprek, held, or not held with a reason; when acute a waarschuwing for 1 working day"),
 {N_("Besluit without an earlier Gesprek, held or left out with a Reden (step 3)")}, false, mc301},
{MC302, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, false, S_ONBEKEND, "KNMG-meldcode, stap 3",
 N_("Gevoerd: nee without Reden"),
 {N_("the talk was not held, and Reden does not say why")}, false, mc302},
{MC303, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, false, S_ONBEKEND, "KNMG-meldcode, stap 5",
 N_("Reden: onbereikbaar with fewer than 2 Poging in that Gesprek"),
 {N_("`onbereikbaar` with fewer than {getal} times Poging: on which days was it tried?")}, false, mc303},
{MC304, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, false, S_ONBEKEND, "KNMG-meldcode, stap 5; Wmo 2015",
 N_("a Melding Ingelicht nee or deels without Reden, or deels without Niet_ingelicht"),
 {N_("not everybody was told of this Melding: say why in Reden, and with `deels` who in Niet_ingelicht")}, false, mc304},
{MC401, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, false, S_Weging, BESLUIT_2 " onder d",
 N_("a Besluit about somebody for whom there is no Weging on or before its day"),
 {N_("Besluit about somebody for whom there was no Weging yet on that day (step 4)")}, false, mc401},
{MC402, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, false, S_Weging, "kader(5); afwegingskader",
 N_("the Weging that a Besluit answers is onbeslist because a question on the path is absent or empty"),
 {N_("question {getal} of this Weging is not answered, and {bij} rests on it (step 4)")}, true, mc402},
{MC403, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, false, S_ONBEKEND, BESLUIT_2 " onder d",
 N_("an answer written in the Weging without its Motivering"),
 {N_("question {getal} is answered without Motivering{getal}: why that answer?")}, false, mc403},
{MC405, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, false, false, S_Weging, "kader(5); afwegingskader, vraag naar veiligheid",
 N_("unsafe without Aard"),
 {N_("weighed as unsafe without Aard: acuut, structureel, or acuut en structureel?")}, true, mc405},
{MC501, NIVEAU_WAARSCHUWING, NIVEAU_FOUT, {WD(5), WD(1)}, false, false, S_Besluit, BESLUIT_2 " onder e",
 N_("a complete Weging that no Besluit answers after 5 working days; acute: at once, fout from the next day"),
 {N_("this Weging has no Besluit yet (step 5); the last good day was {dag}"),
  N_("acute, and this Weging has no Besluit yet (step 5)")}, true, mc501},
{MC502, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_Besluit, "kader(5); afwegingskader, meldnormen",
 N_("the outcome is melden, the Besluit says nee, and there is no Afwijking"),
 {N_("the outcome of {bij} is melden, and this Besluit says nee without an Afwijking: report, or give the reason")}, true, mc502},
{MC504, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(2)}, true, true, S_Melding, "kader(5); afwegingskader, meldnormen",
 N_("Melden: ja that is not carried out after 2 working days; acute: a waarschuwing on the day, fout from the next"),
 {N_("decided to report, and there is no Melding yet about everyone it concerns; the last good day was {dag}"),
  N_("acute, decided to report, and there is no Melding yet about everyone it concerns")}, false, mc504},
{MC505, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {WD(1)}, false, false, S_Besluit, BESLUIT_2 " onder e",
 N_("a Melding and no Besluit `Melden: ja` about one of its persons on or before its day; where the report comes first a waarschuwing for 1 working day"),
 {N_("Melding without a Besluit `Melden: ja` about any of the same persons (step 5)")}, false, mc505},
{MC603, NIVEAU_ADVIES, NIVEAU_WAARSCHUWING, {{5, WERKDAGEN, false}, WD(10)}, false, false, S_Terugkoppeling,
 "Handelingsprotocol Veilig Thuis; Uitvoeringsbesluit Wmo 2015 art. 4.1.7",
 N_("no Terugkoppeling on a Melding: an advies after 5 working days, a waarschuwing after 10"),
 {N_("no Terugkoppeling of Veilig Thuis on this Melding yet: call, or record what was said")}, false, mc603},
{MC608, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, false, S_Afspraak, "factsheet leertafel, Partnerschap als sleutelbegrip",
 N_("an Afspraak open past Uiterlijk"),
 {N_("this Afspraak is still open, and its last day was {dag}: was it done?")}, false, mc608},
{MC701, NIVEAU_FOUT, NIVEAU_WAARSCHUWING, {{0}}, false, true, S_ONBEKEND, "kader(5); afwegingskader, meldnormen",
 N_("an Afsluiting while what had to be reported was not; waarschuwing: while an Afspraak is open"),
 {N_("closed while there is still to be reported to Veilig Thuis: report, or give the reason in Afwijking"),
  N_("closed while an Afspraak is open: make its Status gedaan or vervallen")}, false, mc701},
{MC801, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, false, true, S_ONBEKEND, "NEN 7513",
 N_("Vastgelegd before that of the record before it, or on a day before its own Datum"),
 {N_("{veld} is earlier than that of the record before it: a clock was wrong, or something was altered"),
  N_("{veld} is a day before Datum: which of the two is right?")}, false, mc801},
{MC901, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, true, false, S_ONBEKEND, "mc-check(1)",
 N_("an Uitzondering in force that excepts nothing"),
 {N_("this Uitzondering excepts nothing: withdraw it, or look whether Code and Voor are right")}, false, NULL},
{MC902, NIVEAU_WAARSCHUWING, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "mc-check(1)",
 N_("an Uitzondering that has ended"),
 {N_("this Uitzondering has ended: withdraw it, or record a new one")}, false, NULL},
{MC903, NIVEAU_FOUT, NIVEAU_GEEN, {{0}}, true, true, S_ONBEKEND, "mc-check(1)",
 N_("an Uitzondering on a code that cannot be excepted"),
 {N_("no finding with this code can be excepted")}, false, NULL},
};
/* clang-format on */

const int regel_count = sizeof regels / sizeof *regels;

const struct regel *regel_zoek(enum code code)
{
    for (int i = 0; i < regel_count; i++)
        if (regels[i].code == code)
            return &regels[i];
    return NULL;
}

const struct regel *regel_van(enum code code)
{
    const struct regel *r = regel_zoek(code);
    if (!r)
        __builtin_trap(); /* a code without a row is a fault of ours */
    return r;
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
