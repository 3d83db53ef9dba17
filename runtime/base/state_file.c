#include "runtime/base/state_file.h"

#include "runtime/base/xalloc.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool state_path(StrBuf *path, const char *name)
{
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    size_t before = path->len;
    if (state && state[0] == '/')
        strbuf_addf(path, "%s/koers/%s", state, name);
    else if (home && home[0] == '/')
        strbuf_addf(path, "%s/.local/state/koers/%s", home, name);
    return path->len > before;
}

void state_make_folders(const char *path)
{
    char *part = xstrdup(path);
    for (char *at = strchr(part + 1, '/'); at; at = strchr(at + 1, '/')) {
        *at = '\0';
        mkdir(part, 0700); /* mostly there; the open that follows tells */
        *at = '/';
    }
    free(part);
}

static int open_for_append(const char *path)
{
    int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
    int fd = open(path, flags, 0600);
    if (fd < 0) {
        state_make_folders(path);
        fd = open(path, flags, 0600);
    }
    return fd;
}

bool state_append(const char *path, const char *data, size_t len)
{
    int fd = open_for_append(path);
    if (fd < 0)
        return false;
    bool ok = write(fd, data, len) == (ssize_t)len;
    return (close(fd) == 0) & ok;
}
