/* Runs golden cases: runner --koers=PATH [--update] FILE[:LINE] | FOLDER ...
   Each case runs in a folder of its own with its input as input.koers and its store
   as store.db, a copy of what is made once for the cases with the same; what is printed
   is compared with the sections that are there. A case that is to end with 0 must leave
   stderr empty. The last line is "N passed, N failed". */
#include "tests/runner/case.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_PER_CASE = 60 };

/* A store that was made for a section. */
typedef struct Store {
    struct Store *next;
    const char *name, *extra;
    const char *path;
} Store;

typedef struct {
    Arena *arena;
    const char *self;
    const char *koers; /* absolute */
    const char *root;  /* the project's folder */
    const char *work;  /* temporary folder of this run */
    Store *stores;
    unsigned n_store;
    bool update;
    unsigned passed, failed;
} Runner;

static int run_shell(const char *command)
{
    fflush(NULL);
    int status = system(command);
    if (status == -1)
        return 127;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static const char *in_case(Runner *r, const char *name)
{
    return arena_printf(r->arena, "%s/case/%s", r->work, name);
}

static bool write_section(Runner *r, const char *name, const Section *s)
{
    StrBuf empty;
    strbuf_init(&empty);
    return file_write(in_case(r, name), s ? &s->body : &empty);
}

static bool copy_file(const char *from, const char *to)
{
    StrBuf bytes;
    strbuf_init(&bytes);
    bool ok = file_read(from, &bytes) && file_write(to, &bytes);
    strbuf_release(&bytes);
    return ok;
}

static const Store *store_made(Runner *r, const char *name, const char *extra);

/* A file of SQL under tests/golden/schema, or, with a slash in its name, a database of
   the project; then the SQL of the section itself. */
static bool store_fill(Runner *r, const Store *s)
{
    const char *base = arena_printf(r->arena, "%s/%s", r->root, s->name);
    const char *sql =
        arena_printf(r->arena, "%s/tests/golden/schema/%s.sql", r->root, s->name);
    if (*s->extra) {
        const Store *plain = store_made(r, s->name, "");
        StrBuf text;
        strbuf_init(&text);
        strbuf_adds(&text, s->extra);
        sql = arena_printf(r->arena, "%s.sql", s->path);
        bool ok = plain && copy_file(plain->path, s->path) && file_write(sql, &text);
        strbuf_release(&text);
        if (!ok)
            return false;
    } else if (strchr(s->name, '/')) {
        return copy_file(base, s->path);
    }
    return run_shell(
               arena_printf(r->arena, "sqlite3 -bail '%s' <'%s'", s->path, sql)) == 0;
}

/* NULL when it cannot be made. */
static const Store *store_made(Runner *r, const char *name, const char *extra)
{
    for (const Store *s = r->stores; s; s = s->next)
        if (strcmp(s->name, name) == 0 && strcmp(s->extra, extra) == 0)
            return s;
    Store *s = ARENA_NEW(r->arena, Store);
    s->name = name;
    s->extra = arena_strdup(r->arena, extra);
    s->path = arena_printf(r->arena, "%s/store%u.db", r->work, r->n_store++);
    if (!store_fill(r, s))
        return NULL;
    s->next = r->stores;
    r->stores = s;
    return s;
}

static bool make_store(Runner *r, const Section *s)
{
    const Store *made = store_made(r, s->arg, s->body.text);
    return made && copy_file(made->path, in_case(r, "store.db"));
}

/* A file of the case, which may lie in a folder. */
static bool write_named(Runner *r, const Section *s)
{
    const char *slash = strrchr(s->arg, '/');
    if (slash && run_shell(arena_printf(r->arena, "mkdir -p '%s/case/%.*s'", r->work,
                                        (int)(slash - s->arg), s->arg)) != 0)
        return false;
    return write_section(r, s->arg, s);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st;
    (void)kind;
    (void)at;
    return remove(path);
}

static bool remove_folder(const char *path)
{
    enum { OPEN_FOLDERS = 16 };
    return access(path, F_OK) != 0 ||
           nftw(path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0;
}

static bool prepare(Runner *r, const Case *c)
{
    const char *folder = arena_printf(r->arena, "%s/case", r->work);
    if (!remove_folder(folder) || mkdir(folder, 0777) != 0)
        return false;
    for (const Section *s = c->sections; s; s = s->next) {
        if (s->kind == SECTION_SCHEMA && !make_store(r, s))
            return false;
        if (s->kind == SECTION_FILE && !write_named(r, s))
            return false;
    }
    return write_section(r, "input.koers", case_find(c, SECTION_INPUT)) &&
           write_section(r, ".stdin", case_find(c, SECTION_STDIN));
}

/* Through a pipe: what is written to a file is not logged as looked at. Its exit
   status, or that of a shell whose command was killed; -1 when nothing was run. */
static int run_koers(Runner *r, const Case *c, StrBuf *out)
{
    const Section *args = case_find(c, SECTION_ARGS);
    const char *line = args ? args->body.text : "run input.koers";
    size_t len = strcspn(line, "\n");
    fflush(NULL);
    FILE *f = popen(arena_printf(r->arena,
                                 "cd '%s/case' && { timeout -k 2 %d '%s' %.*s\n} "
                                 "<.stdin 2>.stderr",
                                 r->work, SECONDS_PER_CASE, r->koers, (int)len, line),
                    "r");
    if (!f)
        return -1;
    char chunk[8192];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, f)) > 0)
        strbuf_add(out, chunk, got);
    int status = pclose(f);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void show_failure(Runner *r, const CaseFile *file, const Case *c,
                         const char *what)
{
    printf("FAILED %s:%u: %s: %s\n", file->path, c->line, c->title, what);
    printf("  again: %s --koers=%s %s:%u\n", r->self, r->koers, file->path, c->line);
}

