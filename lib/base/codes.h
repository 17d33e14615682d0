/* What can be wrong, by number. Codes are stable and never used again for something else (design
 * 5). Level, text and source of a code stand in the table of rules (check/regels.h). */
#ifndef BASE_CODES_H
#define BASE_CODES_H

/* clang-format off */
enum code {
    CODE_NONE = 0,
    MC001 = 1, MC002, MC003, MC004, MC005, MC006, MC007, MC008, MC009,
    MC010, MC011, MC012, MC013, MC014, MC015, MC016, MC017, MC018,
    MC101 = 101, MC102, MC103, MC104, MC105, MC106, MC107, MC108, MC109, MC110,
    MC201 = 201, MC202, MC203, MC204, MC205, MC206,
    MC301 = 301, MC302, MC303, MC304, MC305, MC306, MC307,
    MC401 = 401, MC402, MC403, MC404, MC405, MC406, MC407, MC408, MC409, MC410,
    MC501 = 501, MC502, MC503, MC504, MC505, MC506, MC507,
    MC601 = 601, MC602, MC603, MC604, MC605, MC606, MC607, MC608, MC609, MC610, MC611, MC612,
    MC613, MC614, MC615,
    MC701 = 701, MC702, MC703, MC704, MC705, MC706, MC707, MC708,
    MC801 = 801, MC802,
    MC901 = 901, MC902, MC903,
};

/* Codes with more than one text: which of them (struct diag, `form`). */
enum code_form {
    MC003_TEKST = 0, MC003_GEEN_ZAAK,
    MC004_SOORT = 0, MC004_VELD, MC004_GEWEIGERD,
    MC005_EINDE = 0, MC005_BOM, MC005_CRLF,
    MC006_WAARDE = 0, MC006_LABEL,
    MC007_ONTBREEKT = 0, MC007_LEEG, MC007_LABEL,
    MC010_VELD = 0, MC010_SOORT, MC010_INGETROKKEN,
    MC012_NAAM = 0, MC012_ID,
    MC016_ONTBREEKT = 0, MC016_ONLEESBAAR, MC016_NIET_IN_KRACHT,
    MC017_WAARDE = 0, MC017_ZAAK,
    MC101_VOOR_SIGNAAL = 0, MC101_GEEN_SIGNAAL,
    MC501_GEWOON = 0, MC501_ACUUT,
    MC504_GEWOON = 0, MC504_ACUUT,
};
/* clang-format on */

/* How grave a finding is; the words are the same in every language. */
enum niveau { NIVEAU_GEEN, NIVEAU_ADVIES, NIVEAU_WAARSCHUWING, NIVEAU_FOUT };

#endif
