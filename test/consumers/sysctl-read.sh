#!/bin/bash
# sysctl-read.sh ROOT
#
# Lets the real systemd-sysctl and the kernel read the files in ROOT's /etc/sysctl.d, in a network namespace of its own in which every
# interface that they name exists.
set -euo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --net bash "$0" "$(realpath "$1")"
fi

[ -d "$1/etc/sysctl.d" ] || exit 0
find "$1/etc/sysctl.d" -type f ! -name '*.conf' -printf '%p: sysctl reads only *.conf\n'
for name in $(grep -hoP '^-?net/ipv[46]/(conf|neigh)/\K[^/]+' "$1"/etc/sysctl.d/*.conf | sort -u); do
  [ -e "/proc/sys/net/ipv4/conf/$name" ] || ip link add "$name" type bridge
done
SYSTEMD_LOG_LEVEL=warning SYSTEMD_LOG_COLOR=0 /lib/systemd/systemd-sysctl --strict "$1"/etc/sysctl.d/*.conf 2>&1
