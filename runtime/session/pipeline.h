/* `using pipeline(OPEN, DEAL, STAGE [, SEGMENT] [, CAME])`: what stood open and what
   was won, as two questions. CAME is told by its type: the day on which the deal came.
 */
#ifndef KOERS_RUNTIME_SESSION_PIPELINE_H
#define KOERS_RUNTIME_SESSION_PIPELINE_H

#include "runtime/forecast/pipeline_record.h"
#include "runtime/session/internal.h"

/* What is read of deals. As if: under the clause and the `run` around the question, of
   which `open` and `won` are read as they are; a deal is open where OPEN would have
   rows. As it is: whatever is assumed around the question. */
typedef enum { DEALS_ASKED, DEALS_AS_IF, DEALS_AS_IT_IS, DEALS_WORLDS } DealsWorld;

/* By period and deal: OPEN with the stage and CAME, what is forecast; with the segment
   each, or the unit, which is one. columns: where they stand in the answers. */
typedef struct {
    const AstQuestion *ast[2]; /* the same as text would have them */
    const Question *open, *won;
    const Question *world[DEALS_WORLDS][2]; /* NULL: as `open` and `won` are */
    DealColumns columns;
    const AstClause *what_if; /* measures at another value, set before; NULL: none */
    bool is_source;           /* likewise: it knows nothing of a `run` around it */
    bool has_units;           /* which are printed as in the answer about the past */
} DealQuestions;

/* What they say; open: the answers about open deals, whose lines the rows name: at the
   ends of periods, and now, NULL where that is not known. */
typedef struct {
    DealRows rows;
    Result *open, *open_now;
} DealAnswers;

/* now: the days that are known of the period behind `last`; none: lo >= hi. */
typedef struct {
    int32_t last;
    bool with_keys;
    DealsWorld world;
    DayRange now;
} DealsAsk;

/* An answer with item `at` of the question alone behind its keys: as it is or, where
   `what if` reaches it, as it would be. */
typedef struct {
    size_t at;
    bool as_if;
} ItemAsk;
Result pipeline_view(Arena *arena, const Question *q, const Result *r, ItemAsk item);

/* past: the question about what is forecast. false: reported. */
bool pipeline_resolve(Session *s, Resolver *r, const AstQuestion *ast,
                      const Question *past, DealQuestions *q);
/* The question about the past of units, with what open deals are worth as a second
   item: a unit may have won nothing yet. */
AstQuestion *pipeline_with_open(Arena *arena, const AstQuestion *past,
                                const AstQuestion *ast);
/* The statement without what is behind the unit of time in `by`. */
AstQuestion *pipeline_by_time(Arena *arena, const AstQuestion *ast);
/* `forecast M by U, DEAL next N using pipeline(...)`: is it by time and the deal? */
bool pipeline_is_by_deal(const AstQuestion *ast);
/* A question with the keys of open deals and the columns of deal_list.h. */
Question *pipeline_columns(Arena *arena, const DealQuestions *q);
/* Are rows as they are another thing than those that are asked? */
bool pipeline_has_as_it_is(const DealQuestions *q);
/* Asks both, up to the period `last`, and again for now; with_keys: units too are read
   by their keys. Where no deal is open now, as in records that are kept at ends of
   periods alone, nothing is known of now. The rows are the arena's, the answers the
   caller's. false: reported, there is no answer. */
bool pipeline_read(Session *s, Arena *arena, const DealQuestions *q, DealsAsk ask,
                   DealAnswers *answers);
/* The segment that a line of an answer about units names, behind its period; as many as
   there are: none. */
size_t pipeline_segment(const DealRows *rows, const Result *parts, uint32_t row);
#endif
