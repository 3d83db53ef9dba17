/* Constructors of the syntax tree, called by the actions of the grammar. Terminals are
   given by their place and read from the text. */
#ifndef KOERS_PARSER_BUILD_H
#define KOERS_PARSER_BUILD_H

#include "parser/ast.h"

typedef struct ParseCtx ParseCtx;

/* Names and literals. */
AstName build_name(ParseCtx *cx, Span span);
AstName build_parameter_name(ParseCtx *cx, Span span);
AstPath build_role(ParseCtx *cx, Span span);
AstUnit build_unit(ParseCtx *cx, Span span);
uint32_t build_count(ParseCtx *cx, Span span);
AstCalendarUnit build_unit_of(ParseCtx *cx, Span calendar, Span unit, Span whole);
AstCalendarUnit build_working_unit(ParseCtx *cx, Span unit, Span whole);
const AstCalendarUnit *build_axis_unit(ParseCtx *cx, AstCalendarUnit unit);
const AstType *build_type(ParseCtx *cx, AstName name, AstName argument, Span span);
AstText build_text(ParseCtx *cx, Span span);
AstText build_title(ParseCtx *cx, Span span);
Span build_join_span(Span first, Span last);

/* Lists; each returns the longer one. */
AstNames build_names(ParseCtx *cx, AstNames list, AstName name);
AstPath build_path(ParseCtx *cx, AstPath path, AstName name);
AstPaths build_paths(ParseCtx *cx, AstPaths list, AstPath path);
AstTexts build_texts(ParseCtx *cx, AstTexts list, AstText text);
AstStmts build_stmts(ParseCtx *cx, AstStmts list, AstStmt *stmt);
AstSpans build_spans(ParseCtx *cx, AstSpans list, Span span);
AstSourceItems build_source_items(ParseCtx *cx, AstSourceItems list,
                                  const AstSourceItem *item, Span span);
AstDimensions build_dimensions(ParseCtx *cx, AstDimensions list,
                               const AstDimension *dimension);
AstCalendarItem build_holidays(ParseCtx *cx, AstTableRoles from);
AstCalendarItems build_calendar_items(ParseCtx *cx, AstCalendarItems list,
                                      const AstCalendarItem *item, Span span);
AstParams build_params(ParseCtx *cx, AstParams list, const AstParam *param);
AstNamedArgs build_named_args(ParseCtx *cx, AstNamedArgs list, const AstNamedArg *arg);
AstSteeringItems build_steering_items(ParseCtx *cx, AstSteeringItems list,
                                      const AstSteeringItem *item, Span span);
AstDrives build_drives(ParseCtx *cx, AstDrives list, const AstDrive *drive);
AstArgs build_args(ParseCtx *cx, AstArgs list, AstArg arg);
AstExprs build_exprs(ParseCtx *cx, AstExprs list, AstExpr *expr);
AstExprs build_list(ParseCtx *cx, AstExpr *first, AstExprs rest);
AstContexts build_contexts(ParseCtx *cx, AstContexts list, const AstContext *item,
                           Span span);
AstAssigns build_assigns(ParseCtx *cx, AstAssigns list, const AstAssign *assign);
AstItems build_items(ParseCtx *cx, AstItems list, const AstItem *item);
AstByItems build_by_items(ParseCtx *cx, AstByItems list, const AstByItem *item);
AstVersuses build_versuses(ParseCtx *cx, AstVersuses list, const AstVersus *item);
AstSorts build_sorts(ParseCtx *cx, AstSorts list, AstSort item);

/* Expressions. */
/* Gives `expr` its place, which reaches over the brackets of its operands. */
AstExpr *build_at(AstExpr *expr, Span span);
AstExpr *build_number(ParseCtx *cx, AstExprKind kind, Span span);
AstExpr *build_money(ParseCtx *cx, AstExpr *number, Span currency, Span span);
AstExpr *build_interval(ParseCtx *cx, Span count, Span unit, bool working, Span span);
AstExpr *build_period(ParseCtx *cx, Span span);
AstExpr *build_text_expr(ParseCtx *cx, Span span);
AstExpr *build_parameter(ParseCtx *cx, AstName name);
AstExpr *build_all(ParseCtx *cx, Span span);
AstExpr *build_all_time(ParseCtx *cx, Span span);
AstExpr *build_path_expr(ParseCtx *cx, AstPath path);
/* args NULL: none */
AstExpr *build_call(ParseCtx *cx, AstName name, const AstArgs *args, bool distinct,
                    Span span);
/* fiscal quarter(d) */
AstExpr *build_period_call(ParseCtx *cx, AstName calendar, AstName unit,
                           const AstArgs *args, Span span);
AstExpr *build_level(ParseCtx *cx, AstExpr *entity, uint32_t level, Span span);
AstExpr *build_distinct(ParseCtx *cx, AstName name, AstExpr *value, AstExpr *where,
                        Span span);
