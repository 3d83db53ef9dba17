/* The grammar of Koers, without conflicts and without precedence declarations. One
   law keeps it so: after a complete expression, list, clause or item no bare name may
   follow, and nothing optional begins with a name. Actions only call constructors
   (parser/build.h); terminals have no values, a constructor reads them at their place.
   The lines with an @ are filled in from lexer/keywords.def by lexer/keywords.awk. */
%require "3.8"
%code requires {
#include "parser/build.h"
}
%code {
#include "parser/context.h"
#include "parser/push.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

#define YYMALLOC xmalloc
#define YYFREE free

#define YYLLOC_DEFAULT(res, rhs, n)                          \
    do {                                                     \
        if (n) {                                             \
            (res) = YYRHSLOC(rhs, 1);                        \
            (res).end = YYRHSLOC(rhs, n).end;                \
        } else {                                             \
            (res) = YYRHSLOC(rhs, 0);                        \
            (res).begin = (res).end;                         \
        }                                                    \
    } while (0)

static void koers_yyerror(const Span *span, ParseCtx *cx, const char *message);
}
%define api.prefix {koers_yy}
%define api.pure full
%define api.push-pull push
%define api.token.prefix {TOK_}
%define api.value.type union
%define api.location.type {Span}
%define api.header.include {"grammar.tab.h"}
%define parse.error custom
%define parse.lac full
%locations
%expect 0
%param {ParseCtx *cx}

%token END 0 "end of input"
%token RESYNC "next statement" REFINE "a clause of the last question"
%token START "a script" INTERP "an expression in a text" AS_OF "as of"
%token IDENT "name" CURRENCY "currency code" STRING "quoted text" INTEGER "number"
%token DECIMAL "decimal number" PERCENT "percentage" PERIOD "period literal"
%token PARAM "parameter" UNIT "time unit"
%token NE "!=" LE "<=" GE ">=" DOTDOT ".." CONCAT "||" ALIKE "~~"
@TOKENS@

%type <AstName> name common param_name maybe_role
%type <AstNames> names
%type <AstPath> path axis key_path
%type <AstPaths> paths roles
%type <AstText> string opt_text opt_note
%type <AstTexts> texts
%type <AstUnit> unit
%type <uint32_t> count
%type <AstHowMany> how_many
%type <AstOp> cmpop
%type <const AstType *> type opt_type
%type <AstStmt *> stmt definition action printer printing steering
%type <AstStmts> stmts tables
%type <AstOrigin> origin
%type <AstSourceItems> sitems source_body
%type <AstSourceItem> sitem
%type <AstMeasure *> measure_def
%type <AstStock> stock
%type <AstSpread> spread
%type <AstDated> dated
%type <AstDimensions> dimdefs
%type <AstDimension> dimdef
%type <AstCalendarItems> citems
%type <AstCalendarItem> citem
%type <AstParams> opt_params params
%type <AstParam> param
%type <AstExpr *> value source_filter filter order sliced
%type <AstExpr *> expr conj neg cmp range add mul unary postfix primary moment
%type <AstExpr *> instant period
%type <AstExpr *> number relperiod
%type <AstExprs> exprs steered holidays
%type <AstArgs> args
%type <AstArg> arg
%type <AstWindow *> window
%type <AstSide> side
%type <AstRelative> previous next todate
%type <AstCalendarUnit> calunit
%type <AstContexts> ctxs
%type <AstContext> ctx money_of
%type <AstAssigns> assigns opt_what_if
%type <AstAssign> assign
%type <AstQuestion *> query clauses closed open
%type <AstQuestion *> solve_clauses cascade_clauses forecast_clauses backtest_clauses
%type <AstItems> items
%type <AstItem> item
%type <AstAlias> alias
%type <AstClause *> clause by_clause bare_top best solve_clause forecast_clause backtest_clause
%type <AstClause *> for_clause where_clause having_clause from_clause with_clause
%type <AstClause *> chart_clause whatif_clause signal extras extra using_clause
%type <AstByItems> bylist
%type <AstByItem> byitem
%type <AstLevelOf> level_of
%type <AstVersuses> vlist
%type <AstVersus> vitem versus_to
%type <AstSorts> sorts
%type <AstSort> sort
%type <AstStmt *> brief_clauses
%type <AstStmt *> decide_clauses commit_clauses
%type <AstNamedArgs> opt_args nargs
%type <AstNamedArg> narg
%type <AstSteeringItems> attrs aattrs iitems titems ritems
%type <AstSteeringItem> attr iitem titem ritem goal choice waiver capacity
%type <AstDrives> drive_list
%type <AstDrive> drive
%type <AstCascade *> cascade
%type <AstParts> parts
%type <AstPart> part
%type <AstExpr *> opt_excess opt_period

%%
script
: START stmts                   { build_script(cx, &$stmts); }
| REFINE clauses stmts          { build_refined(cx, $clauses, &$stmts, @clauses); }
| INTERP expr                   { build_interpolated(cx, $expr); }
;
stmts
: %empty                        { $$ = (AstStmts){0}; }
| stmts[l] stmt                 { $$ = build_stmts(cx, $l, $stmt); }
| stmts[l] ';'                  { $$ = $l; }
| stmts[l] error RESYNC
        { $$ = $l; build_lost(cx, @2, @3, false); yyerrok; parse_recovered(cx); }
;
stmt
: definition
| action
| query[q]                      { $$ = build_asked(cx, AST_STMT_QUESTION, $q, @$); }
| printer
| steering
;

/* ---- names ---- */
name
: common
| after_from                    { $$ = build_name(cx, @1); }
| after_per                     { $$ = build_name(cx, @1); }
;
common
: IDENT                         { $$ = build_name(cx, @1); }
| CURRENCY                      { $$ = build_name(cx, @1); }
| UNIT                          { $$ = build_name(cx, @1); }
| contextual                    { $$ = build_name(cx, @1); }
;
contextual:
@CONTEXTUAL@
;
/* names everywhere but directly after `from` of a source */
after_from:
@AFTER_FROM@
;
/* names everywhere but directly after `per` */
after_per:
@AFTER_PER@
;
path
: name                          { $$ = build_path(cx, (AstPath){0}, $name); }
| path[l] '.' name              { $$ = build_path(cx, $l, $name); }
;
paths
: path                          { $$ = build_paths(cx, (AstPaths){0}, $path); }
| paths[l] ',' path             { $$ = build_paths(cx, $l, $path); }
;
names
: name                          { $$ = build_names(cx, (AstNames){0}, $name); }
| names[l] ',' name             { $$ = build_names(cx, $l, $name); }
;
param_name: PARAM               { $$ = build_parameter_name(cx, @1); } ;
string: STRING                  { $$ = build_text(cx, @1); } ;
opt_text
: %empty                        { $$ = (AstText){0}; }
| STRING                        { $$ = build_title(cx, @1); }
;
texts
: string                        { $$ = build_texts(cx, (AstTexts){0}, $string); }
| texts[l] ',' string           { $$ = build_texts(cx, $l, $string); }
;
unit: UNIT                      { $$ = build_unit(cx, @1); } ;
count: INTEGER                  { $$ = build_count(cx, @1); } ;
how_many
: count                         { $$ = (AstHowMany){.count = $count}; }
| param_name                    { $$ = (AstHowMany){.parameter = $param_name}; }
;
cmpop
: '='                           { $$ = AST_OP_EQ; }
| "!="                          { $$ = AST_OP_NE; }
| '<'                           { $$ = AST_OP_LT; }
| '>'                           { $$ = AST_OP_GT; }
| "<="                          { $$ = AST_OP_LE; }
| ">="                          { $$ = AST_OP_GE; }
;

