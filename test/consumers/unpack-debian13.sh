#!/bin/bash
# unpack-debian13.sh [--alone] PACKAGE...
#
# Unpacks Debian 13's PACKAGEs and everything they depend on (their own libc too) beside this machine's Debian, installs
# nothing, and prints the directory on stdout: a root file system to `chroot` into, /bin, /lib and /sbin being links into /usr.
# No maintainer script has run: no users beyond root, no /etc/passwd, no alternatives (so mawk, not awk), no enabled units.
# Nothing is mounted: bind /dev, /proc and /sys yourself, inside a mount namespace of your own.
#
#   root=$(test/consumers/unpack-debian13.sh network-manager python3-gi gir1.2-nm-1.0)
#   chroot "$root" /usr/bin/nmcli --version
#
# --alone: without what they depend on, for programs in Python that this machine's own runs.
#
# The same list of packages gives the same directory, ${NETGLOT_TEST_CACHE:-node_modules/.cache/netglot}/debian-13/LIST, at once when it is
# complete; treat it as read-only. Needs root or a user namespace for the chroot alone. Messages go to stderr; exit status 1: no such package
# or no archive to reach. The archive is the one this machine's own Debian comes from, only the suite is another.
set -euo pipefail

[ $# -gt 0 ] || { sed -n '2,/^set/{/^set/d;s/^# \?//;p}' "$0" >&2; exit 2; }

project=$(cd "$(dirname "$0")/../.." && pwd)
cache=${NETGLOT_TEST_CACHE:-$project/node_modules/.cache/netglot}/debian-13
mkdir -p "$cache"
cache=$(cd "$cache" && pwd)
root=$cache/$(printf '%s\n' "$@" | sort -u | paste -sd+)

exec 9>"$cache/lock"
flock 9
if [ -e "$root.complete" ]; then
  echo "$root"
  exit 0
fi

# The text of files that need not be there: a machine has its sources in one form or the other.
text_of() { cat "$@" 2>/dev/null || true; }

# This machine's source of its own suite's main archive, security and updates left out, renamed.
write_sources() {
  local codename
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  text_of /etc/apt/sources.list.d/*.sources | awk -v codename="$codename" '
    BEGIN { RS = ""; FS = "\n" }
    {
      uris = ""; keys = ""; ours = 0
      for (i = 1; i <= NF; i++) {
        if ($i ~ /^URIs:/) { uris = substr($i, 7) }
        if ($i ~ /^Signed-By:/) { keys = substr($i, 12) }
        if ($i ~ /^Suites:/ && (" " substr($i, 9) " ") ~ (" " codename " ")) { ours = 1 }
      }
      if (ours) { split(uris, uri, " "); printf "deb %s%s trixie main\n", keys ~ /^\// ? "[signed-by=" keys "] " : "", uri[1]; exit }
    }' >"$apt/sources.list"
  if [ ! -s "$apt/sources.list" ]; then
    text_of /etc/apt/sources.list /etc/apt/sources.list.d/*.list |
      sed -nE "s/^deb +(\[[^]]*\] +)?([^ ]+) +$codename +.*/deb \1\2 trixie main/p" | head -n 1 >"$apt/sources.list"
  fi
  [ -s "$apt/sources.list" ] || { echo "unpack-debian13: no apt source of $codename on this machine to derive one from" >&2; exit 1; }
}

# apt with lists, cache and an empty set of installed packages of its own.
private_apt() {
  apt-get -qq -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null \
    -o Dir::Etc::PreferencesParts=/dev/null -o Dir::State="$apt/state" -o Dir::State::Status="$apt/status" -o Dir::Cache="$apt/cache" \
    -o APT::Sandbox::User=root -o Acquire::Languages=none -o APT::Update::Post-Invoke::= -o Dpkg::Use-Pty=0 "$@" >&2
}

apt=$cache/apt
mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial"
: >"$apt/status"
write_sources
[ -e "$apt/updated" ] || { private_apt update && touch "$apt/updated"; }

get() {
  if [ "$1" = --alone ]; then
    shift
    (cd "$apt/cache/archives" && private_apt download "$@")
  else
    private_apt install --download-only --yes --no-install-recommends "$@"
  fi
}

private_apt clean
get "$@" || { private_apt update && get "$@"; } || exit 1

rm -rf "$root"
mkdir -p "$root"/usr/{bin,sbin,lib,lib64} "$root"/{dev,proc,sys,run,tmp,etc,var}
for directory in bin sbin lib lib64; do ln -s "usr/$directory" "$root/$directory"; done
chmod 1777 "$root/tmp"
for package in "$apt"/cache/archives/*.deb; do dpkg-deb -x "$package" "$root"; done
ldconfig -r "$root"
private_apt clean
touch "$root.complete"
echo "$root"
