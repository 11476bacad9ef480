#!/bin/bash
# Builds the Debian 12 guest that cases boot in, and prints its folder. As root, on any machine with the programs of ../packages.txt.
#
# The folder, ${NETGLOT_TEST_CACHE:-node_modules/.cache/netglot}/guest-HASH, is named after what it is made of: it is built once.
#   vmlinux, initrd.cpio             Debian's kernel and what mounts the rest
#   base.sqfs                        the root file system, every stack in it disabled
#   networkd.sqfs, ifupdown.sqfs, …  layers over it: packages that not every stack has
#   base.passwd, networkd.group, …   their accounts
#   base.versions, …                 the packages that a guest of that layer has: PACKAGE VERSION, one a line
set -euo pipefail
here=$(dirname "$(realpath "$0")")
project=$(realpath "$here/../../..")

cache=${NETGLOT_TEST_CACHE:-$project/node_modules/.cache/netglot}
mkdir -p "$cache"
cache=$(realpath "$cache")
# root/ is no part of it: ../disk.ts lays it over.
hash=$(cd "$here" && find . -path ./root -prune -o -type f -print | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-16)
guest=$cache/guest-$hash

exec 9>"$cache/guest.lock"
flock 9
if [ ! -e "$guest" ]; then
  [ "$(id -u)" = 0 ] || { echo "guest/build.sh: only root can put a root file system together" >&2; exit 1; }
  work=$(mktemp -d "$cache/guest-build.XXXXXX")
  chmod 0755 "$work"
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/out"
  {
    . "$here/system.sh"
    . "$here/modules.sh"
    . "$here/layers.sh"
    . "$here/images.sh"
    make_system
    make_modules
    make_layers
    make_images
  } >&2
  mv -T "$work/out" "$guest"
fi
echo "$guest"
