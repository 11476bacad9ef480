#!/bin/bash
# netplan-generate-all.sh FOLDER [NETPLAN]
#
# Lets the real netplan generate its files in each root file system FOLDER/*; what it says goes to FOLDER/*/said, its exit status to
# FOLDER/*/status. NETPLAN is a root file system with another netplan in it (unpack-debian13.sh); without it this machine's own runs.
# netplan looks which devices are there: a TAP for each line of FOLDER/names is, and nothing of this machine.
set -euo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --net --mount --propagation private bash "$0" "$(realpath "$1")" "${2:-}"
fi

folder=$1 other=${2:-}
if [ "$(wc -l <"$folder/names")" -lt 100 ]; then
  while read -r name; do ip tuntap add "$name" mode tap 2>/dev/null || true; done <"$folder/names"
fi
generate=(/usr/libexec/netplan/generate --root-dir)
if [ -n "$other" ]; then
  mount --bind "$folder" "$other/tmp"
  mount --rbind /dev "$other/dev"
  mount -t proc proc "$other/proc"
  mount -t sysfs -o ro sysfs "$other/sys"
  generate=(chroot "$other" "${generate[@]}")
fi
# netplan asks no more of Open vSwitch than that its program is there.
if [ ! -e "$other/usr/bin/ovs-vsctl" ]; then
  mount -t tmpfs tmpfs /mnt
  : >/mnt/ovs-vsctl
  mount -t overlay overlay -o "lowerdir=/mnt:$other/usr/bin" "$other/usr/bin"
fi
for root in "$folder"/*/; do
  below=${other:+/tmp/$(basename "$root")}
  status=0
  "${generate[@]}" "${below:-$root}" >"$root/said" 2>&1 || status=$?
  echo $status >"$root/status"
done
