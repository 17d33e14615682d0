/* The tables of the generator: a row reads as the entry that comes of it. */
#include "zinnen.h"

#include <stddef.h>

/* clang-format off */
#define WOMEN "{Marloes|Samira|Anouk|Desirée|Hatice|Kim|Agnieszka|Ilse|Chloë}"
#define MEN "{André|Mustafa|Jeroen|René|Piotr|Sander|Youssef|Wesley|Joël}"
#define ADVICE "{Schrijf per signaal op wat is gezien en houd de duiding daarbuiten." \
    "|Spreek eerst met het kind alleen, daarna met de ouders, en bereid voor wie erbij is." \
    "|Leg de eerdere voorvallen op een tijdlijn: het patroon telt zwaarder dan één gebeurtenis." \
    "|Vraag naar de laatste keer: wie was erbij, wat gebeurde er, wat deed iedereen daarna." \
    "|Bel opnieuw zodra er iets bij komt; wacht niet op de volgende afspraak.}"
#define QUESTION "{Zijn deze signalen samen genoeg voor een vermoeden, en wie spreek ik eerst?" \
    "|Hoe breng ik dit ter sprake zonder dat %k daar thuis last van krijgt?" \
    "|Wat moet ik nog weten voordat ik kan wegen, en bij wie haal ik dat?}"
#define TALK "{De signalen één voor één voorgelegd, met datum en met wat er is gezien." \
    "|Uitgelegd dat wij met de meldcode werken en dat dit de derde stap daarvan is." \
    "|Gevraagd hoe een avond verloopt. %m beschreef het eten, het bad en de ruzies na %u." \
    "|Besproken wat %k hiervan meekrijgt, ook vanachter een dichte deur." \
    "|Nagegaan wie uit de familie kan helpen; een zus in %p kan %k in het weekend opvangen.}"
#define UNSAFE "{%o heeft een sleutel en komt onaangekondigd; %m kan %k dan niet wegbrengen." \
    "|%k is tot %u alleen thuis met %o, juist op de uren waarop het misging." \
    "|Er is niemand in huis die 's nachts naar %k gaat wanneer er ruzie is.}"
#define EXPECTED "{Een beoordeling van de veiligheid van %k en contact met %o." \
    "|Onderzoek naar wat er 's nachts gebeurt, en een gesprek samen met ons en de ouders.}"
#define TASK "{Belt iedere %w om %u met %m en vraagt naar de afgelopen nachten." \
    "|Meldt %k aan voor de groep voor kinderen die geweld hebben meegemaakt." \
    "|Regelt bij de gemeente een betalingsregeling voor de schuld van € %n%2." \
    "|Plant een netwerkberaad met de familie en %s.|Gaat met %m naar de intake in %p.}"
#define NOTHING "Geen vermoeden meer; de bevindingen zijn met de ouders besproken en vastgelegd."
#define HELPED "{Gezinsbegeleiding, %n maanden: geen ruzies meer, %k wordt op tijd gehaald." \
    "|De begeleiding en het netwerk samen houden stand; %m zegt dat zij weer slaapt.}"

#define KIND(label, naam, born) "Persoon: " label "\nRol: kind\nNaam: " naam " %g\n" \
    "?4 Ook_bekend_als: {Dédé|Bo|Noor}\nGeboortedatum: " born "\n"
#define BSN "?25 BSN: {999990019|999912343|999943078|999955822|999977192|999926603|999980452}\n\n"
#define OUDER(label, rol, gezag) "Persoon: " label "\nRol: " rol "\nNaam: " MEN " " SURNAMES "\n" \
    "Geboortedatum: %M\nGezag: " gezag "\n?8 Tolk: {Arabisch|Pools|Tigrinya|Turks}\n\n"
#define SIGNAAL "Signaal: #s\nDatum: %H\n"
#define OVERLEG "Overleg: #o\nDatum: %D\n?50 Stap: 2\n"
#define VEILIG_THUIS OVERLEG "Met: Veilig Thuis\nAnoniem: ja\nVraag: " QUESTION "\nAdvies: " \
    "{Op deze feiten is het vermoeden concreet genoeg om met de ouders te bespreken." \
    "|Weeg deze week en betrek de eerdere voorvallen; een gesprek samen met ons is mogelijk." \
    "|Ga na of het kind vannacht ergens anders kan slapen; kan dat niet, bel vandaag nog.}\n\n"
