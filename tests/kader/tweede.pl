#!/usr/bin/perl
# The proof of frameworks and the weighing by them, written a second time: from design 3 and 2 and by brute force, so
# that a mistake in lib/kader is not repeated here. It has its own reader, which trusts that the file parses.
#
#   tweede.pl oordeel FILE...            FILE, TAB, the properties of K1 to K7 that are broken (`-`: none)
#   tweede.pl toeval SEED N FOLDER FILE...   N random frameworks and N mutants of each FILE into FOLDER
#   tweede.pl zaken STEP FILE            a case for every STEP-th assignment of answers, absent ones included
#   tweede.pl uitkomsten STEP FILE       what comes out of each: id, outcome, norms, the question that stops it, TABs between
use strict;
use warnings;

my @ANSWERS = qw(ja nee twijfel onbekend);

# ---- reading ----

# The versions of a file: { head => {Geldig, Tot}, order => [question], q => {n => {Weegt, Ongunstig}},
# rows => {n => {answer => [row]}}, norms => {n => 1} }.
sub versions {
    my ($file) = @_;
    open my $in, '<', $file or die "$file: $!\n";
    my (@versions, $record);
    while (my $line = <$in>) {
        chomp $line;
        if ($line eq '') { undef $record; next }
        next if $line =~ /^[#+]/;
        my ($name, $value) = $line =~ /^([A-Za-z]\w*):(?: (.*))?$/ or die "$file:$.: not read\n";
        $value = '' unless defined $value;
        if ($record) { $record->{$name} = $value unless exists $record->{$name}; next }
        $record = {};
        if ($name eq 'Kader') { push @versions, { head => $record, order => [], q => {}, rows => {}, norms => {} }; next }
        my $v = $versions[-1];
        if ($name eq 'Vraag') { push @{ $v->{order} }, $value; $v->{q}{$value} = $record }
        elsif ($name eq 'Antwoord') { my ($n, $answer) = split / /, $value; push @{ $v->{rows}{$n}{$answer} }, $record }
        elsif ($name eq 'Meldnorm') { $v->{norms}{$value} = 1 }
    }
    return @versions;
}

# ---- following ----

# The path of some answers: the questions asked, the rows followed, and the question that stopped it (0: the end).
sub path_of {
    my ($v, $given) = @_;
    my (@asked, @rows);
    my $at = $v->{order}[0];
    while (defined $at && $at ne 'einde') {
        my $row = defined $given->{$at} ? $v->{rows}{$at}{ $given->{$at} } : undef;
        return (\@asked, \@rows, $at) unless $row;
        push @asked, $at;
        push @rows, $row->[0];
        $at = $row->[0]{Verder};
    }
    return (\@asked, \@rows, 0);
}

# Calls $do for every way to choose one of the lists in $choices, by the names in @$names.
sub every {
    my ($names, $choices, $do, $chosen) = @_;
    $chosen ||= {};
    if (!@$names) { $do->($chosen); return }
    my ($first, @rest) = @$names;
    for my $choice (@{ $choices->{$first} }) {
        $chosen->{$first} = $choice;
        every(\@rest, $choices, $do, $chosen);
    }
    delete $chosen->{$first};
}

# ---- K1 to K7 ----

sub broken {
    my ($v) = @_;
    my %broken;
    my @questions = sort keys %{ $v->{q} };
    for my $n (@questions) {
        for my $answer (qw(ja nee)) { $broken{K1} = 1 if @{ $v->{rows}{$n}{$answer} || [] } != 1 }
        for my $answer (qw(twijfel onbekend)) { $broken{K1} = 1 if @{ $v->{rows}{$n}{$answer} || [] } > 1 }
    }
    for my $n (keys %{ $v->{rows} }) { $broken{K1} = 1 unless $v->{q}{$n} }

    # K2: what leads to what, closed under going on.
    my %to;
    for my $n (@questions) {
        for my $row (map { @$_ } values %{ $v->{rows}{$n} || {} }) {
            next if $row->{Verder} eq 'einde';
            if ($v->{q}{ $row->{Verder} }) { $to{$n}{ $row->{Verder} } = 1 }
            else { $broken{K2} = 1 }
        }
    }
    for my $over (@questions) {
        for my $from (@questions) {
            next unless $to{$from}{$over};
            $to{$from}{$_} = 1 for keys %{ $to{$over} };
        }
    }
    for my $n (@questions) {
        $broken{K2} = 1 if $to{$n}{$n};
        $broken{K2} = 1 if $n ne $v->{order}[0] && !$to{ $v->{order}[0] }{$n};
    }
    return %broken if %broken;

    # K3 to K6: every assignment; `open` is an answer without a row.
    my %choices;
    for my $n (@questions) {
        my @with_row = grep { $v->{rows}{$n}{$_} } @ANSWERS;
        push @with_row, 'open' if $v->{q}{$n}{Weegt} eq 'resultaat';
        $choices{$n} = \@with_row;
    }
    my $outcomes = sub {
        my ($asked, $rows) = path_of($v, $_[0]);
        my %r = map { $_->{Uitkomst} => 1 } grep { defined $_->{Uitkomst} } @$rows;
        return ($asked, %r);
    };
    every(\@questions, \%choices, sub {
        my ($given) = @_;
        my ($asked, %r) = $outcomes->($given);
        $broken{K3} = 1 if !%r || ($r{afsluiten} && $r{melden});
        for my $n (@$asked) {
            my ($weegt, $ongunstig) = @{ $v->{q}{$n} }{qw(Weegt Ongunstig)};
            next if $r{melden} || $given->{$n} ne $ongunstig;
            $broken{K4} = 1 if $weegt eq 'veiligheid';
            $broken{K5} = 1 if $weegt =~ /^(hulp|aanvaarding|resultaat)$/;
        }
        return unless $r{melden};
        for my $n (@questions) {
            my (undef, %worse) = $outcomes->({ %$given, $n => $v->{q}{$n}{Ongunstig} });
            $broken{K6} = 1 unless $worse{melden};
        }
    });

    my %used;
    for my $row (map { @$_ } map { values %$_ } values %{ $v->{rows} }) {
        next unless ($row->{Uitkomst} || '') eq 'melden';
        my $norm = defined $row->{Norm} ? $row->{Norm} : '';
        $broken{K7} = 1 unless $v->{norms}{$norm};
        $used{$norm} = 1;
    }
    for my $norm (keys %{ $v->{norms} }) { $broken{K7} = 1 unless $used{$norm} }
    return %broken;
}

sub oordeel {
    for my $file (@_) {
        my %broken = map { broken($_) } versions($file);
        print "$file\t", join(' ', sort keys %broken) || '-', "\n";
    }
}

# ---- random frameworks ----

my $seed = 1;

# A number under $below, the same with every perl.
sub below {
    my ($below) = @_;
    $seed = ($seed * 1103515245 + 12345) % 2147483648;
    return int($seed / 65536) % $below;
}

sub one_of { return $_[below(scalar @_)] }

sub write_file {
    my ($path, $text) = @_;
    open my $out, '>', $path or die "$path: $!\n";
    print $out $text;
    close $out or die "$path: $!\n";
}

# Random, but not so that everything is broken in all of them: the graver answer mostly reports, and ways lead on.
sub random_framework {
    my ($name) = @_;
    my $last = 1 + below(4);
    my @weegt = ('vermoeden', 'veiligheid', ('hulp', 'aanvaarding') x 2, 'resultaat');
    my $text = "Kader: $name\nVersie: 1\nGeldig: 2026-01-01\nTitel: t\nEigenaar: e\nTekst_status: samengevat\nBron: b\n\n";
    my $used = 0;
    for my $n (1 .. $last) {
        my $weegt = splice @weegt, $n == $last && !below(2) ? -1 : below(scalar @weegt - 1), 1;
        my $ongunstig = $weegt eq 'vermoeden' || $weegt eq 'veiligheid' ? 'ja' : 'nee';
        $ongunstig = one_of('ja', 'nee') unless below(6);
        $text .= "Vraag: $n\nTekst: t\nWeegt: $weegt\nOngunstig: $ongunstig\n\n" if below(60);
        for my $answer ('ja', 'nee', below(3) ? () : 'twijfel', below(4) ? () : 'onbekend') {
            next unless below(60);
            my $grave = $answer eq $ongunstig && $weegt ne 'vermoeden' && below(12);
            my $on = $n < $last && ($answer eq 'ja' || below(3)) ? $n + 1 + below(below(4) ? 1 : $last - $n) : 'einde';
            $on = 1 + below($last + 1) unless below(80);
            my $uitkomst = $grave ? 'melden' : one_of($on eq 'einde' || !below(3) ? qw(hulp volgen afsluiten hulp melden) : (''));
            my $norm = $uitkomst eq 'melden' && below(40) ? 1 + below(below(20) ? 1 : 2) : 0;
            $used |= $norm;
            $text .= "Antwoord: $n $answer\n" . ($uitkomst ? "Uitkomst: $uitkomst\n" : '') . ($norm ? "Norm: $norm\n" : '') . "Verder: $on\n\n";
        }
    }
    for my $norm (1, 2) { $text .= "Meldnorm: $norm\nTekst: t\n\n" if below(20) ? $used & $norm : below(2) }
    return $text;
}

# One or two small changes, none of which keeps the file from parsing.
sub mutant {
    my ($text, $name) = @_;
    my @records = split /\n\n+/, $text;
    s/^Kader: .*/Kader: $name/m for @records;
    for (0 .. below(2)) {
        my @rows = grep { $records[$_] =~ /^Antwoord: / } 0 .. $#records;
        my $row = one_of(@rows);
        my $what = below(12);
        if ($what == 0) { splice @records, $row, 1 }
        elsif ($what == 1) { $records[$row] =~ s/^Uitkomst: .*\n//m }
        elsif ($what <= 3) { $records[$row] =~ s/^(?:Uitkomst: .*\n)?Verder/'Uitkomst: ' . one_of(qw(melden hulp volgen afsluiten)) . "\nVerder"/me unless $records[$row] =~ /^Norm/m }
        elsif ($what == 4) { $records[$row] =~ s/^Uitkomst: .*/'Uitkomst: ' . one_of(qw(melden hulp volgen afsluiten))/me }
        elsif ($what == 5) { $records[$row] =~ s/^Verder: .*/'Verder: ' . one_of(1 .. 6, 'einde')/me }
        elsif ($what == 6) { $records[$row] =~ s/^Norm: .*/'Norm: ' . (1 + below(4))/me }
        elsif ($what == 7) { push @records, $records[$row] =~ s/ (?:ja|nee|twijfel|onbekend)$/' ' . one_of(@ANSWERS[2, 2, 2, 3, 3, 3, 0])/mer }
        elsif ($what == 8) { push @records, "Meldnorm: 9\nTekst: t" unless grep { /^Meldnorm: 9/ } @records }
        elsif ($what == 9) { @records = grep { !/^Meldnorm: 3/ } @records }
        elsif ($what == 10) { $records[$row] =~ s/^Verder: .*/Verder: einde/m }
        else { my $vraag = one_of(grep { $records[$_] =~ /^Vraag: / } 0 .. $#records); $records[$vraag] =~ s/^Ongunstig: (.*)/'Ongunstig: ' . ($1 eq 'ja' ? 'nee' : 'ja')/me }
    }
    return join("\n\n", @records) . "\n\n";
}

sub toeval {
    my ($from, $count, $folder, @files) = @_;
    $seed = $from;
    write_file("$folder/toeval-$_.kader", random_framework("toeval-$_")) for 1 .. $count;
    for my $i (1 .. @files) {
        open my $in, '<', $files[$i - 1] or die "$files[$i - 1]: $!\n";
        my $text = join '', <$in>;
        $text =~ s/^#.*\n+//mg;
        write_file("$folder/mutant-$i-$_.kader", mutant($text, "mutant-$i-$_")) for 1 .. $count;
    }
}

# ---- every assignment, as cases and as what comes out ----

# Calls $do with the version in force, the id and the answers of every $step-th assignment.
sub every_weighing {
    my ($step, $file, $do) = @_;
    my $day = '2026-11-04';
    my ($v) = grep { $_->{head}{Geldig} le $day && (!defined $_->{head}{Tot} || $day le $_->{head}{Tot}) } versions($file);
    die "$file: not in force on $day\n" unless $v;
    my @questions = sort keys %{ $v->{q} };
    my $i = 0;
    every(\@questions, { map { $_ => [ 'absent', @ANSWERS ] } @questions }, sub {
        my ($given) = @_;
        return if $i++ % $step;
        my %answers = map { $_ => $given->{$_} } grep { $given->{$_} ne 'absent' } keys %$given;
        $do->($v, 'w-' . join('', map { substr $given->{$_}, 0, 1 } @questions), \%answers);
    });
}

sub zaken {
    my ($step, $file) = @_;
    my ($name) = $file =~ m{([^/]+)\.kader$};
    every_weighing($step, $file, sub {
        my ($v, $id, $answers) = @_;
        print "Zaak: $id\nFormaat: 1\nKader: $name\nGeopend: 2026-11-02\nBeroepskracht: arts\n\nWeging: 1\nDatum: 2026-11-04\n",
            (map { "Vraag$_: $answers->{$_}\n" } sort keys %$answers),
            "\nBesluit: 1\nDatum: 2026-11-04\nWeging: 1\nMelden: nee\nHulp: nee\nMotivering: x\n\n";
    });
}

# Design 2, "Weighing".
sub uitkomsten {
    my ($step, $file) = @_;
    every_weighing($step, $file, sub {
        my ($v, $id, $answers) = @_;
        my (undef, $rows, $stop) = path_of($v, $answers);
        my @said = grep { defined $_->{Uitkomst} } @$rows;
        my @report = grep { $_->{Uitkomst} eq 'melden' } @said;
        my %norms = map { $_->{Norm} => 1 } @report;
        my $uitkomst = @report ? 'melden' : $stop && $v->{q}{$stop}{Weegt} ne 'resultaat' ? 'onbeslist' : $said[-1]{Uitkomst};
        my $gap = $uitkomst eq 'onbeslist' && !defined $answers->{$stop} ? $stop : '-';
        print join("\t", $id, $uitkomst, join(' ', sort { $a <=> $b } keys %norms), $gap), "\n";
    });
}

my %what = (oordeel => \&oordeel, toeval => \&toeval, zaken => \&zaken, uitkomsten => \&uitkomsten);
my $what = $what{ shift @ARGV || '' } or die "tweede.pl oordeel|toeval|zaken|uitkomsten ...\n";
$what->(@ARGV);
