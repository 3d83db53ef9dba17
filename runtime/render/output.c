/* Atomic files: open a new one with O_EXCL, write, fsync, rename, fsync the folder. On
   any failure the new file is removed and the old one was never touched. */
#include "runtime/render/output.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_TRIED = 100, NEW_MODE = 0666 };

struct Output {
    Sink sink;
    char *target; /* links followed */
    char *temp;   /* NULL: written to directly */
    char *old;    /* a second name of what was there, while others are put in place */
    bool is_new;  /* nothing was there */
    char *given;
    DiagSink *diags;
    bool has_where;
    Span where;
};

static Diag *report(DiagSink *diags, const char *path, const char *reason)
{
    StrBuf shown;
    strbuf_init(&shown);
    utf8_add_visible(&shown, path, strlen(path));
    Diag *diag = diag_error_at_large(diags, DIAG_OUTPUT_FAILED, "cannot write %s: %s",
                                     shown.text, reason);
    strbuf_release(&shown);
    return diag;
}

static void report_reason(const Output *output, const char *reason)
{
    Diag *diag = report(output->diags, output->given, reason);
    diag->has_span = output->has_where;
    diag->span = output->where;
}

static void report_output(const Output *output, int error)
{
    report_reason(output, strerror(error));
}

static void output_free(Output *output)
{
    if (output->sink.fd >= 0)
        close(output->sink.fd);
    sink_release(&output->sink);
    free(output->target);
    free(output->temp);
    free(output->old);
    free(output->given);
    free(output);
}

/* Length of the folder's part of a path, with its last slash. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

static bool open_temp(Output *output, mode_t mode)
{
    size_t folder = folder_length(output->target);
    for (int i = 0; i < NAMES_TRIED; i++) {
        StrBuf name;
        strbuf_init(&name);
        strbuf_add(&name, output->target, folder);
        strbuf_addf(&name, ".koers-%ld-%d.tmp", (long)getpid(), i);
        output->sink.fd =
            open(name.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (output->sink.fd >= 0) {
            output->temp = strbuf_detach(&name);
            return true;
        }
        strbuf_release(&name);
        if (errno != EEXIST)
            return false;
    }
    return false;
}

/* A file that is there keeps its permissions, and must be one we may write to. */
static bool open_beside(Output *output, const struct stat *old)
{
    if (!old)
        return open_temp(output, NEW_MODE);
    if (access(output->target, W_OK) != 0 || !open_temp(output, old->st_mode & 0777))
        return false;
    return fchmod(output->sink.fd, old->st_mode & 07777) == 0;
}

static bool open_target(Output *output)
{
    struct stat old;
    if (stat(output->given, &old) != 0) {
        if (errno != ENOENT)
            return false;
        output->target = xstrdup(output->given);
        output->is_new = true;
        return open_beside(output, NULL);
    }
    if (!S_ISREG(old.st_mode)) {
        output->sink.fd = open(output->given, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        return output->sink.fd >= 0;
    }
    char *real = realpath(output->given, NULL);
    if (!real)
        return false;
    output->target = xstrdup(real);
    free(real);
    return open_beside(output, &old);
}

Output *output_open(const char *path, DiagSink *diags, const Span *where)
{
    Output *output = xcalloc(1, sizeof *output);
    sink_init(&output->sink, -1);
    output->given = xstrdup(path);
    output->diags = diags;
    output->has_where = where != NULL;
    if (where)
        output->where = *where;
    if (open_target(output))
        return output;
    report_output(output, errno);
    output_discard(output);
    return NULL;
}

static bool stat_folder(const char *path, struct stat *status)
{
    size_t len = folder_length(path);
    char *folder = len ? xstrndup(path, len) : xstrdup(".");
    bool ok = stat(folder, status) == 0;
    free(folder);
    return ok;
}

/* The same name in the same folder, however that is written. */
static bool same_place(const char *a, const char *b)
{
    struct stat in_a, in_b;
    if (strcmp(a + folder_length(a), b + folder_length(b)) != 0)
        return false;
    return stat_folder(a, &in_a) && stat_folder(b, &in_b) &&
           in_a.st_dev == in_b.st_dev && in_a.st_ino == in_b.st_ino;
}

/* Where a file would take its place; NULL: what is there is no regular file. */
static char *place_of_file(const char *path)
{
    struct stat old;
    if (stat(path, &old) != 0)
        return xstrdup(path);
    char *real = S_ISREG(old.st_mode) ? realpath(path, NULL) : NULL;
    char *res = real ? xstrdup(real) : NULL;
    free(real);
    return res;
}

bool output_same_file(const char *a, const char *b)
{
    char *place_a = place_of_file(a), *place_b = place_of_file(b);
    bool same = place_a && place_b &&
                (strcmp(place_a, place_b) == 0 || same_place(place_a, place_b));
    free(place_a);
    free(place_b);
    return same;
}

bool output_is_apart(const Output *output, Output *const *other, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (output->temp && other[i]->temp &&
            same_place(output->target, other[i]->target)) {
            report_reason(output, "it is named twice");
            return false;
        }
    }
    return true;
}

