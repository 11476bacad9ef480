#!/bin/bash
# udev-read.sh ROOT SYSTEMD
#
# What `udevadm verify` of SYSTEMD, a root file system with systemd 254 or newer (unpack-debian13.sh), says about the rules of ROOT.
set -euo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --mount --propagation private bash "$0" "$(realpath "$1")" "$2"
fi

[ -d "$1/etc/udev/rules.d" ] || exit 0
find "$1/etc/udev/rules.d" -type f ! -name '*.rules' -printf '%p: udev reads only *.rules\n'
mount -t tmpfs tmp "$2/tmp"
cp "$1"/etc/udev/rules.d/*.rules "$2/tmp"
chroot "$2" /usr/bin/udevadm verify --no-summary --resolve-names=never /tmp 2>&1 | sed "s,^/tmp/,/etc/udev/rules.d/,"
