#!/usr/bin/env bash
# format_test.sh ROOT CLANG_FORMAT: names every source that is not laid out as .clang-format says.
set -euo pipefail
cd "$1"
if ! complaints=$(find . \( -path ./build -o -path ./results -o -name node_modules \) -prune -o -name '*.[ch]pp' -print0 |
    xargs -0 "$2" --dry-run -Werror 2>&1); then
    echo "These are laid out otherwise; clang-format -i mends them:"
    grep ' error: ' <<<"$complaints" | cut -d: -f1 | sort -u
    exit 1
fi