AstExpr *build_in_brackets(ParseCtx *cx, AstExpr *expr);
AstExpr *build_query(ParseCtx *cx, AstQuestion *query, Span span);
AstExpr *build_unary(ParseCtx *cx, AstOp op, AstExpr *operand, Span span);
/* Adds a term to a chain of the same level that is not in brackets, else makes one. */
AstExpr *build_chain(ParseCtx *cx, AstExpr *left, AstOp op, Span op_span,
                     AstExpr *right);
AstExpr *build_compare(ParseCtx *cx, AstOp op, bool negated, AstExpr *left,
                       AstExpr *right);
AstExpr *build_between(ParseCtx *cx, bool negated, AstExpr *value, AstExpr *low,
                       AstExpr *high);
AstExpr *build_in(ParseCtx *cx, bool negated, AstExpr *value, AstExpr *set, Span span);
AstExpr *build_in_list(ParseCtx *cx, bool negated, AstExpr *value, AstExprs list,
                       Span span);
AstExpr *build_is_empty(ParseCtx *cx, bool negated, AstExpr *value, Span span);
AstExpr *build_range(ParseCtx *cx, AstExpr *low, AstExpr *high, Span span);
AstExpr *build_bracket(ParseCtx *cx, AstExpr *base, const AstContexts *items,
                       Span span);
AstExpr *build_per(ParseCtx *cx, AstExpr *base, const AstExprs *keys, bool every,
                   Span span);
AstExpr *build_window(ParseCtx *cx, AstExpr *per, AstWindow *window);
AstWindow *build_moment(ParseCtx *cx, AstSide side, AstExpr *moment, Span span);
AstWindow *build_within(ParseCtx *cx, AstWindow *window, uint32_t count, AstUnit unit,
                        bool working);
AstRelative build_to(AstRelativeKind kind, uint32_t count, AstCalendarUnit unit);
/* The count was written, even 0. */
AstRelative build_counted(AstRelativeKind kind, AstHowMany n, AstCalendarUnit unit);
AstRelative build_full(AstRelative relative);
AstExpr *build_relative(ParseCtx *cx, AstRelative relative, Span span);
AstExpr *build_calendar_unit(ParseCtx *cx, AstCalendarUnit unit);
AstExpr *build_calendar_period(ParseCtx *cx, Span calendar, Span period, Span span);
/* at NULL: at period end */
AstContext build_money_at(AstContext money, AstExpr *at);

/* The depth of the deepest expression in it. */
unsigned build_context_depth(const AstContext *item);

/* Questions. */
AstAlias build_text_alias(ParseCtx *cx, Span text, Span span);
AstQuestion *build_no_clauses(ParseCtx *cx);
/* Adds a clause; a second one of its kind is an error. */
AstQuestion *build_clause(ParseCtx *cx, AstQuestion *question, AstClause *clause,
                          Span span);
AstQuestion *build_question(ParseCtx *cx, AstQuestion *question, bool is_list,
                            AstItems items, Span span);
AstClause *build_new_clause(ParseCtx *cx, AstClauseKind kind);
AstClause *build_by_clause(ParseCtx *cx, AstClauseKind kind, AstByItems items);
AstClause *build_paths_clause(ParseCtx *cx, AstClauseKind kind, AstPaths paths);
AstClause *build_by_span(AstClause *clause, Span first, Span last);
AstClause *build_top(ParseCtx *cx, AstClause *clause, AstHowMany n, AstPaths per,
                     AstExpr *by);
AstClause *build_expr_clause(ParseCtx *cx, AstClauseKind kind, AstExpr *expr);
AstClause *build_name_clause(ParseCtx *cx, AstClauseKind kind, AstName name);
/* Without arguments: `using NAME`. */
AstClause *build_using(ParseCtx *cx, AstName name, AstExprs args);
AstClause *build_versus_clause(ParseCtx *cx, AstVersuses items);
AstClause *build_sort_clause(ParseCtx *cx, AstSorts items);
AstClause *build_what_if_clause(ParseCtx *cx, AstAssigns assigns);
AstClause *build_from_source(ParseCtx *cx, AstPath path);
AstClause *build_from_parameter(ParseCtx *cx, AstName name);
AstClause *build_from_printing(ParseCtx *cx, AstStmt *printing);
AstClause *build_signal(ParseCtx *cx, AstClauseKind kind, AstExpr *when, AstText text);
AstClause *build_with_one(ParseCtx *cx, bool total, bool subtotals, bool others);
AstClause *build_with(ParseCtx *cx, AstClause *with, const AstClause *more);
AstClause *build_count_clause(ParseCtx *cx, AstClauseKind kind, uint32_t count);
/* `last` NULL: as many as is usual. */
AstClause *build_origins(ParseCtx *cx, AstName rhythm, const uint32_t *last);

/* Statements. */
void build_script(ParseCtx *cx, const AstStmts *stmts);
/* Nothing was built of what stands from `error` up to `next`; `is_item`: it stands in
   the block of a definition. */
void build_lost(ParseCtx *cx, Span error, Span next, bool is_item);
void build_refined(ParseCtx *cx, AstQuestion *clauses, const AstStmts *stmts,
                   Span span);
