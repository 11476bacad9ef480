#!/bin/bash
# install-test-tools.sh [LIST]: installs the Debian 12 packages of LIST that are missing. Without LIST they are those of
# test/consumers/packages.txt: the real programs that read what netglot writes.
# What must not be installed beside them (ifupdown2, Debian 13's programs) the consumers unpack into the cache themselves.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
while read -r package _; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done < <(grep -v '^ *\(#\|$\)' "${1:-test/consumers/packages.txt}")
[ ${#missing[@]} -gt 0 ] || exit 0

install=(apt-get install -y --no-install-recommends "${missing[@]}")
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  printf 'The tests need programs that are not installed here. On Debian 12, as root:\n  %s\n' "${install[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# Its daemons are not wanted here, only their programs; a policy that forbids them to start is the usual way to say so.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  printf '#!/bin/sh\nexit 101\n' >$policy
  chmod 0755 $policy
  trap 'rm -f "$policy"' EXIT
fi
"${install[@]}" </dev/null