#define GESPREK "Gesprek: #g\nDatum: %D\n"
#define HELD "Gevoerd: ja\nIngelicht_over: vermoeden\n?30 Toestemming: gekregen\n" \
    "Inhoud: " TALK "~" TALK "\n" \
    "Reactie: {%m werd stil en zei daarna dat zij al langer hulp wil, maar niet wist waar." \
    "|%m herkent het beeld niet en noemt het toeval; zij wil wel opnieuw praten." \
    "|De vragen maakten boos; na een kwartier kwam het gesprek weer op gang.}\n" \
    "?20 Bezwaar: {Wil niet dat %s wordt geïnformeerd; dat gebeurt pas na overleg met de ouders." \
    "|Vreest voor de omgangsregeling. Uitgelegd dat de rechter daarover gaat.}\n"
#define WEGING "Weging: #w\nDatum: %D\n=b *Betreft\n*Vragen\n"
#define BESLUIT "Besluit: #b\nDatum: %D\n=b *Betreft\nWeging: $w\nBeslisser: {leidinggevende|%d}" \
    "\n=r Melden: ja\n!r Melden: nee\n=n Hulp: nee\n=r Hulp: samen met Veilig Thuis\n" \
    "=h Hulp: georganiseerd\n=n Motivering: " NOTHING "\n" \
    "=r Motivering: {Het afwegingskader vraagt om een melding; alleen kunnen wij dit niet keren." \
    "|Wij melden omdat wij zelf niet genoeg kunnen doen; onze hulp loopt daarnaast door.}\n" \
    "=h Motivering: {De hulp past bij wat er speelt, is op tijd beschikbaar en wordt aanvaard." \
    "|Hulp volstaat zolang de afspraken standhouden; bij een nieuw voorval wegen wij opnieuw.}\n" \
    "!n Doel: {Geen geweld waar %k bij is, en een volwassene die ingrijpt als het toch dreigt." \
    "|%k wordt iedere dag gebracht en gehaald, eet 's ochtends en slaapt in een eigen bed.}\n" \
    "!n Evalueren: %E\n\n"
#define MELDING "Melding: #m\nDatum: %D\n=b *Betreft\nSoort: nieuw\n" \
    "VeiligThuis: {Lindestreek|Waterland-Oost|Heidevallei}\nWijze: {telefoon|formulier}\n" \
    "Kenmerk: VT-%6\nOnveiligNu: " UNSAFE "\n!s Ingelicht: ja\n=s Ingelicht: deels\n" \
    "=s Niet_ingelicht: %t\n=s Reden: veiligheid betrokkene\nVerwacht: " EXPECTED "\n\n" \
    "Verwachting: #v\nDatum: %D\nVan: melder\nAan: Veilig Thuis\nSoort: verwacht\n" \
    "Verwacht: " EXPECTED "\nMogelijk: ja\nBeantwoord: %D\n\n" \
    "Verwachting: #v\nDatum: %D\nVan: Veilig Thuis\nAan: melder\nSoort: verwacht\n" \
    "Verwacht: " TASK "\nMogelijk: ja\nBeantwoord: %D\n\n"
#define TERUGKOPPELING "Terugkoppeling: #t\nDatum: %D\nMelding: $m\n"
#define REPORTED "Rol_melder: ja\n" \
    "Inhoud: {Veilig Thuis heeft met de ouders en %s gesproken en onderschrijft de zorgen." \
    "|De informanten bevestigen het beeld; %k is apart gezien op %s.}\n"
#define AFSPRAAK "Afspraak: #a\nDatum: %D\n"
#define EVALUATIE "Evaluatie: #e\nDatum: %D\nHulp: "

