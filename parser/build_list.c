/* Lists grow in the arena by doubling; each adder returns the longer list. */
#include "parser/build.h"

#include "parser/context.h"

/* Appends `value` to the list `list`, which has item, count and cap. */
#define APPEND(cx, list, value)                                                        \
    do {                                                                               \
        if ((list).count == (list).cap) {                                              \
            uint32_t cap_ = (list).cap ? (list).cap * 2 : 4;                           \
            void *grown_ = arena_calloc((cx)->arena, cap_, sizeof *(list).item);       \
            if ((list).count)                                                          \
                arena_copy(grown_, (list).item, (list).count * sizeof *(list).item);   \
            (list).item = grown_;                                                      \
            (list).cap = cap_;                                                         \
        }                                                                              \
        (list).item[(list).count++] = (value);                                         \
    } while (0)

AstNames build_names(ParseCtx *cx, AstNames list, AstName name)
{
    APPEND(cx, list, name);
    return list;
}

AstPath build_path(ParseCtx *cx, AstPath path, AstName name)
{
    if (path.count == 0)
        path.span = name.span;
    path.span.end = name.span.end;
    if (path.count == 0) {
        path.item = arena_memdup(cx->arena, &name, sizeof name);
        path.count = path.cap = 1;
        return path;
    }
    APPEND(cx, path, name);
    return path;
}

AstPaths build_paths(ParseCtx *cx, AstPaths list, AstPath path)
{
    APPEND(cx, list, path);
    return list;
}

AstTexts build_texts(ParseCtx *cx, AstTexts list, AstText text)
{
    APPEND(cx, list, text);
    return list;
}

AstStmts build_stmts(ParseCtx *cx, AstStmts list, AstStmt *stmt)
{
    APPEND(cx, list, stmt);
    return list;
}

AstSpans build_spans(ParseCtx *cx, AstSpans list, Span span)
{
    APPEND(cx, list, span);
    return list;
}

AstSourceItems build_source_items(ParseCtx *cx, AstSourceItems list,
                                  const AstSourceItem *item, Span span)
{
    APPEND(cx, list, *item);
    list.item[list.count - 1].span = span;
    return list;
}

AstDimensions build_dimensions(ParseCtx *cx, AstDimensions list,
                               const AstDimension *dimension)
{
    APPEND(cx, list, *dimension);
    return list;
}

AstCalendarItem build_holidays(ParseCtx *cx, AstTableRoles from)
{
    return (AstCalendarItem){.kind = AST_CALENDAR_HOLIDAYS,
                             .from = arena_memdup(cx->arena, &from, sizeof from)};
}

AstCalendarItems build_calendar_items(ParseCtx *cx, AstCalendarItems list,
                                      const AstCalendarItem *item, Span span)
{
    APPEND(cx, list, *item);
    list.item[list.count - 1].span = span;
    return list;
}

AstParams build_params(ParseCtx *cx, AstParams list, const AstParam *param)
{
    APPEND(cx, list, *param);
    return list;
}

AstNamedArgs build_named_args(ParseCtx *cx, AstNamedArgs list, const AstNamedArg *arg)
{
    APPEND(cx, list, *arg);
    return list;
}

AstSteeringItems build_steering_items(ParseCtx *cx, AstSteeringItems list,
                                      const AstSteeringItem *item, Span span)
{
    APPEND(cx, list, *item);
    list.item[list.count - 1].span = span;
    return list;
}

AstDrives build_drives(ParseCtx *cx, AstDrives list, const AstDrive *drive)
{
    APPEND(cx, list, *drive);
    return list;
}

AstParts build_parts(ParseCtx *cx, AstParts list, AstPart part)
{
    APPEND(cx, list, part);
    return list;
}

AstArgs build_args(ParseCtx *cx, AstArgs list, AstArg arg)
{
    APPEND(cx, list, arg);
    return list;
}

AstExprs build_exprs(ParseCtx *cx, AstExprs list, AstExpr *expr)
{
    APPEND(cx, list, expr);
    return list;
}

AstExprs build_list(ParseCtx *cx, AstExpr *first, AstExprs rest)
{
    AstExprs list = {ARENA_ARRAY(cx->arena, AstExpr *, rest.count + 1u), 1,
                     rest.count + 1};
    list.item[0] = first;
    for (uint32_t i = 0; i < rest.count; i++)
        list.item[list.count++] = rest.item[i];
    return list;
}

AstContexts build_contexts(ParseCtx *cx, AstContexts list, const AstContext *item,
                           Span span)
{
    APPEND(cx, list, *item);
    list.item[list.count - 1].span = span;
    return list;
}

AstAssigns build_assigns(ParseCtx *cx, AstAssigns list, const AstAssign *assign)
{
    APPEND(cx, list, *assign);
    return list;
}

AstItems build_items(ParseCtx *cx, AstItems list, const AstItem *item)
{
    APPEND(cx, list, *item);
    return list;
}

AstByItems build_by_items(ParseCtx *cx, AstByItems list, const AstByItem *item)
{
    APPEND(cx, list, *item);
    return list;
}

AstVersuses build_versuses(ParseCtx *cx, AstVersuses list, const AstVersus *item)
{
    APPEND(cx, list, *item);
    return list;
}

AstSorts build_sorts(ParseCtx *cx, AstSorts list, AstSort item)
{
    APPEND(cx, list, item);
    return list;
}
