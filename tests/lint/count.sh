# Sourced by scripts that count what passed: `ok NAME`, `fail NAME`, `part COMMAND ...`,
# `closing`.
passed=0
failed=0

ok()
{
    passed=$((passed + 1))
}

fail()
{
    failed=$((failed + 1))
    echo "FAILED $1"
}

# judge NAME FILE: passes when FILE is empty, and else prints it.
judge()
{
    if [ -s "$2" ]; then
        fail "$1"
        sed 's/^/  /' "$2"
    else
        ok "$1"
    fi
}

# part COMMAND ...: runs one that counts by itself, adds its last line, "N passed, N failed",
# and shows what else it says when something failed. What breaks off has failed.
part()
{
    said=$(mktemp)
    "$@" >"$said" 2>&1
    status=$?
    last=$(tail -n 1 "$said")
    case $last in
    *[0-9]' passed, '*[0-9]' failed')
        good=${last%% *}
        bad=${last#*, }
        bad=${bad% failed}
        ;;
    *)
        good=0
        bad=1
        ;;
    esac
    [ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
    [ "$bad" -eq 0 ] || cat "$said"
    rm -f "$said"
    passed=$((passed + good))
    failed=$((failed + bad))
}

closing()
{
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