void build_interpolated(ParseCtx *cx, AstExpr *expr);
AstStmt *build_expect(ParseCtx *cx, const AstStmt *expected, Span span);
AstStmt *build_asked(ParseCtx *cx, AstStmtKind kind, AstQuestion *question, Span span);
AstStmt *build_open(ParseCtx *cx, AstText path, Span span);
AstStmt *build_use(ParseCtx *cx, AstPath module, AstText file, Span span);
AstStmt *build_source(ParseCtx *cx, AstSource source, Span body, Span span);
AstOrigin build_origin_sources(ParseCtx *cx, AstName first, AstNames rest, Span span);
AstMeasure *build_measure(ParseCtx *cx, AstMeasure measure);
AstStmt *build_measure_stmt(ParseCtx *cx, AstMeasure *measure, Span span);
AstStmt *build_dimension_stmt(ParseCtx *cx, AstDimension dimension);
AstStmt *build_currency(ParseCtx *cx, AstName name, AstTableRoles from, Span span);
AstStmt *build_calendar(ParseCtx *cx, AstName name, AstCalendarItems items, Span span);
AstStmt *build_require(ParseCtx *cx, bool is_dimension, AstName name,
                       const AstType *type, Span span);
AstStmt *build_let_value(ParseCtx *cx, AstName name, AstExpr *value, Span span);
AstStmt *build_let_query(ParseCtx *cx, AstName name, AstQuestion *query, Span span);
AstStmt *build_let_function(ParseCtx *cx, AstName name, AstNames params, AstExpr *value,
                            Span span);
AstStmt *build_set(ParseCtx *cx, AstName name, AstExpr *value, Span span);
AstStmt *build_profile_weights(ParseCtx *cx, AstName name, AstCalendarUnit unit,
                               AstExprs weights, Span span);
AstStmt *build_profile_table(ParseCtx *cx, AstName name, AstCalendarUnit unit,
                             AstTableRoles from, Span span);
AstStmt *build_profile_query(ParseCtx *cx, AstName name, AstCalendarUnit unit,
                             AstQuestion *query, Span span);
AstSpread build_spread(ParseCtx *cx, bool working, AstUnit unit, Span unit_span,
                       Span span);
AstStmt *build_report(ParseCtx *cx, AstReport report, Span span);
AstStmt *build_run(ParseCtx *cx, AstPath report, AstNamedArgs args, AstTexts to,
                   Span span);
AstStmt *build_text_stmt(ParseCtx *cx, AstExpr *text, Span span);
/* One that stands in braces, as a report without parameters. */
AstStmt *build_lesson(ParseCtx *cx, AstReport lesson, Span span);
/* ASK, HINT */
AstStmt *build_said(ParseCtx *cx, AstStmtKind kind, AstText text, Span span);
AstStmt *build_learn(ParseCtx *cx, AstText text, const uint32_t *number, Span span);
AstStmt *build_cascade(ParseCtx *cx, AstPath measure, AstExpr *to, AstQuestion *clauses,
                       Span span);
AstStmt *build_solve(ParseCtx *cx, AstExpr *goal, AstQuestion *clauses, Span span);
AstStmt *build_forecast(ParseCtx *cx, AstQuestion *clauses, AstItems items,
                        AstClause *by, AstClause *next);
AstStmt *build_explain(ParseCtx *cx, AstExpr *expr, AstQuestion *question, Span span);
AstStmt *build_check(ParseCtx *cx, bool steering, Span span);
AstStmt *build_brief(ParseCtx *cx);
AstStmt *build_brief_for(ParseCtx *cx, AstStmt *brief, AstName name, bool is_parameter,
                         Span keyword);
AstStmt *build_brief_who(ParseCtx *cx, AstStmt *brief, AstText who, Span keyword);
AstStmt *build_brief_on(ParseCtx *cx, AstStmt *brief, AstExpr *on, Span keyword);
AstStmt *build_map(ParseCtx *cx, Span span);
AstStmt *build_adoption(ParseCtx *cx, Span span);
AstStmt *build_decide(ParseCtx *cx, AstName indicator, AstText text);
AstStmt *build_decide_owner(ParseCtx *cx, AstStmt *decide, AstText owner, Span keyword);
/* A part that is written once; `keyword`: of the second one. */
void build_once(ParseCtx *cx, bool is_there, const char *word, Span keyword);
/* `question`: of the clauses so far. */
AstStmt *build_commit(ParseCtx *cx, AstName measure, AstExpr *value,
                      AstQuestion *question);
AstStmt *build_commit_by(ParseCtx *cx, AstStmt *commit, AstText by, Span keyword);
AstStmt *build_decide_due(ParseCtx *cx, AstStmt *decide, AstExpr *due, Span keyword);
AstStmt *build_staff(ParseCtx *cx, AstName source, AstPaths roles, Span span);
AstParts build_parts(ParseCtx *cx, AstParts list, AstPart part);
AstCascade *build_cascaded(ParseCtx *cx, AstCascade cascade);
AstStmt *build_steering(ParseCtx *cx, AstStmtKind kind, AstName name, AstText title,
                        const AstSteeringItems *items);

#endif
