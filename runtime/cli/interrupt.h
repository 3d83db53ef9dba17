/* Ctrl-C: the one flag that a signal handler sets. */
#ifndef KOERS_RUNTIME_CLI_INTERRUPT_H
#define KOERS_RUNTIME_CLI_INTERRUPT_H

#include <signal.h>

/* Installs the handler at the first call. A second Ctrl-C before the flag is cleared
   ends the process as usual. */
volatile sig_atomic_t *interrupt_flag(void);

#endif
