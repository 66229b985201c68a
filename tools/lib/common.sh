# Shared by the scripts in tools/: where things live, how to speak, how to keep a finished result.
# Sourced, never run. Everything made outside the tree goes through keep_result below.
# shellcheck shell=bash

set -euo pipefail
shopt -s inherit_errexit

TREE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
TOOLS=$TREE/tools
PINS=$TOOLS/pins.txt
CACHE=${BUYERBOOK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/buyerbook}
mkdir -p "$CACHE"
CACHE=$(cd "$CACHE" && pwd -P)
JOBS=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)
export JOBS

say() { printf '%s\n' "$*" >&2; }
step() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# short_hash: sixteen hex digits of what is on standard input. It names a cache entry.
short_hash() { sha256sum | cut -c1-16; }

sha256_of() { sha256sum "$1" | cut -d' ' -f1; }

# pin NAME FIELD: one field of the line of NAME in tools/pins.txt.
pin() {
    local column
    case $2 in
        kind) column=2 ;; suite) column=3 ;; package) column=4 ;;
        version) column=5 ;; file) column=6 ;; sha256) column=7 ;;
        *) fail "pin: no field named $2" ;;
    esac
    awk -v name="$1" -v column="$column" \
        '$1 == name { print $column; found = 1 } END { exit !found }' "$PINS" ||
        fail "tools/pins.txt has no line for $1"
}

pinned_names() { awk -v kind="$1" '!/^#/ && $2 == kind { print $1 }' "$PINS"; }

# keep_result DIRECTORY FUNCTION ARGUMENT...: makes DIRECTORY once. FUNCTION gets an empty
# directory as its last argument; only when it succeeds does the result take its final name, so
# a broken run leaves nothing behind that looks finished. Parallel runs wait for each other.
keep_result() {
    local directory=$1 work lock
    shift
    [ -d "$directory" ] && return 0
    mkdir -p "$(dirname "$directory")" "$CACHE/locks"
    lock=$CACHE/locks/$(printf '%s' "$directory" | short_hash)
    (
        flock 9
        [ -d "$directory" ] && exit 0
        rm -rf "$directory".making.* # of a run that was killed
        work=$(mktemp -d "$directory.making.XXXXXX")
        chmod 755 "$work"
        # A subshell of its own, so that errexit holds inside the function.
        set +e
        ( set -e; "$@" "$work" )
        status=$?
        set -e
        if [ $status -ne 0 ]; then
            rm -rf "$directory".making.*
            exit $status
        fi
        mv "$work" "$directory"
    ) 9>"$lock"
}
