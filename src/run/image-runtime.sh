#!/usr/bin/env bash
# What the container image needs below the product when no base image is named: the Java of this machine, made small, with the libraries it asks for.
#   src/run/image-runtime.sh FOLDER
set -euo pipefail
root=${1:?where to}
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
modules=java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.unsupported,jdk.zipfs

rm -rf "$root"
mkdir -p "$root/etc" "$root/tmp" "$root/opt" "$root/var/lib/dossierwerk" "$root/lib64"
"$java_home/bin/jlink" --add-modules "$modules" --include-locales nl,en --strip-debug --no-man-pages --no-header-files --output "$root/opt/java"
printf 'root:x:0:0:root:/:/nologin\ndossierwerk:x:10001:10001::/var/lib/dossierwerk:/nologin\n' >"$root/etc/passwd"
printf 'root:x:0:\ndossierwerk:x:10001:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"

# The C library, how it finds names, and whatever the programs and libraries of Java are linked to.
{
  find "$root/opt/java" -type f \( -name '*.so' -o -path '*/bin/java' \) -exec ldd {} + 2>/dev/null | grep -oE '/[^ ]+\.so[^ ]*' || true
  ldconfig -p | grep -oE '/[^ ]+/(libnss_(dns|files)|libresolv|libfontconfig)\.so\.[0-9]+$' || true
} | grep -v "^$root" | sort -u | while read -r library; do
  [ ! -e "$library" ] || install -D -m 755 "$(readlink -f "$library")" "$root$library"
done
# Java reads the fonts that the product brings along; it asks for the settings of fonts all the same.
[ ! -d /etc/fonts ] || cp -rL /etc/fonts "$root/etc/"
