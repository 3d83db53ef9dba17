/* The command `koers`: options, then one subcommand. The only place that ends the
   process. */
#include "runtime/cli/cli.h"

#include <signal.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    /* A write that fails is reported like any other. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    exit(cli_main(argc, argv));
}
