#include "runtime/module/doc_kinds.h"

const DocKind doc_kinds[DOC_KINDS] = {
    {AST_STMT_MEASURE, "measure", "Measures"},
    {AST_STMT_DIMENSION, "dimension", "Dimensions"},
    {AST_STMT_LET_FUNCTION, "function", "Functions"},
    {AST_STMT_CALENDAR, "calendar", "Calendars"},
    {AST_STMT_PROFILE, "profile", "Profiles"},
    {AST_STMT_AUDIENCE, "audience", "Audiences"},
    {AST_STMT_INDICATOR, "indicator", "Indicators"},
    {AST_STMT_STRATEGY, "strategy", "Strategies"},
    {AST_STMT_OBJECTIVE, "objective", "Objectives"},
    {AST_STMT_RITUAL, "ritual", "Rituals"},
};

size_t doc_next(const Doc *doc, size_t i, AstStmtKind kind, const char *source)
{
    while (i < doc->count &&
           (doc->entry[i].kind != kind || doc->entry[i].source != source))
        i++;
    return i;
}