/* ---- definitions ---- */
definition
: "open" string                 { $$ = build_open(cx, $string, @$); }
| "source" name opt_text[title] "from" origin source_filter[f] source_body[b]
        { $$ = build_source(cx, (AstSource){$name, $title, $origin, $f, false, $b}, @b,
                @$); }
| measure_def                   { $$ = build_measure_stmt(cx, $1, @$); }
| "dimension" name opt_text[title] opt_type[t] '=' sliced[v]
        { $$ = build_dimension_stmt(cx, (AstDimension){.name = $name, .title = $title,
                .type = $t, .value = $v, .span = @$}); }
| "currency" name "from" "table" path '(' roles ')'
        { $$ = build_currency(cx, $name, (AstTableRoles){$path, $roles}, @$); }
| "calendar" name '{' citems '}' { $$ = build_calendar(cx, $name, $citems, @$); }
| "require" "measure" name opt_type[t]
                                { $$ = build_require(cx, false, $name, $t, @$); }
| "require" "dimension" name    { $$ = build_require(cx, true, $name, NULL, @$); }
| "let" name '=' value          { $$ = build_let_value(cx, $name, $value, @$); }
| "let" name '=' query          { $$ = build_let_query(cx, $name, $query, @$); }
| "let" name '(' names ')' '=' expr
        { $$ = build_let_function(cx, $name, $names, $expr, @$); }
| "set" name '=' value          { $$ = build_set(cx, $name, $value, @$); }
| "profile" name "by" calunit "weights" exprs
        { $$ = build_profile_weights(cx, $name, $calunit, $exprs, @$); }
| "profile" name "by" calunit "from" "table" path '(' roles ')'
        { $$ = build_profile_table(cx, $name, $calunit, (AstTableRoles){$path, $roles},
                @$); }
| "profile" name "by" calunit "from" '(' query ')'
        { $$ = build_profile_query(cx, $name, $calunit, $query, @$); }
| "report" name opt_params[p] opt_text[title] attrs '{' stmts '}'
        { $$ = build_report(cx, (AstReport){$name, $p, $title, $attrs, $stmts}, @$); }
;
origin
: "table" path
        { $$ = (AstOrigin){.kind = AST_ORIGIN_TABLE, .span = @$, .path = $path}; }
| "csv" string
        { $$ = (AstOrigin){.kind = AST_ORIGIN_CSV, .span = @$, .text = $string}; }
| "sql" string
        { $$ = (AstOrigin){.kind = AST_ORIGIN_SQL, .span = @$, .text = $string}; }
| tables
        { $$ = (AstOrigin){.kind = AST_ORIGIN_PRINTED, .span = @$, .printed =
                $tables}; }
| param_name
        { $$ = (AstOrigin){.kind = AST_ORIGIN_PARAMETER, .span = @$, .parameter = $1}; }
| common
        { $$ = build_origin_sources(cx, $1, (AstNames){0}, @$); }
| after_per
        { $$ = build_origin_sources(cx, build_name(cx, @1), (AstNames){0}, @$); }
| name ',' names                { $$ = build_origin_sources(cx, $name, $names, @$); }
;
tables
: '(' printing ')'              { $$ = build_stmts(cx, (AstStmts){0}, $printing); }
| tables[l] ',' '(' printing ')' { $$ = build_stmts(cx, $l, $printing); }
;
source_filter
: %empty                        { $$ = NULL; }
| "where" expr                  { $$ = $expr; }
;
source_body
: %empty                        { $$ = (AstSourceItems){0}; }
| '{' sitems '}'                { $$ = $sitems; }
;
roles
: role
        { $$ = build_paths(cx, (AstPaths){0}, build_role(cx, @role)); }
| roles[l] ',' role             { $$ = build_paths(cx, $l, build_role(cx, @role)); }
;
role: name | "from" ;
measure_def
: "measure" name opt_text[title] opt_type[t] '=' expr stock axis filter spread
        { $$ = build_measure(cx, (AstMeasure){$name, $title, $t, $expr, $stock, $axis,
                $filter, $spread, @$}); }
;
opt_type
: %empty                        { $$ = NULL; }
| ':' type                      { $$ = $type; }
;
type
: name                          { $$ = build_type(cx, $name, (AstName){0}, @$); }
| name[n] '(' name[arg] ')'     { $$ = build_type(cx, $n, $arg, @$); }
;
stock
: %empty                        { $$ = (AstStock){0}; }
| "while" instant "until" range
        { $$ = (AstStock){.kind = AST_STOCK_WHILE, .span = @$, .from = $instant,
                .until = $range}; }
| "at" "snapshot" path
        { $$ = (AstStock){.kind = AST_STOCK_SNAPSHOT, .span = @$, .at = $path}; }
| "as" "last" "known" "per" paths "at" path
        { $$ = (AstStock){.kind = AST_STOCK_LAST_KNOWN, .span = @$, .keys = $paths,
                .at = $path}; }
;
axis
: %empty                        { $$ = (AstPath){0}; }
| "on" path                     { $$ = $path; }
;
filter
: %empty                        { $$ = NULL; }
| "where" expr                  { $$ = $expr; }
;
spread
: %empty                        { $$ = (AstSpread){0}; }
| "spread" "over" unit          { $$ = build_spread(cx, false, $unit, @unit, @$); }
| "spread" "over" "working" unit { $$ = build_spread(cx, true, $unit, @unit, @$); }
| "spread" "by" "profile" name  { $$ = (AstSpread){AST_SPREAD_PROFILE, $name, @$}; }
;
sitems
: %empty                        { $$ = (AstSourceItems){0}; }
| sitems[l] sitem               { $$ = build_source_items(cx, $l, &$sitem, @sitem); }
| sitems[l] ';'                 { $$ = $l; }
| sitems[l] error RESYNC
        { $$ = $l; build_lost(cx, @2, @3, true); yyerrok; parse_recovered(cx); }
;
sitem
: "key" names
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_KEY, .as.key = $names}; }
| "entity" name opt_text[title] "key" names order
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_ENTITY, .as.entity = {$name,
                $title, $names, {0}, $order}}; }
| "entity" name[n] opt_text[title] "key" names "label" name[label] order
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_ENTITY, .as.entity = {$n,
                $title, $names, $label, $order}}; }
| "tree" name dated
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_TREE, .as.tree = {$name,
                $dated}}; }
| "dimension" dimdefs
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_DIMENSION, .as.dimensions =
                $dimdefs}; }
| measure_def
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_MEASURE, .as.measure = $1}; }
| "join" name maybe_role[role] "on" names dated
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_JOIN, .as.join = {$name, $role,
                $names, $dated}}; }
| "time" name opt_text[title] '=' expr
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_TIME, .as.time = {$name, $title,
                $expr, NULL}}; }
