#!/usr/bin/env bash
# How large the product is, how long it takes to start on an empty folder and again on the same, and what memory it holds at rest, with its own database
# beside it. Without demo dossiers: they are work, not start.
#   src/bench/start.sh [jar] [how often to start again]
set -euo pipefail
jar=${1:-target/dossierwerk.jar}
again=${2:-2}
[ -f "$jar" ] || { echo "$jar is not there: build it first (mvn package)" >&2; exit 2; }
folder=$(mktemp -d)
process=
stop() {
    [ -z "$process" ] || { kill "$process" 2>/dev/null && wait "$process" 2>/dev/null || true; }
    process=
}
trap 'stop; rm -rf "$folder"' EXIT

printf 'jar: %d MB\n' $(($(stat -c %s "$jar") / 1000000))
port=$((20000 + RANDOM % 20000))
for ((n = 0; n <= again; n++)); do
    begun=$(date +%s%N)
    java -jar "$jar" --server.port="$port" --dossierwerk.data="$folder/data" --dossierwerk.demo-dossiers=0 > "$folder/log" 2>&1 &
    process=$!
    until curl --silent --fail --output /dev/null "http://localhost:$port/aanmelden"; do
        kill -0 "$process" 2>/dev/null || { tail -20 "$folder/log" >&2; exit 1; }
        sleep 0.1
    done
    what="start again on the same folder"
    [ "$n" -gt 0 ] || what="first start"
    elapsed=$((($(date +%s%N) - begun) / 1000000))
    # What a busy machine does not stretch.
    cpu=$(awk -v ticks="$(getconf CLK_TCK)" '{printf "%.1f", ($14 + $15) / ticks}' "/proc/$process/stat")
    printf '%s: %d ms until the first page, %s s of processor time; load of the machine %s\n' "$what" "$elapsed" "$cpu" "$(cut -d' ' -f1 /proc/loadavg)"
    [ "$n" -lt "$again" ] || {
        sleep 20
        jcmd "$process" GC.run > /dev/null
        sleep 2
        printf 'at rest after a collection: %d MB of the process, heap:\n' $(($(awk '/VmRSS/ {print $2}' "/proc/$process/status") / 1000))
        jcmd "$process" GC.heap_info | sed -n '2,3p'
    }
    stop
done
