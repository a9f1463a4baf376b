#!/usr/bin/env bash
# run.sh SECONDS [TARGET]...: lets libFuzzer look for inputs that a reader cannot take, one target after another, from
# the corpus and the inputs that are here already. An input that it finds lies in build/fuzz/found, and is named.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=$1
shift
(($# > 0)) || set -- toml scenario manifest seal results

# Inputs are written into files before they are read, in memory where that can be; libFuzzer ends without tidying up.
[[ -d /dev/shm ]] && export TMPDIR=/dev/shm
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
# HDF5 asks for as much memory as a file says, and takes no for an answer; our own `new` still ends the program.
export ASAN_OPTIONS=allocator_may_return_null=1
mkdir -p build/fuzz/found
for target in "$@"; do
    corpus=build/fuzz/corpus/$target
    seeds=("tests/fuzz/corpus/$target" "tests/fuzz/crashes/$target")
    options=(-max_total_time="$seconds" -timeout=20 -max_len=4096)
    case $target in
    toml | scenario)
        seeds+=(tests/data/bad_inputs tests/data/warned_inputs)
        seeds+=(scenarios/parameters scenarios/policies scenarios/regions scenarios/studies)
        options+=(-dict=tests/fuzz/toml.dict)
        ;;
    seal | results) options+=(-max_len=97) ;; # sixteen edits
    esac
    mkdir -p "$corpus"
    for folder in "${seeds[@]}"; do
        [[ -d $folder ]] && options+=("$folder")
    done
    echo "== $target"
    "build/fuzz/bin/fuzz_$target" -artifact_prefix="build/fuzz/found/$target-" -print_final_stats=1 \
        "$corpus" "${options[@]}" 2>&1 | grep -v -E '^#[0-9]+\s+(NEW|REDUCE|pulse)|# Uses:|^######'
done
