/* Inside resolve/: the clauses of a question. */
#ifndef KOERS_RUNTIME_RESOLVE_CLAUSES_H
#define KOERS_RUNTIME_RESOLVE_CLAUSES_H

#include "runtime/resolve/scope.h"

/* Columns that having, sort, top and alarm may add unseen. */
enum { CLAUSE_HIDDEN_MAX = 16 };

/* question.c: what a parameter that stands for a name stands for. */
const AstExpr *question_dereference(const Resolver *r, const AstExpr *ast);
/* What a column without alias is called. */
const char *question_title(Resolver *r, const Source *from, const AstAlias *alias,
                           const AstExpr *value);
/* names.c: is item `at` a dimension, and no alias of an item before it? */
bool question_item_is_dimension(const QuestionBuilder *qb, const AstQuestion *ast,
                                uint32_t at);
/* An alias may not hide a declared name, but for the thing that has it and for what a
   module does not know; true: it does, which was reported. */
bool question_hides_name(const Resolver *r, const AstItem *ast);
/* Gives a column the kind that its alias names; false: reported. */
bool question_relabel(Resolver *r, const AstAlias *alias, Type *type);
/* A column behind those that are there; NULL: reported. */
Item *question_add_item(QuestionBuilder *qb, const ValueScope *scope,
                        const AstExpr *ast, const char *title, Span span);
/* axis_key.c: the only time in `by` and `across`, when it is month(AXIS); NULL. */
const AstExpr *axis_key_find(const Resolver *r, const AstQuestion *ast);
const AstPath *axis_key_path(const AstExpr *call);
/* The unit alone. */
const AstExpr *axis_key_unit(Resolver *r, const AstExpr *call);
/* Says that it is the time of some measures of the question only. */
void axis_key_report(Resolver *r, const AstExpr *call);
/* versus.c: columns that one item brings with it at most. */
size_t versus_columns(const AstQuestion *ast);
/* false: `versus` is not for this question, which was reported. */
bool versus_check(const QuestionBuilder *qb, const AstQuestion *ast);
/* The columns of `versus` for item `at`, behind all; reports. */
bool versus_add(QuestionBuilder *qb, const ValueScope *scope, const AstQuestion *ast,
                uint32_t at);
/* Is it another period, and no measure? */
bool versus_is_shift(const AstExpr *to);
/* What `base` is compared with: itself, shifted, or a measure. */
const AstExpr *versus_other(Resolver *r, const AstVersus *versus, const AstExpr *base);
/* What the comparison is called. */
const char *versus_name(const QuestionBuilder *qb, const AstVersus *versus);
/* title.c: as it is written, on one line and without comments. */
const char *question_slice(Resolver *r, Span span, const char *fallback);
/* The same with the values of parameters in their places, where those can be written.
 */
const char *question_written(Resolver *r, Span span);
/* Whose rows and by what; then the context of its items, and its period. false:
   reported. */
bool question_begin(QuestionBuilder *qb, const AstQuestion *ast, ValueScope *scope);
bool question_surround(QuestionBuilder *qb, const AstQuestion *ast, ValueScope *scope);
/* Any question but a whole `why`, under what the `run` around it assigns (NULL:
   nothing); NULL: reported. */
Question *question_under(Resolver *r, const AstQuestion *ast, const AstAssigns *run);
/* why.c: the whole; NULL: reported. */
Question *why_resolve(Resolver *r, const AstQuestion *ast, const AstAssigns *run);
/* The items of a part of it; reports. */
bool why_items(QuestionBuilder *qb, const ValueScope *scope, const AstQuestion *ast);
/* why_kind.c: makes the items of a part by how its change can be split, and notes that
   in q->why. `now` and `before` are values of `scope`. false: it cannot be, which was
   reported. */
typedef struct {
    const Expr *now, *before;
    const AstExpr *key; /* the only one that the lines are kept by; NULL */
    Why *why;
    Span span; /* of M */
} WhyValues;
bool why_split(QuestionBuilder *qb, const ValueScope *scope, WhyValues values);
/* having, sort, top, with, alarm, chart; the items are there already. */
bool clause_lines(QuestionBuilder *qb, const ValueScope *scope, const AstQuestion *ast);
/* What is drawn, and that it can be; reports. */
bool clause_chart(QuestionBuilder *qb, const AstQuestion *ast);
/* hidden.c: is there one value of hidden lines? Behind clause_lines; reports. */
bool clause_check_hidden(const QuestionBuilder *qb, const AstQuestion *ast);
/* The period of `for`. */
bool clause_for(QuestionBuilder *qb, const AstQuestion *ast);
/* Clauses of later versions are refused with one sentence each. */
bool clause_refuse_unsupported(Resolver *r, const AstQuestion *ast);
bool clause_resolve_list(QuestionBuilder *qb, const AstQuestion *ast);
/* The first source from whose rows all keys are reached; NULL: none. */
const Source *clause_source_of_keys(Resolver *r, const AstExpr *const *key, size_t n);
/* The same dimension in all sources bound so far; reports the two that differ. */
bool clause_check_conformed(Resolver *r, const AstExpr *key, const KeyList *keys,
                            size_t at);
/* from (show ...), from $t */
const Source *clause_anonymous_source(Resolver *r, const AstFrom *from);
void clause_unknown_source(Resolver *r, AstName name);
/* The question of an attribute `M per K`: names of M are those of `scope`;
   K may be columns of `from`. */
Question *clause_resolve_attribute(Resolver *r, const AstQuestion *ast,
                                   const Source *scope, const Source *from);
/* A parameter whose value is `all`. */
bool clause_is_all(Resolver *r, const AstExpr *ast);
/* nowhere.c: reports names in the clauses of a question that failed which nothing in
   the model has, where nothing was said of them yet. */
void clause_report_nowhere(Resolver *r, const AstQuestion *ast);
/* The condition without comparisons to a parameter that is `all`; NULL: none left. */
const AstExpr *clause_without_all(Resolver *r, const AstExpr *where);

#endif
