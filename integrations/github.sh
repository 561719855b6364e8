#!/usr/bin/env bash
# The check of action.yml: annotations on standard output, SARIF to a file where one is named, and the exit status as an
# output and as the step's own. Inputs come by the environment and are never part of the script's text. It runs with the
# bash of macOS too, which is old.
set -euo pipefail

arguments=(--output github:-)

# Adds the lines of an input, but for blank ones.
add() {
  local line
  while IFS= read -r line; do
    if [ -n "${line//[[:space:]]/}" ]; then
      arguments+=("$line")
    fi
  done <<< "$1"
}

if [ -n "${INPUT_SARIF:-}" ]; then
  arguments+=(--output "sarif:$INPUT_SARIF")
fi
add "${INPUT_ARGUMENTS:-}"
arguments+=(--)
add "${INPUT_PATHS:-.}"

status=0
numerate check "${arguments[@]}" || status=$?
echo "status=$status" >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
