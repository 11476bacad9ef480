#!/bin/bash
# cloud-init-write.sh USER-DATA OUT: lets cloud-init write the files of USER-DATA into an /etc of its own, as root, and copies that to OUT/etc.
set -euo pipefail
if [ "${NETGLOT_INSIDE:-}" != 1 ]; then NETGLOT_INSIDE=1 exec unshare --mount --propagation private bash "$0" "$@"; fi
passwd=$(grep ^root: /etc/passwd)
mount -t tmpfs tmp /etc
echo "$passwd" >/etc/passwd
printf 'root:x:0:\nsystemd-network:x:4711:\n' >/etc/group
/usr/bin/python3 - "$1" <<'END'
import sys, yaml
from cloudinit.config import cc_write_files, cc_write_files_deferred
with open(sys.argv[1]) as file:
    files = yaml.safe_load(file)["write_files"]
for deferred in (False, True):
    cc_write_files.write_files("write-files", [f for f in files if bool(f.get("defer")) is deferred], "root:root")
END
rm /etc/passwd /etc/group
cp -a /etc "$2"
