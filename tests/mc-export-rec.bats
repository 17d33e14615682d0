#!/usr/bin/env bats
# mc-export -f rec: the dossier for recutils, an entry a record.

bats_require_minimum_version 1.5.0
load lib

@test "each record begins with kind and label, then its case; what was replaced says so at its end" {
    header k7q3wd >a.zaak
    cat >>a.zaak <<'CASE'
Signaal: 1
Vastgelegd: 2026-11-03T10:00:00+01:00
Betreft: kind1
Betreft: kind2
Datum: 2026-11-02
X_Bijlage: foto
Vreemd: 1
Bron: waarneming
Feit: Een blauwe plek.
+
+ Op de map C:\beeld\ staat een foto.
+ Foto in C:\

Signaal: 1
Ingetrokken: bij de verkeerde zaak vastgelegd

Notitie: 2
Vernietigd: ja

Huisbezoek: 3
Huis: Lindelaan 4

CASE
    # In the file no line ends in a backslash: it has a space behind it, and so here.
    sed -i 's/\\$/\\ /' a.zaak
    cat >wanted <<'REC'
Zaak: k7q3wd
ZaakId: k7q3wd
Formaat: 1
Kader: basis
Geopend: 2026-11-02
Beroepskracht: arts

Signaal: 1
ZaakId: k7q3wd
Datum: 2026-11-02
Betreft: kind1
Betreft: kind2
Bron: waarneming
Feit: Een blauwe plek.
+
+ Op de map C:\beeld\ staat een foto.
+ Foto in C:\~
Vreemd: 1
X_Bijlage: foto
Vastgelegd: 2026-11-03T10:00:00+01:00
Vervangen: ja

Signaal: 1
ZaakId: k7q3wd
Ingetrokken: bij de verkeerde zaak vastgelegd

Notitie: 2
ZaakId: k7q3wd
Vernietigd: ja

Huisbezoek: 3
ZaakId: k7q3wd
Huis: Lindelaan 4

REC
    sed -i 's/~$/ /' wanted
    mc-export -f rec a.zaak | diff wanted -
}

@test "recutils read it, and two exports behind each other" {
    mc-export -f rec "$(examples)" >all.rec
    mc-export -f rec "$(examples)/twee-kinderen.zaak" >>all.rec
    recfix --check all.rec
    [ "$(grep -c '^%' all.rec)" -eq 0 ]
    [ "$(recsel -c -e '#Zaak' all.rec)" -eq 10 ]
    # As many records as the objects that json has, headers included.
    mc-export -f jsonl "$(examples)" "$(examples)/twee-kinderen.zaak" >all.jsonl
    more=$(mc-export -f jsonl "$(examples)/twee-kinderen.zaak" | jq '.aantekeningen | length + 1')
    [ "$(recsel -c all.rec)" -eq $(($(jq -s 'map(.aantekeningen | length + 1) | add' all.jsonl) + more)) ]
}

@test "by ZaakId a record finds its case, through recsel" {
    diff <(mc-export -f rec "$(examples)" | recsel -e "ZaakId = 'twee-kinderen' && Signaal = '1'" -P Feit) \
        <(mc-export -f json "$(examples)/twee-kinderen.zaak" |
            jq -r '.[0].aantekeningen[] | select(.soort == "Signaal" and .label == "1") | .velden.Feit')
    [ "$(mc-export -f rec "$(examples)" | recsel -c -e "ZaakId = 'twee-kinderen'")" -eq \
        "$(mc-export -f json "$(examples)/twee-kinderen.zaak" | jq '.[0].aantekeningen | length + 1')" ]
}

@test "the values of each field come through recsel as json has them" {
    printf 'Notitie: 1\nDatum: 2026-11-03\nTekst: een\n+\n+  twee \n+ # drie\n+ %%rec: vier\n+ + vijf\n\n' >entry
    { header a && cat entry; } >a.zaak
    mc-export -f json a.zaak | jq -r '.[0].aantekeningen[0].velden.Tekst' >wanted
    mc-export -f rec a.zaak | recsel -e '#Notitie' -P Tekst | diff wanted -
}

@test "a field or kind of the case that is named as what is added cannot stand in for it" {
    header a >a.zaak
    printf 'Notitie: 1\nZaakId: b\nDatum: 2026-11-03\nVervangen: ja\nLos: 1\nZaakId: c\nTekst: x\n\nZaakId: b\nVervangen: ja\n\n' >>a.zaak
    mc-export -f rec a.zaak >got
    [ "$(recsel -c -e "ZaakId = 'a'" got)" -eq 3 ]
    run -0 recsel -e "ZaakId = 'b' || ZaakId = 'c' || #Vervangen" got
    [ -z "$output" ]
    # Nothing is lost: they stand there under another name.
    [ "$(recsel -e '#Notitie' -P X_ZaakId,X_Vervangen,Los got | xargs)" = "b c ja 1" ]
    [ "$(recsel -e '#Notitie = 0 && #Zaak = 0' got)" = $'X_ZaakId: b\nZaakId: a\nX_Vervangen: ja' ]
    # What is replaced says so once, however often the case says otherwise.
    header a >a.zaak
    printf 'Notitie: 1\nVervangen: nee\n\nNotitie: 1\nTekst: x\n\n' >>a.zaak
    [ "$(mc-export -f rec a.zaak | recsel -c -e "Vervangen = 'ja'")" -eq 1 ]
}
