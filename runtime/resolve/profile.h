/* Inside resolve/: profiles of weights, spreads and lags. */
#ifndef KOERS_RUNTIME_RESOLVE_PROFILE_H
#define KOERS_RUNTIME_RESOLVE_PROFILE_H

#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"

/* weight[k] of step k, 0 <= k < n; the steps before `first` have none. sum[k]: the
   first k weights together. */
typedef struct Profile {
    const char *name;
    PeriodUnit unit;
    const Decimal *weight, *sum;
    size_t n, first;
} Profile;

bool profile_declare(Resolver *r, const AstStmt *stmt);
/* The weights, from the statement or the store; false: reported. */
bool profile_read(Resolver *r, const AstStmt *stmt, Profile *profile);
/* Names and types of the answer that its weights come from; false: reported. */
bool profile_check(Resolver *r, const AstStmt *stmt);
/* profile_read by name. */
bool profile_find(Resolver *r, AstName name, Profile *profile);
/* lag.c: true where a bracket around the aggregate lags it; *res is then what it stands
   for, or NULL: reported. */
bool lag_aggregate(const ValueScope *scope, const AstExpr *call, AggFn fn,
                   const Expr **res);

#endif
