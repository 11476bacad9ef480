#!/bin/bash
# ifupdown-ng-read.sh UNPACKED ROOT: how ifupdown-ng below UNPACKED understands ROOT's files; with a libc of its own it runs in a chroot.
# Standard output: the order in which `ifup -a` goes through the interfaces, an empty line, and the stanzas as ifparse shows them.
# Standard error: what ifparse, `ifup --no-act` and dhcpcd complain of.
set -u
unpacked=$1 root=$(realpath "$2")
[ "$(id -u)" = 0 ] && user= || user=--map-root-user
# shellcheck disable=SC2086
exec unshare $user --net --mount --propagation private bash -c '
unpacked=$1 root=$2
mount -t tmpfs read /run
mkdir /run/read
cp "$root"/etc/network/interfaces "$root"/etc/dhcpcd-netglot-*.conf /run/read/ 2>/dev/null
program=$(cd "$unpacked" && ls usr/sbin/ifupdown-ng sbin/ifupdown 2>/dev/null)
if [ -e "$unpacked/bin/sh" ]; then
  inside() { chroot "$unpacked" "$@"; }
  mount --bind /run "$unpacked/run"
  program=/$program
  dhcpcd=/usr/sbin/dhcpcd executors=/usr/libexec/ifupdown-ng
else
  inside() { "$@"; }
  program=$unpacked/$program
  dhcpcd=$unpacked/usr/sbin/dhcpcd executors=$unpacked/usr/libexec/ifupdown-ng
fi
for name in ifparse ifquery ifup; do ln -s "$program" /run/$name; done
of="-i /run/read/interfaces -S /run/ifstate -E $executors"
if [ -e /run/read/interfaces ]; then
  inside /run/ifquery --list --auto $of
  echo
  inside /run/ifparse -A -i /run/read/interfaces
  inside /run/ifup --no-act --auto $of 2>&1 >/dev/null | grep -Ev "^[+] |attempting to run|changing state of|already configured" >&2
  [ "${PIPESTATUS[0]}" = 0 ] || echo "ifup --no-act fails" >&2
fi
# It reads its configuration, and then says that there is no lease to show.
for file in /run/read/dhcpcd-netglot-*.conf; do
  [ ! -e "$file" ] || inside "$dhcpcd" -f "$file" -U lo 2>&1 | grep -Ev "^(no such user dhcpcd|getpwnam: No such file or directory|dhcpcd is not running)$" | sed "s|^|${file##*/}: |" >&2
done
' _ "$unpacked" "$root"
