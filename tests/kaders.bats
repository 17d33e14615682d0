#!/usr/bin/env bats
# The frameworks that are shipped: each is used by all four programs, its texts are those of its sources, and what it
# asks of step 2 is what the sources ask.

load lib

kaders=$BATS_TEST_DIRNAME/../share/kader

# What there is, with whom step 2 must consult (of one line any one, of all lines each), and whether a disclosure is acute.
frameworks() {
    local line='collega | aandachtsfunctionaris | Veilig Thuis'
    cat <<TABLE
apothekers: $line
artsen: collega | aandachtsfunctionaris; Veilig Thuis | vertrouwensarts
basis: $line
gehandicaptenzorg: $line
gemeente: $line
jeugd-en-gezin: $line (onthulling: acuut)
jeugdgezondheidszorg: $line
justitie: $line
kinderopvang: $line
kraamzorg: $line
logopedie: $line
onderwijs: $line
opvang-asielzoekers: $line
paramedici: $line; Veilig Thuis
verloskundigen: $line
verpleegkundigen: $line
TABLE
}

names() {
    frameworks | cut -d: -f1
}

# ---- what they are ----

@test "these frameworks are shipped, and this they ask of step 2" {
    local file
    for file in "$kaders"/*; do
        awk -v name="$(basename "$file" .kader)" -F ': ' '
            $1 == "Verplicht" { lines = lines (lines == "" ? "" : "; ") $2 }
            $1 == "Onthulling" { disclosure = " (onthulling: " $2 ")" }
            END { print name ": " lines disclosure }' "$file"
    done | diff <(frameworks) -
}

@test "jeugd-en-gezin is that of the sixteen associations of the factsheet, by name" {
    awk -F ': ' '$1 == "Groep" && $2 ~ /^[[:upper:]]/ { print $2 }' "$kaders/jeugd-en-gezin.kader" >got
    printf '%s\n' NVO NIP BPSW NVP LVVP NVGzP VGCt NVVS VKJP VPeP NVRG EMDR BVjong Present BCMB FVB >wanted
    [ "$(wc -l <wanted)" -eq 16 ]
    diff wanted got
}

@test "the KNMG asks all five questions in step 5, the sixteen associations the first two in step 4" {
    steps() {
        awk -F ': ' '$1 == "Stap" { printf "%s", $2 }' "$kaders/$1.kader"
    }
    [ "$(steps artsen)" = 55555 ]
    [ "$(steps jeugd-en-gezin)" = 44555 ]
    [ "$(steps onderwijs)" = 45555 ]
    [ "$(steps basis)" = 55555 ]
}

@test "all but onderwijs weigh the same in five questions, and lead on as basis does" {
    ways() {
        grep -E '^(Vraag|Weegt|Ongunstig|Antwoord|Uitkomst|Norm|Verder|Samen): ' "$kaders/$1.kader"
    }
    local name
    ways basis >wanted
    [ "$(wc -l <wanted)" -eq 47 ]
    while read -r name; do
        echo "$name"
        [ "$name" = onderwijs ] || ways "$name" | diff wanted -
    done < <(names)
    diff wanted <(ways onderwijs) | sed -n 's/^> //p' | diff - <(
        printf '%s\n' 'Antwoord: 2 twijfel' 'Uitkomst: melden' 'Norm: 1' 'Verder: 3' 'Samen: Veilig Thuis'
    )
}

# ---- what they say ----

# texts FILE...: each text of a framework: its name, record, field, status and source, as they hold for the record, and
# the text on one line; by TABs. Of a title of a step the number is left out.
texts() {
    perl -CSD -Mutf8 -e '
        for my $file (@ARGV) {
            open my $in, "<", $file or die "$file: $!";
            local $/;
            my ($name) = $file =~ m{([^/]+)\.kader$};
            my %whole;
            for my $record (split /\n\n+/, <$in>) {
                my (@fields, %one);
                for (split /\n/, $record) {
                    if (/^#/) { next }
                    elsif (/^\+ ?(.*)/) { $fields[-1][1] .= " $1" }
                    elsif (/^(\w+): (.*)/) { push @fields, [$1, $2] }
                    else { die "$file: $_" }
                }
                next unless @fields;
                $one{$_->[0]} = join " ", grep { defined } $one{$_->[0]}, $_->[1] for @fields;
                %whole = %one if $fields[0][0] eq "Kader";
                for (@fields) {
                    my ($field, $text) = @$_;
                    next unless $field =~ /^(?:Tekst|Toelichting|Deelvraag|Stap_titel)$/;
                    $text =~ s/^[1-5] // if $field eq "Stap_titel";
                    $text =~ s/ +/ /g;
                    print join("\t", $name, "$fields[0][0] $fields[0][1]", $field,
                        $one{Tekst_status} // $whole{Tekst_status}, $one{Bron} // $whole{Bron}, $text), "\n";
                }
            }
        }' "$@"
}

# not_literal QUOTATIONS: of the texts on stdin those that are said to be literal and are not made of quotations whose
# source their record names; then the quotations that no text is made of.
not_literal() {
    perl -CSD -Mutf8 -e '
        my (%of, %used, @sources, $quotes);
        open my $in, "<", shift or die;
        for (<$in>) {
            chomp;
            if (/^= (.*)/) {
                @sources = () if $quotes;
                push @sources, $1;
                $quotes = 0;
            } elsif ($_ ne "" && !/^#/) {
                for my $source (@sources) { $of{$source}{$_} = 1 }
                $quotes = 1;
            }
        }
        while (my $line = <STDIN>) {
            chomp $line;
            my ($name, $record, $field, $status, $from, $text) = split /\t/, $line;
            next if $status ne "letterlijk";
            my %here;
            for my $source (grep { index($from, $_) >= 0 } keys %of) { $here{$_} = $source for keys %{$of{$source}} }
            my $rest = $text;
            while ($rest ne "") {
                my ($next) = sort { length $b <=> length $a } grep { $rest =~ /^\Q$_\E(?: |$)/ } keys %here;
                last unless defined $next;
                $used{$next} = 1;
                $rest = substr $rest, length $next;
                $rest =~ s/^ //;
            }
            print "$name: $record: $field: $rest\n" if $rest ne "";
        }
        my %all = map { map { $_ => 1 } keys %$_ } values %of;
        print "not used: $_\n" for sort grep { !$used{$_} } keys %all;' "$1"
}

@test "every text that is said to be literal is made of quotations from the source that it names" {
    texts "$kaders"/*.kader >all
    [ "$(grep -c $'\tletterlijk\t' all)" -gt 80 ]
    not_literal "$BATS_TEST_DIRNAME/kaders/letterlijk.txt" <all >wrong
    diff /dev/null wrong
}

@test "a literal text that somebody improves, or whose source is another's, is found" {
    local literal=$BATS_TEST_DIRNAME/kaders/letterlijk.txt
    changed() {
        sed "$1" "$kaders/artsen.kader" >artsen.kader
        texts artsen.kader | not_literal "$literal" | grep -v '^not used: '
    }
    diff <(changed 's/^Tekst: Aanvaarden betrokkenen/Tekst: Aanvaarden de betrokkenen/') - <<'WRONG'
artsen: Vraag 4: Tekst: Aanvaarden de betrokkenen de voorgestelde hulp?
WRONG
    diff <(changed 's/^+ competenties, ver/+ competenties en ver/') - <<'WRONG'
artsen: Meldnorm 2: Tekst: in niet-acuut en/of niet-structureel onveilige situaties waarin de arts meent dat hij, gelet op zijn competenties en verantwoordelijkheden en professionele grenzen, in onvoldoende mate effectieve hulp kan bieden of organiseren.
WRONG
    diff <(changed 's/^Stap_titel: 3 .*/& van het kind/') - <<'WRONG'
artsen: Kader artsen: Stap_titel: van het kind
WRONG
    diff <(changed 's/^Bron: .*bijlage-5-.*/Bron: elders/') - <<'WRONG'
artsen: Begrip onthulling: Tekst: Door het slachtoffer of de ouder/pleger zelf onthullen van – en/of hulp vragen voor – ernstige vormen van kindermishandeling en/of huiselijk geweld die acuut gevaar kunnen opleveren.
WRONG
    # What is base text may be called literal nowhere else than where it was read.
    changed '/^Antwoord: 1 ja/,/^$/s/basistekst/letterlijk/; s|^Bron: https://www.nji.nl/.*|Bron: elders|' |
        diff - <(echo 'artsen: Antwoord 1 ja: Tekst: Ga verder met afweging 2')
}

