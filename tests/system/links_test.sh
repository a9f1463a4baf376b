#!/usr/bin/env bash
# links_test.sh BUILD: installs the build into an empty folder and follows every link of the pages there to another file.
set -euo pipefail
build=$1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work" >"$work/install.log"
grep --recursive --text --only-matching --perl-regexp --include='*.md' '\]\((?!\w+:|#)\K[^)#]+' "$work" >"$work/links"
lost=0
while IFS=: read -r page link; do
    if [[ ! -e ${page%/*}/$link ]]; then
        echo "${page#"$work"/}: $link leads nowhere"
        lost=1
    fi
done <"$work/links"
exit "$lost"
