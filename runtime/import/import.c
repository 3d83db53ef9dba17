/* The order of an import: the write lock of the store, the tables it has, every file
   once for its types and defects, then all rows, and one commit for everything. */
#include "runtime/import/import.h"

#include "runtime/base/ascii.h"
#include "runtime/engine/sqlite/import_log.h"
#include "runtime/engine/sqlite/sqlite.h"
#include "runtime/import/digest.h"
#include "runtime/import/load.h"
#include "runtime/import/names.h"
#include "runtime/import/survey.h"

#include <string.h>

typedef struct {
    const ImportJob *job;
    Arena *arena;
    DiagSink *sink;
    StoreWriter *writer;
    ImportFile *file;
    TableInfo **old;    /* per file: the table that exists, NULL if none does */
    uint64_t done, all; /* bytes, for the progress: of the steps before this one */
} Import;

const char *import_mode_text(ImportMode mode)
{
    switch (mode) {
    case IMPORT_NEW:
        return "new";
    case IMPORT_APPEND:
        return "append";
    case IMPORT_REPLACE:
        return "replace";
    case IMPORT_UPSERT:
        return "upsert";
    }
    UNREACHABLE("mode of an import");
}

static bool adds_rows(ImportMode mode)
{
    return mode == IMPORT_APPEND || mode == IMPORT_UPSERT;
}

/* How the file goes into its table: the later of several are added to the first. */
static ImportMode mode_of(const Import *im, const ImportFile *file)
{
    return file->is_first || adds_rows(im->job->mode) ? im->job->mode : IMPORT_APPEND;
}

static void name_tables(Import *im)
{
    for (size_t i = 0; i < im->job->n_file; i++) {
        ImportFile *file = &im->file[i];
        file->path = im->job->file[i];
        file->table =
            im->job->table ? im->job->table : table_name_of(im->arena, file->path);
        file->is_first = true;
        for (size_t k = 0; k < i; k++)
            file->is_first &= ascii_casecmp(im->file[k].table, file->table) != 0;
    }
}

static bool refuse(Import *im, const ImportFile *file, const char *what,
                   const char *help)
{
    Diag *diag =
        diag_error_at_large(im->sink, DIAG_IMPORT_TABLE, "%s `%s` in the store `%s`",
                            what, file->table, im->job->store);
    diag_help(im->sink, diag, "%s", help);
    return false;
}

static bool may_use_table(Import *im, size_t i)
{
    const ImportFile *file = &im->file[i];
    const TableInfo *old = im->old[i];
    if (ascii_casecmp(file->table, IMPORT_LOG_TABLE) == 0)
        return refuse(im, file, "koers keeps its own table", "name another table");
    if (old && old->is_view)
        return refuse(im, file, "there is a view", "name another table");
    if (!old && im->job->mode == IMPORT_APPEND && file->is_first)
        return refuse(im, file, "there is no table", "leave --append out to make it");
    if (!old && im->job->mode == IMPORT_UPSERT && file->is_first)
        return refuse(im, file, "there is no table", "leave --upsert out to make it");
    return true;
}

/* What the store has under the names of the tables. */
static bool look_at_store(Import *im)
{
    Engine *engine = sqlite_engine_open(im->job->store, im->sink);
    if (!engine)
        return false;
    bool is_good = true;
    for (size_t i = 0; i < im->job->n_file; i++) {
        DiagSink unseen;
        diag_sink_init(&unseen, im->arena, NULL);
        im->old[i] =
            engine->ops->describe(engine, im->file[i].table, NULL, im->arena, &unseen);
        is_good &= may_use_table(im, i);
    }
    engine->ops->close(engine);
    return is_good;
}

/* The table that rows are added to, NULL for one that is made. */
static const TableInfo *target(const Import *im, size_t i)
{
    return adds_rows(im->job->mode) ? im->old[i] : NULL;
}

static size_t count_of_table(const Import *im, const ImportFile *file)
{
    size_t n = 0;
    for (size_t i = 0; i < im->job->n_file; i++)
        n += ascii_casecmp(im->file[i].table, file->table) == 0;
    return n;
}

