/* The demo company as it is made: who works there, what it sells and to whom. Rows
   that come in great numbers (orders, entries of the log) are no part of it: they are
   made from it again whenever they are needed. Amounts are in cents. */
#ifndef KOERS_RUNTIME_DEMO_COMPANY_H
#define KOERS_RUNTIME_DEMO_COMPANY_H

#include "runtime/demo/plan.h"

enum {
    COMPANY_YEARS =
        5, /* of price lists: from that of start to that of today, one more */
    COMPANY_NAME = 64,
    COMPANY_FAMILIES = 6,
    COMPANY_SEGMENTS = 6,
    COMPANY_MARKETS = 5,
    COMPANY_NEW_MARKETS = 2, /* the last ones */
};

typedef struct {
    int id;     /* two rows with one id: the unit got another parent */
    int parent; /* 0: the company */
    const char *kind;
    char name[COMPANY_NAME];
    Day from, to; /* `to`: no longer; DAY_NONE: still */
    bool is_team;
} Unit;

typedef struct {
    int id, unit;
    int unit_before; /* until `moved`; 0: was always there */
    Day moved;
    Day start, end; /* DAY_NONE: still there */
    int ramp_months;
    const char *role;
    bool sells; /* has a seat, and targets */
    char name[COMPANY_NAME];
} Person;

/* A place in a team; those who had it one after the other stand together. */
typedef struct {
    int team;     /* index of the unit row */
    int first, n; /* in the company's persons */
} Seat;

typedef struct {
    int id, family;
    int popularity;
    Day launched, withdrawn;
    int list[COMPANY_YEARS], cost[COMPANY_YEARS]; /* by year since that of start */
    char name[COMPANY_NAME];
} Product;

typedef struct {
    int id, parent; /* 0: none */
    int segment, market, region, seat;
    int64_t weight;  /* how much it buys, against others */
    Day first_order; /* DAY_NONE: never */
    Day from, to;    /* when it places orders; `from` DAY_NONE: a prospect */
    char class;      /* A, B, C; 0: none */
} Customer;

typedef enum { DEAL_NEW, DEAL_EXPANSION, DEAL_RENEWAL, DEAL_KINDS } DealKind;
typedef enum { DEAL_OPEN, DEAL_WON, DEAL_LOST, DEAL_WITHDRAWN } DealStatus;

typedef struct {
    int id, customer, seat, family, source;
    int lead; /* id; 0: none */
    DealKind kind;
    int64_t size; /* what it is about to be worth */
    Day created;
    uint32_t number; /* of its draws */
    uint32_t nth;    /* of its kind */
    /* How it stands today. */
    DealStatus status;
    int stage, owner;
    Day closed, expected; /* DAY_NONE */
    int64_t amount;       /* -1: not known */
    int accepted;         /* id of the quote that was accepted; 0: none */
} Deal;

typedef struct {
    int64_t created; /* seconds */
    int64_t number;  /* of its draws */
    int source;
    int deal; /* id; 0: it did not become one */
} Lead;

/* What a person brought in a month. */
typedef struct {
    int64_t intake, revenue, cost, won;
} Takings;

/* Money that moved in a month. */
typedef struct {
    int64_t invoiced, received, goods, freight, fixed;
} Flow;

typedef struct {
    Plan plan;
    Arena *arena;
    Unit *unit;
    size_t n_unit, cap_unit;
    Person *person;
    size_t n_person, cap_person;
    Seat *seat;
    size_t n_seat, cap_seat;
    Product *product;
    int n_product;
    Customer *customer;
    size_t n_customer, cap_customer;
    int64_t *bought; /* sums of weights, of those who may buy */
    int *buyer;      /* which customer */
    size_t n_buyer, cap_buyer, cap_bought;
    Deal *deal;
    size_t n_deal, cap_deal;
    Lead *lead;
    size_t n_lead;
    const Deal **won; /* deals with an order, by its day */
    size_t n_won;
    int64_t n_order;         /* without a deal */
    int volume[PLAN_MONTHS]; /* permille of the quantities of these, by month */
    int64_t n_line;          /* of all orders */
    Takings *takings;        /* by person index and month */
    int64_t *spent; /* invoiced, by customer index and year since that of start */
    Flow flow[PLAN_MONTHS];
} Company;

static inline Takings *company_takings(const Company *company, int person, int month)
{
    return &company->takings[person * company->plan.n_month + month];
}

#endif
