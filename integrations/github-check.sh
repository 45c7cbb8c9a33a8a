#!/usr/bin/env bash
# The last step of action.yml: `cleanup check` on the inputs that the step hands over as variables, one item a line.
set -euo pipefail

lines() { # the lines of $1 that hold something, into the array `items`
  items=()
  while IFS= read -r line; do
    [[ -n "${line// /}" ]] && items+=("$line")
  done <<<"$1"
  return 0
}

command=("${CLEANUP:-$RUNNER_TEMP/cleanup-venv/bin/cleanup}" check --output-format github)
[[ "$INPUT_LANGUAGETOOL" == true ]] || command+=(--no-languagetool)
lines "$INPUT_ARGS"
command+=(${items[@]+"${items[@]}"})
lines "$INPUT_PATHS"
exec "${command[@]}" -- ${items[@]+"${items[@]}"}
