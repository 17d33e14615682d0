/* gen: a seeded generator of case files in normal form, for benches and tests of many cases.
 *
 *   gen [-s SEED] [-n CASES] [-b BYTES] [-w PERCENT] [-o DIR]
 *
 * -n cases (100), or as many as make -b bytes (k, M, G: powers of 1000), whichever comes first, on
 * stdout or as DIR/<JJJJ>/<id>.zaak; an existing file is an error. In PERCENT (3) of them one thing is
 * amiss. Same options, same bytes: no clock, no environment.
 *
 * A case is a plausible trajectory, ended, or at rest where it stands on the last day: judged with
 * `--today=2026-11-24` no term has passed, so what is found was put there. Everything is invented; postal
 * codes, telephone numbers, mail domains and BSNs are of ranges that are never issued.
 *
 * Exit: 0; 64 usage; 70 no memory; 73 a file or folder exists or cannot be made; 74 writing failed. */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MONDAY = 19723,     /* 2024-01-01 in days since 1970; working days count from here */
    LAST = 756,         /* the last working day: Tuesday 2026-11-24 */
    ROOM = 1 << 20,     /* bytes gathered before a write */
    CASE_MAX = 1 << 17, /* bytes of a case: several times what one takes */
    HALF = 27000,       /* 30^3: an id is two halves of three characters */
};
#define CASES_MAX ((uint64_t)HALF * HALF)
#define BYTES_MAX UINT64_C(1000000000000) /* of fewer cases than that */

/* ---- Entries are written as they will stand, a line a field, an empty line at the end (where Vastgelegd
 * and Door come), with:
 *   ?30 =x !x    at the beginning: the line is there in 30 %, when x is so, when it is not so
 *   *Veld        a line for each: see put_list()
 *   {a|b|c}      one of these          ~      to the next sentence: a space, a new line, a paragraph
 *   #s $s        the next label, the newest label of the kind s
 *   %k %D        a word of the case, a day: see put_word(); %4 four digits */
/* clang-format off */
#define ADVIEZEN "{Schrijf per signaal op wat is gezien en houd de duiding daarbuiten." \
    "|Spreek eerst met het kind alleen, daarna met de ouders, en bereid voor wie erbij is." \
    "|Leg de eerdere voorvallen op een tijdlijn: het patroon telt zwaarder dan één gebeurtenis." \
    "|Vraag naar de laatste keer: wie was erbij, wat gebeurde er, wat deed iedereen daarna." \
    "|Bel opnieuw zodra er iets bij komt; wacht niet op de volgende afspraak." \
    "|Vraag bij de jeugdgezondheidszorg na of er eerder is gewogen en gemeten.}"
#define VRAGEN "{Zijn deze signalen samen genoeg voor een vermoeden, en wie spreek ik eerst?" \
    "|Hoe breng ik dit ter sprake zonder dat %k daar thuis last van krijgt?" \
    "|Wat moet ik nog weten voordat ik kan wegen, en bij wie haal ik dat?}"
#define VT_ADVIES "{Op deze feiten is het vermoeden concreet genoeg om met de ouders te bespreken." \
    "|Weeg deze week en betrek de eerdere voorvallen; een ondersteuningsgesprek samen is mogelijk." \
    "|Ga na of het kind vannacht ergens anders kan slapen. Kan dat niet, bel dan vandaag nog.}"
#define OUDERS "{De signalen één voor één voorgelegd, met datum en met wat er is gezien." \
    "|Uitgelegd dat wij met de meldcode werken en dat dit de derde stap daarvan is." \
    "|Gevraagd hoe een avond verloopt. %m beschreef het eten, het bad en de ruzies na %u." \
    "|Besproken wat %k hiervan meekrijgt, ook vanachter een dichte deur." \
    "|Nagegaan wie uit de familie kan helpen; een zus in %p kan %k in het weekend opvangen.}"
#define ONVEILIG "{%o heeft een sleutel en komt onaangekondigd; %m kan %k dan niet wegbrengen." \
    "|%k is tot %u alleen thuis met %o, juist op de uren waarop het misging." \
    "|Er is niemand in huis die 's nachts naar %k gaat wanneer er ruzie is.}"
#define VERWACHT "{Een beoordeling van de veiligheid van %k en contact met %o." \
    "|Onderzoek naar wat er 's nachts gebeurt, en een gesprek samen met ons en de ouders.}"
#define TAKEN "{Belt iedere %w om %u met %m en vraagt naar de afgelopen nachten." \
    "|Meldt %k aan voor de groep voor kinderen die geweld hebben meegemaakt." \
    "|Regelt bij de gemeente een betalingsregeling voor de schuld van € %n%2." \
    "|Plant een netwerkberaad met de familie en %s.|Gaat met %m naar de intake in %p.}"
#define NIET_MEER "Geen vermoeden meer; de bevindingen zijn met de ouders besproken en vastgelegd."
#define BETER "{Gezinsbegeleiding, %n maanden: geen ruzies meer, %k wordt op tijd gebracht en gehaald." \
    "|De begeleiding en het netwerk samen houden stand; %m zegt dat zij weer slaapt.}"
#define GEVOERD "Gevoerd: ja\nIngelicht_over: vermoeden\n?30 Toestemming: gekregen\nInhoud: " OUDERS "~" OUDERS "\n" \
    "Reactie: {%m werd stil en zei daarna dat zij al langer hulp wil, maar niet wist waar." \
    "|%m herkent het beeld niet en noemt het toeval; zij wil wel opnieuw praten." \
    "|De vragen maakten boos; na een kwartier kwam het gesprek weer op gang.}\n" \
    "?20 Bezwaar: {Wil niet dat %s wordt geïnformeerd; dat gebeurt pas na overleg met de ouders." \
    "|Vreest voor de omgangsregeling. Uitgelegd dat de rechter daarover gaat.}\n"
#define OVERLEG "Overleg: #o\nDatum: %D\n?50 Stap: 2\n"
#define GESPREK "Gesprek: #g\nDatum: %D\n"
#define VERWACHTING "Verwachting: #v\nDatum: %D\n"
#define AFSPRAAK "Afspraak: #a\nDatum: %D\n"
#define EVALUATIE "Evaluatie: #e\nDatum: %D\n"
#define TERUGKOPPELING "Terugkoppeling: #t\nDatum: %D\nMelding: $m\n"
#define VAN_VEILIG_THUIS "Rol_melder: ja\n" \
    "Inhoud: {Veilig Thuis heeft met de ouders en %s gesproken en onderschrijft de zorgen in onze melding." \
    "|De informanten bevestigen het beeld; %k is apart gezien op %s.}\n"
