/* mc-step --begrip: what words of the field mean, and by whom. */
#ifndef CMD_STEP_BEGRIP_H
#define CMD_STEP_BEGRIP_H

#include "run.h"

/* The operands make one word, spaces between; without any the words are listed. The whole run from
 * the opening of files on. */
void step_begrip(struct run *r, int argc, char **argv);

#endif