Sink *output_sink(Output *output)
{
    return &output->sink;
}

/* The new name is on the disk only when the folder is. Folders that cannot be opened
   or synced (some network disks) have given the name all the same. */
static void sync_folder(const char *path)
{
    size_t len = folder_length(path);
    char *folder = len ? xstrndup(path, len) : xstrdup(".");
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    free(folder);
}

/* Devices and pipes cannot be synced, and say so with EINVAL. */
static bool sync_file(const Output *output)
{
    return fsync(output->sink.fd) == 0 ||
           (!output->temp && (errno == EINVAL || errno == EROFS));
}

/* 0, or errno of what failed. */
static int finish(Output *output)
{
    if (!sink_flush(&output->sink))
        return output->sink.error;
    if (!sync_file(output))
        return errno;
    int fd = output->sink.fd;
    output->sink.fd = -1;
    if (close(fd) != 0)
        return errno;
    if (!output->temp)
        return 0;
    if (rename(output->temp, output->target) != 0)
        return errno;
    free(output->temp);
    output->temp = NULL;
    sync_folder(output->target);
    return 0;
}

bool output_prepare(Output *output)
{
    int error = !sink_flush(&output->sink) ? output->sink.error
                : !sync_file(output)       ? errno
                                           : 0;
    if (error)
        report_output(output, error);
    return error == 0;
}

bool output_commit(Output *output)
{
    int error = finish(output);
    if (error)
        report_output(output, error);
    output_discard(output);
    return error == 0;
}

/* Disks without links (FAT) keep no second name; then what was there is not put back.
 */
static void keep_old(Output *output)
{
    if (!output->temp || output->is_new)
        return;
    StrBuf name;
    strbuf_init(&name);
    strbuf_addf(&name, "%s.old", output->temp);
    (void)unlink(name.text);
    if (link(output->target, name.text) == 0)
        output->old = strbuf_detach(&name);
    else
        strbuf_release(&name);
}

static void put_back(Output *output)
{
    if (output->old && rename(output->old, output->target) == 0) {
        free(output->old);
        output->old = NULL;
    } else if (output->is_new) {
        (void)unlink(output->target);
    }
}

bool output_commit_all(Output **output, size_t n)
{
    size_t done = 0;
    int error = 0;
    while (done < n && !error) {
        if (n > 1)
            keep_old(output[done]);
        error = finish(output[done]);
        done += !error;
    }
    if (error)
        report_output(output[done], error);
    for (size_t i = 0; i < n; i++) {
        if (i < done && error)
            put_back(output[i]);
        output_discard(output[i]);
    }
    return error == 0;
}

void output_discard(Output *output)
{
    if (output->old)
        (void)unlink(output->old);
    if (output->temp)
        (void)unlink(output->temp);
    output_free(output);
}

bool output_finish_stream(Sink *sink, DiagSink *diags)
{
    if (sink_flush(sink))
        return true;
    if (sink->error != EPIPE)
        report(diags, "the output", strerror(sink->error));
    return false;
}
