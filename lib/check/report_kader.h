/* What is wrong with a framework, on paper: what was found in reading it, and what its proof found
 * (kader/proof.h). A framework holds nothing of anybody, but here too nothing of it is repeated but
 * numbers and words of closed lists.
 *
 *     x.kader:41: fout: veiligheid ja does not report (1 ja, 2 ja, 3 nee) [K4] */
#ifndef CHECK_REPORT_KADER_H
#define CHECK_REPORT_KADER_H

#include "check/report.h"
#include "kader/proof.h"

/* A finding of reading; its level is diag_niveau's. */
void report_kader_diag(struct report *r, const char *bestand, const struct diag *d);

/* A fault of the proof: its level is NIVEAU_FOUT. `k` is the framework that it is of. */
void report_kader_fault(struct report *r, const char *bestand, const struct kader *k,
                        const struct proof_fault *f);

#endif
