#!/usr/bin/env bash
# The crash test: files applications while the product is killed, then checks that nothing was lost or done twice.
# Use: src/test/crash/kill9.sh [applications, default 100] [random seed]
# Environment: JAR (default target/dossierwerk.jar, built when missing), DATA (default a new folder under target). Exit: 0 whole, 1 something was lost or repeated, 2 could not run.
set -euo pipefail
cd "$(dirname "$0")/../../.."

jar=${JAR:-target/dossierwerk.jar}
[ -f "$jar" ] || mvn -B -q -Pproduction -DskipTests package
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The database driver comes out of the jar under test, so that nothing needs to be installed.
(cd "$work" && jar xf "$OLDPWD/$jar" BOOT-INF/lib)
driver=$(find "$work/BOOT-INF/lib" -name 'postgresql-*.jar' -not -name '*embedded*' | head -1)
data=${DATA:-target/crash/$(date +%Y%m%d-%H%M%S)}
mkdir -p "$data"
java -cp "$driver" src/test/crash/Kill9.java "$jar" "$data" "${1:-100}" "${2:-$RANDOM}"
