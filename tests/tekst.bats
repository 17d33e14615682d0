#!/usr/bin/env bats
# The dossier as text: what a reader gets, to the byte for one case, and for the shipped examples that nothing is left out.

load lib

examples=("$BATS_TEST_DIRNAME"/../share/voorbeelden/*.zaak)
kader="$BATS_TEST_DIRNAME/../share/kader/jeugd-en-gezin.kader"

# A framework of two questions.
write_kader() {
    cat >proef.kader <<'EOF'
Kader: proef
Versie: 3
Geldig: 2020-01-01
Titel: Proefkader voor de jeugdgezondheidszorg
Eigenaar: beroepsgroep
Tekst_status: letterlijk
Bron: geen

Vraag: 1
Kort: Vermoeden
Tekst: Is er een vermoeden van huiselijk geweld of kindermishandeling?
Weegt: vermoeden
Ongunstig: ja

Antwoord: 1 ja
Verder: 2

Antwoord: 1 nee
Uitkomst: afsluiten
Verder: einde

Vraag: 2
Kort: Veiligheid
Tekst: Is het onveilig?
Weegt: veiligheid
Ongunstig: ja
Tekst_status: samengevat

Antwoord: 2 ja
Uitkomst: melden
Norm: 1
Verder: einde

Antwoord: 2 nee
Uitkomst: hulp
Verder: einde

Meldnorm: 1
Tekst: In alle gevallen van onveiligheid.
Tekst_status: basistekst

EOF
}

write_case() {
    cat >klein.zaak <<'EOF'
Zaak: klein
Formaat: 1
Kader: proef
Geopend: 2026-11-02
Organisatie: Huis van het Kind
Beroepskracht: F. de Graaf
Contact:
Kleur: geel
X_Client_nr: 4471
Vastgelegd: 2026-11-02T16:05:00+01:00
Door: F. de Graaf

Persoon: kind1
Rol: kind
Naam: Sam de Wit
Geboortedatum: 2019-11-30
Vastgelegd: 2026-11-02T16:06:00+01:00
Door: F. de Graaf

Persoon: ouder1
Rol: ouder
Naam: onbekend
Gezag:
Afschermen: ja

Signaal: 2
Datum: 2026-11-03
Betreft: kind1
Bron: waarneming
Feit: Een blauwe plek op de kin.
Vastgelegd: 2026-11-03T09:00:00+01:00
Door: assistente

Signaal: 1
Datum: 2026-11-02T09:05:30Z
Gebeurd: 2026-10
Betreft: kind1
Bron: uitspraak derde
Bronpersoon: buurvrouw
Soort: getuige
Soort: psychisch
Feit: Sam zat 's avonds op de trap en at niets. Hij droeg alleen een T-shirt.
+
+ De buurvrouw riep hem
+ binnen.
Citaat: Ik ga niet naar huis
Duiding: Hij leek mij bang.
Letsel: nee
Kwetsbaar: ja
X_Bron: telefoon
Vastgelegd: 2026-11-02T16:10:00+01:00

Signaal: 2
Datum: 2026-11-03
Betreft: kind1
Bron: waarneming
Feit: Een blauwe plek op de linkerkaak, zo groot als een euro.
Letsel: ja
Vastgelegd: 2026-11-04T08:30:00+01:00
Door: F. de Graaf

Signaal: 3
Datum: 2026-11-02
Betreft: kind1
Bron: document
Feit: Verzuimbrief van school.
Vastgelegd: 2026-11-04T08:45:00+01:00
Door: F. de Graaf

Signaal: 3
Ingetrokken: de brief ging over een ander kind
Vastgelegd: 2026-11-05T10:00:00+01:00
Door: F. de Graaf

Overleg: 1
Vernietigd: ja

Overleg: 2
Datum: 2026-11-06
Stap: 4
Met: collega
Advies: Weeg vandaag.

Weging: 1
Datum: 2026-11-06
Vraag1: ja
Motivering1: Sam zegt het zelf.
Vraag2: twijfel
Motivering2:

Weging: 2
Datum: 2026-11-09
Bouwt_op: 1
Vraag2: ja
Motivering2: De plek is op een tweede dag gezien.
Aard: structureel
Steunt: 1
Steunt: 2

Besluit: 1
Datum: 2026-11-09
Melden: ja
Hulp: nee
Motivering: Het houdt aan.

Afspraak: 1
Datum: 2026-11-09
Partij: melder
Wie: F. de Graaf
Wat: Belt de school.
Uiterlijk: 2026-11-12
Status: open

Wijziging: 1
Datum: 2026-11-10
Reden: overdracht aan collega
Beroepskracht: N. Bos

Vernietiging: 1
Datum: 2026-11-10
Wat: Overleg 1
Verzoek: betrokkene
Grond: AVG artikel 17

Notitie: 1
Datum: 2026-11-11
Tekst: Sleutel ligt bij de balie.

Spoedplan: A
Wat: logeren bij tante
Wanneer:

EOF
}

@test "a case reads as it should, to the byte" {
    write_kader
    write_case
    mc-export klein.zaak proef.kader >out
    cat >expected <<'EOF'
DOSSIER klein
Meldcode huiselijk geweld en kindermishandeling

Geopend:        2 november 2026 (vastgelegd 16.05 uur)
Organisatie:    Huis van het Kind
Beroepskracht:  N. Bos (bij opening: F. de Graaf)
Contact:        (gevraagd, niet ingevuld)
Kleur (onbekend veld): geel · Client nr (eigen veld): 4471
Kader:          Proefkader voor de jeugdgezondheidszorg; eigenaar:
                beroepsgroep; proef, versie 3
Vastgelegd:     door F. de Graaf, waar alleen het tijdstip staat
Let op:         wat AFGESCHERMD heet, is niet voor de betrokkenen

WAAR DE ZAAK STAAT

Op 24 november 2026: besloten (nog niet gemeld).

kind1 (Sam de Wit)
  Uitkomst:     melden, meldnorm 1; structureel onveilig (Weging 2,
                9 november 2026)
  Besluit:      melden: ja; hulp: nee (Besluit 1, 9 november 2026)

  Meldnorm 1:   In alle gevallen van onveiligheid. (basistekst)
  Open:         Afspraak 1 (uiterlijk 12 november 2026)

PERSONEN

Persoon kind1 (vastgelegd 2 november 2026, 16.06 uur)
  Rol: kind · Naam: Sam de Wit ·
  Geboortedatum: 30 november 2019 (nu 6 jaar)

Persoon ouder1, AFGESCHERMD
  Rol: ouder · Naam: onbekend · Gezag: (gevraagd, niet ingevuld)

STAP 1. SIGNALEN

Signaal 1, 2 november 2026, 9.05 uur UTC (vastgelegd 16.10 uur, niet
  vermeld door wie)
  Gebeurd: oktober 2026 · Betreft: kind1 (Sam de Wit) ·
  Bron: uitspraak derde · Bronpersoon: buurvrouw (AFGESCHERMD) ·
  Soort: getuige, psychisch
  Feit:         Sam zat 's avonds op de trap en at niets. Hij droeg
                alleen een T-shirt.

                De buurvrouw riep hem binnen.
  Citaat:       "Ik ga niet naar huis"

  Duiding:      Hij leek mij bang.

  Letsel: nee · Kwetsbaar (onbekend veld): ja ·
  Bron (eigen veld): telefoon

Signaal 3, ingetrokken: de brief ging over een ander kind (vastgelegd
  5 november 2026, 10.00 uur)

  Signaal 3, 2 november 2026, vervangen (vastgelegd 4 november 2026,
    8.45 uur)
    Betreft: kind1 (Sam de Wit) · Bron: document
    Feit:         Verzuimbrief van school.

Signaal 2, 3 november 2026 (vastgelegd 4 november 2026, 8.30 uur)
  Betreft: kind1 (Sam de Wit) · Bron: waarneming
  Feit:         Een blauwe plek op de linkerkaak, zo groot als een euro.
  Letsel: ja

  Signaal 2, vervangen (vastgelegd 3 november 2026, 9.00 uur door
    assistente); anders was:
    Feit:         Een blauwe plek op de kin.
    Letsel: (ontbrak)

STAP 2. OVERLEG

Overleg 1, vernietigd

STAP 3. GESPREKKEN

Niets vastgelegd.

STAP 4. WEGING

Overleg 2, 6 november 2026
  Met: collega
  Advies:       Weeg vandaag.

Weging 1, 6 november 2026
  Vraag 1:      Is er een vermoeden van huiselijk geweld of
                kindermishandeling?
  Antwoord:     ja
  Motivering:   Sam zegt het zelf.
  Vraag 2:      Is het onveilig? (samengevat)
  Antwoord:     twijfel
  Motivering:   (gevraagd, niet ingevuld)
  Uitkomst:     onbeslist; vraag 2 geeft geen uitsluitsel

Weging 2, 9 november 2026
  Bouwt op: Weging 1
  Vraag 1:      Vermoeden: ja (zie Weging 1)
  Vraag 2:      Is het onveilig? (samengevat)
  Antwoord:     ja; uitkomst melden, meldnorm 1
  Motivering:   De plek is op een tweede dag gezien.
  Aard: structureel · Steunt: Signaal 1, 2
  Uitkomst:     melden, meldnorm 1; structureel onveilig

STAP 5. BESLUIT, MELDING EN HULP

Besluit 1, 9 november 2026
  Melden: ja · Hulp: nee
  Motivering:   Het houdt aan.

SAMENWERKING

Afspraak 1, 9 november 2026
  Partij: melder · Wie: F. de Graaf
  Wat:          Belt de school.
  Uiterlijk: 12 november 2026 · Status: open

NOTITIES

Notitie 1, 11 november 2026
  Tekst:        Sleutel ligt bij de balie.

WIJZIGINGEN

Wijziging 1, 10 november 2026
  Reden: overdracht aan collega · Beroepskracht: N. Bos

VERNIETIGING

Vernietiging 1, 10 november 2026
  Wat: Overleg 1 · Verzoek: betrokkene · Grond: AVG artikel 17

OVERIGE AANTEKENINGEN

Spoedplan A (onbekende soort)
  Wat: logeren bij tante · Wanneer: (gevraagd, niet ingevuld)

Einde van dossier klein, 17 aantekeningen. Het laatst vastgelegd:
  Signaal 3, 5 november 2026, 10.00 uur, door F. de Graaf.
EOF
    diff -u expected out
}

# entries.pl CASE TEXT: of every record each value stands where the record stands in the text, whole but for its line breaks;
# days in Dutch. Prints what is missing, and how many values were looked for.
write_entries_pl() {
    cat >entries.pl <<'EOF'
use strict; use warnings; use utf8; use open qw(:std :encoding(UTF-8));
my @months = qw(januari februari maart april mei juni juli augustus september oktober november december);
sub flat { my $s = shift; $s =~ s/\s+/ /g; $s =~ s/^ | $//g; return $s }
sub dutch {
    my ($v) = @_;
    return "$months[$2 - 1] $1" if $v =~ /^(\d{4})-(\d\d)$/;
    $v =~ /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):\d\d\+0[12]:00)?$/ or return $v;
    my $day = ($3 + 0) . " $months[$2 - 1] $1";
    return defined $4 ? "$day, " . ($4 + 0) . ".$5 uur" : $day;
}
my ($case, $text) = @ARGV;
my (@records, $open);
open my $in, '<', $case or die;
while (<$in>) {
    chomp;
    if (/^$/) { $open = 0; next }
    if (/^\+ ?(.*)/) { $records[-1][-1][1] .= "\n$1"; next }
    my ($name, $value) = /^(\w+): ?(.*)/ or die "line $.";
    push @records, [] unless $open;
    $open = 1;
    push @{$records[-1]}, [$name, $value];
}
my ($block, %at) = ('Zaak');
my %kind = map { ("$$_[0][0] $$_[0][1]" => 1) } @records;
open my $out, '<', $text or die;
while (<$out>) {
    $block = 'Stand' if /^WAAR DE ZAAK STAAT$/;
    $block = $1 if /^(\w+ [\w-]+)(?:[ ,]|$)/ && $kind{$1};
    $block = 'Einde' if /^Einde van dossier /;
    $at{$block} .= $_ unless /^[A-Z]/ && $_ eq uc;
}
my $count = 0;
my ($door) = map { $$_[1] } grep { $$_[0] eq 'Door' } @{$records[0]};
for my $r (@records) {
    my $zaak = $$r[0][0] eq 'Zaak';
    my $block = flat($at{$zaak ? 'Zaak' : "$$r[0][0] $$r[0][1]"} // '');
    my ($day) = map { substr $$_[1], 0, 10 } grep { $$_[0] =~ /^(?:Datum|Geopend)$/ } @$r;
    for my $f (@$r) {
        my ($name, $value) = @$f;
        next if $name =~ /^(?:Stap|Formaat)$/ || ($name eq 'Afschermen' && $block =~ /AFGESCHERMD/);
        next if $name eq 'Door' && !$zaak && $value eq $door;
        $value = dutch(flat($value));
        $value =~ s/^.*?, // if $name eq 'Vastgelegd' && index($$f[1], $day // '?') == 0;
        $count++;
        print "$$r[0][0] $$r[0][1] lacks $name\n" if index($block, $value) < 0;
    }
}
print "$count values\n";
EOF
}

@test "every value of the shipped examples stands at its entry" {
    write_entries_pl
    values=0
    for zaak in "${examples[@]}"; do
        mc-export "$zaak" "$kader" >out
        perl entries.pl "$zaak" out >found
        grep -v ' values$' found && return 1
        values=$((values + $(cut -d ' ' -f 1 found)))
    done
    echo "$values values"
    ((values > 700))
}

@test "no line is longer than the width unless it is one word, none ends in a space" {
    for width in 40 60 72 100; do
        for zaak in "${examples[@]}"; do
            mc-export --width="$width" "$zaak" "$kader" >out
            width=$width perl -CSD -ne \
                'chomp; print "$.: $_\n" if length > $ENV{width} && /^\s*\S+\s+\S/ || /\s$/' out >wrong
            [ ! -s wrong ] || { cat wrong; return 1; }
        done
    done
}

@test "text holds no control character but the line break" {
    mc-export "$BATS_TEST_DIRNAME/../share/voorbeelden/twee-kinderen.zaak" "$kader" >out
    run grep -cP '[\x00-\x08\x0b-\x1f\x7f]' out
    [ "$output" = 0 ]
}

@test "cases are separated by a form feed" {
    write_kader
    write_case
    sed 's/^Zaak: klein$/Zaak: ander/' klein.zaak >ander.zaak
    mc-export klein.zaak proef.kader >one
    mc-export ander.zaak proef.kader >two
    mc-export klein.zaak ander.zaak proef.kader >both
    { cat one && printf '\f' && cat two; } | cmp - both
}

@test "the language of the messages does not change the dossier" {
    write_kader
    write_case
    mc-export klein.zaak proef.kader >one
    LANGUAGE='nl' mc-export klein.zaak proef.kader >two
    LC_ALL=de_DE.ISO-8859-1 mc-export klein.zaak proef.kader >three
    cmp one two
    cmp one three
}

# stand CASE: the block of where the case stands.
stand() {
    mc-export "$BATS_TEST_DIRNAME/../share/voorbeelden/$1.zaak" "$kader" |
        sed -n '/^WAAR DE ZAAK STAAT$/,/^PERSONEN$/p'
}

@test "persons about whom the same stands share a block" {
    stand acute-melding >out
    grep -x 'Op 24 november 2026: samenwerking (gemeld, en Veilig Thuis koppelde' out
    grep -x 'kind1 (Jens Aalders) en kind2 (Lotte Brinkhof)' out
    [ "$(grep -c '^  Uitkomst:' out)" = 1 ]
    [ "$(grep -c '^  Meldnorm [12]:' out)" = 2 ]
    run grep '^  Stand:' out
    [ "$status" = 1 ]
}

@test "persons with different outcomes stand apart" {
    stand twee-kinderen >out
    grep -x 'Op 24 november 2026: samenwerking.' out
    grep -A 2 '^kind1' out | grep -x '  Uitkomst:     melden, meldnorm 1 en 2; structureel onveilig (Weging 1,'
    grep -A 1 '^kind2' out | grep -x '  Stand:        hulp (zonder melding)'
    grep -A 2 '^kind2' out | grep -x '  Uitkomst:     hulp; vraag 5 is nog open (Weging 2, 26 oktober 2026)'
}

@test "a closed case says since when and why, and open agreements stand the first term first" {
    stand hulp-die-werkt >out
    grep -x 'Op 24 november 2026: gesloten sinds 12 november 2026 (hulp voldoende).' out
    stand twee-kinderen | grep -A 2 '^  Open:' >out
    diff - out <<'EOF'
  Open:         Afspraak 3 (uiterlijk 1 december 2026),
                Afspraak 2 (uiterlijk 11 december 2026),
                Afspraak 1 (doorlopend)
EOF
}

@test "a consultation stands in the step that it names, by day" {
    mc-export "$BATS_TEST_DIRNAME/../share/voorbeelden/hulp-die-werkt.zaak" "$kader" |
        sed -n '/^STAP 5/,/^SAMENWERKING/s/^\([A-Z][a-z]* [0-9]*\),.*/\1/p' >out
    diff - out <<'EOF'
Besluit 1
Evaluatie 1
Evaluatie 2
Overleg 4
Besluit 2
EOF
}

