/* Runs a fuzz target over the files named, for compilers without libFuzzer. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
    enum { FILE_MAX = 1 << 20 };
    FILE *f = fopen(path, "rb");
    uint8_t *data = malloc(FILE_MAX);
    if (!f || !data) {
        fprintf(stderr, "%s cannot be read\n", path);
        return 1;
    }
    size_t n = fread(data, 1, FILE_MAX, f);
    fclose(f);
    LLVMFuzzerTestOneInput(data, n);
    free(data);
    return 0;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed |= replay(argv[i]);
    return failed;
}
