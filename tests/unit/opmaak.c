/* Text becomes lines of so many columns. */
#include "export/opmaak.h"

#include "unit.h"

static struct buf out;
static struct opmaak o;

static int fresh(void **state)
{
    arena_fresh(state);
    out = buf_in(&a);
    o = (struct opmaak){.out = &out, .width = 40};
    return 0;
}

/* What was laid out so far is exactly this. */
static void shows(const char *wanted)
{
    assert_string_equal(arena_cstr(&a, buf_all(&out)), wanted);
}

static void flow(int width, const char *text)
{
    o.width = width;
    opmaak_flow(&o, 0, 0, str_of(text));
}

/* ---- wrapping ---- */

static void line_is_filled_to_its_last_column(void **state)
{
    (void)state;
    flow(40, "Jens schoof zelf zijn mouw omhoog, zo'n acht keer.");
    shows("Jens schoof zelf zijn mouw omhoog, zo'n\n"
          "acht keer.\n");
}

static void word_that_ends_at_the_last_column_stays(void **state)
{
    (void)state;
    flow(10, "een twee d vier");
    shows("een twee d\n"
          "vier\n");
}

static void word_that_needs_one_column_more_moves(void **state)
{
    (void)state;
    flow(10, "een twee dr vier");
    shows("een twee\n"
          "dr vier\n");
}

static void columns_are_characters_and_not_bytes(void **state)
{
    (void)state;
    flow(10, "één twéé ü €€€€€€€€€€ x");
    shows("één twéé ü\n"
          "€€€€€€€€€€\n"
          "x\n");
}

static void word_longer_than_the_line_is_left_whole(void **state)
{
    (void)state;
    flow(10, "dit kindermishandelingsbeleid is er");
    shows("dit\n"
          "kindermishandelingsbeleid\n"
          "is er\n");
}

static void word_of_four_byte_characters_is_left_whole(void **state)
{
    (void)state;
    flow(3, "a 😀😀😀😀😀 b");
    shows("a\n"
          "😀😀😀😀😀\n"
          "b\n");
}

static void blanks_and_single_line_breaks_flow(void **state)
{
    (void)state;
    flow(40, "  een\ttwee\ndrie   vier \n vijf  ");
    shows("een twee drie vier vijf\n");
}

static void empty_line_makes_a_paragraph(void **state)
{
    (void)state;
    flow(40, "een\n\ntwee\n \t\n\n\ndrie\n\n");
    shows("een\n"
          "\n"
          "twee\n"
          "\n"
          "drie\n");
}

static void empty_lines_at_the_start_are_none(void **state)
{
    (void)state;
    flow(40, "\n\n\neen");
    flow(40, "\n\ntwee");
    opmaak_pair(&o, 0, 6, STR("Feit:"), STR("\n\ndrie"));
    shows("een\n"
          "twee\n"
          "Feit: drie\n");
}

static void text_without_a_word_is_nothing(void **state)
{
    (void)state;
    flow(40, "");
    flow(40, " \n\t\n ");
    opmaak_flow(&o, 4, 4, (struct str){0});
    shows("");
}

/* ---- indents ---- */

static void first_line_and_others_have_their_own_indent(void **state)
{
    (void)state;
    o.width = 20;
    opmaak_flow(&o, 2, 4, STR("een twee drie vier vijf zes\n\nzeven"));
    shows("  een twee drie vier\n"
          "    vijf zes\n"
          "\n"
          "    zeven\n");
}

static void word_longer_than_the_line_begins_where_the_line_does(void **state)
{
    (void)state;
    o.width = 10;
    opmaak_flow(&o, 2, 4, STR("kindermishandeling x"));
    shows("  kindermishandeling\n"
          "    x\n");
}

static void value_hangs_in_a_column_beside_its_label(void **state)
{
    (void)state;
    opmaak_pair(&o, 2, 12, STR("Feit:"), STR("Jens begon er uit zichzelf over, zei hij.\n\nPunt."));
    shows("  Feit:     Jens begon er uit zichzelf\n"
          "            over, zei hij.\n"
          "\n"
          "            Punt.\n");
}

static void label_as_long_as_its_column_is_followed_at_once(void **state)
{
    (void)state;
    opmaak_pair(&o, 2, 9, STR("Inhoud:"), STR("een twee drie vier vijf zes zeven acht"));
    shows("  Inhoud: een twee drie vier vijf zes\n"
          "         zeven acht\n");
}

static void label_wider_than_the_line_wraps(void **state)
{
    (void)state;
    o.width = 16;
    opmaak_pair(&o, 0, 2, STR("Nummer bij de eigen school:"), STR("12"));
    shows("Nummer bij de\n"
          "  eigen school:\n"
          "  12\n");
}

static void label_without_a_value_has_no_space_behind_it(void **state)
{
    (void)state;
    opmaak_pair(&o, 2, 12, STR("Feit:"), STR(" "));
    shows("  Feit:\n");
}

/* ---- what is held together ---- */

#define V OPMAAK_VAST

static void what_is_held_together_moves_as_one(void **state)
{
    (void)state;
    flow(22, "gesloten op 12" V "november" V "2026");
    shows("gesloten op\n"
          "12 november 2026\n");
}

static void what_is_held_together_parts_when_no_line_holds_it(void **state)
{
    (void)state;
    o.width = 16;
    opmaak_flow(&o, 2, 2, STR("op 20" V "november" V "2026, later"));
    shows("  op 20 november\n"
          "  2026, later\n");
}

/* ---- empty lines ---- */

static void gap_is_one_empty_line_between_and_none_before_or_after(void **state)
{
    (void)state;
    opmaak_gap(&o);
    flow(40, "een");
    opmaak_gap(&o);
    flow(40, "");
    opmaak_gap(&o);
    flow(40, "twee");
    opmaak_gap(&o);
    shows("een\n"
          "\n"
          "twee\n");
}

static void heading_stands_between_empty_lines(void **state)
{
    (void)state;
    opmaak_heading(&o, STR("STAP 1"));
    flow(40, "een");
    opmaak_heading(&o, STR("STAP 2"));
    opmaak_heading(&o, STR("STAP 3"));
    shows("STAP 1\n"
          "\n"
          "een\n"
          "\n"
          "STAP 2\n"
          "\n"
          "STAP 3\n");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, fresh, arena_done)
    const struct CMUnitTest tests[] = {
        TEST(line_is_filled_to_its_last_column),
        TEST(word_that_ends_at_the_last_column_stays),
        TEST(word_that_needs_one_column_more_moves),
        TEST(columns_are_characters_and_not_bytes),
        TEST(word_longer_than_the_line_is_left_whole),
        TEST(word_of_four_byte_characters_is_left_whole),
        TEST(blanks_and_single_line_breaks_flow),
        TEST(empty_line_makes_a_paragraph),
        TEST(empty_lines_at_the_start_are_none),
        TEST(text_without_a_word_is_nothing),
        TEST(first_line_and_others_have_their_own_indent),
        TEST(word_longer_than_the_line_begins_where_the_line_does),
        TEST(value_hangs_in_a_column_beside_its_label),
        TEST(label_as_long_as_its_column_is_followed_at_once),
        TEST(label_wider_than_the_line_wraps),
        TEST(label_without_a_value_has_no_space_behind_it),
        TEST(what_is_held_together_moves_as_one),
        TEST(what_is_held_together_parts_when_no_line_holds_it),
        TEST(gap_is_one_empty_line_between_and_none_before_or_after),
        TEST(heading_stands_between_empty_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
