/* The command `koers`: options, then one subcommand. The only place that ends the
   process. */
#include "runtime/cli/cli.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
    exit(cli_main(argc, argv));
}
