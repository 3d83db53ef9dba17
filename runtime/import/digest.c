#include "runtime/import/digest.h"

#include "runtime/base/xalloc.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 256 * 1024 };

struct Digest {
    const char *path;
    char *piece;
    pthread_t thread;
    bool has_thread;
    atomic_bool is_stopped;
    bool is_good;
    uint8_t sum[SHA256_SIZE];
};

static void *run(void *self)
{
    Digest *d = self;
    int file = open(d->path, O_RDONLY | O_CLOEXEC);
    Sha256 *sha = sha256_begin();
    ssize_t got = file < 0 ? -1 : 1;
    while (got > 0 && !atomic_load(&d->is_stopped)) {
        got = read(file, d->piece, PIECE);
        if (got > 0)
            sha256_add(sha, d->piece, (size_t)got);
    }
    sha256_end(sha, d->sum);
    d->is_good = got == 0;
    if (file >= 0)
        close(file);
    return NULL;
}

Digest *digest_begin(const char *path)
{
    Digest *d = xcalloc(1, sizeof *d);
    d->path = path;
    d->piece = xmalloc(PIECE);
    d->has_thread = pthread_create(&d->thread, NULL, run, d) == 0;
    if (!d->has_thread)
        run(d);
    return d;
}

bool digest_end(Digest *digest, uint8_t sum[SHA256_SIZE])
{
    if (digest->has_thread)
        pthread_join(digest->thread, NULL);
    bool is_good = digest->is_good;
    memcpy(sum, digest->sum, SHA256_SIZE);
    free(digest->piece);
    free(digest);
    return is_good;
}

void digest_stop(Digest *digest)
{
    uint8_t ignored[SHA256_SIZE];
    if (!digest)
        return;
    atomic_store(&digest->is_stopped, true);
    (void)digest_end(digest, ignored);
}