| "time" name opt_text[title] '=' expr "by" calunit
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_TIME, .as.time = {$name, $title,
                $expr, build_axis_unit(cx, $calunit)}}; }
| "covers" range
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_COVERS, .as.covers = $range}; }
| "refreshed" name
        { $$ = (AstSourceItem){.kind = AST_SOURCE_ITEM_REFRESHED, .as.refreshed =
                $name}; }
;
maybe_role
: %empty                        { $$ = (AstName){0}; }
| "as" name                     { $$ = $name; }
;
dated
: %empty                        { $$ = (AstDated){0}; }
| "while" instant "until" range { $$ = (AstDated){$instant, $range}; }
;
instant: primary ;
dimdefs
: dimdef
        { $$ = build_dimensions(cx, (AstDimensions){0}, &$dimdef); }
| dimdefs[l] ',' dimdef         { $$ = build_dimensions(cx, $l, &$dimdef); }
;
order
: %empty                        { $$ = NULL; }
| "sort" "by" expr              { $$ = $expr; }
;
dimdef
: name opt_text[title] opt_type[t] order
        { $$ = (AstDimension){.name = $name, .title = $title, .type = $t, .order =
                $order, .span = @$}; }
| name opt_text[title] opt_type[t] '=' sliced[v] order
        { $$ = (AstDimension){.name = $name, .title = $title, .type = $t, .value =
                $v, .order = $order, .span = @$}; }
| name opt_text[title] opt_type[t] "conforms" path
        { $$ = (AstDimension){.name = $name, .title = $title, .type = $t, .conforms =
                $path, .span = @$}; }
| name opt_text[title] opt_type[t] '=' sliced[v] "conforms" path
        { $$ = (AstDimension){.name = $name, .title = $title, .type = $t, .value =
                $v, .conforms = $path, .span = @$}; }
;
sliced
: expr
| add "at" "level" count        { $$ = build_level(cx, $add, $count, @$); }
;
citems
: %empty                        { $$ = (AstCalendarItems){0}; }
| citems[l] citem               { $$ = build_calendar_items(cx, $l, &$citem, @citem); }
| citems[l] ';'                 { $$ = $l; }
| citems[l] error RESYNC
        { $$ = $l; build_lost(cx, @2, @3, true); yyerrok; parse_recovered(cx); }
;
citem
: unit "starts" name
        { $$ = (AstCalendarItem){.kind = AST_CALENDAR_STARTS, .unit = $unit, .name =
                $name}; }
| unit "ends" "last" name[day] "of" name[month]
        { $$ = (AstCalendarItem){.kind = AST_CALENDAR_ENDS, .unit = $unit, .weekday =
                $day, .name = $month}; }
| unit "ends" "nearest" name[day] "of" name[month]
        { $$ = (AstCalendarItem){.kind = AST_CALENDAR_ENDS, .unit = $unit, .weekday =
                $day, .name = $month, .nearest = true}; }
| unit "named" "by" name
        { $$ = (AstCalendarItem){.kind = AST_CALENDAR_NAMED, .unit = $unit, .name =
                $name}; }
| unit count[a] '-' count[b] '-' count[c]
        { $$ = (AstCalendarItem){.kind = AST_CALENDAR_PATTERN, .unit = $unit, .number =
                {$a, $b, $c}}; }
| unit[u] count[a] "compares" "with" unit[v] count[b]
        { $$ = (AstCalendarItem){.kind = AST_CALENDAR_COMPARES, .unit = $u,
                .other_unit = $v, .number = {$a, $b, 0}}; }
| "holidays" holidays
        { $$ = (AstCalendarItem){.kind = AST_CALENDAR_HOLIDAYS, .days = $holidays}; }
| "holidays" "from" "table" path '(' roles ')'
        { $$ = build_holidays(cx, (AstTableRoles){$path, $roles}); }
;
holidays
: PERIOD
        { $$ = build_exprs(cx, (AstExprs){0}, build_period(cx, @1)); }
| holidays[l] ',' PERIOD
        { $$ = build_exprs(cx, $l, build_period(cx, @3)); }
;
opt_params
: %empty                        { $$ = (AstParams){0}; }
| '(' ')'                       { $$ = (AstParams){0}; }
| '(' params ')'                { $$ = $params; }
;
params
: param                         { $$ = build_params(cx, (AstParams){0}, &$param); }
| params[l] ',' param           { $$ = build_params(cx, $l, &$param); }
;
param
: name opt_type[t]              { $$ = (AstParam){$name, $t, NULL, @$}; }
| name opt_type[t] '=' value    { $$ = (AstParam){$name, $t, $value, @$}; }
;
value
: expr
| "all" "time"                  { $$ = build_all_time(cx, @$); }
;

/* ---- expressions ---- */
expr
: conj
| expr[l] "or"[op] conj
        { $$ = build_at(build_chain(cx, $l, AST_OP_OR, @op, $conj), @$); }
;
conj
: neg
| conj[l] "and"[op] neg
        { $$ = build_at(build_chain(cx, $l, AST_OP_AND, @op, $neg), @$); }
;
neg
: cmp
| "not" neg[v]                  { $$ = build_unary(cx, AST_OP_NOT, $v, @$); }
;
cmp
: range
| range[l] cmpop range[r]
        { $$ = build_at(build_compare(cx, $cmpop, false, $l, $r), @$); }
| range[l] '~' range[r]
        { $$ = build_at(build_compare(cx, AST_OP_MATCHES, false, $l, $r), @$); }
| range[l] "~~" range[r]
        { $$ = build_at(build_compare(cx, AST_OP_ALIKE, false, $l, $r), @$); }
| range[l] "under" range[r]
        { $$ = build_at(build_compare(cx, AST_OP_UNDER, false, $l, $r), @$); }
| range[l] "like" range[r]
        { $$ = build_at(build_compare(cx, AST_OP_LIKE, false, $l, $r), @$); }
| range[l] "not" "like" range[r]
        { $$ = build_at(build_compare(cx, AST_OP_LIKE, true, $l, $r), @$); }
| range[l] "in" range[r]        { $$ = build_in(cx, false, $l, $r, @$); }
| range[l] "not" "in" range[r]  { $$ = build_in(cx, true, $l, $r, @$); }
| range[l] "in" '(' range[r] ',' exprs ')'
        { $$ = build_in_list(cx, false, $l, build_list(cx, $r, $exprs), @$); }
| range[l] "not" "in" '(' range[r] ',' exprs ')'
        { $$ = build_in_list(cx, true, $l, build_list(cx, $r, $exprs), @$); }
| range[l] "between" add[a] "and" add[b]
        { $$ = build_at(build_between(cx, false, $l, $a, $b), @$); }
| range[l] "not" "between" add[a] "and" add[b]
        { $$ = build_at(build_between(cx, true, $l, $a, $b), @$); }
| range[l] "is" "empty"         { $$ = build_is_empty(cx, false, $l, @$); }
| range[l] "is" "not" "empty"   { $$ = build_is_empty(cx, true, $l, @$); }
;
range
: add
| add[l] ".." add[r]            { $$ = build_range(cx, $l, $r, @$); }
;
add
: mul
| add[l] '+'[op] mul
        { $$ = build_at(build_chain(cx, $l, AST_OP_ADD, @op, $mul), @$); }