/* Was the same content loaded into the table before, or is it named twice? */
static bool look_at_log(Import *im, size_t i)
{
    ImportFile *file = &im->file[i];
    for (size_t k = 0; k < i; k++)
        file->is_there |= !strcmp(im->file[k].sha256, file->sha256) &&
                          ascii_casecmp(im->file[k].table, file->table) == 0;
    bool is_replaced = im->job->mode == IMPORT_REPLACE;
    bool has_others = is_replaced && count_of_table(im, file) > 1;
    if (file->is_there || im->job->again || !im->old[i] || has_others)
        return true;
    ImportLogEntry entry = {.sha256 = file->sha256, .table = file->table};
    bool is_there, is_only;
    if (!import_log_find(im->writer, im->arena, &entry, &is_there, &is_only))
        return false;
    file->is_there = is_there && (!is_replaced || is_only);
    file->since = entry.imported;
    if (file->is_there)
        file->rows = entry.rows;
    return true;
}

static bool take_digest(Import *im, ImportFile *file, Digest *digest)
{
    uint8_t sum[SHA256_SIZE];
    StrBuf hex;
    strbuf_init(&hex);
    bool is_good = digest_end(digest, sum);
    sha256_add_hex(&hex, sum, SHA256_SIZE);
    file->sha256 = arena_strdup(im->arena, hex.text);
    strbuf_release(&hex);
    if (!is_good)
        diag_error_at_large(im->sink, DIAG_CSV_UNREADABLE, "cannot read `%s`",
                            file->path);
    return is_good;
}

static bool show_progress(void *self, uint64_t done, uint64_t size)
{
    const Import *im = self;
    (void)size;
    return !im->job->progress ||
           im->job->progress(im->job->self, im->done + done, im->all);
}

static SurveyWatch watch_of(Import *im)
{
    return (SurveyWatch){show_progress, im};
}

/* A table that is there and may not be touched: only what was loaded before is fine. */
static EngineStatus look_at_loaded(Import *im, size_t i)
{
    ImportFile *file = &im->file[i];
    if (!take_digest(im, file, digest_begin(file->path)) || !look_at_log(im, i))
        return ENGINE_FAILED;
    if (file->is_there)
        return ENGINE_OK;
    refuse(
        im, file, "there is a table",
        "add --append to put the rows into it, --replace to put them in place of it, "
        "--upsert with --key to update it, or name another table");
    return ENGINE_FAILED;
}

static EngineStatus survey_file(Import *im, size_t i)
{
    ImportFile *file = &im->file[i];
    if (im->job->mode == IMPORT_NEW && im->old[i])
        return look_at_loaded(im, i);
    Digest *digest = digest_begin(file->path);
    EngineStatus status =
        survey_rows(file, im->job, target(im, i), watch_of(im), im->sink);
    if (status != ENGINE_OK) {
        digest_stop(digest);
        return status;
    }
    bool is_good = take_digest(im, file, digest) && look_at_log(im, i);
    im->done += file->csv.stamp.size;
    return is_good ? ENGINE_OK : ENGINE_FAILED;
}

/* All files are looked at, also behind one that is wrong. */
static EngineStatus survey_all(Import *im)
{
    EngineStatus res = ENGINE_OK;
    for (size_t i = 0; i < im->job->n_file; i++) {
        EngineStatus status = survey_file(im, i);
        if (status == ENGINE_STOPPED)
            return status;
        if (status != ENGINE_OK)
            res = status;
    }
    return res;
}

static ImportFile *first_of(const Import *im, const ImportFile *file)
{
    ImportFile *first = im->file;
    while (ascii_casecmp(first->table, file->table) != 0)
        first++;
    return first;
}

/* Several files of one table have the same columns. */
static bool merge_file(Import *im, ImportFile *first, const ImportFile *file)
{
    for (size_t i = 0; i < file->n; i++) {
        Column *column = survey_column(first, file->column[i].name);
        if (!column || file->n != first->n) {
            diag_error_at_large(im->sink, DIAG_IMPORT_TABLE,
                                "`%s` has other columns than `%s`, but goes into the "
                                "same table `%s`",
                                file->path, first->path, file->table);
            return false;
        }
        column_merge(column, &file->column[i]);
    }
    return true;
}