#define VEILIG_THUIS OVERLEG "Met: Veilig Thuis\nAnoniem: ja\nVraag: " VRAGEN "\nAdvies: " VT_ADVIES "\n\n"
#define BESLUIT "Besluit: #b\nDatum: %D\n=b *Betreft\nWeging: $w\nBeslisser: {leidinggevende|%d}\n" \
    "=r Melden: ja\n!r Melden: nee\n=n Hulp: nee\n=r Hulp: samen met Veilig Thuis\n=h Hulp: georganiseerd\n" \
    "=r Motivering: {Het afwegingskader vraagt om een melding; alleen kunnen wij dit niet keren." \
    "|Wij melden omdat wij zelf niet genoeg kunnen doen; onze hulp loopt daarnaast door.}\n" \
    "=h Motivering: {De hulp past bij wat er speelt, is op tijd beschikbaar en wordt aanvaard." \
    "|Hulp volstaat zolang de afspraken worden nagekomen; bij een nieuw voorval wegen wij opnieuw.}\n" \
    "=n Motivering: " NIET_MEER "\n" \
    "!n Doel: {Geen geweld waar %k bij is, en een volwassene die ingrijpt als het toch dreigt." \
    "|%k wordt iedere dag gebracht en gehaald, eet 's ochtends en slaapt in een eigen bed.}\n" \
    "!n Evalueren: %E\n\n"

/* The steps: working days after the one before, and how many a case may rest here before a term of mc-check
 * passes (-1: none). An evaluation comes later than any rest before it. Without a text: take_step(). */
static const struct step {
    char code;
    signed char least, most, rest;
    const char *text;
} STEPS[] = {
    {'S', 0, 6, 20, NULL}, /* Signaal */
    {'s', 0, 1, 1, NULL},  /* one after an evaluation */
    {'O', 0, 4, 20, OVERLEG "=f Met: aandachtsfunctionaris\n=f Naam: %a\n!f Met: collega\n"
        "Vraag: " VRAGEN "\nAdvies: " ADVIEZEN "~" ADVIEZEN "\n\n"},
    {'L', 0, 2, 20, OVERLEG "Met: {letseldeskundige|vertrouwensarts}\nVraag: Past dit letsel bij de uitleg?\n"
        "Advies: {De vorm past niet bij een val van de trap. Laat het vandaag op de polikliniek zien."
        "|De leeftijd is op het oog niet te bepalen; de scherpe rand past bij een heet voorwerp.}\n\n"},
    {'v', 0, 3, 20, VEILIG_THUIS},
    {'V', 0, 1, 10, VEILIG_THUIS}, /* in doubt */
    {'K', 1, 5, 20, GESPREK "*Kinderen\nGevoerd: ja\nIngelicht_over: vermoeden\n"
        "Inhoud: {Met %k gesproken aan de hand van de drie huizen.|Getekend wie er thuis zijn en wie er helpt.}"
        "~{Verteld waarom wij ons zorgen maken. %k wilde weten of %m nu boos wordt."
        "|%k vertelde wat er bij ruzie gebeurt: \"Dan ga ik in de kast zitten tot het stil is.\"}\n\n"},
    {'P', 0, 4, 20, GESPREK "Met: moeder\n=v Met: %t\n" GEVOERD "\n"}, /* the parents, or the mother */
    {'p', 0, 3, 15, GESPREK "Met: %t\nGevoerd: nee\n" /* the other */
        "=s Reden: veiligheid betrokkene\n!s Reden: onbereikbaar\n!s Poging: %P\n!s Poging: %Q\n=s Afschermen: ja\n\n"},
    {'q', 0, 3, 15, GESPREK "Met: %t\n" GEVOERD "\n"}, /* the other, who comes */
    {'g', 1, 2, 1, GESPREK "Met: moeder\n=t Met: %t\n" GEVOERD "Ondersteuning: Veilig Thuis\n\n"},
    {'D', 0, 3, -1, NULL}, /* Weging that doubts */
    {'W', 0, 4, 3, NULL},  /* Weging */
    {'B', 0, 4, 1, BESLUIT},
    {'m', 0, 0, -1, "Maatregel: #x\nDatum: %D\n"
        "Wat: {%k en %m slapen vanaf vanavond bij de zus in %p; %o kent het adres niet."
        "|De wijkagent rijdt tot en met het weekend iedere avond langs; het slot is vervangen.}\n"
        "*Voor\nWie: %d\nWerkt: ja\n\n"},
    {'M', 0, 1, 3, "Melding: #m\nDatum: %D\n=b *Betreft\nSoort: nieuw\n"
        "VeiligThuis: {Lindestreek|Waterland-Oost|Heidevallei}\nWijze: {telefoon|formulier}\nKenmerk: VT-%6\n"
        "OnveiligNu: " ONVEILIG "\n!s Ingelicht: ja\n=s Ingelicht: deels\n=s Niet_ingelicht: %t\n"
        "=s Reden: veiligheid betrokkene\nVerwacht: " VERWACHT "\n\n"
        VERWACHTING "Van: melder\nAan: Veilig Thuis\nSoort: verwacht\nVerwacht: " VERWACHT "\nMogelijk: ja\n"
        "Beantwoord: %D\n\n"
        VERWACHTING "Van: Veilig Thuis\nAan: melder\nSoort: verwacht\nVerwacht: " TAKEN "\nMogelijk: ja\n"
        "Beantwoord: %D\n\n"},
    {'J', 0, 1, 2, BESLUIT}, /* Weging with Veilig Thuis, and Besluit */
    {'T', 1, 3, 3, TERUGKOPPELING "Moment: veiligheidsbeoordeling\n=a Oordeel: acuut onveilig\n"
        "=u Oordeel: structureel onveilig\n=o Oordeel: veilig genoeg\nEerder: {ja|nee}\nVervolg: onderzoek\n"
        VAN_VEILIG_THUIS "\n"},
    {'Q', 0, 0, -1, "Bevraging: #q\nDatum: %D\nVan: melder\nAan: Veilig Thuis\nOver: beoordeling\n"
        "Bij: Terugkoppeling $t\nVraag: Op welke gebeurtenissen steunt het oordeel?\nAntwoord: Op die van de "
        "afgelopen %n weken; wat daarvoor ligt, komt in het onderzoek aan de orde.\nBeantwoord: %D\n\n"},
    {'t', 20, 40, 3, TERUGKOPPELING "Moment: onderzoek\nEerder: {ja|nee}\nVervolg: voorwaarden en vervolg\n"
        VAN_VEILIG_THUIS "Voorwaarde: %o komt niet in de woning zonder dat %m daarvoor heeft gebeld.\n"
        "Voorwaarde: Iedere week ziet een beroepskracht %k alleen.\n\n"},
    {'A', 0, 3, 15, AFSPRAAK "Soort: taak\nPartij: melder\nWie: %d\nWat: " TAKEN "\nUiterlijk: %U\n*Open\n\n"
        AFSPRAAK "Soort: veiligheidsafspraak\nPartij: betrokkene\nWie: moeder\n"
        "Wat: {Gaat bij oplopende ruzie met %k naar de zus in %p."
        "|Belt bij dreiging eerst de buren van nummer 14 en daarna de politie.}\n"
        "Doorlopend: ja\nStatus: open\n\n"},
    {'e', 20, 60, 15, EVALUATIE "Hulp: " BETER "\nResultaat: te vroeg\nOnveiligheid: gestopt\nVolgende: %E\n\n"},
    {'E', 20, 60, 15, EVALUATIE "Hulp: " BETER "\nResultaat: voldoende\nOnveiligheid: gestopt\n\n"},
    {'F', 20, 60, 2, EVALUATIE "Hulp: Gezinsbegeleiding: na %n weken is er weer geslagen waar %k bij was.\n"
        "Resultaat: onvoldoende\nOnveiligheid: herhaald\n\n"},
    {'R', 0, 2, 3, NULL}, /* Weging of question 5 */
    {'r', 0, 3, 1, BESLUIT},
    {'C', 0, 10, -1, "Afsluiting: #c\nDatum: %D\n=n Reden: vermoeden weggenomen\n!n Reden: hulp voldoende\n"
        "=n Motivering: " NIET_MEER "\n!n Motivering: {De doelen zijn gehaald en %n maanden lang vastgehouden."
        "|Alle betrokkenen zijn gesproken over het einde van het traject; niemand had bezwaar.}\n"
        "!n Volgen: %j let op de ochtenden en belt bij twijfel; wij bellen %m na drie en zes maanden.\n\n"},
};