| add[l] '-'[op] mul
        { $$ = build_at(build_chain(cx, $l, AST_OP_SUBTRACT, @op, $mul), @$); }
| add[l] "||"[op] mul
        { $$ = build_at(build_chain(cx, $l, AST_OP_CONCAT, @op, $mul), @$); }
;
mul
: unary
| mul[l] '*'[op] unary
        { $$ = build_at(build_chain(cx, $l, AST_OP_MULTIPLY, @op, $unary), @$); }
| mul[l] '/'[op] unary
        { $$ = build_at(build_chain(cx, $l, AST_OP_DIVIDE, @op, $unary), @$); }
;
unary
: postfix
| '-' unary[v]                  { $$ = build_unary(cx, AST_OP_NEGATE, $v, @$); }
| "start" "of" unary[v]         { $$ = build_unary(cx, AST_OP_START_OF, $v, @$); }
| "end" "of" unary[v]           { $$ = build_unary(cx, AST_OP_END_OF, $v, @$); }
;
postfix
: primary
| postfix[l] '[' ctxs ']'       { $$ = build_bracket(cx, $l, &$ctxs, @$); }
| postfix[l] "per" per_names[k] { $$ = build_per(cx, $l, &$k, false, @$); }
| postfix[l] "per" per_names[k] window
        { $$ = build_window(cx, build_per(cx, $l, &$k, false, @$), $window); }
| postfix[l] "per" "every" every_names
                                { $$ = build_per(cx, $l, &$every_names, true, @$); }
| postfix[l] "per" "every" every_names window
        { $$ = build_window(cx, build_per(cx, $l, &$every_names, true, @$), $window); }
;
%type <AstExprs> per_names every_names per_keys;
%type <AstExpr *> per_key calendar_unit;
per_names
: key_path
        { $$ = build_exprs(cx, (AstExprs){0}, build_path_expr(cx, $key_path)); }
| calendar_unit                 { $$ = build_exprs(cx, (AstExprs){0}, $1); }
| param_name
        { $$ = build_exprs(cx, (AstExprs){0}, build_parameter(cx, $1)); }
| '(' per_keys ')'              { $$ = $per_keys; }
;
every_names
: per_key                       { $$ = build_exprs(cx, (AstExprs){0}, $per_key); }
| '(' per_keys ')'              { $$ = $per_keys; }
;
per_keys
: per_key                       { $$ = build_exprs(cx, (AstExprs){0}, $per_key); }
| per_keys[l] ',' per_key       { $$ = build_exprs(cx, $l, $per_key); }
;
per_key
: path                          { $$ = build_path_expr(cx, $path); }
| param_name                    { $$ = build_parameter(cx, $1); }
| calendar_unit
;
calendar_unit
: IDENT UNIT
        { $$ = build_calendar_unit(cx, build_unit_of(cx, @1, @2, @$)); }
;
key_path
: common                        { $$ = build_path(cx, (AstPath){0}, $1); }
| after_from
        { $$ = build_path(cx, (AstPath){0}, build_name(cx, @1)); }
| key_path[l] '.' name          { $$ = build_path(cx, $l, $name); }
;
window
: side moment                   { $$ = build_moment(cx, $side, $moment, @$); }
| side moment "within" count unit
        { $$ = build_within(cx, build_moment(cx, $side, $moment, @$), $count, $unit,
                false); }
| side moment "within" count "working" unit
        { $$ = build_within(cx, build_moment(cx, $side, $moment, @$), $count, $unit,
                true); }
;
side
: "before"                      { $$ = AST_SIDE_BEFORE; }
| "after"                       { $$ = AST_SIDE_AFTER; }
| "until"                       { $$ = AST_SIDE_UNTIL; }
;
moment
: path                          { $$ = build_path_expr(cx, $path); }
| name '(' args ')'             { $$ = build_call(cx, $name, &$args, false, @$); }
| param_name                    { $$ = build_parameter(cx, $1); }
| PERIOD                        { $$ = build_period(cx, @$); }
| number                        { $$ = build_number(cx, AST_EXPR_NUMBER, @$); }
| '(' expr ')'                  { $$ = build_in_brackets(cx, $expr); }
;
primary
: number
| STRING                        { $$ = build_text_expr(cx, @$); }
| PERCENT                       { $$ = build_number(cx, AST_EXPR_PERCENT, @$); }
| PERIOD                        { $$ = build_period(cx, @$); }
| param_name                    { $$ = build_parameter(cx, $1); }
| "all"                         { $$ = build_all(cx, @$); }
| number CURRENCY               { $$ = build_money(cx, $number, @2, @$); }
| INTEGER UNIT                  { $$ = build_interval(cx, @1, @2, false, @$); }
| INTEGER "working" UNIT        { $$ = build_interval(cx, @1, @3, true, @$); }
| path                          { $$ = build_path_expr(cx, $path); }
| name '(' ')'                  { $$ = build_call(cx, $name, NULL, false, @$); }
| name '(' args ')'             { $$ = build_call(cx, $name, &$args, false, @$); }
| IDENT UNIT '(' args ')'
        { $$ = build_period_call(cx, build_name(cx, @1), build_name(cx, @2), &$args,
                @$); }
| name '(' "distinct" expr ')'  { $$ = build_distinct(cx, $name, $expr, NULL, @$); }
| name '(' "distinct" expr[v] "where" expr[c] ')'
                                { $$ = build_distinct(cx, $name, $v, $c, @$); }
| '(' expr ')'                  { $$ = build_in_brackets(cx, $expr); }
| '(' query ')'                 { $$ = build_query(cx, $query, @$); }
| relperiod
;
number
: INTEGER                       { $$ = build_number(cx, AST_EXPR_NUMBER, @$); }
| DECIMAL                       { $$ = build_number(cx, AST_EXPR_NUMBER, @$); }
;
args
: arg                           { $$ = build_args(cx, (AstArgs){0}, $arg); }
| args[l] ',' arg               { $$ = build_args(cx, $l, $arg); }
;
arg
: expr                          { $$ = (AstArg){$expr, NULL, NULL}; }
| expr[v] "where" expr[c]       { $$ = (AstArg){$v, NULL, $c}; }
| expr[v] "by" expr[t]          { $$ = (AstArg){$v, $t, NULL}; }
| expr[v] "by" expr[t] "where" expr[c] { $$ = (AstArg){$v, $t, $c}; }
;
exprs
: expr                          { $$ = build_exprs(cx, (AstExprs){0}, $expr); }
| exprs[l] ',' expr             { $$ = build_exprs(cx, $l, $expr); }
;
relperiod
: "this" calunit
        { $$ = build_relative(cx, build_to(AST_RELATIVE_THIS, 0, $calunit), @$); }
| previous                      { $$ = build_relative(cx, $previous, @$); }
| "full" previous               { $$ = build_relative(cx, build_full($previous), @$); }
| next                          { $$ = build_relative(cx, $next, @$); }
| "last" calunit
        { $$ = build_relative(cx, build_to(AST_RELATIVE_LAST, 0, $calunit), @$); }
| "last" how_many calunit
        { $$ = build_relative(cx, build_counted(AST_RELATIVE_LAST, $how_many, $calunit),
                @$); }
