# Sourced by scripts that count what passed: `ok NAME`, `fail NAME`, `closing`.
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

closing()
{
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