/* The trajectories: steps (G: all talks), the answers to questions 1 to 4, that to question 5. */
static const struct plan {
    unsigned weight;
    const char *steps, *answers, *fifth, *aard;
} PLANS[] = {
    {26, "SOGWBC", "n", "", NULL},                /* the suspicion is removed */
    {26, "SOGWBAERrC", "jnjj", "j", NULL},        /* help that works */
    {8, "SOGWBAeERrC", "jnjj", "j", NULL},        /* ... evaluated twice */
    {8, "SOGDVWBAERrC", "jnjj", "j", NULL},       /* ... after doubt */
    {6, "SOGWBAFsRrMTAtAEC", "jnjj", "n", NULL},  /* help that does not */
    {12, "SOGWBMTAtAEC", "jj", "", "structureel"}, /* structural: reported */
    {4, "SOGWBMTAtAEC", "jnn", "", NULL},         /* no help to be had: reported */
    {4, "SOGWBMTAtAEC", "jnjn", "", NULL},        /* help refused: reported */
    {6, "SOGWmBMJTgAtAEC", "jj", "", "acuut"},    /* acute: weighed and reported in a day */
};

/* Why, by question and answer: j n t. */
static const char *const WHY[][3] = {
    {"{De signalen komen uit verschillende bronnen en wijzen dezelfde kant op."
     "|%k beschrijft hetzelfde als %s, zonder dat zij elkaar daarover hebben gesproken.}",
     "{De kinderarts heeft de plekken verklaard; de gesprekken geven geen aanwijzing voor geweld."
     "|Wat thuis is gezien en de verklaring van %s weerspreken het eerste signaal.}", NULL},
    {"{Het geweld herhaalt zich en er is nu niemand in huis die het kan stoppen."
     "|%k maakte in %n weken drie voorvallen mee; de afspraken hielden geen week stand.}",
     "{Geen fysiek gevaar en geen patroon; %m grijpt in en %k kan bij de familie terecht."
     "|Het laatste voorval is zes weken geleden; sindsdien verlopen de overdrachten bij %s.}",
     "Ik weet niet of het voorval op zichzelf stond; de huisarts heeft nog niet gereageerd."},
    {"Ons team kan binnen een week starten met gezinsbegeleiding; de deskundigheid is er.",
     "De wachttijd is %n maanden en wij kunnen de nachten niet overzien.", NULL},
    {"De afspraken zijn ondertekend en de eerste bijeenkomst is al geweest.",
     "De intake is twee keer afgezegd en %o weigert ieder verder gesprek.", NULL},
    {"Al %n maanden geen nieuw voorval; %k slaapt door en %s ziet een kind dat weer speelt.",
     "Binnen de afgesproken termijn is het geweld opnieuw voorgekomen.", NULL},
};

/* What was seen: for a child of 4 and up, for one under 4, with an injury, disclosed, against it, told. */
enum { GROOT = 1, KLEIN = 2, LETSEL = 4, ONTHULD = 8, WEERLEGT = 16, GEHOORD = 32 };
static const struct feit {
    unsigned flags;
    const char *bron, *text;
} FEITEN[] = {
    {GROOT, "waarneming", "Soort: lichamelijk\nFeit: Bij het omkleden om %u een blauwe plek van %n centimeter "
        "op %l van %k gezien, met gele randen."},
    {GROOT, "waarneming", "Soort: verwaarlozing\nFeit: %k kwam op %w om %u bij %s aan zonder jas en zonder eten; "
        "de thermometer bij de deur wees %n graden aan."},
    {0, "waarneming", "Soort: psychisch\nFeit: Bij het ophalen om %u zei %o in de gang tegen %k: \"Door jou gaat "
        "het hier mis.\" %k keek naar de grond en gaf %n minuten geen antwoord."},
    {KLEIN, "waarneming", "Soort: verwaarlozing\nFeit: Huisbezoek op %w om %u: de luier van %k was doorgelekt, in "
        "de keuken stonden %n lege flessen en geen melkpoeder."},
    {GROOT, "uitspraak betrokkene", "Bronpersoon: kind1\nSoort: getuige\nFeit: %k tekende op %w het huis met een "
        "rood kruis door de deur en vertelde erbij over de avond ervoor.~%k heeft de tekening meegenomen."},
    {0, "uitspraak betrokkene", "Bronpersoon: moeder\nSoort: getuige\nFeit: %m vertelde dat %o in een maand %n keer "
        "met een vuist op de slaapkamerdeur sloeg, terwijl %k ernaast in bed lag."},
    {GEHOORD, "uitspraak derde", "Bronpersoon: %j van %s\nBron_open: {ja|nee}\nSoort: verwaarlozing\nFeit: %j belde om "
        "%u: %k is deze maand %n keer niet opgehaald; na een halfuur kwam een buurvrouw."},
    {GEHOORD, "uitspraak derde", "Bronpersoon: buurvrouw van nummer 14\nBron_open: nee\nSoort: getuige\nFeit: Vanaf "
        "21.30 uur geschreeuw en brekend glas; daarna stond %m met %k in pyjama op de galerij."},
    {GEHOORD, "document", "Bronpersoon: huisarts te %p\nBron_open: ja\nSoort: verwaarlozing\nFeit: In de brief staat "
        "dat %k op %n afspraken niet is verschenen en dat de weging drie keer is verzet."},
    {GEHOORD, "document", "Bronpersoon: woningcorporatie Oevers\nBron_open: ja\nSoort: financieel\nFeit: De aanmaning "
        "noemt een huurschuld van € %n.%3 en een ontruiming over %n weken."},
    {KLEIN, "onderzoek", "Soort: verwaarlozing\nFeit: Bij de weging was %k %n ons lichter dan zes weken eerder; de "
        "lengte is gelijk gebleven."},
    {KLEIN | LETSEL, "waarneming", "Soort: lichamelijk\nFeit: Bij het verschonen om %u een rode striem van %n "
        "centimeter op %l van %k gezien."},
    {GROOT | LETSEL, "waarneming", "Soort: lichamelijk\nFeit: %j zag om %u een brandwond zo groot als een munt van €2 "
        "op %l van %k; het verband was van keukenpapier."},
    {GROOT | ONTHULD, "uitspraak betrokkene", "Bronpersoon: kind1\nSoort: lichamelijk\nFeit: %k bleef na de les zitten "
        "en vertelde uit zichzelf dat %o de avond ervoor een arm vastgreep en %k tegen de deurpost duwde."},
    {WEERLEGT, "waarneming", "Soort: overig\nFeit: Huisbezoek om %u: in de koelkast lagen melk, groente en brood; %k "
        "speelde %n spelletjes memory met %m."},
    {WEERLEGT | GEHOORD, "document", "Bronpersoon: kinderarts te %p\nSoort: lichamelijk\nFeit: De plekken passen bij "
        "een stollingsstoornis, die bij %k is vastgesteld."},
};
#define SIGNAAL_BEGIN "Signaal: #s\nDatum: %H\n=e Gebeurd: %G\n=l *Betreft\n!l Betreft: kind1\n" \
    "=w Bron: eigen waarneming\n!w Bron: %b\n"