# not_base: of the texts on stdin those that are said to be base text and are not that of basis, or name no source of it.
not_base() {
    perl -CSD -Mutf8 -e '
        my @rows = map { chomp; [split /\t/] } <STDIN>;
        my %base = map { ("$_->[1]\t$_->[2]" => $_) } grep { $_->[0] eq "basis" } @rows;
        for (grep { $_->[3] eq "basistekst" } @rows) {
            my $own = $base{"$_->[1]\t$_->[2]"};
            my @sources = $own ? $own->[4] =~ m{(https://[^ ]+)}g : ();
            my $from = $_->[4];
            print "$_->[0]: $_->[1]: $_->[2]\n"
                unless $own && $own->[5] eq $_->[5] && grep { index($from, $_) >= 0 } @sources;
        }'
}

@test "every text that is said to be base text is that of basis, with its source" {
    texts "$kaders"/*.kader >all
    [ "$(grep -c $'\tbasistekst\t' all)" -gt 180 ]
    not_base <all >wrong
    diff /dev/null wrong
    sed $'/^apothekers\tAntwoord 4 ja/s/organiseren/regelen/; /^artsen\tMeldnorm/s/letterlijk/basistekst/' all | not_base >wrong
    diff - wrong <<'WRONG'
apothekers: Antwoord 4 ja: Tekst
artsen: Meldnorm 1: Tekst
artsen: Meldnorm 2: Tekst
artsen: Meldnorm 3: Tekst
WRONG
}

# ---- used by all four programs ----

# answers: what is answered to the five questions (j n t: twijfel, o: onbekend, -: not yet), and what comes of it, with the
# norms that ask for the report.
answers() {
    cat <<'TABLE'
n---- afsluiten
t---- onbeslist
jnjjj volgen
jnjj- hulp
jnjjt hulp
njjjj afsluiten
jnn-- melden 2
jnnjn melden 2
jnjn- melden 2
jnjnn melden 2
jnjjn melden 3
jj--- melden 1
jjn-- melden 1,2
jjjn- melden 1,2
jjjjn melden 1,3
jjjjj melden 1
jo--- onbeslist
jnt-- onbeslist
jnjo- onbeslist
jt--- onbeslist
TABLE
}

# weighed NAME: a case of that framework, started by mc-new and ended by mc-step, in which of each line of `answers` a person
# is weighed with them.
weighed() {
    {
        mc-new -k "$1" --id=a -F Beroepskracht='team Noord' -F Geopend=2026-11-23
        awk '
            BEGIN { word["j"] = "ja"; word["n"] = "nee"; word["t"] = "twijfel"; word["o"] = "onbekend" }
            { printf "Persoon: %d\nRol: kind\n\n", NR }
            {
                printf "Signaal: %d\nDatum: 2026-11-23\nBetreft: %d\nBron: waarneming\nFeit: Blauwe plek op de wang.\n\n", NR, NR
            }
            {
                weging = weging sprintf("Weging: %d\nDatum: 2026-11-23\nBetreft: %d\n", NR, NR)
                for (i = 1; i <= 5; i++)
                    if (substr($1, i, 1) in word)
                        weging = weging sprintf("Vraag%d: %s\n", i, word[substr($1, i, 1)])
                weging = weging "\n"
            }
            END { printf "%s", weging }'
    } | mc-step overleg -F Met=collega -F Advies='Weeg nu.'
}

# outcomes CASE: in the order of `answers`, of each person what came of it and by which norms, as written there.
outcomes() {
    mc-export -f jsonl "$1" | jq -r '.voortgang.personen | sort_by(.label | tonumber)[] |
        .uitkomst + (if .norm == [] then "" else " " + (.norm | map(tostring) | join(",")) end)'
}

@test "each framework is used by all four programs, and weighs as its questions say" {
    local name
    while read -r name; do
        answers | weighed "$name" >a.zaak
        grep -qx "Kader: $name" a.zaak
        ends 0 mc-check --fail=nooit a.zaak >found
        grep -q '\[MC403\]$' found
        ends 1 grep '\[MC016\]$' found
        answers | cut -d ' ' -f 2- >wanted
        # Schools report when they doubt about safety.
        [ "$name" != onderwijs ] || sed -i '$s/.*/melden 1/' wanted
        echo "$name"
        outcomes a.zaak | diff wanted -
    done < <(names)
}

# consulted NAME WITH...: a case of that framework in which these were consulted, and then it was decided; what of step 2
# mc-check misses.
consulted() {
    local name=$1 with
    {
        mc-new -k "$name" --id=a -F Beroepskracht='team Noord' -F Geopend=2026-11-20
        printf 'Signaal: 1\nDatum: 2026-11-20\nBetreft: kind1\nBron: waarneming\nFeit: Blauwe plek op de wang.\n\n'
        printf 'Persoon: kind1\nRol: kind\n\n'
        for with in "${@:2}"; do
            printf 'Overleg: %s\nDatum: 2026-11-20\nMet: %s\nAdvies: Weeg nu.\n\n' "$((++n))" "$with"
        done
        printf 'Weging: 1\nDatum: 2026-11-20\nVraag1: nee\nMotivering1: Weerlegd.\n\n'
        printf 'Besluit: 1\nDatum: 2026-11-20\nWeging: 1\nMelden: nee\nHulp: nee\nMotivering: Weerlegd.\n\n'
    } >a.zaak
    mc-check --fail=nooit a.zaak | sed -n 's/.*\[\(MC203\)\]$/\1/p'
}

@test "who must be consulted in step 2 is asked of a case: doctors a colleague and Veilig Thuis, speech therapists either" {
    local name
    while read -r name; do
        echo "$name"
        [ "$(consulted "$name" leidinggevende)" = MC203 ]
        [ "$(consulted "$name" collega 'Veilig Thuis')" = '' ]
        case $name in
        artsen)
            [ "$(consulted "$name" collega)" = MC203 ]
            [ "$(consulted "$name" 'Veilig Thuis')" = MC203 ]
            [ "$(consulted "$name" aandachtsfunctionaris vertrouwensarts)" = '' ]
            ;;
        paramedici)
            [ "$(consulted "$name" collega)" = MC203 ]
            [ "$(consulted "$name" collega vertrouwensarts)" = MC203 ]
            [ "$(consulted "$name" 'Veilig Thuis')" = '' ]
            ;;
        *)
            [ "$(consulted "$name" collega)" = '' ]
            [ "$(consulted "$name" aandachtsfunctionaris)" = '' ]
            [ "$(consulted "$name" 'Veilig Thuis')" = '' ]
            [ "$(consulted "$name" vertrouwensarts)" = MC203 ]
            ;;
        esac
    done < <(names)
}
