/* Who may do what with a file, carried over to the file that takes its place. */
#ifndef IO_ATTRIBUTES_H
#define IO_ATTRIBUTES_H

#include <sys/stat.h>

/* Gives `to` the owner (where the system allows), group, extended attributes with the ACL, and mode
 * of `from`, whose stat is `old`; of `to` an ACL that it has from its folder goes. The mode is
 * last: at no moment more may read `to` than `from`. 0, or errno when something was not kept (EPERM
 * too when the system says it did, and did not). */
int attributes_copy(int from, int to, const struct stat *old);

#endif