#define SIGNAAL_END "{| Een foto is niet gemaakt.| Er is een schets gemaakt, die in het dossier zit." \
    "| Op de vraag hoe het kwam, haalde %k de schouders op.| Het is dezelfde middag met %q nagelopen.}\n" \
    "=c Citaat: {\"Ze schreeuwden zo hard dat de hond onder mijn bed kroop.\"" \
    "|\"Ik durf niet naar huis als het donker is.\"|\"'s Nachts gaat er een stoel onder de klink.\"}\n" \
    "?50 Duiding: {De uitleg die thuis is gegeven, past niet bij wat is gezien." \
    "|Past bij wat %m eerder over de spanning met %o vertelde." \
    "|Kan ook een andere oorzaak hebben; daarom is de jeugdarts om een oordeel gevraagd." \
    "|Eén voorval zou ik anders wegen; samen met het vorige maakt het mij ongerust.}\n" \
    "?15 =t Vermoedelijk_door: %t\n=x Richting: weerleggend\n?25 !x Richting: bevestigend\n" \
    "=k Risicofactor: {alcoholgebruik van %o, dagelijks|relatiebreuk, nog geen omgangsregeling" \
    "|onbehandelde depressie van %m}\n=p Onveiligheid: " ONVEILIG "\n=d Disclosure: ja\n=y Letsel: ja\n" \
    "?40 Plaats: {thuis|%s|spreekkamer|telefonisch}\n=d Afschermen: ja\n?4 X_Registratie: wijkteam %p\n\n"

#define HEADER "Zaak: %i\nFormaat: 1\n=j Kader: jeugd-en-gezin\n!j Kader: basis\nGeopend: %D\n" \
    "Organisatie: {Stichting Gezinspunt|Jeugdteam Oevers|Coöperatie Jeugd|Wijkzorg Linde}\n" \
    "?70 Team: {Noord|Zuid|Centrum|Waterkant}\nBeroepskracht: %d\n?40 Contact: op werkdagen, 088-0000000\n" \
    "=f Aandachtsfunctionaris: %a\n!f Aandachtsfunctionaris: geen\n?10 X_Dossiernummer: D-%6\n\n"
#define PERSOON "Persoon: %e\nRol: %r\nNaam: %f %g\n?3 Ook_bekend_als: {Dédé|Bo|Noor|Timo}\nGeboortedatum: %Y\n" \
    "=i Client: ja\n=g Gezag: %h\n=m Adres: {Meidoornlaan|Veerpad|Singelhof|Molenwerf} %n%1, %n%3 {SA|SD|SS} %p\n" \
    "=m Telefoon: 06-00%6\n?10 =m Email: gezin%4@post.example\n?25 =q BSN: %S\n" \
    "?8 =g Tolk: {Arabisch|Pools|Tigrinya|Turks}\n=z Mobiel: 06-00%6\n\n"
#define KINDCHECK "Kindcheck: #k\nDatum: %D\nUitgevoerd: ja\n*Leeftijden\n=t Zorg: gedeeld\n!t Zorg: alleen\n\n"
#define NOTITIE "Notitie: #n\nDatum: %D\nTekst: {Terugbelverzoek van de huisarts; %q belt %w om %u terug." \
    "|Tolk besteld voor %w om %u.|Verslag naar %m gestuurd, met de vraag om aan te vullen wat ontbreekt.}\n\n"
#define VERKLARING "Verklaring: #r\nDatum: %D\nVan: moeder\nTekst: Ik vind dat te snel is gedacht dat het aan " \
    "ons lag.~Ik wil dat in het dossier staat dat ik zelf om hulp heb gevraagd, en wanneer.\n\n"
#define WIJZIGING "Wijziging: #y\nDatum: %D\nReden: overdracht aan collega\nBeroepskracht: %d\n\n"
#define INGETROKKEN "Signaal: $s\nIngetrokken: {betrof een ander gezin|dubbel vastgelegd|bij de verkeerde zaak}\n\n"
#define VERBETERD "Toelichting: {Verbeterd: eerst stond hier een verkeerd tijdstip.|Aangevuld met %q.}\n"
static const char *const CHILDREN[] = {"Zoë", "Daniël", "Fenna", "Sem", "Noëlle", "Milan", "Amira", "Joëlle",
    "Thijs", "Yara", "Rayan", "Lotte", "Raphaël", "Esmée", "Kerem", "Pien", "Luuk", "Zeynep", "Bram", "Renée"};
static const char *const WOMEN[] = {"Marloes", "Samira", "Anouk", "Desirée", "Hatice", "Kim", "Agnieszka", "Chloë"};
static const char *const MEN[] = {"André", "Mustafa", "Jeroen", "René", "Piotr", "Sander", "Youssef", "Joël"};
static const char *const SURNAMES[] = {"van der Linde", "Bakermans", "El Amrani", "Özdemir", "Kowalska",
    "de Graauw", "Saïdi", "Tersteeg", "Wijnschenk", "Hoogendam", "Buitenweg", "Coppoolse", "Romeijnders"};
static const char *const STAFF[] = {"M. Verhulst", "S. Aydın", "J. Terpstra", "L. Koëter", "R. Wijdeven"};
static const char *const PLACES[] = {"Lindehaven", "Waterdrecht", "Noorderveen", "Heidekerk", "Zandrecht"};
static const char *const SCHOOLS[] = {"basisschool De Regenboom", "de Vijverschool", "IKC Zonnehoek"};
static const char *const NURSERIES[] = {"kinderopvang Pluk", "peutergroep De Zeester", "crèche 't Nest"};
static const char *const BODY[] = {"de linkerbovenarm", "de rechterwang", "het rechterscheenbeen", "de onderrug"};
static const char *const HOURS[] = {"8.20 uur", "9.45 uur", "12.05 uur", "14.40 uur", "15.10 uur", "17.30 uur"};
static const char *const WEEKDAYS[] = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"};
static const char *const JEUGD[] = {"gezinsprofessional", "orthopedagoog", "maatschappelijk werker"};
static const char *const BASIS[] = {"wijkverpleegkundige", "begeleider", "praktijkondersteuner"};
#define PICK(g, rows) ((rows)[below(g, sizeof(rows) / sizeof *(rows))])
/* clang-format on */

/* What is amiss in a case, if anything. */
enum fault { SOUND, NO_OVERLEG, NO_GESPREK, WRONG_VALUE, UNKNOWN_FIELD };

struct person {
    const char *label, *rol, *first, *last;
    unsigned years;
};

