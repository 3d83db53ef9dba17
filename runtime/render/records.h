/* Answers whose lines are read one by one, in a terminal or a text file: the keys of a
   line beside each other, its texts below with their titles, wrapped; what is empty is
   left out. */
#ifndef KOERS_RUNTIME_RENDER_RECORDS_H
#define KOERS_RUNTIME_RENDER_RECORDS_H

#include "runtime/render/table.h"

void records_render(Sink *sink, const Result *result, const TableStyle *style);

#endif
