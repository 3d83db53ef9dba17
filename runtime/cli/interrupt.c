#include "runtime/cli/interrupt.h"

#include <stddef.h>
#include <string.h>

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal_number)
{
    if (interrupted)
        signal(signal_number, SIG_DFL);
    interrupted = 1;
}

volatile sig_atomic_t *interrupt_flag(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt;
    sigaction(SIGINT, &action, NULL);
    return &interrupted;
}
