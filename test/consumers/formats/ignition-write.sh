#!/bin/bash
# ignition-write.sh CONFIG ROOT: lets Ignition itself (Debian's, of its initramfs) write the files of CONFIG below ROOT, as root.
set -euo pipefail
mkdir -p "$2/etc/selinux"
# Ignition gives labels to what it writes, by a program and a policy that are not here.
echo SELINUXTYPE=none >"$2/etc/selinux/config"
echo 'root:x:0:0::/root:/bin/sh' >"$2/etc/passwd"
printf 'root:x:0:\nsystemd-network:x:4711:\n' >"$2/etc/group"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '#!/bin/sh\n' >"$work/setfiles"
chmod +x "$work/setfiles"
export PATH=$work:$PATH
export IGNITION_CONFIG_FILE=$1
for stage in fetch files; do
  unshare --mount --propagation private /usr/lib/dracut/modules.d/30ignition/ignition --log-to-stdout --platform file --stage $stage \
    --root "$2" --config-cache "$work/cache" --neednet "$work/neednet" >"$work/log" 2>&1 || { grep CRITICAL "$work/log"; exit 1; }
done
rm -r "$2/etc/selinux" "$2/etc/passwd" "$2/etc/group" "$2/etc/.ignition-result.json"