/* Of the case in hand everything is zero at its beginning. */
struct gen {
    char *text; /* made and not yet written */
    size_t n;
    uint64_t seed, state;
    unsigned percent;
    struct zaak {
        char id[18];
        const struct plan *plan;
        enum fault fault;
        const char *word[128];   /* by letter */
        bool is[128];            /* by letter: set by make_case() and near its use */
        unsigned label[128];     /* the newest, by letter */
        struct person person[6]; /* children, the mother, others */
        unsigned persons, children;
        unsigned concerned; /* that many children, and the mother when `both` */
        bool both, injury, disclosed;
        struct {
            char code;
            int day; /* a working day */
        } step[40];
        unsigned steps, last, at; /* planned; the last one taken; the one in hand */
        int born;                 /* day, of the person in hand */
        int today;                /* working day of the step in hand */
        int64_t minute;           /* of the newest record, local, since 1970 */
        unsigned withdrawn;       /* label of a Signaal */
        size_t start, body;       /* the newest record, and its Vastgelegd */
        struct {
            size_t start, n; /* up to its Status */
        } open[4];           /* Afspraken not yet done */
        unsigned opens;
    } z;
};

/* ---- chance */
static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* 0 to n - 1 (splitmix64). Once at most among the arguments of a call: their order is the compiler's. */
static unsigned below(struct gen *g, unsigned n)
{
    g->state += 0x9e3779b97f4a7c15u;
    return (unsigned)(((mix(g->state) >> 32) * n) >> 32);
}

static bool chance(struct gen *g, unsigned percent)
{
    return below(g, 100) < percent;
}

/* Six characters for the i-th case: a Feistel network over two halves, so no two are the same. */
static void id_characters(uint64_t seed, uint64_t i, char *out)
{
    static const char alphabet[] = "23456789abcdefghjkmnpqrstvwxyz";
    unsigned left = (unsigned)(i / HALF), right = (unsigned)(i % HALF);
    for (unsigned round = 0; round < 4; round++) {
        unsigned sum = left + (unsigned)(mix(mix(seed + round) + right) % HALF);
        left = right;
        right = sum % HALF;
    }
    for (unsigned k = 0; k < 3; k++, left /= 30, right /= 30) {
        out[k] = alphabet[left % 30];
        out[3 + k] = alphabet[right % 30];
    }
}

/* ---- bytes and days */
static void put_bytes(struct gen *g, const char *s, size_t n)
{
    if (n > ROOM + CASE_MAX - g->n)
        abort();
    memcpy(g->text + g->n, s, n);
    g->n += n;
}

static void put(struct gen *g, const char *s)
{
    put_bytes(g, s, strlen(s));
}

static void put_number(struct gen *g, unsigned x, unsigned digits)
{
    char s[10];
    unsigned i = sizeof s;
    do
        s[--i] = (char)('0' + x % 10);
    while ((x /= 10) || sizeof s - i < digits);
    put_bytes(g, s + i, sizeof s - i);
}

static int civil(int w) /* the day of a working day */
{
    return MONDAY + 7 * (w / 5) + w % 5;
}

static void put_day(struct gen *g, int day) /* H. Hinnant, chrono-compatible low-level date algorithms */
{
    unsigned z = (unsigned)day + 719468, era = z / 146097, doe = z % 146097;
    unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    put_number(g, yoe + era * 400 + (mp >= 10), 4);
    put(g, "-");
    put_number(g, mp < 10 ? mp + 3 : mp - 9, 2);
    put(g, "-");
    put_number(g, doy - (153 * mp + 2) / 5 + 1, 2);
}

static void put_moment(struct gen *g, int64_t minute)
{
    /* the last Sundays of March and October, 2024 to 2026 */
    static const int summer[][2] = {{19813, 20023}, {20177, 20387}, {20541, 20751}};
    int day = (int)(minute / 1440);
    bool ahead = false;
    for (unsigned y = 0; y < 3; y++)
        ahead |= day >= summer[y][0] && day < summer[y][1];
    put_day(g, day);
    put(g, "T");
    put_number(g, (unsigned)(minute % 1440 / 60), 2);
    put(g, ":");
    put_number(g, (unsigned)(minute % 60), 2);
    put(g, ahead ? ":00+02:00" : ":00+01:00");
}

/* Of the test range 9999, and the last digit by the eleven-test. */
static void put_bsn(struct gen *g)
{
    unsigned middle, sum;
    do {
        middle = below(g, 10000);
        sum = 9 * (9 + 8 + 7 + 6);
        for (unsigned k = 2, m = middle; k <= 5; k++, m /= 10)
            sum += k * (m % 10);
    } while (sum % 11 == 10);
    put(g, "9999");
    put_number(g, middle, 4);
    put_number(g, sum % 11, 1);
}

/* ---- templates */

/* The working day of the next evaluation that is planned; without one three months on. */
static int next_evaluation(const struct zaak *z)
{
    for (unsigned i = z->at + 1; i < z->steps; i++)
        if (strchr("EeF", z->step[i].code))
            return z->step[i].day;
    return z->today + 60;
}

/* The moment or the day of a Signaal; a moment lies before it was recorded. */
static void put_seen(struct gen *g)
{
    int64_t day = civil(g->z.today), hour = g->z.minute / 1440 > day ? 590 : 45;
    if (chance(g, 40))
        put_moment(g, day * 1440 + 490 + (int64_t)below(g, (unsigned)hour));
    else
        put_day(g, (int)day);
}

static void put_word(struct gen *g, char letter)
{
    const char *s = g->z.word[(unsigned char)letter], *before = g->text + g->n - 2;
    int day = civil(g->z.today);
    switch (letter) {
    case 'D': /* today */
        put_day(g, day);
        return;
    case 'E': /* the next evaluation */
        put_day(g, civil(next_evaluation(&g->z)));
        return;
    case 'G': /* up to three weeks ago */
        put_day(g, day - 1 - (int)below(g, 20));
        return;
    case 'H':
        put_seen(g);
        return;
    case 'P':
    case 'Q': /* some days ago */
        put_day(g, day - (letter == 'P' ? 4 : 2));
        return;
    case 'S':
        put_bsn(g);
        return;
    case 'Y': /* of birth */
        put_day(g, g->z.born);
        return;
    case 'U': /* in some weeks: longer than a case rests after it */
        put_day(g, civil(g->z.today + 16 + (int)below(g, 25)));
        return;
    case 'l':
        s = PICK(g, BODY);
        break;
    case 'u':
        s = PICK(g, HOURS);
        break;
    case 'w':
        s = PICK(g, WEEKDAYS);
        break;
    case 'n':
        put_number(g, 2 + below(g, 5), 1);
        return;
    default:
        if (letter >= '1' && letter <= '6') { /* that many digits */
            for (; letter > '0'; letter--)
                put_number(g, below(g, 10), 1);
            return;
        }
    }
    if (strchr("jmos", letter) && before[1] == ' ' && strchr(".:+", before[0]) && *s >= 'a')
        put_bytes(g, &(char){(char)(*s++ - 'a' + 'A')}, 1);
    put(g, s);
}