| todate                        { $$ = build_relative(cx, $todate, @$); }
| calendar_unit
| IDENT INTEGER                 { $$ = build_calendar_period(cx, @1, @2, @$); }
| IDENT PERIOD                  { $$ = build_calendar_period(cx, @1, @2, @$); }
;
previous
: "previous" calunit            { $$ = build_to(AST_RELATIVE_PREVIOUS, 0, $calunit); }
| "previous" how_many calunit
        { $$ = build_counted(AST_RELATIVE_PREVIOUS, $how_many, $calunit); }
| "previous" "period"
        { $$ = (AstRelative){.kind = AST_RELATIVE_PREVIOUS_PERIOD, .n.count = 1}; }
;
next
: "next" calunit                { $$ = build_to(AST_RELATIVE_NEXT, 0, $calunit); }
| "next" how_many calunit
        { $$ = build_counted(AST_RELATIVE_NEXT, $how_many, $calunit); }
;
todate
: UNIT "to" "date"
        { $$ = build_to(AST_RELATIVE_TO_DATE, 0, build_unit_of(cx, @1, @1, @1)); }
| IDENT UNIT "to" "date"
        { $$ = build_to(AST_RELATIVE_TO_DATE, 0, build_unit_of(cx, @1, @2, @$)); }
;
calunit
: UNIT                          { $$ = build_unit_of(cx, @1, @1, @$); }
| IDENT UNIT                    { $$ = build_unit_of(cx, @1, @2, @$); }
| "working" UNIT                { $$ = build_working_unit(cx, @2, @$); }
;
ctxs
: ctx
        { $$ = build_contexts(cx, (AstContexts){0}, &$ctx, @ctx); }
| ctxs[l] ',' ctx               { $$ = build_contexts(cx, $l, &$ctx, @ctx); }
;
ctx
: "where" expr
        { $$ = (AstContext){.kind = AST_CONTEXT_WHERE, .as.expr = $expr}; }
| "all"                         { $$ = (AstContext){.kind = AST_CONTEXT_ALL}; }
| "all" level_of
        { $$ = (AstContext){.kind = AST_CONTEXT_ALL_OF, .as.all_of = $level_of}; }
| previous
        { $$ = (AstContext){.kind = AST_CONTEXT_SHIFT, .as.relative = $previous}; }
| "full" previous
        { $$ = (AstContext){.kind = AST_CONTEXT_SHIFT, .as.relative =
                build_full($previous)}; }
| next
        { $$ = (AstContext){.kind = AST_CONTEXT_SHIFT, .as.relative = $next}; }
| todate
        { $$ = (AstContext){.kind = AST_CONTEXT_TO_DATE, .as.relative = $todate}; }
| "to" "date"
        { $$ = (AstContext){.kind = AST_CONTEXT_TO_DATE, .as.relative = {.kind =
                AST_RELATIVE_TO_DATE, .n.count = 1}}; }
| "rolling" how_many calunit
        { $$ = (AstContext){.kind = AST_CONTEXT_ROLLING, .as.relative =
                build_counted(AST_RELATIVE_LAST, $how_many, $calunit)}; }
| "on" path
        { $$ = (AstContext){.kind = AST_CONTEXT_ON, .as.path = $path}; }
| "opening"                     { $$ = (AstContext){.kind = AST_CONTEXT_OPENING}; }
| "closing"                     { $$ = (AstContext){.kind = AST_CONTEXT_CLOSING}; }
| "average"                     { $$ = (AstContext){.kind = AST_CONTEXT_AVERAGE}; }
| "for" period
        { $$ = (AstContext){.kind = AST_CONTEXT_FOR, .as.expr = $period}; }
| "what" "if" assign
        { $$ = (AstContext){.kind = AST_CONTEXT_WHAT_IF, .as.assign = $assign}; }
| "as of" range
        { $$ = (AstContext){.kind = AST_CONTEXT_AS_OF, .as.expr = $range}; }
| "lagged" "by" "profile" name
        { $$ = (AstContext){.kind = AST_CONTEXT_LAGGED, .as.profile = $name}; }
| "in" money_of                 { $$ = $money_of; }
| "in" money_of "at" range      { $$ = build_money_at($money_of, $range); }
| "in" money_of "at" "period" "end" { $$ = build_money_at($money_of, NULL); }
;
money_of
: CURRENCY
        { $$ = (AstContext){.kind = AST_CONTEXT_IN_CURRENCY, .as.currency =
                {build_name(cx, @1), false, false, NULL}}; }
| param_name
        { $$ = (AstContext){.kind = AST_CONTEXT_IN_CURRENCY, .as.currency = {$1, true,
                false, NULL}}; }
;
assigns
: assign                        { $$ = build_assigns(cx, (AstAssigns){0}, &$assign); }
| assigns[l] ',' assign         { $$ = build_assigns(cx, $l, &$assign); }
;
assign: path '=' expr           { $$ = (AstAssign){$path, $expr, @$}; } ;
period
: range
| "all" "time"                  { $$ = build_all_time(cx, @$); }
;

/* ---- questions ---- */
query
: "show" items clauses
        { $$ = build_question(cx, $clauses, false, $items, @$); }
| "list" items clauses          { $$ = build_question(cx, $clauses, true, $items, @$); }
;
items
: item                          { $$ = build_items(cx, (AstItems){0}, &$item); }
| items[l] ',' item             { $$ = build_items(cx, $l, &$item); }
;
item: expr alias                { $$ = (AstItem){$expr, $alias, @$}; } ;
alias
: %empty                        { $$ = (AstAlias){0}; }
| "as" name                     { $$ = (AstAlias){$name, false, NULL, @$}; }
| "as" name ':' type            { $$ = (AstAlias){$name, false, $type, @$}; }
| "as" STRING                   { $$ = build_text_alias(cx, @2, @$); }
;
/* `top 10` without `by` is open: a `by` right after it is its own, so no by-clause
   may follow directly. */
clauses: closed | open ;
closed
: %empty                        { $$ = build_no_clauses(cx); }
| closed[q] by_clause[c]        { $$ = build_clause(cx, $q, $c, @c); }
| closed[q] clause[c]           { $$ = build_clause(cx, $q, $c, @c); }
| open[q] clause[c]             { $$ = build_clause(cx, $q, $c, @c); }
;
open
: closed[q] bare_top[c]         { $$ = build_clause(cx, $q, $c, @c); }
| open[q] bare_top[c]           { $$ = build_clause(cx, $q, $c, @c); }
;
by_clause: "by" bylist          { $$ = build_by_clause(cx, AST_CLAUSE_BY, $bylist); } ;
bare_top
: best how_many
        { $$ = build_top(cx, $best, $how_many, (AstPaths){0}, NULL); }
| best how_many "per" paths        { $$ = build_top(cx, $best, $how_many, $paths, NULL); }
;
best
: "top"                         { $$ = build_new_clause(cx, AST_CLAUSE_TOP); }
| "bottom"                      { $$ = build_new_clause(cx, AST_CLAUSE_BOTTOM); }
;
clause
: best how_many "by" expr
        { $$ = build_top(cx, $best, $how_many, (AstPaths){0}, $expr); }
