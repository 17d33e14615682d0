/* Who may do what with a file or folder that is new (design 8, "New files"): nobody but its owner,
 * or, in a setgid folder, its group. */
#ifndef IO_RIGHTS_H
#define IO_RIGHTS_H

#include "base/arena.h"

#include <stdbool.h>
#include <sys/types.h>

struct rights {
    bool shared; /* the folder is setgid: what is in it is its group's */
    gid_t group;
};

/* What a new file in `folder` gets. 0 or errno. */
int rights_of(struct rights *r, int folder);

/* Gives it to an open file: 0600, or 0660 with the group of the folder, whatever the umask. 0 or
 * errno. */
int rights_set(int file, const struct rights *r);

/* Opens a folder; what is missing on the way is made, 0700, in a setgid folder 2770, and put on
 * disk. -1 with errno. */
int rights_folder(struct arena *a, const char *path);

#endif
