#!/bin/bash
# wireguard-read.sh FILE...
#
# Lets the real wg(8) read files for `wg setconf` and prints what it complains about. It reads a file before it looks for the device, and
# there is none here: the last thing that it says of a good file is that it can't modify the interface.
set -uo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --net bash "$0" "$@"
fi

for file in "$@"; do
  [ "$(stat -c %a "$file")" = 600 ] || echo "$file: others may read it"
  said=$(WG_ENDPOINT_RESOLUTION_RETRIES=0 wg setconf wg0 "$file" 2>&1)
  case $said in
  'Unable to modify interface: '*) ;;
  *) echo "$file: $said" ;;
  esac
done
true
