/* The user's editor on a text: $VISUAL, $EDITOR or vi, as the shell understands it,
   on a file in a folder of its own. */
#include "runtime/base/xalloc.h"
#include "runtime/prompt/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static bool write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    if (!file)
        return false;
    size_t len = strlen(text);
    bool ok = fwrite(text, 1, len, file) == len;
    if (len && text[len - 1] != '\n')
        ok = fputc('\n', file) != EOF && ok;
    return fclose(file) == 0 && ok;
}

/* Up to 16 MB without the line ends at its end; NULL: it cannot be read. */
static char *read_file(const char *path)
{
    FILE *file = fopen(path, "r");
    char block[4096];
    StrBuf sb;
    if (!file)
        return NULL;
    strbuf_init(&sb);
    for (size_t n;
         sb.len < SOURCE_TEXT_MAX && (n = fread(block, 1, sizeof block, file)) > 0;)
        strbuf_add(&sb, block, n);
    fclose(file);
    while (sb.len && sb.text[sb.len - 1] == '\n')
        strbuf_truncate(&sb, sb.len - 1);
    return strbuf_detach(&sb);
}

/* false: it could not be started or ended with an error. */
static bool run_editor(const char *path)
{
    const char *editor = getenv("VISUAL");
    if (!editor || !*editor)
        editor = getenv("EDITOR");
    if (!editor || !*editor)
        editor = "vi";
    char *script = xmalloc(strlen(editor) + sizeof " \"$1\"");
    memcpy(script, editor, strlen(editor));
    memcpy(script + strlen(editor), " \"$1\"", sizeof " \"$1\"");
    char shell[] = "sh", option[] = "-c", name[] = "koers";
    char *file = xstrdup(path);
    char *argv[] = {shell, option, script, name, file, NULL};
    pid_t child;
    int status = -1;
    if (posix_spawnp(&child, "sh", NULL, NULL, argv, environ) == 0) {
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            continue;
    }
    free(file);
    free(script);
    return status == 0;
}

char *editor_edit(Prompt *p, const char *text)
{
    const char *folder = getenv("TMPDIR");
    StrBuf path;
    char *res = NULL;
    strbuf_init(&path);
    strbuf_addf(&path, "%s/koers-XXXXXX", folder && *folder ? folder : "/tmp");
    if (!mkdtemp(path.text)) {
        prompt_complain(p, "no file for the editor: %s", strerror(errno));
        strbuf_release(&path);
        return NULL;
    }
    size_t folder_len = path.len;
    strbuf_adds(&path, "/text.koers");
    if (!write_file(path.text, text))
        prompt_complain(p, "no file for the editor: %s", strerror(errno));
    else if (!run_editor(path.text))
        prompt_complain(p, "the editor failed; $VISUAL or $EDITOR names it");
    else if (!(res = read_file(path.text)))
        prompt_complain(p, "the text cannot be read: %s", strerror(errno));
    unlink(path.text);
    strbuf_truncate(&path, folder_len);
    rmdir(path.text);
    strbuf_release(&path);
    return res;
}
