/* Greedy fitting: the widest column that can give gives a cell, until all fit; where
   even the least widths do not, blocks are filled from left to right. */
#include "runtime/render/fit.h"

static size_t add_gap(size_t i)
{
    return i ? FIT_GAP : 0;
}

static size_t width_of(const FitColumn *column, size_t n)
{
    size_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += column[i].width + add_gap(i);
    return sum;
}

static size_t least_of(const FitColumn *column, size_t n)
{
    size_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += column[i].least + add_gap(i);
    return sum;
}

/* The widest that can give; n: none can. */
static size_t find_giver(const FitColumn *column, size_t n)
{
    size_t best = n;
    for (size_t i = 0; i < n; i++) {
        if (column[i].width > column[i].least &&
            (best == n || column[i].width > column[best].width))
            best = i;
    }
    return best;
}

static void shrink(FitColumn *column, size_t n, size_t width)
{
    for (size_t sum = width_of(column, n); sum > width; sum--) {
        size_t giver = find_giver(column, n);
        if (giver == n)
            return;
        column[giver].width--;
    }
}

static size_t limit(size_t value, size_t least, size_t most)
{
    size_t cut = value > most ? most : value;
    return cut < least ? least : cut;
}

/* Fills blocks; `lead` cells of each are taken by the repeated columns. */
static void fill_blocks(FitColumn *column, size_t n, size_t first, size_t lead,
                        size_t width)
{
    size_t room = width > lead ? width - lead : 0;
    size_t used = 0;
    for (size_t i = first; i < n; i++) {
        FitColumn *c = &column[i];
        size_t gap = used || lead ? FIT_GAP : 0;
        c->width = limit(c->natural, c->least, room > gap ? room - gap : 0);
        if (used && used + gap + c->width > room) {
            c->opens_block = true;
            used = 0;
            gap = lead ? FIT_GAP : 0;
        }
        used += gap + c->width;
    }
}

/* Can each of the other columns stand beside the leading ones? */
static bool leaves_room(const FitColumn *column, size_t n, size_t n_lead, size_t width)
{
    size_t lead = width_of(column, n_lead) + add_gap(n_lead);
    if (lead > width * 2 / 3)
        return false;
    for (size_t i = n_lead; i < n; i++) {
        if (lead + column[i].least > width)
            return false;
    }
    return true;
}

size_t fit_columns(FitColumn *column, size_t n, size_t n_lead, size_t width)
{
    for (size_t i = 0; i < n; i++) {
        column[i].opens_block = false;
        column[i].width = column[i].natural;
        if (width)
            column[i].width = limit(column[i].natural, column[i].least, width);
    }
    if (!width || width_of(column, n) <= width)
        return n_lead;
    if (least_of(column, n) <= width) {
        shrink(column, n, width);
        return n_lead;
    }
    shrink(column, n_lead, width / 2);
    if (n_lead == n || !leaves_room(column, n, n_lead, width))
        n_lead = 0;
    fill_blocks(column, n, n_lead, width_of(column, n_lead), width);
    return n_lead;
}
