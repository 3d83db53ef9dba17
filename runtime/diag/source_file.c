#include "runtime/diag/source_file.h"

#include "runtime/base/xalloc.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *source_file_all(FILE *stream, size_t *len)
{
    enum { PIECE = 65536 };
    size_t cap = 0, n = 0, got;
    char *text = NULL;
    do {
        XGROW(text, cap, n + PIECE);
        got = fread(text + n, 1, PIECE - 1, stream);
        n += got;
    } while (got && n <= SOURCE_TEXT_MAX);
    text[n] = '\0';
    *len = n;
    return text;
}

const SourceText *source_file_add(SourceTexts *texts, const char *name, FILE *stream,
                                  const char **why)
{
    size_t len;
    const SourceText *source = NULL;
    char *text = source_file_all(stream, &len);
    if (ferror(stream))
        *why = "reading failed";
    else if (len > SOURCE_TEXT_MAX)
        *why = "it is larger than 16 MB";
    else
        source = source_texts_add(texts, name, text, len);
    free(text);
    return source;
}

const SourceText *source_file_read(SourceTexts *texts, const char *path,
                                   const char **why)
{
    struct stat st;
    FILE *file = NULL;
    errno = 0;
    bool there = stat(path, &st) == 0;
    if (there && S_ISDIR(st.st_mode))
        errno = EISDIR;
    else if (there && (S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode)))
        file = fopen(path, "rb");
    if (!file) {
        *why = errno ? strerror(errno) : "it is no file that can be read";
        return NULL;
    }
    const SourceText *source = source_file_add(texts, path, file, why);
    fclose(file);
    return source;
}
