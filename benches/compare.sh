#!/usr/bin/env bash
# How long whole runs take beside programs that only count words or find digits, on the same bytes, as one table.
# It needs a release build, hyperfine, ripgrep and time, all of them in Debian.
#
#   benches/compare.sh [CORPUS.txt|CORPUS.ndjson]
#
# Without a corpus, one of MB megabytes (100) is made of the fixtures. PROGRAM is the build, RUNS how often each is run.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
program=${PROGRAM:-$root/target/release/numerate}
runs=${RUNS:-3}

for needed in "$program" hyperfine rg /usr/bin/time; do
  command -v "$needed" > /dev/null || {
    echo "no $needed: cargo build --release; apt-get install hyperfine ripgrep time" >&2
    exit 2
  }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Stories of the fixtures, again and again; each round under another year, so that stories of two rounds differ.
generate() {
  local bytes=$((${MB:-100} * 1000000)) round=0
  cat "$root"/fixtures/stories/*/*.{md,txt} > "$work/round"
  : > "$work/corpus.txt"
  while [ "$(stat --format %s "$work/corpus.txt")" -lt "$bytes" ]; do
    for _ in {1..50}; do
      round=$((round + 1))
      sed -E "s/\b(19|20)[0-9]{2}\b/$((1950 + round % 100))/g" "$work/round" >> "$work/corpus.txt"
    done
  done
  echo "$work/corpus.txt"
}

corpus=$(realpath "${1:-$(generate)}")
size=$(stat --format %s "$corpus")

# A row: name, command. Processor time counts, user and system: others may be at work on the machine. The ratio is to the
# first row.
baseline=
row() {
  local name=$1 command=$2 seconds wall memory
  hyperfine --style none --warmup 1 --runs "$runs" --ignore-failure --export-csv "$work/times" "$command" > /dev/null 2>&1
  IFS=, read -r wall seconds < <(awk -F, 'END { print $(NF - 6) "," $(NF - 3) + $(NF - 2) }' "$work/times")
  memory=$(/usr/bin/time --quiet --format %M --output "$work/memory" sh -c "exec $command" > /dev/null 2>&1 || true
    tail -n 1 "$work/memory")
  baseline=${baseline:-$seconds}
  awk -v name="$name" -v seconds="$seconds" -v wall="$wall" -v memory="$memory" -v size="$size" -v base="$baseline" 'BEGIN {
    printf "| %-22s | %8.2f | %8.2f | %7.1f | %8.1f | %7.0f |\n",
      name, wall, seconds, size / 1e6 / seconds, seconds / base, memory / 1024 }'
}

echo "$(basename "$corpus"), $((size / 1000000)) MB, the mean of $runs runs"
echo
printf '| %-22s | %8s | %8s | %7s | %8s | %7s |\n' run 'wall s' 'CPU s' 'MB/CPU s' '× wc -w' 'peak MB'
echo '|---|--:|--:|--:|--:|--:|'
row 'wc -w' "env LC_ALL=C.UTF-8 wc -w '$corpus'"
row 'rg -o [0-9]+' "rg --threads 1 --no-config -o '[0-9]+' '$corpus'"
for threads in 1 2; do
  row "extract, $threads thread(s)" "'$program' extract --quiet --format ndjson --jobs $threads '$corpus'"
  row "check, $threads thread(s)" "'$program' check --quiet --format ndjson --jobs $threads '$corpus'"
done
