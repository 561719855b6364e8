#!/usr/bin/env bash
# The check of action.yml: annotations on standard output, SARIF to a file where one is named, and the exit status as an
# output and as the step's own. Inputs come by the environment and are never part of the script's text.
set -euo pipefail

lines() {
  grep -v '^[[:space:]]*$' <<< "$1" || true
}

mapfile -t paths < <(lines "${INPUT_PATHS:-.}")
mapfile -t arguments < <(lines "${INPUT_ARGUMENTS:-}")
outputs=(--output github:-)
if [ -n "${INPUT_SARIF:-}" ]; then
  outputs+=(--output "sarif:$INPUT_SARIF")
fi

status=0
numerate check "${outputs[@]}" "${arguments[@]}" -- "${paths[@]}" || status=$?
echo "status=$status" >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
