/* The frameworks that are shipped. Tests run in the top folder of the repository. */
#ifndef TESTS_SHIPPED_H
#define TESTS_SHIPPED_H

#include "kader/kader.h"
#include "unit.h"

/* Lives in the arena of the test. */
static inline struct kaders *shipped_kaders(void)
{
    struct kaders *ks = kaders_make(&a);
    kaders_add_folder(ks, "share/kader");
    return ks;
}

/* The version of a framework that is in force on the day of the tests. */
static inline const struct kader_versie *shipped_version(struct kaders *ks, struct str naam)
{
    day_no day;
    assert_true(date_read_day(STR("2026-11-23"), &day));
    const struct kader_versie *v = kader_op(kaders_find(ks, naam), day);
    assert_non_null(v);
    return v;
}

#endif