| best how_many "per" paths "by" expr { $$ = build_top(cx, $best, $how_many, $paths, $expr); }
| from_clause
| "from" '(' printing ')'       { $$ = build_from_printing(cx, $printing); }
| "across" bylist
        { $$ = build_by_clause(cx, AST_CLAUSE_ACROSS, $bylist); }
| for_clause
| where_clause
| having_clause
| "versus" vlist                { $$ = build_versus_clause(cx, $vlist); }
| "sort" "by" sorts             { $$ = build_sort_clause(cx, $sorts); }
| with_clause
| "sparse"                      { $$ = build_new_clause(cx, AST_CLAUSE_SPARSE); }
| signal
| chart_clause
| "as of" range
        { $$ = build_expr_clause(cx, AST_CLAUSE_AS_OF, $range); }
| whatif_clause
;
from_clause
: "from" path                   { $$ = build_from_source(cx, $path); }
| "from" param_name             { $$ = build_from_parameter(cx, $param_name); }
;
for_clause: "for" period
        { $$ = build_expr_clause(cx, AST_CLAUSE_FOR, $period); } ;
where_clause: "where" expr
        { $$ = build_expr_clause(cx, AST_CLAUSE_WHERE, $expr); } ;
having_clause: "having" expr
        { $$ = build_expr_clause(cx, AST_CLAUSE_HAVING, $expr); } ;
with_clause: "with" extras      { $$ = $extras; } ;
chart_clause: "chart" name
        { $$ = build_name_clause(cx, AST_CLAUSE_CHART, $name); } ;
whatif_clause: "what" "if" assigns { $$ = build_what_if_clause(cx, $assigns); } ;
signal
: "alarm" "when" expr opt_note
        { $$ = build_signal(cx, AST_CLAUSE_ALARM, $expr, $opt_note); }
| "warn" "when" expr opt_note
        { $$ = build_signal(cx, AST_CLAUSE_WARN, $expr, $opt_note); }
;
opt_note: opt_text ;
extras
: extra
| extras[l] ',' extra           { $$ = build_with(cx, $l, $extra); }
;
extra
: "total"                       { $$ = build_with_one(cx, true, false, false); }
| "subtotals"                   { $$ = build_with_one(cx, false, true, false); }
| "others"                      { $$ = build_with_one(cx, false, false, true); }
;
bylist
: byitem                        { $$ = build_by_items(cx, (AstByItems){0}, &$byitem); }
| bylist[l] ',' byitem          { $$ = build_by_items(cx, $l, &$byitem); }
;
byitem: level_of alias          { $$ = (AstByItem){$level_of, $alias, @$}; } ;
level_of
: add                           { $$ = (AstLevelOf){$add, false, 0}; }
| add "at" "level" count        { $$ = (AstLevelOf){$add, true, $count}; }
;
vlist
: vitem                         { $$ = build_versuses(cx, (AstVersuses){0}, &$vitem); }
| vlist[l] ',' vitem            { $$ = build_versuses(cx, $l, &$vitem); }
;
vitem: versus_to alias
        { $$ = (AstVersus){$versus_to.value, $versus_to.on_working, $alias, @$}; } ;
versus_to
: range                         { $$ = (AstVersus){.value = $range}; }
| range "on" "working" UNIT
        { $$ = (AstVersus){.value = $range, .on_working = true}; }
;
sorts
: sort                          { $$ = build_sorts(cx, (AstSorts){0}, $sort); }
| sorts[l] ',' sort             { $$ = build_sorts(cx, $l, $sort); }
;
sort
: expr                          { $$ = (AstSort){$expr, false, @$}; }
| expr "descending"             { $$ = (AstSort){$expr, true, @$}; }
| expr "ascending"              { $$ = (AstSort){$expr, false, @$}; }
;

/* ---- statements that print a table ---- */
printing
: query                         { $$ = build_asked(cx, AST_STMT_QUESTION, $query, @$); }
| printer
;
printer
: "solve" expr solve_clauses[q] { $$ = build_solve(cx, $expr, $q, @$); }
| "cascade" path "to" expr cascade_clauses[q]
        { $$ = build_cascade(cx, $path, $expr, $q, @$); }
| "forecast" items "by" bylist "next" count forecast_clauses[q]
        { $$ = build_forecast(cx, $q, $items, build_by_span(build_by_clause(cx,
                AST_CLAUSE_BY, $bylist), @3, @bylist), build_by_span(build_count_clause(
                cx, AST_CLAUSE_NEXT, $count), @5, @count)); $$->span = @$; }
| "backtest" items backtest_clauses[q]
        { $$ = build_asked(cx, AST_STMT_BACKTEST, build_question(cx, $q, false, $items,
                @$), @$); }
| "bridge" items clauses[q]
        { $$ = build_asked(cx, AST_STMT_BRIDGE, build_question(cx, $q, false, $items,
                @$), @$); }
| "why" items clauses[q]
        { $$ = build_asked(cx, AST_STMT_WHY, build_question(cx, $q, false, $items, @$),
                @$); }
| "explain" postfix             { $$ = build_explain(cx, $postfix, NULL, @$); }
| "explain" query               { $$ = build_explain(cx, NULL, $query, @$); }
| "check" "model"               { $$ = build_check(cx, false, @$); }
| "check" "steering"            { $$ = build_check(cx, true, @$); }
| "map" "steering"              { $$ = build_map(cx, @$); }
| "brief" brief_clauses         { $$ = $brief_clauses; $$->span = @$; }
| "adoption"                    { $$ = build_adoption(cx, @$); }
| decide_clauses                { $$ = $decide_clauses; $$->span = @$; }
| commit_clauses                { $$ = $commit_clauses; $$->span = @$; }
;
solve_clauses
: %empty                        { $$ = build_no_clauses(cx); }
| solve_clauses[q] solve_clause[c] { $$ = build_clause(cx, $q, $c, @c); }
;
solve_clause
: "by" paths                    { $$ = build_paths_clause(cx, AST_CLAUSE_BY, $paths); }
| for_clause
| where_clause
| "holding" paths
        { $$ = build_paths_clause(cx, AST_CLAUSE_HOLDING, $paths); }
;
cascade_clauses
: %empty                        { $$ = build_no_clauses(cx); }
| cascade_clauses[q] solve_clause[c] { $$ = build_clause(cx, $q, $c, @c); }
| cascade_clauses[q] whatif_clause[c] { $$ = build_clause(cx, $q, $c, @c); }
;
forecast_clauses
: %empty                        { $$ = build_no_clauses(cx); }
| forecast_clauses[q] forecast_clause[c] { $$ = build_clause(cx, $q, $c, @c); }
;
forecast_clause
: using_clause
| from_clause
| for_clause
| where_clause
| having_clause
| with_clause
| chart_clause
| signal
| whatif_clause
| "keep"                        { $$ = build_new_clause(cx, AST_CLAUSE_KEEP); }
| "paths" count
        { $$ = build_count_clause(cx, AST_CLAUSE_PATHS, $count); }
