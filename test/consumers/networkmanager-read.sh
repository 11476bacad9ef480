#!/bin/bash
# networkmanager-read.sh ROOT [SYSTEM]
#
# What NetworkManager would say about the files of ROOT: libnm about the profiles (networkmanager-judge.py), `nmcli --offline` about
# each of them, the daemon's own parser about conf.d. SYSTEM is a root file system with another NetworkManager, python3-gi and
# gir1.2-nm-1.0 (unpack-debian13.sh); without it this machine's programs judge.
set -uo pipefail
here=$(dirname "$(realpath "$0")")

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --mount --propagation private bash "$here/networkmanager-read.sh" "$(realpath "$1")" "${2:-}"
fi

files=$1/etc/NetworkManager system=$2
[ -d "$files" ] || exit 0
mount -t tmpfs tmp "$system/run"
mkdir "$system/run/files"
mount --bind "$files" "$system/run/files"
cp "$here/networkmanager-judge.py" "$system/run"
: >"$system/run/empty.conf"

say() { sed "s,/run/files,/etc/NetworkManager,g;s,^,$1,"; }

chroot "$system/" /usr/bin/python3 /run/networkmanager-judge.py /run/files/system-connections 2>&1

for profile in "$files"/system-connections/*; do
  [ -f "$profile" ] || continue
  chroot "$system/" /usr/bin/nmcli --offline connection modify connection.zone '' <"$profile" 2>&1 >/dev/null | say "nmcli: ${profile##*/}: "
done

if [ -d "$files/conf.d" ]; then
  find "$files/conf.d" -type f ! -name '*.conf' -printf '%f: NetworkManager reads only *.conf\n'
  chroot "$system/" /usr/sbin/NetworkManager --print-config --config=/run/empty.conf --config-dir=/run/files/conf.d \
    --system-config-dir=/nonexistent --intern-config=/nonexistent 2>&1 | grep -E '^# WARNING|^Failed' | say 'NetworkManager: '
fi
exit 0