/* true when they are the same; else the difference is printed. */
static bool compare(Runner *r, const StrBuf *wanted, const StrBuf *found,
                    const char *name)
{
    if (wanted->len == found->len && memcmp(wanted->text, found->text, found->len) == 0)
        return true;
    if (file_write(in_case(r, ".wanted"), wanted) &&
        file_write(in_case(r, ".found"), found))
        (void)run_shell(arena_printf(r->arena,
                                     "cd '%s/case' && diff -u --label 'wanted %s' "
                                     "--label 'found %s' .wanted .found",
                                     r->work, name, name));
    return false;
}

/* Fields of CSV text without their quotes, one record a line, so that two writers
   that quote differently can be compared. */
static void plain_csv(StrBuf *out, const char *text, size_t len)
{
    bool quoted = false;
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '"' && quoted && i + 1 < len && text[i + 1] == '"')
            strbuf_addc(out, text[++i]);
        else if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == ',' && !quoted)
            strbuf_adds(out, " | ");
        else if (text[i] != '\r')
            strbuf_addc(out, text[i]);
    }
}

/* The rows of the hand-written SQL must be what Koers printed below its heading. */
static bool agrees_with_sql(Runner *r, const Section *oracle, const StrBuf *output)
{
    StrBuf raw;
    StrBuf wanted;
    StrBuf found;
    strbuf_init(&raw);
    strbuf_init(&wanted);
    strbuf_init(&found);
    bool ok = write_section(r, ".oracle.sql", oracle) &&
              run_shell(arena_printf(r->arena,
                                     "cd '%s/case' && sqlite3 -bail -csv store.db "
                                     "<.oracle.sql >.oracle",
                                     r->work)) == 0 &&
              file_read(in_case(r, ".oracle"), &raw);
    const char *newline = memchr(output->text, '\n', output->len);
    size_t skip = newline ? (size_t)(newline - output->text) + 1 : output->len;
    plain_csv(&wanted, raw.text, raw.len);
    plain_csv(&found, output->text + skip, output->len - skip);
    ok = ok && compare(r, &wanted, &found, "oracle-sql");
    strbuf_release(&raw);
    strbuf_release(&wanted);
    strbuf_release(&found);
    return ok;
}

static void bless(Runner *r, Case *c, SectionKind kind, const StrBuf *text, bool needed)
{
    if (!needed && !case_find(c, kind))
        return;
    Section *s = case_need(r->arena, c, kind);
    strbuf_reset(&s->body);
    strbuf_add(&s->body, text->text, text->len);
}

/* What a run left behind. */
typedef struct {
    StrBuf out, err, code;
    int exit;
} Outcome;

static const char *judge(Runner *r, const Case *c, const Outcome *o)
{
    const Section *out = case_find(c, SECTION_STDOUT);
    const Section *err = case_find(c, SECTION_STDERR);
    const Section *code = case_find(c, SECTION_EXIT);
    const Section *oracle = case_find(c, SECTION_ORACLE);
    const char *res = NULL;
    StrBuf nothing;
    strbuf_init(&nothing);
    int wanted_exit = code ? (int)strtol(code->body.text, NULL, 10) : 0;
    if (o->exit != wanted_exit)
        res = o->exit == 124 ? "ran too long"
                             : arena_printf(r->arena, "exit %d", o->exit);
    if (out && !compare(r, &out->body, &o->out, "stdout"))
        res = "stdout differs";
    if ((err || wanted_exit == 0 || res) &&
        !compare(r, err ? &err->body : &nothing, &o->err, "stderr"))
        res = res ? res : "stderr differs";
    if (oracle && !agrees_with_sql(r, oracle, &o->out))
        res = "differs from the hand-written SQL";
    return res;
}

