/* Frameworks as graphs: mc-export -f dot NAME.kader ... */
#ifndef CMD_EXPORT_DOT_H
#define CMD_EXPORT_DOT_H

#include "export_output.h"

/* Writes a graph for each framework among the operands, which are taken already: the version that
 * is in force on the day of the run. What is no framework among them is refused (64); one that
 * cannot be read, does not parse or is not in force is said (2), and the others are written. */
void export_frameworks(struct run *r, struct output *o);

#endif