| "versus" vlist                { $$ = build_versus_clause(cx, $vlist); }
| "sort" "by" sorts             { $$ = build_sort_clause(cx, $sorts); }
;
using_clause
: "using" name                  { $$ = build_using(cx, $name, (AstExprs){0}); }
| "using" name '(' exprs ')'    { $$ = build_using(cx, $name, $exprs); }
;
backtest_clauses
: %empty                        { $$ = build_no_clauses(cx); }
| backtest_clauses[q] backtest_clause[c] { $$ = build_clause(cx, $q, $c, @c); }
;
backtest_clause
: by_clause
| using_clause
| "origins" name                { $$ = build_origins(cx, $name, NULL); }
| "origins" name "last" count   { $$ = build_origins(cx, $name, &$count); }
| "horizon" count
        { $$ = build_count_clause(cx, AST_CLAUSE_HORIZON, $count); }
| from_clause
| for_clause
| where_clause
;
brief_clauses
: %empty                        { $$ = build_brief(cx); }
| brief_clauses[b] "for" name   { $$ = build_brief_for(cx, $b, $name, false, @2); }
| brief_clauses[b] "for" param_name { $$ = build_brief_for(cx, $b, $3, true, @2); }
| brief_clauses[b] "for" string { $$ = build_brief_who(cx, $b, $string, @2); }
| brief_clauses[b] "on" range   { $$ = build_brief_on(cx, $b, $range, @2); }
;

decide_clauses
: "decide" name string          { $$ = build_decide(cx, $name, $string); }
| decide_clauses[d] "owner" string { $$ = build_decide_owner(cx, $d, $string, @2); }
| decide_clauses[d] "due" range { $$ = build_decide_due(cx, $d, $range, @2); }
;

commit_clauses
: "commit" name expr for_clause
        { $$ = build_commit(cx, $name, $expr, build_clause(cx,
                build_no_clauses(cx), $for_clause, @for_clause)); }
| commit_clauses[c] where_clause[q]
        { $$ = $c; build_clause(cx, $c->as.commit.question, $q, @q); }
| commit_clauses[c] "by" string { $$ = build_commit_by(cx, $c, $string, @2); }
;

/* ---- scripts ---- */
action
: "use" path                    { $$ = build_use(cx, $path, (AstText){0}, @$); }
| "use" string                  { $$ = build_use(cx, (AstPath){0}, $string, @$); }
| "run" path opt_args opt_what_if
        { $$ = build_run(cx, $path, $opt_args, (AstTexts){0}, @$);
                $$->as.run.what_if = $opt_what_if; }
| "run" path opt_args "to" texts opt_what_if
        { $$ = build_run(cx, $path, $opt_args, $texts, @$);
                $$->as.run.what_if = $opt_what_if; }
| "text" expr                   { $$ = build_text_stmt(cx, $expr, @$); }
| "learn"                       { $$ = build_learn(cx, (AstText){0}, NULL, @$); }
| "learn" string                { $$ = build_learn(cx, $string, NULL, @$); }
| "learn" count                 { $$ = build_learn(cx, (AstText){0}, &$count, @$); }
| "lesson" name opt_text[title] '{' stmts '}'
        { $$ = build_lesson(cx, (AstReport){.name = $name, .title = $title, .body =
                $stmts}, @$); }
| "ask" string                  { $$ = build_said(cx, AST_STMT_ASK, $string, @$); }
| "hint" string                 { $$ = build_said(cx, AST_STMT_HINT, $string, @$); }
| "expect" printing             { $$ = build_expect(cx, $printing, @$); }
;
opt_args
: %empty                        { $$ = (AstNamedArgs){0}; }
| '(' ')'                       { $$ = (AstNamedArgs){0}; }
| '(' nargs ')'                 { $$ = $nargs; }
;
opt_what_if
: %empty                        { $$ = (AstAssigns){0}; }
| "what" "if" assigns           { $$ = $assigns; }
;
nargs
: narg
        { $$ = build_named_args(cx, (AstNamedArgs){0}, &$narg); }
| nargs[l] ',' narg             { $$ = build_named_args(cx, $l, &$narg); }
;
narg
: name ':' value                { $$ = (AstNamedArg){$name, $value, @$}; }
| value                         { $$ = (AstNamedArg){.value = $value, .span = @$}; }
;

/* ---- steering ---- */
attrs
: %empty                        { $$ = (AstSteeringItems){0}; }
| attrs[l] attr                 { $$ = build_steering_items(cx, $l, &$attr, @attr); }
;
attr
: "level" name
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_LEVEL, .name = $name}; }
| "audience" names
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_AUDIENCE, .names = $names}; }
| "rhythm" name
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_RHYTHM, .name = $name}; }
| "owner" string
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_OWNER, .text = $string}; }
| "question" string
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_QUESTION, .text = $string}; }
| "serves" names
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_SERVES, .names = $names}; }
| waiver
;
waiver
: "waive" names "because" string
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_WAIVE, .names = $names,
                .text = $string}; }
;
steering
: "audience" name opt_text[title] aattrs
        { $$ = build_steering(cx, AST_STMT_AUDIENCE, $name, $title,
                &$aattrs); $$->span = @$; }
| "indicator" name opt_text[title] '{' iitems '}'
        { $$ = build_steering(cx, AST_STMT_INDICATOR, $name, $title,
                &$iitems); $$->span = @$; }
| "strategy" name opt_text[title] '{' titems '}'
        { $$ = build_steering(cx, AST_STMT_STRATEGY, $name, $title,
                &$titems); $$->span = @$; }
| "objective" name opt_text[title] '{' titems '}'
        { $$ = build_steering(cx, AST_STMT_OBJECTIVE, $name, $title,
                &$titems); $$->span = @$; }
| "ritual" name opt_text[title] '{' ritems '}'
        { $$ = build_steering(cx, AST_STMT_RITUAL, $name, $title,
                &$ritems); $$->span = @$; }
| "staff" "from" name '(' paths ')'
        { $$ = build_staff(cx, $name, $paths, @$); }
;
aattrs
: %empty                        { $$ = (AstSteeringItems){0}; }
| aattrs[l] "level"[k] name
        { $$ = build_steering_items(cx, $l, &(AstSteeringItem){.kind =
                AST_STEERING_ITEM_LEVEL, .name = $name}, build_join_span(@k, @name)); }
| aattrs[l] "sees"[k] expr
        { $$ = build_steering_items(cx, $l, &(AstSteeringItem){.kind =
                AST_STEERING_ITEM_SEES, .expr = $expr}, build_join_span(@k, @expr)); }
| aattrs[l] "members"[k] texts
        { $$ = build_steering_items(cx, $l, &(AstSteeringItem){.kind =
                AST_STEERING_ITEM_MEMBERS, .texts = $texts}, build_join_span(@k, @texts)); }
| aattrs[l] waiver              { $$ = build_steering_items(cx, $l, &$waiver, @waiver); }
;
iitems
: %empty                        { $$ = (AstSteeringItems){0}; }
| iitems[l] iitem               { $$ = build_steering_items(cx, $l, &$iitem, @iitem); }
| iitems[l] ';'                 { $$ = $l; }
| iitems[l] error RESYNC        { $$ = $l; yyerrok; parse_recovered(cx); }
;
iitem
: attr
| "measure" expr
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_MEASURE, .expr = $expr}; }
| "target" cmpop range
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_TARGET, .op = $cmpop,
                .bound = $range}; }
| "target" cmpop range[b] "by" range[d]
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_TARGET, .op = $cmpop,
                .bound = $b, .by = $d}; }
| "target" cmpop range[b] "for" range[p]
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_TARGET, .op = $cmpop,
                .bound = $b, .period = $p}; }
