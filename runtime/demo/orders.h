/* Orders, from the day they are placed until they are paid. An order is made from its
   own draws, for every table anew. */
#ifndef KOERS_RUNTIME_DEMO_ORDERS_H
#define KOERS_RUNTIME_DEMO_ORDERS_H

#include "runtime/demo/company.h"
#include "runtime/demo/rows.h"

enum { ORDER_LINES = 12, ORDER_PARTS = 4, ORDER_PAYMENTS = 2 };

typedef struct {
    const Product *product;
    int qty;
    int list, net; /* cents apiece */
    int cost;      /* -1: not known */
    Day planned;   /* when it was to be invoiced */
    int part;      /* with which invoice; a line that is split ends with the next one */
    int split;     /* how much comes with `part`; qty: all */
} OrderLine;

/* An invoice: what is delivered together. */
typedef struct {
    Day day, due;
    int freight;
    int64_t total; /* below zero: a credit note */
    Day paid[ORDER_PAYMENTS];
    int64_t payment[ORDER_PAYMENTS];
    int n_payment;
} OrderPart;

typedef struct {
    int id;
    const Deal *deal; /* NULL: an order without */
    int customer;
    int person; /* index */
    Day day, promised;
    Day cancelled; /* DAY_NONE */
    OrderLine line[ORDER_LINES];
    int n_line;
    OrderPart part[ORDER_PARTS]; /* all of them, also after today */
    int n_part;
    OrderPart credit; /* of one line; day DAY_NONE: none */
    int credit_line, credit_qty;
} Order;

typedef struct {
    int64_t net, list; /* cents */
} OrderWorth;

/* What the order of a deal adds up to that is, or would be, won on that day. */
OrderWorth orders_deal_worth(const Company *company, const Deal *deal, Day day);
/* Every order, by day, until `visit` says false. */
void orders_each(const Company *company, bool (*visit)(void *self, const Order *order),
                 void *self);
/* Numbers the orders of deals and adds up what persons and months took. */
void orders_make(Company *company);
void orders_write(const Company *company, Rows *rows);

/* How much of the line comes with the part. */
int order_qty_of(const OrderLine *line, int part);

#endif
