#include "runtime/cli/usage.h"
int cli_completion(const CliOptions *o)
{
    (void)o;
    return EXIT_USAGE;
}
