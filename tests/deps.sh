#!/bin/sh
# deps.sh PROBE:PACKAGE ...: installs the packages whose probe (a command, or the
# absolute path of a file) is not there. Asks nothing.
set -eu

missing=
for pair in "$@"; do
    probe=${pair%%:*}
    package=${pair#*:}
    case $probe in
    /*) [ -e "$probe" ] || missing="$missing $package" ;;
    *) command -v "$probe" >/dev/null 2>&1 || missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null 2>&1 || {
    echo "please install:$missing" >&2
    exit 1
}
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "installing:$missing"
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends $missing
