/* The tables of orders, one after the other: each is one walk over all orders. */
#include "runtime/demo/orders.h"

typedef struct {
    const Company *company;
    Rows *rows;
    int64_t line, invoice, invoice_line, payment; /* the last ones */
} Writer;

static bool write_order(void *self, const Order *o)
{
    const Writer *w = self;
    const Company *c = w->company;
    Rows *rows = w->rows;
    rows_int(rows, o->id);
    rows_int(rows, o->customer + 1);
    rows_int(rows, c->person[o->person].id);
    rows_int(rows, c->customer[o->customer].market + 1);
    rows_day(rows, o->day);
    rows_day(rows, o->promised);
    bool is_cancelled = o->cancelled != DAY_NONE && o->cancelled <= c->plan.today;
    rows_day(rows, is_cancelled ? o->cancelled : DAY_NONE);
    rows_id(rows, o->deal ? o->deal->accepted : 0);
    rows_id(rows, o->deal ? o->deal->id : 0);
    rows_end(rows);
    return rows->ok;
}

static bool is_out(const Writer *w, const OrderPart *part)
{
    return part->day != DAY_NONE && part->day <= w->company->plan.today;
}

static int invoiced_qty(const Writer *w, const Order *o, const OrderLine *line)
{
    int qty = 0;
    for (int i = 0; i < o->n_part; i++) {
        if (is_out(w, &o->part[i]))
            qty += order_qty_of(line, i);
    }
    return qty;
}

static void put_cost(Rows *rows, const OrderLine *line, int qty)
{
    if (line->cost < 0)
        rows_null(rows);
    else
        rows_cents(rows, (int64_t)line->cost * qty);
}

static bool write_lines(void *self, const Order *o)
{
    Writer *w = self;
    Rows *rows = w->rows;
    for (int i = 0; i < o->n_line; i++) {
        const OrderLine *line = &o->line[i];
        rows_int(rows, ++w->line);
        rows_int(rows, o->id);
        rows_int(rows, line->product->id);
        rows_int(rows, line->qty);
        rows_int(rows, invoiced_qty(w, o, line));
        rows_cents(rows, line->list);
        rows_cents(rows, line->net);
        put_cost(rows, line, 1);
        rows_day(rows, line->planned);
        rows_end(rows);
    }
    return rows->ok;
}

/* Calls `write` for every invoice that is out; of a credit note `part` is -1. false: no
   more rows are wanted. */
static bool each_invoice(Writer *w, const Order *o,
                         void (*write)(Writer *w, const Order *o, int part))
{
    for (int i = 0; i < o->n_part; i++) {
        if (is_out(w, &o->part[i])) {
            w->invoice++;
            write(w, o, i);
        }
    }
    if (is_out(w, &o->credit)) {
        w->invoice++;
        write(w, o, -1);
    }
    w->line += o->n_line;
    return w->rows->ok;
}

static const OrderPart *part_of(const Order *o, int part)
{
    return part < 0 ? &o->credit : &o->part[part];
}

static void write_invoice(Writer *w, const Order *o, int part)
{
    Rows *rows = w->rows;
    const OrderPart *p = part_of(o, part);
    rows_int(rows, w->invoice);
    rows_int(rows, o->id);
    rows_int(rows, o->customer + 1);
    rows_day(rows, p->day);
    rows_day(rows, p->due);
    rows_cents(rows, p->freight);
    rows_end(rows);
}

static void write_invoice_line(Writer *w, const Order *o, int line, int qty)
{
    Rows *rows = w->rows;
    const OrderLine *l = &o->line[line];
    rows_int(rows, ++w->invoice_line);
    rows_int(rows, w->invoice);
    rows_int(rows, w->line + line + 1);
    rows_int(rows, qty);
    rows_cents(rows, (int64_t)l->net * qty);
    put_cost(rows, l, qty);
    rows_int(rows, qty < 0);
    rows_end(rows);
}

static void write_invoice_lines(Writer *w, const Order *o, int part)
{
    if (part < 0) {
        write_invoice_line(w, o, o->credit_line, -o->credit_qty);
        return;
    }
    for (int i = 0; i < o->n_line; i++) {
        int qty = order_qty_of(&o->line[i], part);
        if (qty)
            write_invoice_line(w, o, i, qty);
    }
}