/* The line at s as far as it goes, LF included; what is behind it. */
static const char *put_line(struct gen *g, const char *s)
{
    static const char *const between[] = {" ", " ", " ", " ", " ", "\n+ ", "\n+\n+ "};
    for (;;) {
        size_t n = strcspn(s, "%{|}~#$\n");
        put_bytes(g, s, n);
        s += n;
        switch (*s) {
        case '\0':
            return s;
        case '\n':
            put(g, "\n");
            return s + 1;
        case '%':
            put_word(g, s[1]);
            s += 2;
            break;
        case '#':
        case '$':
            g->z.label[(unsigned char)s[1]] += *s == '#';
            put_number(g, g->z.label[(unsigned char)s[1]], 1);
            s += 2;
            break;
        case '~':
            put(g, between[below(g, 7)]);
            s++;
            break;
        case '{': { /* to the row that is chosen */
            unsigned rows = 1;
            for (const char *t = s; *t != '}'; t++)
                rows += *t == '|';
            for (unsigned row = below(g, rows); row; row--)
                s += 1 + strcspn(s + 1, "|");
            s++;
            break;
        }
        case '|': /* the end of that row */
            s += strcspn(s, "}");
            break;
        default:
            s++;
        }
    }
}

static void put_field(struct gen *g, const char *key, const char *value)
{
    put(g, key);
    put(g, ": ");
    put_line(g, value);
    put(g, "\n");
}

/* A line that begins with `*`. */
static void put_list(struct gen *g, const char *name)
{
    struct zaak *z = &g->z;
    switch (*name) {
    case 'B': /* Betreft, Voor: everyone concerned */
    case 'V':
        for (unsigned i = 0; i < z->concerned + z->both; i++)
            put_field(g, *name == 'B' ? "Betreft" : "Voor",
                      z->person[i < z->concerned ? i : z->children].label);
        break;
    case 'K': /* Kinderen: a talk with those of 4 and up */
        for (unsigned i = 0; i < z->concerned; i++)
            if (z->person[i].years >= 4)
                put_field(g, "Met", z->person[i].label);
        break;
    case 'L': /* Leeftijden */
        put(g, "Aantal: ");
        put_number(g, z->children, 1);
        for (unsigned i = 0; i < z->children; i++) {
            put(g, i ? ", " : "\nLeeftijden: ");
            put_number(g, z->person[i].years, 1);
        }
        put(g, "\n");
        break;
    case 'O': /* Open: the state of an Afspraak that is to be done */
        z->open[z->opens].start = z->start;
        z->open[z->opens++].n = g->n - z->start;
        put(g, "Status: open\n");
        break;
    }
}

static void end(struct gen *g)
{
    g->z.body = g->n;
    g->z.minute += 2 + below(g, 9);
    put(g, "Vastgelegd: ");
    put_moment(g, g->z.minute);
    put(g, "\n");
    put_field(g, "Door", g->z.word['d']);
    put(g, "\n");
}

/* Entries, or a part of one. */
static void entry(struct gen *g, const char *s)
{
    while (*s) {
        bool here = true;
        for (; *s == '?' || *s == '=' || *s == '!'; s++) {
            if (*s == '?') {
                here &= chance(g, (unsigned)(10 * (s[1] - '0') + s[2] - '0'));
                s += 3;
            } else {
                here &= g->z.is[(unsigned char)s[1]] == (*s == '=');
                s += 2;
            }
        }
        if (*s == '\n') {
            end(g);
            s++;
            g->z.start = g->n;
        } else if (here && *s != '*') {
            s = put_line(g, s);
        } else {
            if (here)
                put_list(g, s + 1);
            s = strchr(s, '\n') + 1;
        }
    }
}

/* ---- the steps */
static void signaal(struct gen *g)
{
    struct zaak *z = &g->z;
    unsigned may = GEHOORD | (z->person[0].years >= 4 ? GROOT : KLEIN) | (z->injury ? LETSEL : 0u) |
                   (z->disclosed ? ONTHULD : 0u) | (z->is['n'] && z->label['s'] ? WEERLEGT : 0u);
    const struct feit *f;
    do
        f = &FEITEN[below(g, sizeof FEITEN / sizeof *FEITEN)];
    while (f->flags & ~may);
    z->word['b'] = f->bron;
    z->is['e'] = f->flags & GEHOORD;
    z->is['l'] = !z->label['s'] || chance(g, 60);
    z->is['w'] = !z->label['s'] && z->fault == WRONG_VALUE;
    z->is['c'] = !strcmp(f->bron, "uitspraak betrokkene");
    z->is['x'] = f->flags & WEERLEGT;
    z->is['k'] = chance(g, 10);
    z->is['p'] = z->is['k'] || z->plan->aard;
    z->is['d'] = f->flags & ONTHULD;
    z->is['y'] = f->flags & LETSEL;
    entry(g, SIGNAAL_BEGIN);
    entry(g, f->text);
    entry(g, SIGNAAL_END);
    if (!z->withdrawn && chance(g, 3)) { /* one too many, withdrawn at once */
        z->withdrawn = z->label['s'] + 1;
        signaal(g);
        entry(g, INGETROKKEN);
    }
}

/* `answers` to the questions from `first` on; the others are those of the Weging before. */
static void weging(struct gen *g, const char *answers, unsigned first, bool samen)
{
    struct zaak *z = &g->z;
    char vraag[] = "Vraag?", motivering[] = "Motivering?";
    entry(g, "Weging: #w\nDatum: %D\n=b *Betreft\n");
    if (z->label['w'] > 1) {
        put(g, "Bouwt_op: ");
        put_number(g, z->label['w'] - 1, 1);
        put(g, "\n");
    }
    for (unsigned i = 0; answers[i]; i++) {
        vraag[5] = (char)('0' + first + i);
        put_field(g, vraag, answers[i] == 'j' ? "ja" : answers[i] == 'n' ? "nee" : "twijfel");
    }
    for (unsigned i = 0; answers[i]; i++) {
        motivering[10] = (char)('0' + first + i);
        put_field(g, motivering, WHY[first + i - 1][answers[i] == 'j' ? 0 : answers[i] == 'n' ? 1 : 2]);
    }
    if (z->plan->aard && first <= 2)
        put_field(g, "Aard", z->plan->aard);
    for (unsigned i = 1; i <= z->label['s']; i++)
        if (i != z->withdrawn) {
            put(g, "Steunt: ");
            put_number(g, i, 1);
            put(g, "\n");
        }
    entry(g, samen ? "Samen: Veilig Thuis\n\n" : "\n");
}

/* What was agreed before is done by now: each of those entries once more. */
static void settle(struct gen *g)
{
    for (unsigned i = 0; i < g->z.opens; i++) {
        put_bytes(g, g->text + g->z.open[i].start, g->z.open[i].n);
        entry(g, "Status: gedaan\nAfgerond: %D\nResultaat: {Gedaan; besproken met de betrokkenen.|Gedaan.}\n\n");
    }
    g->z.opens = 0;
}

static const struct step *step_of(char code)
{
    const struct step *s = STEPS;
    while (s->code != code)
        s++;
    return s;
}

