#!/bin/bash
# ifupdown2-read.sh UNPACKED ROOT: what ifupdown2 says about ROOT's interfaces file, and how it understands it.
# Standard error: its syntax check with the addons' own keyword tables. Standard output: the stanzas it read, as JSON.
set -u
unpacked=$1 root=$(realpath "$2")
[ "$(id -u)" = 0 ] && user= || user=--map-root-user
# shellcheck disable=SC2086
exec unshare $user --net --mount --propagation private bash -c '
unpacked=$1 root=$2
mount -t tmpfs read /run
mount -t tmpfs read /var/tmp
# its lock file lies here; without the folder it says that another instance is running
mkdir -p /run/network /run/read
cp -a "$unpacked/etc/network/." "$root/etc/network/." /run/read/
mkdir -p /run/read/interfaces.d /run/read/ifupdown2/policy.d
mount --bind /run/read /etc/network
run() { ln -sf "$unpacked/usr/share/ifupdown2/__main__.py" "/run/$1"; /usr/bin/python3 -B "/run/$@"; }
conf=/etc/network/ifupdown2/ifupdown2.conf
sed -i s/addon_syntax_check=0/addon_syntax_check=1/ $conf
run ifup --syntax-check --all >&2
# off as it is on every machine: the check drops the options that only hook scripts read
sed -i s/addon_syntax_check=1/addon_syntax_check=0/ $conf
run ifquery $(sed -n "s/^iface  *\([^ ]*\) .*/\1/p" /etc/network/interfaces | sort -u) --format json
' _ "$unpacked" "$root"
