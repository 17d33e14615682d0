#include "import/import.h"

const char import_forbidden[] =
    N_("a control or direction character, other than TAB and a line break");

size_t import_length(struct str value)
{
    size_t n = value.n;
    for (struct str rest, line; value.n; value = rest) {
        line = str_cut(value, '\n', &rest);
        n += str_ends(line, STR("\\"));
    }
    return n;
}
