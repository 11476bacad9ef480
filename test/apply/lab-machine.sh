# The machine that lab.sh shows to a stack: file systems, accounts, NICs and what is at the far end of their cables.

# Files of this machine that would claim devices beside ROOT's.
lab_own_configuration='network/interfaces network/interfaces.d/* netplan/* systemd/network/* NetworkManager/system-connections/*
  NetworkManager/conf.d/* udev/rules.d/* sysctl.d/* dhcp/dhclient-*-hooks.d/netglot-*'

lab_empty() {
  local dir
  for dir in "$@"; do
    if [ -d "$dir" ]; then mount -t tmpfs -o mode=0755 lab "$dir"; fi
  done
}

# Same numbers as in the fixture, even where this machine has the name with another one.
lab_add_accounts() {
  local kind line
  for kind in passwd group; do
    [ -f "$1/etc/$kind" ] || continue
    while IFS= read -r line; do
      [ "${line%%:*}" != root ] || continue
      sed -i "/^${line%%:*}:/d" "/etc/$kind"
      printf '%s\n' "$line" >>"/etc/$kind"
    done <"$1/etc/$kind"
  done
}

# lab_machine ROOT
lab_machine() {
  local other glob
  umount -R /sys 2>/dev/null
  mount -t sysfs sysfs /sys
  lab_empty /run /var/tmp /var/lib/dhcp /var/lib/NetworkManager /var/lib/systemd/network
  mkdir -p /run/lab/etc /run/lock /run/network
  cp -a /etc/. /run/lab/etc
  mount --bind /run/lab/etc /etc
  if [ "${LAB_KEEP_ETC:-0}" != 1 ]; then
    for glob in $lab_own_configuration; do rm -rf /etc/$glob; done
  fi
  # resolv.conf is often a link to /run; a stack has to make its own.
  rm -f /etc/resolv.conf
  for other in "$1"/*; do
    case ${other##*/} in etc | answer.json) continue ;; esac
    echo "lab: $other is not applied, only etc/ is"
  done
  cp -a --no-preserve=ownership "$1/etc/." /etc/
  if [ -n "${LAB_ACCOUNTS:-}" ]; then lab_add_accounts "$LAB_ACCOUNTS"; fi
}

# lab_network 'NAME=MAC NAME=MAC ...'
lab_network() {
  local nic n=0
  ip netns add far
  ip link set lo up
  for nic in $1; do
    n=$((n + 1))
    ip link add "${nic%%=*}" address "${nic#*=}" type veth peer name "far$n" netns far || return 1
  done
  lab_far "$1"
}

# True when no address waits for duplicate address detection any more.
lab_addresses_settled() {
  [ -z "$(ip -6 addr show tentative -dadfailed 2>/dev/null)" ]
}

# What udev's 99-systemd.rules does when a device appears, since no udev runs here: sysctl.d's lines for that device.
lab_apply_sysctls() {
  local dir
  for dir in /sys/class/net/*; do
    /lib/systemd/systemd-sysctl "--prefix=/net/ipv4/conf/${dir##*/}" "--prefix=/net/ipv6/conf/${dir##*/}"
  done
}

# lab_has_address NAME [4|6]: the interface has a global address (of that family).
lab_has_address() {
  [ -n "$(ip ${2:+-$2} addr show dev "$1" scope global 2>/dev/null)" ]
}
