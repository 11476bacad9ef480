# What lab.sh prints: the kernel's state as JSON.
#   links      ip -j -d link          addresses  ip -j addr
#   routes4/6  ip -j -d route, all tables but local     rules4/6   ip -j rule
#   bridge     bridge -j -d link      vlans      bridge -j vlan     fdb        bridge -j fdb     tuntap     ip -j tuntap
#   tokens     ip -j token            features   {"eno1": ["rx-checksumming", ...]}: what ethtool shows as on
#   sysctl     {"net/ipv4/conf/eno1/forwarding": "1", ...}: all of the two conf/ for every interface, `all` and `default`
#   hostname   the kernel's
#   resolv     the text of /etc/resolv.conf, null without one; of what resolved knows where it runs
#   wifi       iw dev                 wireguard  wg show all dump
#   leases     what the DHCP server gave, one line a lease

lab_json() {
  local out
  out=$("$@" 2>/dev/null)
  printf '%s' "${out:-[]}"
}

lab_text() {
  if [ -f "$1" ]; then jq -Rs . <"$1"; else printf null; fi
}

# One process for all of them: each is dear in the emulated guest of test/boot.
lab_sysctl() {
  printf '{'
  grep -rs '' /proc/sys/net/ipv4/conf /proc/sys/net/ipv6/conf | sed -n 's|^/proc/sys/\([^:]*\):\(.*\)$|"\1":"\2"|p' | paste -sd,
  printf '}'
}

# What `ethtool -k` shows as on, by device.
lab_features() {
  local dir
  for dir in /sys/class/net/*; do
    printf '%s\n' "device: ${dir##*/}"
    ethtool -k "${dir##*/}" 2>/dev/null
  done | jq -Rnc 'reduce inputs as $line ({of: {}}; ($line | split(": ")) as [$key, $value] |
    if $key == "device" then .device = $value | .of[$value] = []
    elif ($value // "" | startswith("on")) then .of[.device] += [$key | ltrimstr("\t")] else . end) | .of'
}

lab_said() {
  "$@" 2>/dev/null | jq -Rs .
}

lab_resolv() {
  if [ -f /run/systemd/resolve/resolv.conf ]; then lab_text /run/systemd/resolve/resolv.conf; else lab_text /etc/resolv.conf; fi
}

# Local routes mirror the addresses and would only be noise.
lab_routes() {
  lab_json ip -j -d "$1" route show table all | jq -c '[.[] | select(.table != "local" and .type != "multicast")]'
}

lab_dump() {
  local part comma=
  printf '{'
  while read -r part; do
    printf '%s"%s":' "$comma" "${part%% *}"
    ${part#* } </dev/null
    comma=,
  done <<'END'
links lab_json ip -j -d link
addresses lab_json ip -j addr
routes4 lab_routes -4
routes6 lab_routes -6
rules4 lab_json ip -j -4 rule
rules6 lab_json ip -j -6 rule
bridge lab_json bridge -j -d link
vlans lab_json bridge -j vlan
fdb lab_json bridge -j fdb
tuntap lab_json ip -j tuntap
tokens lab_json ip -j token
features lab_features
sysctl lab_sysctl
hostname lab_text /proc/sys/kernel/hostname
resolv lab_resolv
wifi lab_said iw dev
wireguard lab_said wg show all dump
leases lab_text /run/lab/leases
END
  printf '}\n'
}
