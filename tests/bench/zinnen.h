/* zinnen: what the cases of gen say. The steps of a case, its trajectories and its phrases, as
 * tables; how they become text is gen's.
 *
 * Entries are written as they will stand, a line a field; an empty line ends one (there come
 * Vastgelegd and Door). In them:
 *   ?30 =x !x    before a line: it is there in 30 %, when x is so, when it is not (set_flags)
 *   *Veld        as many lines as there is to say (put_list)
 *   {a|b|c}      one of these        ~      on to the next sentence: a space, a line, a paragraph
 *   #s $s        the next label, the newest label of the kind with this letter
 *   %k %D %4     a word of the case (set_words), a day (day_of), four digits */
#ifndef BENCH_ZINNEN_H
#define BENCH_ZINNEN_H

/* A step: taken in so many percent, when this flag is so (0: always); working days after the one
 * before; how many a case may rest here before a term of mc-check passes (-1: it goes on). An
 * evaluation comes later than any rest before it. The rest of a Signaal is SIGNAAL_REST. */
struct step {
    char code, percent, when;
    signed char least, most, rest;
    const char *text;
};
extern const struct step STEPS[]; /* looked up by code; each code of a plan is there */

/* A trajectory: steps, the answers to questions 1 to 4 (j n t), that to question 5. */
struct plan {
    unsigned weight;
    const char *steps, *answers, *fifth, *aard;
};
extern const struct plan PLANS[];
extern const unsigned PLAN_COUNT;

/* By row: ja, nee, twijfel; and why, by question too. */
extern const char *const ANSWERS[];
extern const char *const WHY[][3];

/* What was seen: of a child of 4 and up, under 4; injury, disclosed, against it, heard or read. */
enum { GROOT = 1, KLEIN = 2, LETSEL = 4, ONTHULD = 8, WEERLEGT = 16, GEHOORD = 32 };
struct feit {
    unsigned flags;
    const char *bron, *who, *soort, *feit;
};
extern const struct feit FEITEN[];
extern const unsigned FEIT_COUNT;

/* A Signaal behind its Datum; what is written of one that is withdrawn, put right, done. */
extern const char SIGNAAL_REST[], WITHDRAWN[], CORRECTED[], SETTLED[];

/* clang-format off */
/* Words of which a case draws some once, for all its entries. */
#define CHILDREN "{Zoë|Daniël|Fenna|Sem|Noëlle|Milan|Amira|Joëlle|Thijs|Yara|Rayan|Lotte|Raphaël}"
#define SURNAMES "{van der Linde|Bakermans|El Amrani|Özdemir|Kowalska|de Graauw|Saïdi|Tersteeg}"
#define STAFF "{M. Verhulst|S. Aydın|J. Terpstra|L. Koëter|R. Wijdeven|N. Baloui}"
#define PLACES "{Lindehaven|Waterdrecht|Noorderveen|Heidekerk|Zandrecht|Oudemeer}"
#define SCHOOLS "{basisschool De Regenboom|basisschool 't Kompas|de Vijverschool|IKC Zonnehoek}"
#define NURSERIES "{kinderopvang Pluk|peutergroep De Zeester|crèche Dûkelân}"
#define JEUGD "{gezinsprofessional|orthopedagoog|maatschappelijk werker|GZ-psycholoog}"
#define BASIS "{wijkverpleegkundige|begeleider|consulent|praktijkondersteuner}"
#define BODY "{de linkerbovenarm|de rechterwang|het rechterscheenbeen|de onderrug|de nek}"
#define HOURS "{8.20 uur|9.45 uur|10.30 uur|12.05 uur|14.40 uur|15.10 uur|17.30 uur}"
#define WEEKDAYS "{maandag|dinsdag|woensdag|donderdag|vrijdag}"
/* clang-format on */

#endif
