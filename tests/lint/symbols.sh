#!/bin/sh
# symbols.sh LIBRARY: prints variables that can change, and calls that are banned,
# by what the object files hold. Generated objects may hold bison's debug flag;
# the callbacks of readline carry no data, so its state is a variable.
set -eu

objdump -t "$1" | awk '
/file format/ { object = $1; sub(/:.*/, "", object) }
NF >= 5 && ($(NF - 2) ~ /^\.(data|bss|tdata|tbss)/ || $(NF - 2) == "*COM*") {
    if ($(NF - 2) ~ /^\.data\.rel\.ro/ || $NF ~ /^\.(data|bss)/)
        next
    if ($NF ~ /interrupted/ || $NF == "koers_yydebug" || $NF == "readline_state")
        next
    print object ": " $NF " can change: no mutable globals"
}'

nm -A -u "$1" | awk '
BEGIN {
    n = split("strcpy strcat strncpy strncat sprintf vsprintf gets strtok atoi atol " \
              "atoll atof ctime asctime localtime gmtime mktemp tmpnam setjmp " \
              "_setjmp longjmp rand random srand exit _exit setlocale tolower toupper " \
              "__ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc", list, " ")
    for (i = 1; i <= n; i++)
        banned[list[i]] = 1
    split("malloc calloc realloc strdup strndup", list, " ")
    for (i in list)
        only_xalloc[list[i]] = 1
}
{
    name = $NF
    sub(/@.*/, "", name)
    object = $1
    sub(/^[^:]*:/, "", object)
    sub(/:.*/, "", object)
    if (name in banned)
        print object ": calls " name
    if (name == "_Exit" && object != "xalloc.o")
        print object ": calls _Exit"
    if ((name in only_xalloc) && object != "xalloc.o")
        print object ": calls " name ", which only xalloc.c may"
}'
