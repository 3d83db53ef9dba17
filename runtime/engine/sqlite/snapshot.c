/* Snapshots: a read transaction around all scans of a statement. Its id is made of
   SQLite's data version, read before the transaction begins so that it can be too
   old but never too new, and the schema version. A helper for another thread joins
   a snapshot when nothing was committed since: with a rollback journal our own read
   lock sees to that, with a WAL the watching connection tells. */
#include "runtime/engine/sqlite/store.h"

static int run(sqlite3 *db, const char *sql)
{
    int64_t ignored;
    int rc = store_read_int(db, sql, &ignored);
    return rc == SQLITE_DONE || rc == SQLITE_ROW ? SQLITE_OK : rc;
}

static int begin(sqlite3 *db, int64_t *schema)
{
    int rc = run(db, "begin");
    if (rc != SQLITE_OK)
        return rc;
    rc = store_read_int(db, "pragma schema_version", schema);
    int64_t ignored;
    if (rc == SQLITE_ROW)
        rc = store_read_int(db, "select count(*) from sqlite_schema", &ignored);
    if (rc == SQLITE_ROW)
        return SQLITE_OK;
    run(db, "rollback");
    return rc;
}

static int data_version(sqlite3 *db, int64_t *version)
{
    int rc = store_read_int(db, "pragma data_version", version);
    return rc == SQLITE_ROW ? SQLITE_OK : rc;
}

EngineStatus sqlite_snapshot_begin(Engine *engine, DiagSink *sink, uint64_t *id)
{
    SqliteEngine *self = store_engine(engine);
    sqlite_snapshot_end(engine);
    sqlite3 *watch = self->watch ? self->watch : self->db;
    int64_t schema = 0;
    int rc = data_version(watch, &self->watch_version);
    if (rc == SQLITE_OK)
        rc = begin(self->db, &schema);
    if (rc != SQLITE_OK)
        return store_report(sink, self->path, self->db, rc);
    self->in_snapshot = true;
    *id = ((uint64_t)self->watch_version << 32) ^ (uint64_t)schema;
    return ENGINE_OK;
}

void sqlite_snapshot_end(Engine *engine)
{
    SqliteEngine *self = store_engine(engine);
    if (self->in_snapshot)
        run(self->db, "rollback");
    self->in_snapshot = false;
}

Engine *sqlite_helper(Engine *engine)
{
    SqliteEngine *self = store_engine(engine);
    if (!self->in_snapshot)
        return NULL;
    Arena *arena = arena_new();
    DiagSink unseen;
    diag_sink_init(&unseen, arena, NULL);
    SqliteEngine *twin = sqlite_engine_twin(self, &unseen);
    int64_t schema, version;
    bool joined = twin && begin(twin->db, &schema) == SQLITE_OK;
    if (joined) {
        twin->in_snapshot = true;
        joined = !self->watch || (data_version(self->watch, &version) == SQLITE_OK &&
                                  version == self->watch_version);
    }
    arena_free(arena);
    if (joined)
        return &twin->base;
    if (twin)
        twin->base.ops->close(&twin->base);
    return NULL;
}
