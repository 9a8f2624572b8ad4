#!/usr/bin/env bash
# Restores a backup of backup.sh to another place; never over what is there.
#   src/run/restore.sh dump BACKUP                              into the empty database that PGHOST, PGPORT, PGUSER and PGDATABASE name
#   src/run/restore.sh base BACKUP NEWFOLDER ARCHIVE [MOMENT]   a server in NEWFOLDER, with the archived log up to MOMENT ('2026-11-22 14:05:00+01') or to its end
# The copy sends no letter and no payment until somebody confirms it: src/docs/operations.md, Restore.
set -euo pipefail
umask 077
usage="usage: restore.sh dump BACKUP | base BACKUP NEWFOLDER ARCHIVE [MOMENT]"
kind=${1:?$usage}
backup=${2:?$usage}

(cd "$backup" && sha256sum --check --quiet SHA256SUMS)
case $kind in
  dump)
    tables=$(psql --no-psqlrc --tuples-only --no-align --command="select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'")
    [ "$tables" = 0 ] || { echo "The database is not empty: nothing was restored." >&2; exit 1; }
    pg_restore --dbname="${PGDATABASE:?names the empty database}" --exit-on-error --no-owner --jobs=2 "$backup/database"
    psql --no-psqlrc --quiet --command=analyze
    ;;
  base)
    place=${3:?$usage}
    archive=$(cd "${4:?$usage}" && pwd)
    moment=${5:-}
    [ ! -e "$place" ] || { echo "$place exists: nothing was restored." >&2; exit 1; }
    cp --archive "$backup/database" "$place"
    {
      echo "restore_command = 'cp \"$archive/%f\" \"%p\"'"
      echo "recovery_target_timeline = 'current'"
      [ -z "$moment" ] || printf "recovery_target_time = '%s'\nrecovery_target_action = 'promote'\n" "$moment"
      # A copy does not write into the archive of its original.
      echo "archive_mode = off"
    } >>"$place/postgresql.auto.conf"
    touch "$place/recovery.signal"
    echo "Start it: pg_ctl --pgdata=$place start"
    ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
