#!/bin/bash
# link-read.sh ROOT [SYSTEMD]
#
# Lets the real udev read the .link files of ROOT and prints what it warns about, in namespaces of its own.
# SYSTEMD is a root file system with another systemd in it (unpack-debian13.sh); without it this machine's own runs.
set -euo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --net --mount --propagation private bash "$0" "$(realpath "$1")" "${2:-}"
fi

root=$1 systemd=$2
here=$(dirname "$(realpath "$0")")
. "$here/network-folders.sh"
if [ -n "$systemd" ]; then mount --bind "$systemd" "$systemd"; else umount -R /sys; fi
mount -t proc proc "$systemd/proc"
mount -t sysfs sysfs "$systemd/sys"
own_network_folders "$root" "$systemd"

ip link add port type veth peer name far
# udev reads all the files before it looks for one that matches; 99-default.link alone would apply, and changes nothing here.
SYSTEMD_LOG_LEVEL=${NETGLOT_LOG_LEVEL:-warning} SYSTEMD_LOG_COLOR=0 \
  chroot "${systemd:-/}" /usr/bin/udevadm test-builtin net_setup_link /sys/class/net/port 2>&1 >/dev/null
