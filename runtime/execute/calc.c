/* Table calculations: values of a line that come from other lines of the answer. They
   go through all lines, hidden ones too, in their order, and begin anew for each
   combination of the dimensions before the last. */
#include "runtime/execute/table.h"

#include "runtime/algebra/order.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

/* Lines part after part, in their order. */
typedef struct {
    uint32_t *line;
    uint32_t *first; /* per part, and the end behind the last */
    uint32_t n_part;
} Parts;

typedef struct {
    Table *table;
    const Expr *expr;
    const Vector *arg;
    Value *value; /* per row of the table */
    const uint32_t *line;
    uint32_t n;      /* lines of the part */
    uint32_t column; /* across, 0 without */
} Part;

/* Which part each line belongs to; returns how many there are. */
static uint32_t number_parts(const Table *table, uint32_t *part)
{
    const LineOrder *lines = table->lines;
    Tuples known;
    tuples_init(&known, lines->n_key);
    for (uint32_t i = 0; i < lines->n; i++) {
        const uint32_t *code =
            table->code + (size_t)i * lines->n_column * table->n_slot;
        part[i] = tuples_add(&known, code);
    }
    uint32_t n = known.n;
    tuples_release(&known);
    return n;
}

static void part_lines(const Table *table, Parts *parts)
{
    const LineOrder *lines = table->lines;
    uint32_t *part = xcalloc((size_t)lines->n + 1, sizeof *part);
    parts->n_part = number_parts(table, part);
    parts->line = xcalloc((size_t)lines->n + 1, sizeof *parts->line);
    parts->first = xcalloc((size_t)parts->n_part + 2, sizeof *parts->first);
    for (uint32_t i = 0; i < lines->n; i++)
        parts->first[part[i] + 2]++;
    for (uint32_t p = 0; p < parts->n_part; p++)
        parts->first[p + 2] += parts->first[p + 1];
    for (uint32_t i = 0; i < lines->n; i++) {
        uint32_t line = lines->order ? lines->order[i] : i;
        parts->line[parts->first[part[line] + 1]++] = line;
    }
    free(part);
}

static uint32_t row_of(const Part *p, uint32_t at)
{
    return p->line[at] * p->table->lines->n_column + p->column;
}

/* The sum so far; empty until there is something to add. */
static bool run_sum(Part *p)
{
    Value sum = {.empty = true};
    for (uint32_t i = 0; i < p->n; i++) {
        uint32_t row = row_of(p, i);
        if (!vector_is_empty(p->arg, row)) {
            Decimal next = vector_decimal(p->arg, row);
            if (!sum.empty && !decimal_add(sum.as.number, next, &next))
                return table_report_width(p->table, p->expr->span);
            sum.empty = false;
            sum.as.number = next;
        }
        p->value[row] = sum;
    }
    return true;
}

static void look_back(Part *p)
{
    int64_t n = 1;
    if (p->expr->n_arg > 1)
        decimal_to_i64(p->expr->arg[1]->as.value.as.number, &n);
    for (uint32_t i = (uint32_t)n; i < p->n; i++)
        p->value[row_of(p, i)] =
            vector_value(p->arg, p->expr->arg[0]->type, row_of(p, i - (uint32_t)n));
}

/* Largest first, empty last. */
static int compare_rows(const void *self, uint32_t x, uint32_t y)
{
    const Part *p = self;
    Type type = p->expr->arg[0]->type;
    bool none_x = vector_is_empty(p->arg, x);
    bool none_y = vector_is_empty(p->arg, y);
    if (none_x || none_y)
        return (int)none_x - (int)none_y;
    return value_compare(type, vector_value(p->arg, type, y),
                         vector_value(p->arg, type, x));
}

static void rank_rows(Part *p)
{
    uint32_t *row = xcalloc((size_t)p->n + 1, sizeof *row);
    uint32_t rank = 0;
    for (uint32_t i = 0; i < p->n; i++)
        row[i] = row_of(p, i);
    order_rows(row, p->n, compare_rows, p);
    for (uint32_t i = 0; i < p->n && !vector_is_empty(p->arg, row[i]); i++) {
        if (!i || compare_rows(p, row[i - 1], row[i]) != 0)
            rank = i + 1;
        p->value[row[i]].empty = false;
        p->value[row[i]].as.number = decimal_from_i64(rank);
    }
    free(row);
}

/* The code that a row's share is within; 0 without. */
static uint32_t share_group(const Part *p, uint32_t row)
{
    const Table *table = p->table;
    if (p->expr->n_arg < 2)
        return 0;
    return table->code[(size_t)row * table->n_slot + p->expr->arg[1]->as.index];
}

/* Values over their sums; empty where the sum is zero. */
static bool share_rows(Part *p)
{
    uint32_t n_group = 1;
    for (uint32_t i = 0; i < p->n; i++) {
        uint32_t group = share_group(p, row_of(p, i));
        n_group = group < n_group ? n_group : group + 1;
    }
    Decimal *sum = xcalloc(n_group, sizeof *sum);
    bool ok = true;
    for (uint32_t i = 0; i < p->n && ok; i++) {
        uint32_t row = row_of(p, i);
        Decimal *of = &sum[share_group(p, row)];
        if (!vector_is_empty(p->arg, row))
            ok = decimal_add(*of, vector_decimal(p->arg, row), of);
    }
    for (uint32_t i = 0; i < p->n && ok; i++) {
        uint32_t row = row_of(p, i);
        Decimal of = sum[share_group(p, row)];
        Value *value = &p->value[row];
        value->empty = vector_is_empty(p->arg, row) || decimal_is_zero(of);
        if (!value->empty)
            ok = decimal_div(vector_decimal(p->arg, row), of, &value->as.number);
    }
    free(sum);
    return ok || table_report_width(p->table, p->expr->span);
}

static bool calculate(Part *p)
{
    if (p->expr->as.fn == FN_SHARE)
        return share_rows(p);
    if (p->expr->as.fn == FN_RUNNING)
        return run_sum(p);
    if (p->expr->as.fn == FN_PRIOR)
        look_back(p);
    else
        rank_rows(p);
    return true;
}

static bool each_part(Part *p)
{
    Parts parts;
    part_lines(p->table, &parts);
    bool ok = true;
    for (uint32_t i = 0; i < parts.n_part && ok; i++) {
        p->line = parts.line + parts.first[i];
        p->n = parts.first[i + 1] - parts.first[i];
        for (p->column = 0; p->column < p->table->lines->n_column && ok; p->column++)
            ok = calculate(p);
    }
    free(parts.line);
    free(parts.first);
    return ok;
}

bool table_calculate(Table *table, const Expr *expr, const Vector *arg, Vector *out)
{
    Part p = {.table = table,
              .expr = expr,
              .arg = arg,
              .value = xcalloc((size_t)table->n + 1, sizeof(Value))};
    for (uint32_t i = 0; i < table->n; i++)
        p.value[i].empty = true;
    bool ok = !table->lines || each_part(&p);
    VectorBuilder *builder = vector_builder_new(expr->type, table->run->pool);
    for (uint32_t i = 0; i < table->n; i++)
        vector_builder_add(builder, p.value[i]);
    *out = vector_builder_finish(builder, table->arena);
    free(p.value);
    return ok;
}
