#!/usr/bin/env bash
# install_test.sh BUILD CONSUMER COMPILER FLAGS: installs the build into an empty folder, then configures, builds and runs
# a small project that knows nothing but that folder.
set -euo pipefail
build=$1 consumer=$2 compiler=$3 flags=${4-}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/prefix" >"$work/install.log"
cmake -S "$consumer" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/prefix" \
    -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="$flags"
cmake --build "$work/build"
answer=$("$work/build/consumer")
if [[ $answer != 365 ]]; then
    echo "the consumer printed '$answer', not the 365 days from one fiscal year to the next"
    exit 1
fi
