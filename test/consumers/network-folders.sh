# own_network_folders ROOT SYSTEMD: ROOT's /etc/systemd/network and /run/systemd/network instead of SYSTEMD's ('' is this machine), and an
# empty /run and a copy of /etc around them that may be written to.
own_network_folders() {
  local folder copy
  mount -t tmpfs -o mode=0755 run "$2/run"
  copy=$(mktemp -d)
  mount -t tmpfs -o mode=0755 etc "$copy"
  cp -a "$2/etc/." "$copy"
  mount --move "$copy" "$2/etc"
  rmdir "$copy"
  rm -rf "$2/etc/systemd/network"
  for folder in etc run; do
    mkdir -p "$2/$folder/systemd/network"
    if [ -d "$1/$folder/systemd/network" ]; then cp -a "$1/$folder/systemd/network/." "$2/$folder/systemd/network"; fi
  done
}