/* How the files of the table were read before. */
static bool add_usual(Import *im, const ImportFile *file, Habits *reading)
{
    ImportLogEntry entry = {.table = file->table};
    if (!import_log_habits(im->writer, im->arena, &entry))
        return false;
    if (entry.decimal)
        reading->usual_mark = strcmp(entry.decimal, "comma") == 0 ? ',' : '.';
    reading->has_usual_order = entry.dates != NULL;
    if (entry.dates)
        reading->usual_order = strcmp(entry.dates, "mdy") == 0 ? DATE_MDY : DATE_DMY;
    return true;
}

static bool decide_file(Import *im, size_t i)
{
    ImportFile *file = &im->file[i];
    Habits reading = im->job->reading;
    reading.separator = file->csv.form.separator;
    if (im->old[i] && !add_usual(im, file, &reading))
        return false;
    columns_decide(file->column, file->n, &reading);
    return true;
}

static bool decide_all(Import *im)
{
    bool merges = !adds_rows(im->job->mode);
    for (size_t i = 0; merges && i < im->job->n_file; i++) {
        ImportFile *file = &im->file[i];
        if (!file->is_first && !file->is_there &&
            !merge_file(im, first_of(im, file), file))
            return false;
    }
    for (size_t i = 0; i < im->job->n_file; i++) {
        ImportFile *file = &im->file[i];
        if (file->is_there)
            continue;
        if ((file->is_first || !merges) && !decide_file(im, i))
            return false;
        for (size_t k = 0; !file->is_first && merges && k < file->n; k++)
            column_take_reading(&file->column[k], survey_column(first_of(im, file),
                                                                file->column[k].name));
    }
    return true;
}

static void show_all(const Import *im)
{
    for (size_t i = 0; im->job->show && i < im->job->n_file; i++)
        im->job->show(im->job->self, &im->file[i]);
}

static WriterTable table_of(const Import *im, const ImportFile *file)
{
    WriterColumn *column = ARENA_ARRAY(im->arena, WriterColumn, file->n);
    bool *key = ARENA_ARRAY(im->arena, bool, file->n);
    for (size_t i = 0; i < file->n; i++) {
        column[i] =
            (WriterColumn){file->column[i].name, column_declared(&file->column[i])};
        key[i] = file->column[i].is_key;
    }
    return (WriterTable){.name = file->table,
                         .column = column,
                         .n = file->n,
                         .is_key = key,
                         .updates = im->job->mode == IMPORT_UPSERT};
}

/* Are these columns, in any order, those of the key? */
static bool is_key(const ImportFile *file, const char *const *column, size_t n)
{
    size_t n_key = 0;
    for (size_t i = 0; i < file->n; i++)
        n_key += file->column[i].is_key;
    for (size_t i = 0; i < n; i++) {
        const Column *own = survey_column(file, column[i]);
        if (!own || !own->is_key)
            return false;
    }
    return n == n_key;
}

static bool has_index(const TableInfo *old, const ImportFile *file)
{
    bool has = old->n_key && is_key(file, old->key, old->n_key);
    for (size_t i = 0; i < old->n_unique; i++)
        has |= is_key(file, old->unique[i].column, old->unique[i].n);
    return has;
}

/* A table that exists gets a unique index over the key, unless it has one. */
static bool prepare_old(Import *im, const ImportFile *file, const TableInfo *old,
                        const WriterTable *table)
{
    bool is_twice = false;
    if (!im->job->n_key || has_index(old, file))
        return true;
    if (!store_writer_index(im->writer, table, &is_twice))
        return false;
    if (is_twice)
        diag_error_at_large(im->sink, DIAG_IMPORT_KEY,
                            "table `%s` has rows with the same key already",
                            file->table);
    return !is_twice;
}

/* Is it the first of the files that go into its table, but for those that are there? */
static bool is_first_loaded(const Import *im, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (!im->file[k].is_there &&
            ascii_casecmp(im->file[k].table, im->file[i].table) == 0)
            return false;
    return true;
}

