/* A CSV file as a Result: typed vectors, built column by column in one walk. */
#include "runtime/base/xalloc.h"
#include "runtime/engine/csv_table.h"
#include "runtime/engine/memory/memory.h"

typedef struct {
    CsvTable *table;
    Result *result;
    VectorBuilder **builder;
    bool has_changed; /* the file, between the two walks */
} Loading;

static bool load_row(void *self, uint64_t line, const CsvField *field)
{
    (void)line;
    Loading *loading = self;
    for (size_t i = 0; i < loading->table->n; i++) {
        Value value;
        if (!csv_field_value(field[i], loading->table->type[i], &value)) {
            loading->has_changed = true;
            return false;
        }
        vector_builder_add(loading->builder[i], value);
    }
    return ++loading->result->n_row < UINT32_MAX;
}

static void add_columns(Loading *loading)
{
    Result *result = loading->result;
    result->n_column = loading->table->n;
    result->column = ARENA_ARRAY(result->arena, ResultColumn, result->n_column);
    for (size_t i = 0; i < result->n_column; i++) {
        result->column[i].title = arena_strdup(result->arena, loading->table->name[i]);
        result->column[i].type = loading->table->type[i];
        result->column[i].vec =
            vector_builder_finish(loading->builder[i], result->arena);
    }
}

static bool load(Loading *loading, DiagSink *sink)
{
    CsvTable *table = loading->table;
    loading->builder = xcalloc(table->n, sizeof *loading->builder);
    for (size_t i = 0; i < table->n; i++)
        loading->builder[i] = vector_builder_new(table->type[i], loading->result->pool);
    CsvWalk walk = csv_table_walk(table, (CsvVisitor){load_row, NULL, loading}, sink);
    if (walk == CSV_WALK_ENDED)
        diag_error_at_large(sink, DIAG_CSV_UNREADABLE,
                            loading->has_changed ? "%s changed while it was read"
                                                 : "%s has too many rows",
                            table->path);
    add_columns(loading);
    free(loading->builder);
    return walk == CSV_WALK_DONE;
}

Result *memory_load_csv(const char *path, DiagSink *sink)
{
    Result *result = result_new();
    CsvTable table = {0};
    Loading loading = {.table = &table, .result = result};
    bool is_good = csv_table_open(&table, path, (CsvForm){0}, result->arena, sink) &&
                   csv_table_check_names(&table, sink) &&
                   csv_table_find_types(&table, (CsvVisitor){NULL, NULL, NULL},
                                        result->arena, sink) == CSV_WALK_DONE &&
                   load(&loading, sink);
    if (is_good)
        return result;
    result_unref(result);
    return NULL;
}
