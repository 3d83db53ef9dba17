/* What a descriptor is able to show. */
#ifndef KOERS_RUNTIME_RENDER_TERMINAL_H
#define KOERS_RUNTIME_RENDER_TERMINAL_H

#include <stdbool.h>

typedef struct {
    bool tty;
    bool colour;            /* a terminal, TERM is not dumb, no NO_COLOR */
    bool ascii;             /* a terminal whose LC_ALL, LC_CTYPE or LANG is not UTF-8 */
    unsigned width, height; /* 0: not a terminal, no limit */
} Terminal;

/* COLUMNS and LINES count where the terminal does not tell its size; 80 by 24 else. */
Terminal terminal_look(int fd);

#endif
