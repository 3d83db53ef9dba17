/* Reads back a workbook that was written. */
#ifndef KOERS_RUNTIME_RENDER_XLSX_CHECK_H
#define KOERS_RUNTIME_RENDER_XLSX_CHECK_H

#include <stdbool.h>
#include <stdint.h>

/* Is every part of the archive there, unpacked to what its checksum says, and closed by
   the tag that it began with, and do the sheets have `rows` rows together? The library
   that writes workbooks does not notice when a file of its own is cut short by a full
   disk: rows are then missing, or end amid a cell. */
bool xlsx_is_whole(int fd, uint64_t rows);

#endif