static void take_step(struct gen *g, char code)
{
    struct zaak *z = &g->z;
    const struct plan *plan = z->plan;
    size_t start = g->n;
    if (strchr("tEeFC", code))
        settle(g);
    if (strchr("Ss", code))
        signaal(g);
    else if (code == 'D')
        weging(g, "jt", 1, false);
    else if (code == 'W') /* question 1 was answered in the one that doubts */
        weging(g, plan->answers + z->label['w'], 1 + z->label['w'], false);
    else if (code == 'J')
        weging(g, "jj", 3, true);
    else if (code == 'R')
        weging(g, plan->fifth, 5, false);
    z->is['r'] = code == 'r' ? plan->fifth[0] == 'n' : code == 'J' || plan->steps[5] == 'M' || z->is['a'];
    z->is['h'] = !z->is['r'] && !z->is['n'];
    if (step_of(code)->text)
        entry(g, step_of(code)->text);
    if (strchr("OLvVKPq", code) && chance(g, 5)) { /* put right: the same label again */
        put_bytes(g, g->text + start, z->body - start);
        entry(g, VERBETERD "\n");
    }
    unsigned aside = code == 'C' ? 99 : below(g, 100);
    if (aside < 5) {
        entry(g, NOTITIE);
    } else if (aside < 7 && z->label['g']) {
        entry(g, VERKLARING);
    } else if (aside < 9 && !z->label['y']) {
        z->word['d'] = PICK(g, STAFF);
        entry(g, WIJZIGING);
    }
}

/* ---- a case: who, when, how far */
static void choose_persons(struct gen *g)
{
    static const char *const others[][2] = {{"vader", "ouder"}, {"stiefvader", "partner"}, {"expartner", "ex-partner"}};
    static const char *const labels[] = {"kind1", "kind2", "kind3"};
    struct zaak *z = &g->z;
    struct person *p = z->person;
    const char *surname = PICK(g, SURNAMES);
    z->children = 1 + below(g, 3);
    z->concerned = 1 + below(g, z->children);
    z->is['t'] = chance(g, 75);
    for (unsigned i = 0; i < z->children; i++) {
        unsigned years = below(g, 15);
        years += years > 2; /* not 3: no child turns 4 under way */
        *p++ = (struct person){labels[i], "kind", PICK(g, CHILDREN), surname, years};
    }
    *p = (struct person){"moeder", "ouder", PICK(g, WOMEN), surname, 0};
    p++->years = 32 + below(g, 12);
    if (z->is['t']) {
        unsigned who = below(g, 3);
        *p = (struct person){others[who][0], others[who][1], PICK(g, MEN), NULL, 0};
        p->last = PICK(g, SURNAMES);
        p++->years = 34 + below(g, 14);
    }
    if (chance(g, 25)) {
        *p = (struct person){"oma", "familielid", PICK(g, WOMEN), surname, 0};
        p++->years = 60 + below(g, 15);
    }
    z->persons = (unsigned)(p - z->person);
}

static void plan_step(struct gen *g, char code)
{
    struct zaak *z = &g->z;
    const struct step *s = step_of(code);
    bool now = z->is['a'] && strchr("WBM", code);
    int gap = now ? 0 : s->least + (int)below(g, (unsigned)(s->most - s->least) + 1);
    z->step[z->steps].code = code;
    z->step[z->steps].day = z->steps ? z->step[z->steps - 1].day + gap : 0;
    z->steps++;
}

static void plan_steps(struct gen *g)
{
    struct zaak *z = &g->z;
    bool spoken = false, apart = z->is['s'] || chance(g, 40);
    for (unsigned i = 0; i < z->concerned; i++)
        spoken |= z->person[i].years >= 4;
    z->is['v'] = z->is['t'] && !apart;
    for (const char *s = z->plan->steps; *s; s++) {
        if (*s == 'G') {
            if (spoken)
                plan_step(g, 'K');
            plan_step(g, 'P');
            if (z->is['t'] && apart)
                plan_step(g, z->is['s'] || chance(g, 20) ? 'p' : 'q');
            continue;
        }
        plan_step(g, *s);
        for (unsigned more = *s == 'S' ? below(g, 6) : 0; more; more--)
            plan_step(g, 'S');
        if (*s == 'O' && z->injury)
            plan_step(g, 'L');
        if (*s == 'O' && chance(g, 35))
            plan_step(g, 'v');
        if (*s == 'T' && chance(g, 15))
            plan_step(g, 'Q');
    }
}

/* The first step with one of these letters; the number of steps without. */
static unsigned step_index(const struct zaak *z, const char *codes)
{
    unsigned i = 0;
    while (i < z->steps && !strchr(codes, z->step[i].code))
        i++;
    return i;
}

/* Working days that a case may rest at a step; -1: it goes on. */
static int rest_at(const struct zaak *z, unsigned i)
{
    char code = z->step[i].code;
    if (z->is['a'] && (code == 'W' || code == 'B'))
        return -1;
    bool help = (code == 'B' && z->plan->steps[5] != 'M') || (code == 'r' && z->plan->fifth[0] == 'j');
    return help ? 15 : step_of(code)->rest;
}

/* How far the case is, and its days. */
static void choose_stand(struct gen *g)
{
    struct zaak *z = &g->z;
    /* a closed case is not asked any more how it came to its Besluit */
    bool order = z->fault == NO_OVERLEG || z->fault == NO_GESPREK;
    unsigned from = order ? step_index(z, "B") : 0, closing = z->steps - 1;
    int first;
    if (!order && chance(g, 50)) {
        z->last = closing;
        first = 1 + (int)below(g, (unsigned)(LAST - z->step[closing].day));
    } else {
        do
            z->last = from + below(g, closing - from);
        while (rest_at(z, z->last) < 0);
        first = LAST - (int)below(g, (unsigned)rest_at(z, z->last) + 1) - z->step[z->last].day;
    }
    for (unsigned i = 0; i < z->steps; i++)
        z->step[i].day += first;
    if (z->last < step_index(z, "KP")) /* no child yet that should have been spoken with */
        for (unsigned i = 0; i < z->children; i++)
            z->person[i].years %= 3;
    if (z->last < step_index(z, "L"))
        z->injury = false;
}

static void write_header(struct gen *g, int opened)
{
    struct zaak *z = &g->z;
    bool client = !z->is['j'] && chance(g, 60);
    z->today = opened;
    entry(g, HEADER);
    for (unsigned i = 0; i < z->persons; i++) {
        const struct person *p = &z->person[i];
        bool mother = i == z->children, second = z->is['t'] && i == z->children + 1;
        z->word['e'] = p->label;
        z->word['r'] = p->rol;
        z->word['f'] = p->first;
        z->word['g'] = p->last;
        z->word['h'] = strcmp(p->rol, "partner") ? "ja" : "nee";
        z->is['m'] = mother;
        z->is['q'] = i < z->children;
        z->is['g'] = mother || second;
        z->is['i'] = client ? mother : i == 0;
        z->is['z'] = mother && z->fault == UNKNOWN_FIELD;
        z->born = civil(z->step[0].day) - (int)(p->years * 1461 / 4 + 1 + below(g, 360));
        entry(g, PERSOON);
    }
    if (client)
        entry(g, KINDCHECK);
}

