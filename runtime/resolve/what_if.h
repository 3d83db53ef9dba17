/* Inside resolve/: measures that are put at another value. */
#ifndef KOERS_RUNTIME_RESOLVE_WHAT_IF_H
#define KOERS_RUNTIME_RESOLVE_WHAT_IF_H

#include "runtime/resolve/clauses.h"

/* What a frame puts where. */
typedef struct WhatIf {
    const Measure *measure;
    const AstPath *target; /* its name */
    const AstExpr *value;
    const Source *source; /* whose names both may use */
    bool *met; /* set where it takes the measure's place; NULL: nobody asks */
} WhatIf;

/* what_if.c: the next frame outwards that is heard behind this one; NULL: none. */
const Frame *what_if_outward(const Frame *frame);
/* The value takes its measure's place in the question. */
void what_if_note_put(QuestionBuilder *qb, const WhatIf *what_if);
/* what_if_answer.c: is all of the question read under the `what if` around it? Notes
   that; false: reported. */
bool what_if_check_around(Resolver *r, Question *q);

/* what_if_whole.c: the question under its clause and the `run` around it, where it may
   stand once; NULL: it may not, it has none, or it cannot be read; nothing is reported.
 */
Question *what_if_whole(Resolver *r, const AstQuestion *ast, const AstAssigns *run);

/* what_if_answer.c: is a measure that rows look up still made of rows? false: reported.
 */
bool what_if_leaves_rows(Resolver *r, const Question *q, const AstItem *item);

/* One assignment that holds for a question. */
typedef struct {
    AstAssign ast;
    const Source *source; /* whose names it may use; NULL: those of the model */
    const Measure *measure;
    bool met;  /* by the column that is read */
    bool used; /* by any column */
} WhatIfAssign;

/* All of them, the outermost first. */
typedef struct WhatIfs {
    WhatIfAssign *item;
    size_t n;
    size_t n_run;       /* of the `run` around: they come first */
    const Source *made; /* whose rows are as they would be; NULL: none */
    const char *twice;  /* the first column that stands as it is, too; NULL: none */
    Span twice_span;
    Span span;
} WhatIfs;

/* What holds for a question: of its clause and of the `run` around it; NULL: nothing.
 */
WhatIfs *what_if_all(Resolver *r, const AstQuestion *ast, const AstAssigns *run);
/* Does any of it change the value? Nothing is kept of it. */
bool what_if_changes(QuestionBuilder *qb, const ValueScope *scope,
                     const AstExpr *value);
/* What was put where, and what of it nothing used. */
const char *what_if_foot(Resolver *r, const WhatIfs *all);
/* what_if_clause.c: takes the clause, and what the `run` around the question assigns;
   false: reported. */
bool what_if_begin(QuestionBuilder *qb, const AstQuestion *ast);
/* Columns that one item brings with it at most. */
size_t what_if_columns(const QuestionBuilder *qb);
/* Behind the last item: its value under the clause and the difference, where the clause
   reaches it. Both are of the kind that the alias declares; reports. */
bool what_if_add(QuestionBuilder *qb, const ValueScope *scope, const AstAlias *alias);
/* The same in a scope in which the clause holds. */
bool what_if_add_in(QuestionBuilder *qb, const ValueScope *scope,
                    const ValueScope *inner, const AstAlias *alias);
/* Between the two each assignment says whether what was read met it. */
void what_if_forget_met(WhatIfs *all);
bool what_if_take_met(WhatIfs *all);
/* A column stands twice, as it is and as it would be: it is not made of the rows of
   `made`, NULL: none, which are only as they would be. Reports. */
bool what_if_take_twice(QuestionBuilder *qb, const char *title, Span span,
                        const Source *made);
/* The same, of what `twice` is chosen by. */
bool what_if_check_made(Resolver *r, const char *twice, Span span, const Source *made);
/* M[what if m = e]: `base` where all of them hold. */
AstExpr *what_if_bracketed(Resolver *r, const AstExpr *base, const WhatIfs *all);
/* Does a value of a row see the clause? false: reported. */
bool what_if_check_row(Resolver *r, const WhatIfs *all, const Expr *value);
/* Do rows of a list, and conditions on rows, see it? false: reported. */
bool what_if_check_rows(const QuestionBuilder *qb, const Context *context);
/* Behind all clauses: does all that was asked see this one? Reports what does not. */
bool what_if_finish(QuestionBuilder *qb);
/* Of a list, whose columns and conditions are looked at one by one, only the clauses
   about its lines. Both add the foot: what was put where, and what nothing here is made
   of. */
bool what_if_finish_lines(QuestionBuilder *qb);

/* what_if_answer.c: between the two values of rows that look at other rows or at
   answers, `M per K`, event windows, are read as they would be under what is heard at
   `frame`. */
typedef struct {
    const Frame *before, *heard;
    struct AsItWere *own; /* NULL: nothing is heard */
} WhatIfRow;

WhatIfRow what_if_row_begin(QuestionBuilder *qb, const Frame *frame);
void what_if_row_end(QuestionBuilder *qb, const WhatIfRow *row);
/* Is a question that was read under what is assumed another one for it? Notes that. */
bool what_if_meet(const Resolver *r, const Question *q);

/* what_if_reach.c: a question inside `expr` or its leaves that stands on the measure,
   which is read there as it was; NULL: none. With `asked` the question's own conditions
   count too. */
const Question *what_if_misses(const Expr *expr, const Measure *m, bool asked);
/* The source whose rows are the lines, of a list or without a measure; NULL: none. */
const Source *question_rows(const Question *q);
/* The same of what its lines are kept by, where a question that is a value is what it
   is. */
const Question *what_if_misses_lines(const Question *q, const Measure *m);
/* The same of what the question shows, what its lines are kept by and its rows. */
const Question *what_if_misses_answer(const Question *q, const Measure *m);
/* The same of the rows of a source. */
const Question *what_if_misses_source(const Source *source, const Measure *m);
/* The same of conditions on rows. */
const Question *what_if_misses_rows(const Context *context, const Measure *m);
/* A source, read by what is asked, whose rows Koers makes of measures; NULL: none.
   Under a clause they are made as they would be; a bracket cannot. */
const Source *what_if_made(const Question *q);
const Source *what_if_made_of(const Expr *expr);
/* One that the value, an item of the question, or the question's keys are read from. */
const Source *what_if_made_beside(const Question *q, const Expr *value);
/* One that says which lines are shown, and in which order. */
const Source *what_if_made_in_lines(const Question *q);
/* The question, as one that another one reads; NULL: `q` is, or its clause would have
   to reach such rows, which is reported. */
Question *what_if_inner(Resolver *r, Question *q);
/* Says so at `span`. */
void what_if_report_missed(Resolver *r, const Question *sub, const Measure *m,
                           Span span);

#endif
