/* Files that are whole or not there, streams that fail, and the pager. */
#include "runtime/render/output.h"
#include "runtime/render/pager.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char folder[32];
    Arena *arena;
    DiagSink diags;
} Fixture;

static int setup(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    strcpy(f->folder, "/tmp/koers-output-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    f->arena = arena_new();
    diag_sink_init(&f->diags, f->arena, NULL);
    *state = f;
    return chdir(f->folder);
}

static int teardown(void **state)
{
    Fixture *f = *state;
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(rmdir(f->folder), 0); /* nothing was left behind */
    arena_free(f->arena);
    free(f);
    return 0;
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_holds(const char *path, const char *text)
{
    char read[64] = {0};
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t len = fread(read, 1, sizeof read - 1, file);
    assert_int_equal(len, strlen(text));
    assert_int_equal(fclose(file), 0);
    assert_string_equal(read, text);
}

static void test_file_is_replaced(void **state)
{
    Fixture *f = *state;
    put("x.csv", "old");
    assert_int_equal(chmod("x.csv", 0640), 0);
    assert_int_equal(symlink("x.csv", "link.csv"), 0);
    Output *output = output_open("link.csv", &f->diags, NULL);
    assert_non_null(output);
    strbuf_adds(&output_sink(output)->buf, "new");
    assert_holds("x.csv", "old");
    assert_true(output_commit(output));
    assert_holds("x.csv", "new");
    struct stat status;
    assert_int_equal(lstat("link.csv", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat("x.csv", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    output = output_open("x.csv", &f->diags, NULL);
    strbuf_adds(&output_sink(output)->buf, "newer");
    output_discard(output);
    assert_holds("x.csv", "new");
    assert_int_equal(unlink("link.csv"), 0);
    assert_int_equal(unlink("x.csv"), 0);
    assert_int_equal(f->diags.n_error, 0);
}

static void test_no_place(void **state)
{
    Fixture *f = *state;
    Span where = {0};
    assert_null(output_open("no/such/folder.csv", &f->diags, &where));
    assert_int_equal(f->diags.n_error, 1);
    assert_true(f->diags.last->has_span);
    assert_string_equal(diag_code_text(f->diags.last->code), "E0790");
    assert_null(output_open("/", &f->diags, NULL));
    assert_int_equal(f->diags.n_error, 2);
    assert_false(f->diags.last->has_span);
}

static void test_full_device(void **state)
{
    Fixture *f = *state;
    Output *output = output_open("/dev/full", &f->diags, NULL);
    assert_non_null(output);
    strbuf_adds(&output_sink(output)->buf, "text");
    assert_false(output_commit(output));
    assert_int_equal(f->diags.n_error, 1);
    assert_non_null(strstr(f->diags.last->message, "No space left"));
}

static void test_full_disk_keeps_the_old_file(void **state)
{
    Fixture *f = *state;
    put("x.csv", "old");
    struct rlimit old;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    struct rlimit small = {4096, old.rlim_max};
    assert_true(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    Output *output = output_open("x.csv", &f->diags, NULL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    for (int i = 0; i < 100; i++) {
        strbuf_addn(&output_sink(output)->buf, 'x', 1000);
        sink_drain(output_sink(output));
    }
    bool written = output_commit(output);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_false(written);
    assert_int_equal(f->diags.n_error, 1);
    assert_holds("x.csv", "old");
    assert_int_equal(unlink("x.csv"), 0);
}

static Output *prepared(Fixture *f, const char *path)
{
    Output *output = output_open(path, &f->diags, NULL);
    assert_non_null(output);
    strbuf_adds(&output_sink(output)->buf, "new");
    assert_true(output_prepare(output));
    return output;
}

static void test_several_are_put_in_place_together(void **state)
{
    put("a", "old");
    Output *both[] = {prepared(*state, "a"), prepared(*state, "b")};
    assert_true(output_commit_all(both, 2));
    assert_holds("a", "new");
    assert_holds("b", "new");
    assert_int_equal(unlink("a") | unlink("b"), 0);
}

/* The place of the last is taken after it was prepared. */
static void test_several_are_taken_back(void **state)
{
    put("a", "old");
    Output *all[] = {prepared(*state, "a"), prepared(*state, "b"),
                     prepared(*state, "c"), prepared(*state, "d")};
    assert_int_equal(mkdir("c", 0777), 0);
    assert_false(output_commit_all(all, 4));
    assert_holds("a", "old");
    assert_int_equal(access("b", F_OK), -1);
    assert_int_equal(access("d", F_OK), -1);
    assert_int_equal(unlink("a") | rmdir("c"), 0);
}

static void test_streams(void **state)
{
    Fixture *f = *state;
    Sink sink;
    int full = open("/dev/full", O_WRONLY);
    sink_init(&sink, full);
    strbuf_adds(&sink.buf, "text");
    assert_false(output_finish_stream(&sink, &f->diags));
    assert_int_equal(f->diags.n_error, 1);
    sink_release(&sink);
    close(full);

    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    assert_true(signal(SIGPIPE, SIG_IGN) != SIG_ERR);
    sink_init(&sink, ends[1]);
    strbuf_adds(&sink.buf, "text");
    assert_false(output_finish_stream(&sink, &f->diags));
    assert_int_equal(sink.error, EPIPE);
    assert_int_equal(f->diags.n_error, 1);
    sink_release(&sink);
    close(ends[1]);
}

static void test_pager(void **state)
{
    (void)state;
    StrBuf text;
    strbuf_init(&text);
    strbuf_adds(&text, "one\ntwo\n\033[1mthree\033[0m\n");
    Terminal terminal = {.tty = true, .width = 5, .height = 4};
    assert_false(pager_is_needed(&text, &terminal));
    terminal.height = 3;
    assert_true(pager_is_needed(&text, &terminal));
    terminal = (Terminal){.tty = true, .width = 4, .height = 4};
    assert_true(pager_is_needed(&text, &terminal));
    terminal.tty = false;
    assert_false(pager_is_needed(&text, &terminal));

    setenv("PAGER", "cat >paged", 1);
    assert_true(pager_show(&text));
    assert_holds("paged", text.text);
    assert_int_equal(unlink("paged"), 0);
    strbuf_addn(&text, 'x', 1000000);
    setenv("PAGER", "true", 1);
    assert_true(pager_show(&text));
    setenv("PAGER", "", 1);
    assert_false(pager_show(&text));
    setenv("PAGER", "./no-such-program 2>/dev/null", 1);
    assert_false(pager_show(&text));
    strbuf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_file_is_replaced, setup, teardown),
        cmocka_unit_test_setup_teardown(test_no_place, setup, teardown),
        cmocka_unit_test_setup_teardown(test_full_device, setup, teardown),
        cmocka_unit_test_setup_teardown(test_full_disk_keeps_the_old_file, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_several_are_put_in_place_together, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_several_are_taken_back, setup, teardown),
        cmocka_unit_test_setup_teardown(test_streams, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pager, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
