#!/bin/sh
# Prints the folder with Debian 12's ifupdown2, unpacked and not installed: it conflicts with ifupdown. Fetched on first use.
set -eu
version=3.0.0-1.1
cache=${NETGLOT_TEST_CACHE:-$(dirname "$(realpath "$0")")/../../node_modules/.cache/netglot}
root=$cache/ifupdown2-$version
if [ ! -d "$root" ]; then
  mkdir -p "$cache"
  work=$(mktemp -d "$cache/ifupdown2.XXXXXX")
  chmod 0755 "$work"
  (cd "$work" && apt-get -qq -o APT::Sandbox::User=root download "ifupdown2=$version" >&2 && dpkg -x ./*.deb root)
  # Whoever comes first wins; the same files either way.
  mv -T "$work/root" "$root" 2>/dev/null || true
  rm -rf "$work"
fi
realpath "$root"
