# npm packages of tools/package-lock.json: installed into the cache, seen from the tree through the
# link node_modules, so that import finds them from tools/, web/ and tests/ alike.
# shellcheck shell=bash

npm_place() {
    { cat "$TOOLS/package-lock.json"; node --version | cut -d. -f1; } | short_hash |
        sed "s|^|$CACHE/npm/|"
}

make_npm() {
    step "npm packages"
    cp "$TOOLS/package.json" "$TOOLS/package-lock.json" "$1/"
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) ||
        fail "npm packages did not arrive; a version that is gone is changed in tools/package.json"
}

ensure_npm() {
    local place
    place=$(npm_place)
    keep_result "$place" make_npm
    if [ "$(readlink "$TREE/node_modules")" != "$place/node_modules" ]; then
        ln -sfn "$place/node_modules" "$TREE/node_modules"
    fi
}
