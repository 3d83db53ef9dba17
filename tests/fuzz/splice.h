/* Changes of a script by whole tokens, so that most of what a fuzzer tries gets past
   the scanner. The tokens that are put in come from a folder of scripts. */
#ifndef KOERS_TESTS_FUZZ_SPLICE_H
#define KOERS_TESTS_FUZZ_SPLICE_H

#include <stddef.h>
#include <stdint.h>

/* Reads every file of the folder, once; they are kept as long as the process. */
void splice_read_folder(const char *path);

/* libFuzzer's mutator: changes data[0, size) in place; returns the new size, at most
   `size_max`. The same seed does the same. */
size_t splice_mutate(uint8_t *data, size_t size, size_t size_max, unsigned seed);

#endif
