/* What every unit test needs: cmocka with the headers it wants before it. */
#ifndef KOERS_TESTS_UNIT_UNIT_H
#define KOERS_TESTS_UNIT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