static void bless_case(Runner *r, Case *c, Outcome *o)
{
    strbuf_addf(&o->code, "%d\n", o->exit);
    bless(r, c, SECTION_STDOUT, &o->out, o->out.len > 0);
    bless(r, c, SECTION_STDERR, &o->err, o->err.len > 0);
    bless(r, c, SECTION_EXIT, &o->code, o->exit != 0);
}

static void run_case(Runner *r, const CaseFile *file, Case *c)
{
    Outcome o;
    strbuf_init(&o.out);
    strbuf_init(&o.err);
    strbuf_init(&o.code);
    const char *problem = prepare(r, c) ? NULL : "the case could not be set up";
    if (!problem) {
        o.exit = run_koers(r, c, &o.out);
        if (o.exit < 0 || !file_read(in_case(r, ".stderr"), &o.err))
            problem = "nothing was run";
        if (!problem && r->update)
            bless_case(r, c, &o);
        problem = problem ? problem : judge(r, c, &o);
    }
    if (problem) {
        r->failed++;
        show_failure(r, file, c, problem);
    } else {
        r->passed++;
    }
    strbuf_release(&o.out);
    strbuf_release(&o.err);
    strbuf_release(&o.code);
}

/* `line` 0 runs all; else the case that begins there. */
static void run_file(Runner *r, const char *path, unsigned line)
{
    CaseFile file;
    unsigned before = r->passed + r->failed;
    if (!case_file_read(r->arena, path, &file)) {
        r->failed++;
        case_file_release(&file);
        return;
    }
    for (Case *c = file.cases; c; c = c->next)
        if (!line || c->line == line)
            run_case(r, &file, c);
    if (r->passed + r->failed == before) {
        fprintf(stderr, "%s: no case begins at line %u\n", path, line);
        r->failed++;
    }
    if (r->update && !case_file_write(&file)) {
        fprintf(stderr, "%s: cannot be written\n", path);
        r->failed++;
    }
    case_file_release(&file);
}

static bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text);
    return len >= strlen(end) && strcmp(text + len - strlen(end), end) == 0;
}

static void run_path(Runner *r, const char *path);

static void run_folder(Runner *r, const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        const char *full = arena_printf(r->arena, "%s/%s", path, name);
        struct stat st;
        bool is_folder = stat(full, &st) == 0 && S_ISDIR(st.st_mode);
        if (name[0] != '.' && (is_folder || ends_with(name, ".t")))
            run_path(r, full);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

static void run_path(Runner *r, const char *path)
{
    struct stat st;
    const char *colon = strrchr(path, ':');
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        run_folder(r, path);
    else if (colon)
        run_file(r, arena_strndup(r->arena, path, (size_t)(colon - path)),
                 (unsigned)strtoul(colon + 1, NULL, 10));
    else
        run_file(r, path, 0);
}

/* Nothing of the surroundings may change an output. */
static void set_surroundings(void)
{
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TZ", "UTC", 1);
    setenv("TERM", "dumb", 1);
    setenv("INPUTRC", "/dev/null", 1);
    unsetenv("COLUMNS");
    unsetenv("NO_COLOR");
    unsetenv("CLICOLOR_FORCE");
}

static const char *absolute(Runner *r, const char *path)
{
    return path[0] == '/' ? path : arena_printf(r->arena, "%s/%s", r->root, path);
}

int main(int argc, char **argv)
{
    char root[4096];
    Runner r = {.arena = arena_new(), .self = argv[0]};
    const char *folder = getenv("TMPDIR");
    char *work =
        arena_printf(r.arena, "%s/koers-golden-XXXXXX", folder ? folder : "/tmp");
    if (!getcwd(root, sizeof root) || !mkdtemp(work)) {
        perror("runner");
        return 2;
    }
    r.root = root;
    r.work = work;
    r.koers = absolute(&r, "build/koers");
    set_surroundings();
    setenv("HOME", work, 1);
    setenv("KOERS", r.koers, 1);
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--koers=", 8) == 0) {
            r.koers = absolute(&r, argv[i] + 8);
            setenv("KOERS", r.koers, 1); /* for a second run in one case */
        } else if (strcmp(argv[i], "--update") == 0) {
            r.update = true;
        } else {
            run_path(&r, argv[i]);
        }
    }
    remove_folder(work);
    printf("%u passed, %u failed\n", r.passed, r.failed);
    bool good = r.passed && !r.failed;
    arena_free(r.arena);
    return good ? 0 : 1;
}
