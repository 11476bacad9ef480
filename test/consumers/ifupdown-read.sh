#!/bin/bash
# ifupdown-read.sh ROOT: what classic ifupdown complains about in ROOT's interfaces file, one line each.
# It parses the file and walks through every stanza without running a command, also those that nothing brings up at boot.
set -u
root=$(realpath "$1")
[ "$(id -u)" = 0 ] && user= || user=--map-root-user
# shellcheck disable=SC2086
exec unshare $user --mount --propagation private bash -c '
root=$1 file=/etc/network/interfaces
mount -t tmpfs read /run
mkdir -p /run/network/read
cp -a "$root/etc/network/." /run/network/read/
mkdir -p /run/network/read/interfaces.d
mount --bind /run/network/read /etc/network
complaints() { grep -E "^(ifup|ifquery|ifdown|run-parts): |^$file|^/etc/network/interfaces\.d/" | sort -u; }
ifquery --list 2>&1 >/run/list | complaints
ifquery --list >/dev/null 2>&1 || echo "ifquery --list: exit status $?"
names=$(sed -n "s/^iface  *\([^ ]*\) .*/\1/p" "$file" | sort -u)
# shellcheck disable=SC2086
ifup --no-act --force $names >/run/out 2>&1 || echo "ifup --no-act: exit status $?"
complaints </run/out
' _ "$root"