const struct step STEPS[] = {
    {'0', 100, 0, 0, 0, -1, "Zaak: %i\nFormaat: 1\n=j Kader: jeugd-en-gezin\n!j Kader: basis\n"
        "Geopend: %D\nOrganisatie: {Stichting Gezinspunt|Jeugdteam Oevers|Coöperatie Zorg}\n"
        "?70 Team: {Noord|Zuid|Centrum}\nBeroepskracht: %d\n?40 Contact: 088-0000000\n"
        "=f Aandachtsfunctionaris: %a\n!f Aandachtsfunctionaris: geen\n"
        "?10 X_Dossiernummer: D-%6\n\n"},
    {'1', 100, 0, 0, 0, -1, KIND("kind1", "%k", "%A") "!c Client: ja\n" BSN},
    {'2', 100, '2', 0, 0, -1, KIND("kind2", CHILDREN, "%B") BSN},
    {'3', 100, '3', 0, 0, -1, KIND("kind3", CHILDREN, "%C") BSN},
    {'4', 100, 0, 0, 0, -1, "Persoon: moeder\nRol: ouder\nNaam: " WOMEN " " SURNAMES "\n"
        "Geboortedatum: %M\n=c Client: ja\nGezag: ja\n"
        "Adres: {Meidoornlaan|Veerpad|Singelhof|Molenwerf} %n%1, %n%3 {SA|SD|SS} %p\n"
        "Telefoon: 06-00%6\n?10 Email: gezin%4@post.example\n=z Mobiel: 06-00%6\n\n"},
    {'5', 100, '5', 0, 0, -1, OUDER("vader", "ouder", "ja")},
    {'6', 100, '6', 0, 0, -1, OUDER("stiefvader", "partner", "nee")},
    {'7', 100, '7', 0, 0, -1, OUDER("expartner", "ex-partner", "ja")},
    {'8', 25, 0, 0, 0, -1, "Persoon: oma\nRol: familielid\nNaam: " WOMEN " %g\n"
        "Geboortedatum: %O\n\n"},
    {'9', 100, 'c', 0, 0, -1, "Kindcheck: #k\nDatum: %D\nUitgevoerd: ja\n*Leeftijden\n"
        "=t Zorg: gedeeld\n!t Zorg: alleen\n\n"},
    {'S', 100, 0, 0, 0, 20, SIGNAAL}, /* the first */
    {'x', 40, 0, 0, 6, 20, SIGNAAL},  /* one more */
    {'z', 3, 0, 0, 6, -1, SIGNAAL},   /* one that is withdrawn */
    {'s', 100, 0, 0, 1, 1, SIGNAAL},  /* one after an evaluation */
    {'O', 100, 0, 0, 4, 20, OVERLEG "=f Met: aandachtsfunctionaris\n=f Naam: %a\n!f Met: collega\n"
        "Vraag: " QUESTION "\nAdvies: " ADVICE "~" ADVICE "\n\n"},
    {'L', 100, 'i', 0, 2, 20, OVERLEG "Met: {letseldeskundige|vertrouwensarts}\n"
        "Vraag: Past dit letsel bij de uitleg die thuis is gegeven?\n"
        "Advies: {De vorm past niet bij een val van de trap; laat het vandaag nog zien."
        "|De leeftijd is op het oog niet te bepalen; de rand past bij een heet voorwerp.}\n\n"},
    {'v', 35, 0, 0, 3, 20, VEILIG_THUIS},
    {'V', 100, 0, 0, 1, 10, VEILIG_THUIS}, /* in doubt */
    {'K', 100, 'g', 1, 5, 20, GESPREK "*Kinderen\nGevoerd: ja\nIngelicht_over: vermoeden\n"
        "Inhoud: {Gesproken aan de hand van de drie huizen.|Getekend wie er thuis wonen.}"
        "~{Verteld waarom wij ons zorgen maken. %k wilde weten of %m nu boos wordt."
        "|%k vertelde over de ruzies: \"Dan ga ik in de kast zitten tot het stil is.\"}\n\n"},
    {'P', 100, 0, 0, 4, 20, GESPREK "Met: moeder\n=v Met: %t\n" HELD "\n"},
    {'q', 100, 'q', 0, 3, 15, GESPREK "Met: %t\n" HELD "\n"}, /* the other parent, apart */
    {'p', 100, 'p', 0, 3, 15, GESPREK "Met: %t\nGevoerd: nee\n=s Reden: veiligheid betrokkene\n"
        "!s Reden: onbereikbaar\n!s Poging: %P\n!s Poging: %Q\n=s Afschermen: ja\n\n"},
    {'k', 5, 0, 0, 2, -1, "Verklaring: #r\nDatum: %D\nVan: moeder\n"
        "Tekst: Ik vind dat te snel is gedacht dat het aan ons lag.~"
        "Ik wil dat in het dossier staat dat ik zelf om hulp heb gevraagd, en wanneer.\n\n"},
    {'N', 12, 0, 0, 2, -1, "Notitie: #n\nDatum: %D\n"
        "Tekst: {Terugbelverzoek van de huisarts; %q belt %w om %u.|Tolk besteld voor %w om %u."
        "|Verslag naar %m gestuurd, met de vraag om aan te vullen wat ontbreekt.}\n\n"},
    {'D', 100, 0, 0, 3, -1, WEGING "\n"}, /* doubt */
    {'W', 100, 0, 0, 4, 3, WEGING "\n"},
    {'R', 100, 0, 0, 2, 3, WEGING "\n"}, /* of question 5 */
    {'n', 100, 0, 0, 4, 15, BESLUIT},    /* nothing more */
    {'h', 100, 0, 0, 4, 15, BESLUIT},    /* help */
    {'H', 100, 0, 0, 3, 15, BESLUIT},    /* help goes on */
    {'B', 100, 0, 0, 4, 1, BESLUIT},     /* report */
    {'r', 100, 0, 0, 3, 1, BESLUIT},     /* report after all */
    {'M', 100, 0, 0, 1, 3, MELDING},
    {'w', 100, 0, 0, 0, -1, WEGING "\nMaatregel: #x\nDatum: %D\n" /* acute: all on one day */
        "Wat: {%k en %m slapen vanaf vanavond bij de zus in %p; %o kent het adres niet."
        "|De wijkagent rijdt tot en met het weekend langs; het slot is vervangen.}\n"
        "*Voor\nWie: %d\nWerkt: ja\n\n"},
    {'b', 100, 0, 0, 0, -1, BESLUIT},
    {'m', 100, 0, 0, 0, 3, MELDING},
    {'J', 100, 0, 0, 1, 2, WEGING "Samen: Veilig Thuis\n\n" BESLUIT},
    {'T', 100, 0, 1, 3, 3, TERUGKOPPELING "Moment: veiligheidsbeoordeling\n"
        "=a Oordeel: acuut onveilig\n=u Oordeel: structureel onveilig\n!y Oordeel: veilig genoeg\n"
        "Eerder: {ja|nee}\nVervolg: onderzoek\n" REPORTED "\n"},
    {'Q', 15, 0, 0, 0, -1, "Bevraging: #q\nDatum: %D\nVan: melder\nAan: Veilig Thuis\n"
        "Over: beoordeling\nBij: Terugkoppeling $t\nVraag: Waarop steunt het oordeel?\n"
        "Antwoord: Op de laatste %n weken; wat eerder was, komt in het onderzoek.\n"
        "Beantwoord: %D\n\n"},
    {'G', 100, 0, 1, 2, 1, GESPREK "Met: moeder\n=t Met: %t\n" HELD
        "Ondersteuning: Veilig Thuis\n\n"},
    {'A', 100, 0, 0, 3, 15, AFSPRAAK "Soort: taak\nPartij: melder\nWie: %d\nWat: " TASK "\n"
        "Uiterlijk: %U\n*Open\n\n" AFSPRAAK "Soort: veiligheidsafspraak\nPartij: betrokkene\n"
        "Wie: moeder\nWat: {Gaat bij oplopende ruzie met %k naar de zus in %p."
        "|Belt bij dreiging eerst de buren van nummer 14 en daarna de politie.}\n"
        "Doorlopend: ja\nStatus: open\n\n"},
    {'y', 5, 0, 0, 2, -1, "Wijziging: #y\nDatum: %D\nReden: overdracht aan collega\n"
        "Beroepskracht: %d\n\n"},
    {'t', 100, 0, 20, 40, 3, TERUGKOPPELING "Moment: onderzoek\nEerder: {ja|nee}\n"
        "Vervolg: voorwaarden en vervolg\n" REPORTED
        "Voorwaarde: %o komt niet in de woning zonder dat %m daarvoor heeft gebeld.\n"
        "Voorwaarde: Iedere week ziet een beroepskracht %k alleen.\n\n"},
    {'e', 100, 0, 20, 60, 15, EVALUATIE HELPED "\nResultaat: te vroeg\nOnveiligheid: gestopt\n"
        "Volgende: %E\n\n"},
    {'E', 100, 0, 20, 60, 15, EVALUATIE HELPED "\nResultaat: voldoende\nOnveiligheid: gestopt\n\n"},
    {'F', 100, 0, 20, 60, 2, EVALUATIE "Na %n weken is er weer geslagen waar %k bij was.\n"
        "Resultaat: onvoldoende\nOnveiligheid: herhaald\n\n"},
    {'C', 100, 0, 0, 10, -1, "Afsluiting: #c\nDatum: %D\n=n Reden: vermoeden weggenomen\n"
        "!n Reden: hulp voldoende\n=n Motivering: " NOTHING "\n"
        "!n Motivering: {De doelen zijn gehaald en %n maanden lang vastgehouden."
        "|Alle betrokkenen zijn gesproken over het einde van het traject; niemand had bezwaar.}\n"
        "!n Volgen: %j let op de ochtenden; wij bellen %m na drie en na zes maanden.\n\n"},
};

