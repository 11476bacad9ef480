#!/bin/bash
# wpa-supplicant-read.sh FILE...
#
# Lets the real wpa_supplicant read configuration files and prints what it complains about. It has no radio here: its wired driver on a
# veth of a network namespace of its own reads the same file, Wi-Fi blocks included.
set -uo pipefail

if [ "${NETGLOT_INSIDE:-}" != 1 ]; then
  NETGLOT_INSIDE=1 exec unshare --net --mount --propagation private bash "$0" "$@"
fi

mount -t tmpfs run /run
ip link add port type veth peer name far
for file in "$@"; do
  said=$(timeout --kill-after=1 0.7 wpa_supplicant -i port -D wired -c "$file" -d 2>&1)
  status=$?
  # timeout's 124: it read the file and ran on.
  [ $status = 124 ] || echo "$file: wpa_supplicant ended with $status"
  # The wired driver can't wake by Wi-Fi and says so of each trigger; the words are those of src/drivers/driver_common.c.
  triggers="'(any|disconnect|magic_pkt|gtk_rekey_failure|eap_identity_req|four_way_handshake|rfkill_release)'"
  grep -E '^Line [0-9]+|[Ff]ailed to (read|parse)|[Ii]nvalid|[Uu]nknown' <<<"$said" | grep -vE "Unknown/unsupported wowlan trigger $triggers" | sed "s,^,$file: ,"
done
true
