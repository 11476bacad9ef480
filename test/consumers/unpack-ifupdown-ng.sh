#!/bin/sh
# Prints the folder with Debian 12's ifupdown-ng, which conflicts with ifupdown, and the DHCP clients and resolvconf that its files call:
# unpacked and not installed. Fetched on first use.
set -eu
version=0.11.4~rc1-1+b2
cache=${NETGLOT_TEST_CACHE:-$(dirname "$(realpath "$0")")/../../node_modules/.cache/netglot}
root=$cache/ifupdown-ng-$version
if [ ! -d "$root" ]; then
  mkdir -p "$cache"
  work=$(mktemp -d "$cache/ifupdown-ng.XXXXXX")
  chmod 0755 "$work"
  (
    cd "$work"
    apt-get -qq -o APT::Sandbox::User=root download "ifupdown-ng=$version" dhcpcd-base udhcpc busybox openresolv >&2
    for package in ./*.deb; do dpkg -x "$package" root; done
  )
  # Whoever comes first wins; the same files either way.
  mv -T "$work/root" "$root" 2>/dev/null || true
  rm -rf "$work"
fi
realpath "$root"
