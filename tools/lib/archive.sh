# Downloads from the Debian archive that this machine's own apt uses, through a private apt root:
# other suites are read without touching the machine's configuration. No host is written down here.
# shellcheck shell=bash

DOWNLOADS=$CACHE/downloads
APT_ROOT=$CACHE/apt
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# archive_uri: the main Debian archive as the machine's apt knows it.
archive_uri() {
    local uri attempt
    for attempt in 1 2; do
        # shellcheck disable=SC2016  # the format is apt's, not the shell's
        uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
            'Origin: Debian' 'Label: Debian' 2>/dev/null | head -n 1)
        if [ -n "$uri" ] || [ "$attempt" = 2 ] || [ "$(id -u)" != 0 ]; then break; fi
        apt-get update -qq >&2
    done
    [ -n "$uri" ] || fail "apt knows no Debian archive here: run apt-get update first"
    printf '%s\n' "$uri"
}

# private_apt SUITE: the configuration file of an apt that sees SUITE only; lists are read once.
private_apt() {
    local suite=$1 root=$APT_ROOT/$1 uri
    if [ ! -e "$root/ready" ]; then
        uri=$(archive_uri)
        rm -rf "$root"
        mkdir -p "$root"/{lists/partial,cache/archives/partial,parts}
        : >"$root/status"
        printf '%s [signed-by=%s] %s %s main\n' \
            deb "$KEYRING" "$uri" "$suite" deb-src "$KEYRING" "$uri" "$suite" >"$root/sources.list"
        # Suites that are not stable let their Release file expire between two points.
        cat >"$root/apt.conf" <<CONF
Dir::State "$root";
Dir::State::lists "$root/lists";
Dir::State::status "$root/status";
Dir::Cache "$root/cache";
Dir::Etc::sourcelist "$root/sources.list";
Dir::Etc::sourceparts "$root/parts";
Dir::Etc::preferencesparts "$root/parts";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
APT::Sandbox::User "root";
CONF
        APT_CONFIG=$root/apt.conf apt-get update -qq >&2 ||
            fail "apt could not read the suite $suite"
        touch "$root/ready"
    fi
    printf '%s\n' "$root/apt.conf"
}

# locate NAME: the address of the pinned file as apt's index gives it, or nothing.
locate() {
    local name=$1 config verb=download
    if [ "$(pin "$name" kind)" = source ]; then verb=source; fi
    config=$(private_apt "$(pin "$name" suite)")
    # Only the upstream tarball is wanted: Debian's own part of a source may be missing.
    APT_CONFIG=$config apt-get "$verb" --print-uris -qq "$(pin "$name" package)" |
        awk -v file="$(pin "$name" file)" -v quote="'" \
            '$2 == file { gsub(quote, "", $1); print $1; exit }'
}

fetch_from_archive() {
    local name=$1 target=$2 uri
    have apt-get || fail "$(pin "$name" file) is missing: put it into $DOWNLOADS"
    uri=$(locate "$name")
    if [ -z "$uri" ]; then
        rm -f "$APT_ROOT/$(pin "$name" suite)/ready" # the lists may be old: read them again
        uri=$(locate "$name")
    fi
    [ -n "$uri" ] || fail "$(pin "$name" file) is gone from $(pin "$name" suite):" \
        "change the line of $name in tools/pins.txt"
    /usr/lib/apt/apt-helper -qq -o APT::Sandbox::User=root download-file "$uri" "$target" >&2 ||
        fail "$(pin "$name" file) did not arrive: try again, or change tools/pins.txt"
}

fetch_from_npm() {
    local name=$1 target=$2 place
    place=$(mktemp -d)
    (cd "$place" && npm pack --ignore-scripts --silent \
        "$(pin "$name" package)@$(pin "$name" version)" >/dev/null) ||
        fail "npm has no $(pin "$name" package) $(pin "$name" version): change tools/pins.txt"
    mv "$place"/*.tgz "$target"
    rmdir "$place"
}

# fetch NAME: prints the path of the pinned file, downloaded once and checked on arrival.
fetch() {
    local name=$1 file path arrived
    file=$(pin "$name" file)
    path=$DOWNLOADS/$file
    mkdir -p "$DOWNLOADS" "$CACHE/locks"
    (
        flock 8
        [ -e "$path" ] && exit 0
        say "   fetching $file"
        arrived=$(mktemp -u "$path.part.XXXXXX")
        if [ "$(pin "$name" kind)" = npm ]; then
            fetch_from_npm "$name" "$arrived"
        else
            fetch_from_archive "$name" "$arrived"
        fi
        mv "$arrived" "$path"
    ) 8>"$CACHE/locks/fetch" || exit 1
    if [ "$(sha256_of "$path")" != "$(pin "$name" sha256)" ]; then
        mv "$path" "$path.rejected"
        fail "$file has SHA-256 $(sha256_of "$path.rejected"), not the one of tools/pins.txt:" \
            "change the line of $name there if the new file is wanted"
    fi
    printf '%s\n' "$path"
}
