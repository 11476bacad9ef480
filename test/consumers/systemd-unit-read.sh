#!/bin/bash
# systemd-unit-read.sh ROOT
#
# What `systemd-analyze verify` says about the units and drop-ins in ROOT's /etc/systemd/system, and about each unit that they name: systemd
# passes over a unit in Wants= or After= that does not exist without a word.
set -euo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --mount --propagation private bash "$0" "$(realpath "$1")"
fi

units=$1/etc/systemd/system
[ -d "$units" ] || exit 0
copy=$(mktemp -d)
mount -t tmpfs -o mode=0755 units "$copy"
cp -a /etc/systemd/system/. "$copy"
cp -a --no-preserve=ownership "$units/." "$copy"
# wicked has no Debian package, so a unit stands in for its service.
if [ -d "$units/wicked.service.d" ]; then printf '[Service]\nType=oneshot\nExecStart=/bin/true\n' >"$copy/wicked.service"; fi
mount --move "$copy" /etc/systemd/system
rmdir "$copy"

names=$(
  cd "$units"
  find . -mindepth 1 -maxdepth 1 \( -type f -o -type d -name '*.d' \) -printf '%f\n' | sed 's/\.d$//'
  find . -type f -exec sed -nE 's/^(Wants|Requires|After|Before|BindsTo|PartOf)=//p' {} + | tr ' ' '\n'
)
find "$units" -mindepth 2 -type f -path '*.d/*' ! -name '*.conf' -printf '%p: systemd reads only *.conf\n'
# An instance stands for a template, and a .link's or TAP's .device is there only when the device is.
names=$(sed 's/@\.\(service\|socket\)$/@instance.\1/' <<<"$names" | grep -v '\.device$' | sort -u)
SYSTEMD_LOG_LEVEL=warning SYSTEMD_LOG_COLOR=0 systemd-analyze verify --man=no --recursive-errors=no $names 2>&1
