#include "runtime/learn/progress.h"

#include "runtime/base/state_file.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool progress_path(StrBuf *path)
{
    return state_path(path, "lessons");
}

/* `lesson part` of one line; what is damaged says nothing. */
static uint32_t part_of(const char *line, const char *lesson)
{
    size_t len = strlen(lesson);
    if (strncmp(line, lesson, len) != 0 || line[len] != ' ')
        return 0;
    char *end;
    unsigned long part = strtoul(line + len + 1, &end, 10);
    return *end == '\n' && part <= UINT32_MAX ? (uint32_t)part : 0;
}

uint32_t progress_done(const char *path, const char *lesson)
{
    FILE *file = path ? fopen(path, "re") : NULL;
    uint32_t done = 0;
    char *line = NULL;
    size_t size = 0;
    while (file && getline(&line, &size, file) > 0) {
        uint32_t part = part_of(line, lesson);
        done = part > done ? part : done;
    }
    free(line);
    if (file)
        fclose(file);
    return done;
}

bool progress_keep(const char *path, const char *lesson, uint32_t part)
{
    StrBuf sb;
    strbuf_init(&sb);
    strbuf_addf(&sb, "%s %" PRIu32 "\n", lesson, part);
    bool ok = !path || state_append(path, sb.text, sb.len);
    strbuf_release(&sb);
    return ok;
}