/* The i-th case, behind what is made already. */
static void make_case(struct gen *g, uint64_t i)
{
    struct zaak *z = &g->z;
    unsigned total = 0, at, p = 0;
    *z = (struct zaak){0};
    z->start = g->n;
    g->state = mix(g->seed + mix(i + 1));
    for (unsigned k = 0; k < sizeof PLANS / sizeof *PLANS; k++)
        total += PLANS[k].weight;
    for (at = below(g, total); at >= PLANS[p].weight; p++)
        at -= PLANS[p].weight;
    z->plan = &PLANS[p];
    z->fault = chance(g, g->percent) ? NO_OVERLEG + below(g, 4) : SOUND;
    choose_persons(g);

    bool school;
    const char *aard = z->plan->aard;
    z->is['a'] = aard && !strcmp(aard, "acuut");
    z->is['u'] = aard && !z->is['a'];
    z->is['o'] = !aard;
    z->is['n'] = z->plan->answers[0] == 'n';
    z->is['s'] = z->is['a'] && z->is['t'];
    z->is['j'] = chance(g, 65);
    z->is['b'] = chance(g, 40);
    z->is['f'] = chance(g, 70);
    z->both = chance(g, 25);
    z->injury = aard && chance(g, 50);
    z->disclosed = z->is['a'] && chance(g, 60);
    plan_steps(g);
    choose_stand(g);

    school = z->person[0].years >= 4;
    z->word['a'] = PICK(g, STAFF);
    z->word['d'] = z->is['j'] ? PICK(g, JEUGD) : PICK(g, BASIS);
    z->word['i'] = z->id;
    z->word['j'] = school ? "de leerkracht" : "de pedagogisch medewerker";
    z->word['k'] = z->person[0].first;
    z->word['m'] = "moeder";
    z->word['t'] = z->person[z->children + 1].label;
    z->word['o'] = !z->is['t'] || !strcmp(z->word['t'], "expartner") ? "de ex-partner" : z->word['t'];
    z->word['p'] = PICK(g, PLACES);
    z->word['q'] = PICK(g, STAFF);
    z->word['s'] = school ? PICK(g, SCHOOLS) : PICK(g, NURSERIES);

    int opened = z->step[0].day + (int)below(g, 3);
    opened = opened > LAST ? LAST : opened;
    z->minute = civil(opened) * 1440 + 540 + (int)below(g, 60);
    put_day(g, civil(opened));
    put(g, "-");
    memcpy(z->id, g->text + z->start, 11);
    g->n = z->start;
    id_characters(g->seed, i, z->id + 11);

    write_header(g, opened);
    const char *left_out = z->fault == NO_OVERLEG ? "OLvV" : z->fault == NO_GESPREK ? "KPpqg" : "";
    for (z->at = 0; z->at <= z->last; z->at++) {
        char code = z->step[z->at].code;
        if (strchr(left_out, code))
            continue;
        z->today = z->step[z->at].day;
        int recorded = z->today + (chance(g, 25) ? 1 + (int)below(g, 2) : 0);
        int64_t minute = civil(recorded > LAST ? LAST : recorded) * 1440 + 540 + (int)below(g, 360);
        z->minute = minute > z->minute ? minute : z->minute;
        take_step(g, code);
    }
}

/* ---- the program */
static int fail(int status, const char *what, const char *why)
{
    fprintf(stderr, "gen: %s%s%s\n", what, why ? ": " : "", why ? why : "");
    return status;
}

static int usage(void)
{
    return fail(64, "usage: gen [-s SEED] [-n CASES] [-b BYTES] [-w PERCENT] [-o DIR]", NULL);
}

/* A number of at most `max`, with `scale` also with k, M or G behind it. */
static bool read_number(const char *s, bool scale, uint64_t max, uint64_t *x)
{
    char *rest;
    errno = 0;
    *x = strtoull(s, &rest, 10);
    if (*s < '0' || *s > '9' || errno)
        return false;
    if (scale && *rest && strchr("kMG", *rest)) {
        uint64_t unit = *rest == 'k' ? 1000 : *rest == 'M' ? 1000000 : 1000000000;
        if (*x > UINT64_MAX / unit)
            return false;
        *x *= unit;
        rest++;
    }
    return !*rest && *x <= max;
}

static bool write_all(int fd, const char *s, size_t n)
{
    while (n) {
        ssize_t done = write(fd, s, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        s += done;
        n -= (size_t)done;
    }
    return true;
}

/* The case in hand as JJJJ/<id>.zaak below the folder. */
static int write_file(struct gen *g, int folder)
{
    char year[5] = {0}, path[32];
    memcpy(year, g->z.id, 4);
    snprintf(path, sizeof path, "%s/%.17s.zaak", year, g->z.id);
    int fd = openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 && errno == ENOENT) {
        if (mkdirat(folder, year, 0700) && errno != EEXIST)
            return fail(73, year, strerror(errno));
        fd = openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    }
    if (fd < 0)
        return fail(73, path, strerror(errno));
    bool written = write_all(fd, g->text, g->n);
    int error = errno;
    if (close(fd) && written) {
        written = false;
        error = errno;
    }
    if (written)
        return 0;
    unlinkat(folder, path, 0);
    return fail(74, path, strerror(error));
}

int main(int argc, char **argv)
{
    struct gen g = {.seed = 1, .percent = 3};
    uint64_t cases = 100, bytes = UINT64_MAX, percent = 3, made = 0;
    bool counted = false;
    const char *dir = NULL;
    int folder = -1, option, status = 0;

    opterr = 0;
    while ((option = getopt(argc, argv, "s:n:b:w:o:")) != -1) {
        bool good = false;
        switch (option) {
        case 's':
            good = read_number(optarg, false, UINT64_MAX, &g.seed);
            break;
        case 'n':
            good = counted = read_number(optarg, true, CASES_MAX, &cases);
            break;
        case 'b':
            good = read_number(optarg, true, BYTES_MAX, &bytes);
            break;
        case 'w':
            good = read_number(optarg, false, 100, &percent);
            break;
        case 'o':
            good = *(dir = optarg) != 0;
            break;
        }
        if (!good)
            return usage();
    }
    if (optind < argc)
        return usage();
    if (bytes != UINT64_MAX && !counted)
        cases = CASES_MAX;
    g.percent = (unsigned)percent;
    g.text = malloc(ROOM + CASE_MAX);
    if (!g.text)
        return fail(70, "no memory", NULL);
    if (dir) {
        if (mkdir(dir, 0700) && errno != EEXIST)
            return fail(73, dir, strerror(errno));
        folder = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0)
            return fail(73, dir, strerror(errno));
    }

    for (uint64_t i = 0; i < cases && made < bytes && !status; i++) {
        size_t before = g.n;
        make_case(&g, i);
        made += g.n - before;
        if (dir) {
            status = write_file(&g, folder);
            g.n = 0;
        } else if (g.n >= ROOM) {
            if (!write_all(STDOUT_FILENO, g.text, g.n))
                status = fail(74, "standard output", strerror(errno));
            g.n = 0;
        }
    }
    if (!status && !write_all(STDOUT_FILENO, g.text, g.n))
        status = fail(74, "standard output", strerror(errno));
    if (close(STDOUT_FILENO) && !status)
        status = fail(74, "standard output", strerror(errno));
    free(g.text);
    return status;
}
