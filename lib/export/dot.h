/* A framework as a graph in the language of Graphviz (dot(1)): a box for each question, an edge for
 * each row, an end for each outcome with its norm. It holds nothing of any case. */
#ifndef EXPORT_DOT_H
#define EXPORT_DOT_H

#include "base/buf.h"
#include "kader/kader.h"

/* Writes one digraph. `a` is for what has to be made. */
void export_dot(struct buf *b, const struct kader_versie *k, struct arena *a);

#endif