static bool prepare_table(Import *im, size_t i, const WriterTable *table)
{
    const ImportFile *file = &im->file[i];
    bool is_ready = true;
    if (mode_of(im, file) == IMPORT_REPLACE)
        is_ready = store_writer_drop(im->writer, file->table);
    if (is_ready && !adds_rows(mode_of(im, file)))
        is_ready = store_writer_create(im->writer, table);
    else if (is_ready && im->old[i] && is_first_loaded(im, i))
        is_ready = prepare_old(im, file, im->old[i], table);
    return is_ready && store_writer_into(im->writer, table);
}

static void set_habits(ImportLogEntry *entry, const ImportFile *file)
{
    for (size_t i = 0; i < file->n; i++) {
        const Column *column = &file->column[i];
        bool is_date = column->as == READ_DATE || column->as == READ_MOMENT;
        if (is_date && column->date.order != DATE_YMD)
            entry->dates = column->date.order == DATE_DMY ? "dmy" : "mdy";
        else if (!is_date && column->as != READ_TEXT && column->has_mark)
            entry->decimal = column->mark == '.' ? "point" : "comma";
    }
}

static EngineStatus load_file(Import *im, size_t i)
{
    ImportFile *file = &im->file[i];
    WriterTable table = table_of(im, file);
    if (!prepare_table(im, i, &table))
        return ENGINE_FAILED;
    EngineStatus status = load_rows(file, im->writer, watch_of(im), im->sink);
    im->done += file->csv.stamp.size;
    if (status != ENGINE_OK)
        return status;
    ImportLogEntry entry = {.file = file->path,
                            .sha256 = file->sha256,
                            .size = file->csv.stamp.size,
                            .rows = file->rows,
                            .table = file->table,
                            .mode = import_mode_text(mode_of(im, file))};
    set_habits(&entry, file);
    return import_log_add(im->writer, &entry) ? ENGINE_OK : ENGINE_FAILED;
}

static EngineStatus load_all(Import *im)
{
    bool has_loaded = false;
    for (size_t i = 0; i < im->job->n_file; i++) {
        if (im->file[i].is_there)
            continue;
        EngineStatus status = load_file(im, i);
        if (status != ENGINE_OK)
            return status;
        has_loaded = true;
    }
    bool is_kept = !has_loaded || im->job->dry_run || store_writer_commit(im->writer);
    return is_kept ? ENGINE_OK : ENGINE_FAILED;
}

static bool open_files(Import *im)
{
    bool is_good = true;
    for (size_t i = 0; i < im->job->n_file; i++) {
        ImportFile *file = &im->file[i];
        bool is_refused = im->job->mode == IMPORT_NEW && im->old[i];
        is_good &= survey_open(file, im->job, is_refused ? NULL : target(im, i),
                               im->arena, im->sink);
        im->all += 2 * file->csv.stamp.size;
    }
    return is_good;
}

static EngineStatus run(Import *im)
{
    WriterPatience patience = {im->job->wait, im->job->self};
    im->writer = store_writer_open(im->job->store, patience, im->sink);
    if (!im->writer || !look_at_store(im) || !open_files(im))
        return ENGINE_FAILED;
    EngineStatus status = survey_all(im);
    if (status != ENGINE_OK)
        return status;
    if (!decide_all(im))
        return ENGINE_FAILED;
    show_all(im);
    return load_all(im);
}

static void add_way_out(Import *im)
{
    Diag *last = im->sink->last;
    bool is_data =
        last && (last->code == DIAG_CSV_MALFORMED || last->code == DIAG_IMPORT_VALUE);
    if (is_data && !last->help)
        diag_help(im->sink, last,
                  "nothing was imported; correct the file and try again");
}

EngineStatus import_files(const ImportJob *job, Arena *arena, DiagSink *sink,
                          ImportFile **file)
{
    Import im = {.job = job, .arena = arena, .sink = sink};
    im.file = ARENA_ARRAY(arena, ImportFile, job->n_file);
    im.old = ARENA_ARRAY(arena, TableInfo *, job->n_file);
    *file = im.file;
    name_tables(&im);
    EngineStatus status = run(&im);
    store_writer_close(im.writer);
    if (status == ENGINE_FAILED)
        add_way_out(&im);
    return status;
}