@test "without its framework a weighing keeps its answers, and says that there is no outcome" {
    write_case
    mc-export klein.zaak >out
    grep -x 'Kader:          proef (niet te raadplegen, of nu niet van kracht)' out
    [ "$(sed -n '/^Weging 1/,/^$/p' out)" = 'Weging 1, 6 november 2026
  Vraag 1:      ja
  Motivering:   Sam zegt het zelf.
  Vraag 2:      twijfel
  Motivering:   (gevraagd, niet ingevuld)
  Uitkomst:     niet te bepalen; het kader is niet te raadplegen of gold
                die dag niet' ]
}

@test "steps without an entry are shown, other parts are not" {
    printf '%s\n' 'Zaak: leeg' 'Formaat: 1' 'Kader: proef' 'Geopend: 2026-11-02' 'Beroepskracht: N. Bos' '' >leeg.zaak
    mc-export leeg.zaak >out
    [ "$(grep -c '^Niets vastgelegd.$' out)" = 5 ]
    [ "$(grep -c '^STAP [1-5]\. ' out)" = 5 ]
    run grep -E '^(PERSONEN|SAMENWERKING|OVERIGE)' out
    [ "$status" = 1 ]
    [ "$(tail -n 2 out)" = 'Einde van dossier leeg, 0 aantekeningen. Het laatst vastgelegd:
  Zaak leeg.' ]
}

# entry LINE...: a case with these lines behind its header, as text.
entry() {
    printf '%s\n' 'Zaak: een' 'Formaat: 1' 'Kader: proef' 'Geopend: 2026-11-02' 'Beroepskracht: N. Bos' '' "$@" '' >een.zaak
    mc-export een.zaak >out
}

@test "persons stand apart when one was weighed or closed otherwise" {
    signaal=(Bron:\ waarneming Feit:\ x Betreft:\ kind{1,2,3,4,5,6,7})
    entry 'Signaal: 1' 'Datum: 2026-11-02' "${signaal[@]}" '' \
        'Weging: 1' 'Datum: 2026-11-03' 'Betreft: kind1' '' \
        'Weging: 2' 'Datum: 2026-11-03' 'Betreft: kind2' '' \
        'Afsluiting: 1' 'Datum: 2026-11-04' 'Betreft: kind5' 'Reden: overgedragen' 'Motivering: x' '' \
        'Afsluiting: 2' 'Datum: 2026-11-04' 'Betreft: kind3' 'Reden: overleden' 'Motivering: x'
    sed -n '/^WAAR/,/^STAP 1/p' out | grep -E '^(kind|  Stand)' >found
    diff - found <<'EOF'
kind1
  Stand:        signalen (nog niet overlegd)
kind2
  Stand:        signalen (nog niet overlegd)
kind3
  Stand:        gesloten sinds 4 november 2026 (overleden)
kind4
  Stand:        signalen (nog niet overlegd)
kind5
  Stand:        gesloten sinds 4 november 2026 (overgedragen)
kind6 en kind7
  Stand:        signalen (nog niet overlegd)
EOF
}

@test "somebody who is not one of everyone is closed with the case" {
    entry 'Signaal: 1' 'Datum: 2026-11-02' 'Betreft: kind1' 'Bron: waarneming' 'Feit: x' '' \
        'Evaluatie: 1' 'Datum: 2026-11-03' 'Betreft: ouder1' 'Resultaat: voldoende' 'Onveiligheid: gestopt' '' \
        'Afsluiting: 1' 'Datum: 2026-11-04' 'Betreft: kind1' 'Reden: overgedragen' 'Motivering: x'
    grep -A 1 '^ouder1' out | grep -x '  Stand:        gesloten sinds 4 november 2026'
}

@test "an entry about everyone says who that is" {
    entry 'Signaal: 1' 'Datum: 2026-11-02' 'Betreft: kind1' 'Betreft: kind2' 'Bron: waarneming' 'Feit: x' '' \
        'Evaluatie: 1' 'Datum: 2026-11-03' 'Betreft: ouder1' 'Resultaat: te vroeg' 'Onveiligheid: gestopt' '' \
        'Besluit: 1' 'Datum: 2026-11-03' 'Melden: nee' 'Hulp: nee' 'Motivering: x'
    grep -A 1 '^Besluit 1' out | grep -x '  Betreft: iedereen (kind1, kind2) · Melden: nee · Hulp: nee ·'
    grep -A 1 '^Evaluatie 1' out | grep -x '  Betreft: ouder1 · Resultaat: te vroeg · Onveiligheid: gestopt'
}

# overleg: what stands under the heading of step 2.
overleg() {
    sed -n '/^STAP 2/,/^STAP 3/p' out | sed '1,2d;$d'
}

@test "an earlier version says in what it differed, and no more" {
    entry 'Overleg: 1' 'Datum: 2026-11-02' 'Stap: 2' 'Met: collega' 'Advies: Wacht nog.' 'Afschermen: ja' '' \
        'Overleg: 1' 'Datum: 2026-11-03' 'Stap: 2' 'Met: collega' 'Naam: K. Vos' 'Advies: Wacht nog.' 'Afschermen: nee'
    diff - <(overleg) <<'EOF'
Overleg 1, 3 november 2026
  Met: collega · Naam: K. Vos
  Advies:       Wacht nog.
  Afschermen: nee

  Overleg 1, vervangen, AFGESCHERMD; anders was:
    Datum: 2 november 2026 · Naam: (ontbrak)

EOF
}

@test "an entry that moved to another step says in which it stood" {
    entry 'Overleg: 1' 'Datum: 2026-11-02' 'Stap: 3' 'Met: collega' 'Advies: Wacht nog.' '' \
        'Overleg: 1' 'Datum: 2026-11-02' 'Stap: 2' 'Met: collega' 'Advies: Wacht nog.'
    overleg | grep -A 1 -x '  Overleg 1, vervangen; anders was:' | grep -x '    Stap: 3'
}

@test "what was withdrawn is no earlier version of what took its label" {
    entry 'Overleg: 1' 'Ingetrokken: dubbel' '' \
        'Overleg: 1' 'Datum: 2026-11-02' 'Met: collega' 'Advies: Wacht nog.'
    diff - <(overleg) <<'EOF'
Overleg 1, 2 november 2026
  Met: collega
  Advies:       Wacht nog.

  Overleg 1, vervangen, ingetrokken: dubbel

EOF
}

@test "a quotation gets marks only when it has none" {
    while IFS='|' read -r given shown; do
        entry 'Signaal: 1' 'Datum: 2026-11-02' 'Betreft: kind1' 'Bron: waarneming' 'Feit: x' "Citaat: $given"
        grep -xF "  Citaat:       $shown" out
    done <<'EOF'
ik durf niet naar huis|"ik durf niet naar huis"
's Avonds slaat hij|"'s Avonds slaat hij"
"ik durf niet"|"ik durf niet"
Hij zei: "nee"|Hij zei: "nee"
“Ik durf niet”|“Ik durf niet”
„Ik durf niet”|„Ik durf niet”
„Ik durf niet“|„Ik durf niet“
«Ik durf niet»|«Ik durf niet»
‘Ik durf niet’|‘Ik durf niet’
'Ik durf niet'|'Ik durf niet'
onbekend|onbekend
EOF
}

@test "no text of a case passes for a heading, and none is altered but a TAB" {
    entry 'Notitie: 1' 'Datum: 2026-11-02' $'Tekst: =HYPERLINK("x")\t<b>@SUM(1)</b>' '+' '+ STAP 5. BESLUIT' \
        'X_Kop: STAP 4. WEGING'
    grep -xF '  Tekst:        =HYPERLINK("x") <b>@SUM(1)</b>' out
    grep -xF '                STAP 5. BESLUIT' out
    [ "$(grep -c '^STAP 4' out)" = 1 ]
    [ "$(grep -c '^STAP 5' out)" = 1 ]
    sed -i '2i X_naam_van_twintig_en_vier: STAP 4. WEGING' een.zaak
    mc-export --width=40 een.zaak >out
    grep -xF '  STAP 4. WEGING' out
    [ "$(grep -c '^STAP 4' out)" = 1 ]
}

@test "a moment in another zone says so" {
    entry 'Notitie: 1' 'Datum: 2026-11-02T23:30:00+03:00' 'Tekst: x'
    grep -x 'Notitie 1, 2 november 2026, 23.30 uur UTC+03:00' out
    entry 'Notitie: 1' 'Datum: 2026-07-02T00:05:00+02:00' 'Tekst: x'
    grep -x 'Notitie 1, 2 juli 2026, 0.05 uur' out
}

@test "a day that is none, empty or missing is shown as that" {
    entry 'Notitie: 1' 'Datum: vorige week' 'Tekst: x'
    grep -x 'Notitie 1, vorige week' out
    entry 'Notitie: 1' 'Datum:' 'Tekst: x'
    grep -x 'Notitie 1, datum (gevraagd, niet ingevuld)' out
    entry 'Notitie: 1' 'Tekst: x'
    grep -x 'Notitie 1, zonder datum' out
}