static void write_payments(Writer *w, const Order *o, int part)
{
    Rows *rows = w->rows;
    const OrderPart *p = part_of(o, part);
    for (int i = 0; i < p->n_payment; i++) {
        if (p->paid[i] > w->company->plan.today)
            continue;
        rows_int(rows, ++w->payment);
        rows_int(rows, w->invoice);
        rows_day(rows, p->paid[i]);
        rows_cents(rows, p->payment[i]);
        rows_end(rows);
    }
}

static bool visit_invoices(void *self, const Order *o)
{
    return each_invoice(self, o, write_invoice);
}

static bool visit_invoice_lines(void *self, const Order *o)
{
    return each_invoice(self, o, write_invoice_lines);
}

static bool visit_payments(void *self, const Order *o)
{
    return each_invoice(self, o, write_payments);
}

static void walk(const Company *c, Rows *rows, bool (*visit)(void *, const Order *))
{
    Writer w = {.company = c, .rows = rows};
    if (rows->ok)
        orders_each(c, visit, &w);
}

static void write_order_tables(const Company *c, Rows *rows)
{
    static const WriterColumn order[] = {
        {"order_id", "INTEGER PRIMARY KEY"},
        {"customer_id", "INTEGER REFERENCES customer(customer_id)"},
        {"owner_id", "INTEGER REFERENCES person(person_id)"},
        {"market_id", "INTEGER REFERENCES market(market_id)"},
        {"ordered_on", "DATE"},
        {"promised_on", "DATE"},
        {"cancelled_on", "DATE"},
        {"quote_id", "INTEGER REFERENCES quote(quote_id)"},
        {"opportunity_id", "INTEGER REFERENCES opportunity(opportunity_id)"},
    };
    static const WriterColumn line[] = {
        {"line_id", "INTEGER PRIMARY KEY"},
        {"order_id", "INTEGER REFERENCES sales_order(order_id)"},
        {"product_id", "INTEGER REFERENCES product(product_id)"},
        {"qty", "INTEGER"},
        {"qty_invoiced", "INTEGER"},
        {"list_price", "DECIMAL(10,2)"},
        {"net_price", "DECIMAL(10,2)"},
        {"cost", "DECIMAL(10,2)"},
        {"planned_invoice_on", "DATE"},
    };
    ROWS_TABLE(rows, "sales_order", order);
    walk(c, rows, write_order);
    ROWS_TABLE(rows, "order_line", line);
    walk(c, rows, write_lines);
}

void orders_write(const Company *c, Rows *rows)
{
    static const WriterColumn invoice[] = {
        {"invoice_id", "INTEGER PRIMARY KEY"},
        {"order_id", "INTEGER REFERENCES sales_order(order_id)"},
        {"customer_id", "INTEGER REFERENCES customer(customer_id)"},
        {"invoiced_on", "DATE"},
        {"due_on", "DATE"},
        {"freight_cost", "DECIMAL(10,2)"},
    };
    static const WriterColumn invoice_line[] = {
        {"invoice_line_id", "INTEGER PRIMARY KEY"},
        {"invoice_id", "INTEGER REFERENCES invoice(invoice_id)"},
        {"line_id", "INTEGER REFERENCES order_line(line_id)"},
        {"qty", "INTEGER"},
        {"net", "DECIMAL(12,2)"},
        {"cost", "DECIMAL(12,2)"},
        {"is_credit", "INTEGER"},
    };
    static const WriterColumn payment[] = {
        {"payment_id", "INTEGER PRIMARY KEY"},
        {"invoice_id", "INTEGER REFERENCES invoice(invoice_id)"},
        {"paid_on", "DATE"},
        {"amount", "DECIMAL(12,2)"},
    };
    write_order_tables(c, rows);
    ROWS_TABLE(rows, "invoice", invoice);
    walk(c, rows, visit_invoices);
    ROWS_TABLE(rows, "invoice_line", invoice_line);
    walk(c, rows, visit_invoice_lines);
    ROWS_TABLE(rows, "payment", payment);
    walk(c, rows, visit_payments);
}
