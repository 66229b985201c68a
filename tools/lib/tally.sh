# Counting: every runner reads the counts of the framework it ran and adds them up. A part that
# breaks before it counts anything is one failure.
# shellcheck shell=bash

PASSED=0
FAILED=0
AGAIN="" # what the runners said of failed tests, for the end of a long run

count() {
    PASSED=$((PASSED + $1))
    FAILED=$((FAILED + $2))
}

# part NAME FUNCTION: one part of the run; says how long it took.
part() {
    local name=$1 begun=$SECONDS failed_before=$FAILED
    shift
    step "$name"
    if ! "$@" && [ "$FAILED" -eq "$failed_before" ]; then
        say "$name: broke off"
        count 0 1
    fi
    say "$name: $((SECONDS - begun)) s"
}

# say_at_end: keeps what it reads, as far as a person would read it.
say_at_end() { AGAIN+=$(head -n 200)$'\n'; }

# check NAME COMMAND...: one check, counted as one test.
check() {
    local name=$1
    shift
    if "$@" >&2; then
        say "ok      $name"
        count 1 0
    else
        say "FAILED  $name"
        count 0 1
    fi
}

# run_and_keep FILE COMMAND...: shows the output and keeps it for counting.
run_and_keep() {
    local file=$1 status=0
    shift
    "$@" 2>&1 | tee "$file" >&2 || status=$?
    return "$status"
}

# settle PASSED FAILED STATUS: adds counts; a bad exit status without a counted failure is one.
settle() {
    local passed=${1:-0} failed=${2:-0} status=$3
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
    count "$passed" "$failed"
}

doctest_run() {
    local output status=0
    output=$(mktemp)
    run_and_keep "$output" "$@" --no-colors || status=$?
    doctest_count "$output" "$status"
}

# doctest_run_beside NAMES COMMAND...: the cases of these names (doctest's patterns) in a process of
# their own, beside all others. Names that no case has any more cost time only: then all are others.
doctest_run_beside() {
    local names=$1 output status=0 beside
    shift
    output=$(mktemp)
    "$@" --no-colors "--test-case=$names" >"$output" 2>&1 &
    beside=$!
    doctest_run "$@" "--test-case-exclude=$names"
    wait "$beside" || status=$?
    cat "$output" >&2
    doctest_count "$output" "$status"
}

# doctest_count OUTPUT STATUS: takes the file away.
doctest_count() {
    local output=$1 status=$2 counts
    counts=$(sed -n 's/.*test cases: *[0-9]* | *\([0-9]*\) passed | *\([0-9]*\) failed.*/\1 \2/p' \
        "$output" | tail -n 1)
    say_at_end < <(sed -n '/^TEST CASE:/,/^=====/p' "$output")
    rm -f "$output"
    # shellcheck disable=SC2086  # two words, or none
    settle ${counts:-0 0} "$status"
}

node_tests() {
    local output status=0
    output=$(mktemp)
    run_and_keep "$output" node_tap "$@" || status=$?
    node_count "$output" "$status"
}

node_tap() { node --test --test-reporter=tap "$@"; }

# node_count OUTPUT STATUS: takes the file away.
node_count() {
    local output=$1 status=$2 passed failed
    passed=$(sed -n 's/^# pass \([0-9]*\)$/\1/p' "$output" | tail -n 1)
    failed=$(sed -n 's/^# \(fail\|cancelled\) \([0-9]*\)$/\2/p' "$output" |
        awk '{ sum += $1 } END { print sum + 0 }')
    say_at_end < <(tap_failures "$output")
    rm -f "$output"
    settle "${passed:-0}" "${failed:-0}" "$status"
}

# tap_failures OUTPUT: each test that failed, with what it wrote before.
tap_failures() {
    awk '{ block = block $0 "\n" }
        /^(not )?ok / { failed = /^not ok / }
        /^  \.\.\.$/ { if (failed) printf "%s", block; block = ""; failed = 0 }' "$1"
}

unittest_run() {
    local output status=0 ran failed
    output=$(mktemp)
    run_and_keep "$output" "$(python_with_openpyxl)" -m unittest discover -v -s "$1" || status=$?
    ran=$(sed -n 's/^Ran \([0-9]*\) tests\?.*/\1/p' "$output" | tail -n 1)
    failed=$(sed -n 's/^FAILED (\(.*\))$/\1/p' "$output" | tr ',' '\n' |
        sed -n 's/.*\(failures\|errors\)=\([0-9]*\).*/\2/p' |
        awk '{ sum += $1 } END { print sum + 0 }')
    say_at_end < <(sed -n '/^\(FAIL\|ERROR\): /,/^Ran /p' "$output")
    rm -f "$output"
    settle $((${ran:-0} - ${failed:-0})) "${failed:-0}" "$status"
}

close_tally() {
    if [ "$FAILED" -gt 0 ] && [ -n "${AGAIN//[[:space:]]/}" ]; then
        step "what failed, once more"
        printf '%s\n' "$AGAIN" >&2
    fi
    printf '%s passed, %s failed\n' "$PASSED" "$FAILED"
    [ "$FAILED" -eq 0 ] && [ "$PASSED" -gt 0 ]
}
