#!/bin/bash
# netplan-generate.sh ROOT INTO [NETPLAN]
#
# Copies ROOT to the empty folder INTO and lets the real netplan generate its files there; prints what it says, with its exit status.
# NETPLAN is a root file system with another netplan in it (unpack-debian13.sh); without it this machine's own runs.
set -euo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --mount --propagation private bash "$0" "$(realpath "$1")" "$(realpath "$2")" "${3:-}"
fi

[ -d "$1/etc" ] || exit 0
other=${3:-}
# netplan asks no more of Open vSwitch than that its program is there.
if [ ! -e "$other/usr/bin/ovs-vsctl" ]; then
  mount -t tmpfs tmpfs /mnt
  : >/mnt/ovs-vsctl
  mount -t overlay overlay -o "lowerdir=/mnt:$other/usr/bin" "$other/usr/bin"
fi
cp -a "$1/etc" "$2"
if [ -n "${3:-}" ]; then
  mount --bind "$2" "$3/tmp"
  mount --rbind /dev "$3/dev"
  mount -t proc proc "$3/proc"
  exec chroot "$3" /usr/libexec/netplan/generate --root-dir /tmp 2>&1
fi
exec netplan generate --root-dir "$2" 2>&1
