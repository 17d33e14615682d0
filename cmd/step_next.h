/* mc-step --next: what is to be done next in cases (design 4 and 5, open items). */
#ifndef CMD_STEP_NEXT_H
#define CMD_STEP_NEXT_H

#include "run.h"

/* Prints the open items of all cases of the operands (argv from optind on): a line an item, or with
 * `json` a line a case. An unreadable case is told as mc-check tells it. */
void step_next(struct run *r, int argc, char **argv, bool json);

#endif
