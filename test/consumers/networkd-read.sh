#!/bin/bash
# networkd-read.sh ROOT [SYSTEMD]
#
# Lets the real systemd-networkd read ROOT's /etc/systemd/network and /run/systemd/network and prints what it warns about, in namespaces of
# its own. SYSTEMD is a root file system with another systemd in it (unpack-debian13.sh); without it this machine's own runs.
#
# A read-only /sys tells networkd that no udev runs, so that it waits for none. It drops its privileges itself: a file that its
# user can't read is a complaint. Accounts that a TAP names are made up, since they belong to the machine the files are for.
set -euo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --net --mount --pid --fork --mount-proc --kill-child --propagation private bash "$0" "$(realpath "$1")" "${2:-}"
fi

root=$1 systemd=$2
. "$(dirname "$(realpath "$0")")/network-folders.sh"
if [ -n "$systemd" ]; then
  mount --bind "$systemd" "$systemd"
  mount -t proc proc "$systemd/proc"
  mount --rbind /dev "$systemd/dev"
else
  umount -R /sys
fi
mount -t sysfs -o ro sysfs "$systemd/sys"
own_network_folders "$root" "$systemd"

# Without it networkd can't make DHCP identifiers and MAC addresses.
echo 5d0f4a4c1b8e4f6f9a1c7e2d3b4a5968 >"$systemd/etc/machine-id"
getent passwd root systemd-network >>"$systemd/etc/passwd"
getent group root systemd-network >>"$systemd/etc/group"
for name in $(grep -rhoP '^User=\K[^0-9].*' "$systemd/etc/systemd/network" | sort -u); do
  echo "$name:x:64055:64055::/nonexistent:/usr/sbin/nologin" >>"$systemd/etc/passwd"
done
for name in $(grep -rhoP '^Group=\K[^0-9].*' "$systemd/etc/systemd/network" | sort -u); do
  echo "$name:x:64055:" >>"$systemd/etc/group"
done
mkdir -p "$systemd/run/systemd/netif/links" "$systemd/run/systemd/netif/leases" "$systemd/run/systemd/netif/lldp"
chown -R systemd-network:systemd-network "$systemd/run/systemd/netif"
# Keys that lie in files are on the machine that the files are for, where networkd's user may read them.
for file in $(grep -rhoP '^(PrivateKeyFile|PresharedKeyFile)=\K/etc/.*' "$systemd"/{etc,run}/systemd/network | sort -u); do
  install -d -m 0750 -g systemd-network "$systemd$(dirname "$file")"
  install -m 0640 -g systemd-network <(echo 4GgaQCy68nzNsUE5aJ9fuLzHhB65tAlwbmA72MWnOm8=) "$systemd$file"
done
# netplan gives what it makes to this group, which only its own machine has.
if [ -d "$systemd/run/systemd/network" ]; then chgrp -R systemd-network "$systemd/run/systemd/network"; fi

ip link set lo up
# Long enough to read the files and to make the devices, which is where it looks accounts up.
SYSTEMD_LOG_LEVEL=${NETGLOT_LOG_LEVEL:-warning} SYSTEMD_LOG_TARGET=console SYSTEMD_LOG_COLOR=0 \
  timeout --kill-after=1 "${NETGLOT_SECONDS:-1.5}" chroot "${systemd:-/}" /usr/lib/systemd/systemd-networkd 2>&1 || [ $? = 124 ]
