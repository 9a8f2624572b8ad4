#!/usr/bin/env bash
# A backup of the database that needs no standstill, and of the data folder when it is named. Connection as for psql: PGHOST, PGPORT, PGUSER, PGDATABASE, PGPASSFILE.
#   src/run/backup.sh dump FOLDER [DATA]    one database, for any later PostgreSQL (pg_dump)
#   src/run/backup.sh base FOLDER [DATA]    the whole server, the start of a restore to a moment (pg_basebackup; needs the right REPLICATION)
# The backup appears under FOLDER when it is whole; what was begun and not ended ends in .part.
set -euo pipefail
umask 077
usage="usage: backup.sh dump|base FOLDER [DATA]"
kind=${1:?$usage}
folder=${2:?$usage}
data=${3:-}

target=$folder/$kind-$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$folder"
mkdir "$target.part"
case $kind in
  dump) pg_dump --format=directory --jobs=2 --compress=1 --file="$target.part/database" ;;
  base)
    pg_basebackup --pgdata="$target.part/database" --format=plain --checkpoint=fast --wal-method=stream --no-password
    pg_verifybackup --quiet "$target.part/database"
    ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
# After the database: what the folder holds more than the database knows is never sent, what it lacks would be.
[ -z "$data" ] || tar --create --gzip --file="$target.part/data.tar.gz" --exclude=./postgresql --exclude=./postgresql-binaries --directory="$data" .
(cd "$target.part" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$target.sums"
mv "$target.sums" "$target.part/SHA256SUMS"
sync
mv "$target.part" "$target"
echo "$target"