| "target" "in" range[b] opt_period[p]
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_TARGET, .op = AST_OP_EQ,
                .bound = $b, .period = $p}; }
| "warn" cmpop range
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_WARN, .op = $cmpop, .bound =
                $range}; }
| "alarm" cmpop range
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_ALARM, .op = $cmpop,
                .bound = $range}; }
| "drives" drive_list
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_DRIVES, .drives =
                $drive_list}; }
| "action" string
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_ACTION, .text = $string}; }
| "formula" expr
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_FORMULA, .expr = $expr}; }
| "direction" name
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_DIRECTION, .name = $name}; }
| "baseline" range
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_BASELINE, .bound = $range}; }
| "tolerance" range
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_TOLERANCE, .bound = $range}; }
| "spread" "by" "profile" name
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_SPREAD, .name = $name}; }
| capacity
| capacity[c] "with" count "staff"
        { $$ = $c; $$.capacity.staff = $count; }
| "cascade" cascade opt_period[p]
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_CASCADE, .cascade = $cascade,
                .period = $p}; }
;
capacity
: "capacity" range "by" unit
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_CAPACITY, .bound = $range,
                .capacity = {.by = $unit}}; }
| "capacity" range "by" unit[by] "over" count unit[over]
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_CAPACITY, .bound = $range,
                .capacity = {$by, $count, $over, 0}}; }
;
opt_period
: %empty                        { $$ = NULL; }
| "for" range                   { $$ = $range; }
;
cascade
: "over" path "as" name opt_excess[x]
        { $$ = build_cascaded(cx, (AstCascade){$path, $name, $x, {0}}); }
| "over" path "as" name opt_excess[x] '(' parts ')'
        { $$ = build_cascaded(cx, (AstCascade){$path, $name, $x, $parts}); }
;
opt_excess
: %empty                        { $$ = NULL; }
| "over" PERCENT                { $$ = build_number(cx, AST_EXPR_PERCENT, @2); }
;
parts
: part                          { $$ = build_parts(cx, (AstParts){0}, $part); }
| parts[l] ',' part             { $$ = build_parts(cx, $l, $part); }
;
part
: string '=' range              { $$ = (AstPart){$string, $range, NULL}; }
| string '=' range[v] "weight" range[w] { $$ = (AstPart){$string, $v, $w}; }
;
drive_list
: drive                         { $$ = build_drives(cx, (AstDrives){0}, &$drive); }
| drive_list[l] ',' drive       { $$ = build_drives(cx, $l, &$drive); }
;
drive
: path                          { $$ = (AstDrive){.path = $path}; }
| path "inversely"              { $$ = (AstDrive){.path = $path, .inversely = true}; }
| path "after" count unit       { $$ = (AstDrive){$path, true, $count, $unit, false}; }
| path "after" count unit "inversely"
        { $$ = (AstDrive){$path, true, $count, $unit, true}; }
;
titems
: %empty                        { $$ = (AstSteeringItems){0}; }
| titems[l] titem               { $$ = build_steering_items(cx, $l, &$titem, @titem); }
| titems[l] ';'                 { $$ = $l; }
| titems[l] error RESYNC        { $$ = $l; yyerrok; parse_recovered(cx); }
;
titem
: "choice" choice               { $$ = $choice; }
| "because" string
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_BECAUSE, .text = $string}; }
| "steers" steered
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_STEERS, .steers =
                $steered}; }
| goal
| goal[g] "by" range            { $$ = $g; $$.by = $range; }
| goal[g] "for" range           { $$ = $g; $$.period = $range; }
| "drives" drive_list
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_DRIVES, .drives =
                $drive_list}; }
| "perspective" name
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_PERSPECTIVE, .name =
                $name}; }
| "horizon" range
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_HORIZON, .expr = $range}; }
| attr
;
goal
: "target" range[m] cmpop range[b]
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_TARGET, .expr = $m, .op =
                $cmpop, .bound = $b}; }
;
choice
: name
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_CHOICE, .name = $name}; }
| "market" "development"
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_CHOICE, .name =
                build_name(cx, @1), .other = build_name(cx, @2)}; }
| "product" "development"
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_CHOICE, .name =
                build_name(cx, @1), .other = build_name(cx, @2)}; }
;
ritems
: %empty                        { $$ = (AstSteeringItems){0}; }
| ritems[l] ritem               { $$ = build_steering_items(cx, $l, &$ritem, @ritem); }
| ritems[l] ';'                 { $$ = $l; }
| ritems[l] error RESYNC        { $$ = $l; yyerrok; parse_recovered(cx); }
;
ritem
: attr
| "attendees" texts
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_ATTENDEES, .texts =
                $texts}; }
| "steers" steered
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_STEERS, .steers =
                $steered}; }
| "report" names
        { $$ = (AstSteeringItem){.kind = AST_STEERING_ITEM_REPORT, .names = $names}; }
;
steered
: postfix                       { $$ = build_exprs(cx, (AstExprs){0}, $postfix); }
| steered[l] ',' postfix        { $$ = build_exprs(cx, $l, $postfix); }
;
%%

static void koers_yyerror(const Span *span, ParseCtx *cx, const char *message)
{
    (void)message; /* only ever "memory exhausted" */
    parse_report_too_deep(cx, *span);
}

/* The expected tokens by the names of the grammar. */
static size_t name_expected(const yysymbol_kind_t *symbol, int n, const char **name)
{
    size_t count = 0;
    for (int i = 0; i < n; i++) {
        yysymbol_kind_t s = symbol[i];
        if (s != YYSYMBOL_RESYNC && s != YYSYMBOL_START && s != YYSYMBOL_REFINE &&
            s != YYSYMBOL_INTERP)
            name[count++] = yysymbol_name(s);
    }
    return count;
}

static int yyreport_syntax_error(const yypcontext_t *context, ParseCtx *cx)
{
    yysymbol_kind_t symbol[YYNTOKENS];
    const char *name[YYNTOKENS];
    int n = yypcontext_expected_tokens(context, symbol, YYNTOKENS);
    size_t count = name_expected(symbol, n, name);
    parse_report_unexpected(cx, *yypcontext_location(context), name, count);
    return 0;
}

Push *push_new(void)
{
    return (Push *)koers_yypstate_new();
}

void push_free(Push *push)
{
    koers_yypstate_delete((koers_yypstate *)push);
}

PushStatus push_token(Push *push, ParseCtx *cx, int kind, Span span)
{
    KOERS_YYSTYPE value = {0};
    switch (koers_yypush_parse((koers_yypstate *)push, kind, &value, &span, cx)) {
    case YYPUSH_MORE:
        return PUSH_MORE;
    case 0:
        return PUSH_DONE;
    default:
        return PUSH_FAILED;
    }
}

size_t push_expected(Push *push, const char *name[PUSH_EXPECTED_MAX])
{
    yysymbol_kind_t symbol[YYNTOKENS];
    int n = yypstate_expected_tokens((koers_yypstate *)push, symbol, YYNTOKENS);
    _Static_assert(YYNTOKENS <= PUSH_EXPECTED_MAX, "PUSH_EXPECTED_MAX is too small");
    return n < 0 ? 0 : name_expected(symbol, n, name);
}