#define OPENING "0123456789SxxzxxxOLvKPqpkN"
const struct plan PLANS[] = {
    {25, OPENING "WnC", "n", NULL, NULL},                    /* the suspicion is removed */
    {26, OPENING "WhAyNERHC", "jnjj", "j", NULL},            /* help that works */
    {8, OPENING "WhAeNERHC", "jnjj", "j", NULL},             /* ... evaluated twice */
    {8, OPENING "DVWhAERHC", "jnjj", "j", NULL},             /* ... after doubt */
    {6, OPENING "WhAFsRrMTQAtAEC", "jnjj", "n", NULL},       /* help that does not */
    {12, OPENING "WBMTQAytNAEC", "jj", NULL, "structureel"}, /* structural: reported */
    {4, OPENING "WBMTQAtAEC", "jnn", NULL, NULL},            /* no help to be had: reported */
    {4, OPENING "WBMTQAtAEC", "jnjn", NULL, NULL},           /* help refused: reported */
    {7, OPENING "wbmJTGAtAEC", "jj", NULL, "acuut"},         /* acute: reported that day */
};

const char *const ANSWERS[] = {"ja", "nee", "twijfel"};

const char *const WHY[][3] = {
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

#define SAW "waarneming", NULL
#define SAID "uitspraak betrokkene"
#define HEARD "uitspraak derde"
#define READ "document"
const struct feit FEITEN[] = {
    {GROOT, SAW, "lichamelijk",
     "Bij het omkleden om %u een blauwe plek van %n centimeter op %l van %k gezien."},
    {GROOT, SAW, "verwaarlozing",
     "%k kwam om %u bij %s aan zonder jas; de thermometer bij de deur wees %n graden aan."},
    {0, SAW, "psychisch",
     "Bij het ophalen om %u zei %o in de gang tegen %k: \"Door jou gaat het hier mis.\""},
    {KLEIN, SAW, "verwaarlozing",
     "Huisbezoek om %u: de luier van %k was doorgelekt, in de keuken stond geen melkpoeder."},
    {GROOT, SAID, "kind1", "getuige",
     "%k tekende op %w het huis met een kruis door de deur.~De tekening is mee naar huis."},
    {0, SAID, "moeder", "getuige",
     "%m vertelde dat %o in een maand %n keer met een vuist op de deur sloeg; %k lag in bed."},
    {GEHOORD, HEARD, "%j van %s", "verwaarlozing",
     "%k is deze maand %n keer niet opgehaald; na een halfuur kwam een buurvrouw."},
    {GEHOORD, HEARD, "buurvrouw van nummer 14", "getuige",
     "Vanaf 21.30 uur geschreeuw en brekend glas; daarna stond %m met %k op de galerij."},
    {GEHOORD, READ, "huisarts te %p", "verwaarlozing",
     "In de brief staat dat %k op %n afspraken niet is verschenen; de weging is drie keer verzet."},
    {GEHOORD, READ, "woningcorporatie Oevers", "financieel",
     "De aanmaning noemt een huurschuld van € %n.%3 en een ontruiming over %n weken."},
    {KLEIN, "onderzoek", NULL, "verwaarlozing",
     "Bij de weging was %k %n ons lichter dan zes weken eerder; de lengte is gelijk gebleven."},
    {KLEIN | LETSEL, SAW, "lichamelijk",
     "Bij het verschonen om %u een rode striem van %n centimeter op %l van %k gezien."},
    {GROOT | LETSEL, SAW, "lichamelijk",
     "%j zag om %u een brandwond zo groot als een munt van €2 op %l van %k."},
    {GROOT | ONTHULD, SAID, "kind1", "lichamelijk",
     "%k bleef na de les zitten en vertelde uit zichzelf dat %o de avond ervoor sloeg."},
    {WEERLEGT, SAW, "overig",
     "Huisbezoek om %u: er was melk, groente en brood en %k speelde memory met %m."},
    {WEERLEGT | GEHOORD, READ, "kinderarts te %p", "lichamelijk",
     "De plekken passen bij een stollingsstoornis, die bij %k is vastgesteld."},
};
const char SIGNAAL_REST[] = "=e Gebeurd: %G\n=l *Betreft\n!l Betreft: kind1\n"
    "=w Bron: eigen waarneming\n!w Bron: %b\n=B Bronpersoon: %c\n=e Bron_open: {ja|nee}\n"
    "Soort: %e\nFeit: %f{| Een foto is niet gemaakt.| Een schets zit in het dossier."
    "| Op de vraag hoe het kwam, haalde %k de schouders op.| Dit is met %q nagelopen.}\n"
    "=m Citaat: {\"Ze schreeuwden zo hard dat de hond onder mijn bed kroop.\""
    "|\"Als het donker is, durf ik niet naar huis.\"|\"Er staat een stoel onder de klink.\"}\n"
    "?50 Duiding: {De uitleg die thuis is gegeven, past niet bij wat is gezien."
    "|Past bij wat %m eerder over de spanning met %o vertelde."
    "|Kan ook een andere oorzaak hebben; daarom is de jeugdarts om een oordeel gevraagd."
    "|Eén voorval zou ik anders wegen; samen met het vorige maakt het mij ongerust.}\n"
    "?15 =t Vermoedelijk_door: %t\n=x Richting: weerleggend\n?25 !x Richting: bevestigend\n"
    "=k Risicofactor: {alcoholgebruik van %o|geen omgangsregeling|depressie van %m}\n"
    "=K Onveiligheid: " UNSAFE "\n=d Disclosure: ja\n=L Letsel: ja\n"
    "?40 Plaats: {thuis|%s|spreekkamer|telefonisch}\n=d Afschermen: ja\n"
    "?4 X_Registratie: wijkteam %p\n\n";
const char WITHDRAWN[] = "Signaal: $s\nIngetrokken: {betrof een ander gezin|dubbel vastgelegd}\n\n";
const char CORRECTED[] = "Toelichting: {Verbeterd: eerst stond hier een ander uur.|Aangevuld met %q.}\n\n";
const char SETTLED[] = "Status: gedaan\nAfgerond: %D\nResultaat: Gedaan en met allen besproken.\n\n";

const unsigned PLAN_COUNT = sizeof PLANS / sizeof *PLANS;
const unsigned FEIT_COUNT = sizeof FEITEN / sizeof *FEITEN;
