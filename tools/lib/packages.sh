# What the machine must have (tools/packages.txt): installed on Debian, named elsewhere.
# shellcheck shell=bash

have_openpyxl() { [ -n "$(python_with_openpyxl)" ]; }
have_chromium() { [ -n "$(chromium_path)" ]; }

# The python3 of PATH may be another one than Debian's, which has Debian's modules.
python_with_openpyxl() {
    local python
    for python in python3 /usr/bin/python3; do
        if "$python" -c 'import openpyxl' 2>/dev/null; then
            command -v "$python"
            return
        fi
    done
}

chromium_path() {
    command -v "${BUYERBOOK_CHROMIUM:-chromium}" || command -v chromium-browser ||
        command -v google-chrome || true
}

# Without a window to draw it starts with a third of the work, which counts where it is killed again
# and again. Its databases are those of Chromium.
light_chromium_path() {
    command -v "${BUYERBOOK_CHROMIUM:-chromium-headless-shell}" || chromium_path
}

# missing_packages build|test|torture: "package|purpose" of the lines of tools/packages.txt whose
# check fails; each means those before it too.
missing_packages() {
    local scope package purpose check
    while IFS='|' read -r scope package purpose check; do
        case ${scope// /} in
            build) ;;
            test) [ "$1" != build ] || continue ;;
            torture) [ "$1" = torture ] || continue ;;
            *) continue ;;
        esac
        if ! (eval "$check") >/dev/null 2>&1; then printf '%s|%s\n' "${package// /}" "$purpose"; fi
    done <"$TOOLS/packages.txt"
}

# ensure_packages build|test|torture
ensure_packages() {
    local missing packages
    missing=$(missing_packages "$1")
    if [ -n "$missing" ] && have apt-get && [ "$(id -u)" = 0 ]; then
        mapfile -t packages < <(cut -d'|' -f1 <<<"$missing")
        step "installing ${packages[*]}"
        apt-get update -qq >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            "${packages[@]}" >"$CACHE/logs/packages.log" 2>&1 || {
            tail -n 20 "$CACHE/logs/packages.log" >&2
            fail "apt could not install them; the log is $CACHE/logs/packages.log"
        }
        missing=$(missing_packages "$1")
    fi
    [ -n "$missing" ] || return 0
    say "These programs are missing here. The first column is Debian's name of the package;"
    say "on Debian this script installs them when it is run as root."
    say ""
    awk -F'|' '{ printf "  %-18s %s\n", $1, $2 }' <<<"$missing" >&2
    if ! have apt-get; then
        say ""
        say "Without apt these files must lie in $CACHE/downloads (SHA-256 is checked):"
        awk '$2 == "source" || $2 == "deb" { printf "  %s\n", $6 }' "$PINS" >&2
    fi
    exit 1
}
