# What lab.sh prints: the kernel's state as JSON.
#   links      ip -j -d link          addresses  ip -j addr
#   routes4/6  ip -j -d route, all tables but local     rules4/6   ip -j rule
#   bridge     bridge -j -d link      vlans      bridge -j vlan     tuntap     ip -j tuntap
#   sysctl     {"net/ipv4/conf/eno1/forwarding": "1", ...} for every interface
#   resolv     the text of /etc/resolv.conf, null without one; of what resolved knows where it runs
#   wifi       iw dev                 wireguard  wg show all dump
#   leases     what the DHCP server gave, one line a lease

lab_settings='ipv4/forwarding ipv4/proxy_arp ipv6/forwarding ipv6/accept_ra ipv6/addr_gen_mode ipv6/use_tempaddr ipv6/autoconf
  ipv6/disable_ipv6 ipv6/proxy_ndp ipv6/accept_dad'

lab_json() {
  local out
  out=$("$@" 2>/dev/null)
  printf '%s' "${out:-[]}"
}

lab_text() {
  if [ -f "$1" ]; then jq -Rs . <"$1"; else printf null; fi
}

lab_sysctl() {
  local dir name setting key value comma=
  printf '{'
  for dir in /proc/sys/net/ipv4/conf/*; do
    name=${dir##*/}
    for setting in $lab_settings; do
      key=net/${setting%/*}/conf/$name/${setting#*/}
      # A process for each would be dear in the emulated guest of test/boot.
      read -r value 2>/dev/null <"/proc/sys/$key" || continue
      printf '%s"%s":"%s"' "$comma" "$key" "$value"
      comma=,
    done
  done
  printf '}'
}

lab_resolv() {
  if [ -f /run/systemd/resolve/resolv.conf ]; then echo /run/systemd/resolve/resolv.conf; else echo /etc/resolv.conf; fi
}

# Local routes mirror the addresses and would only be noise.
lab_routes() {
  lab_json ip -j -d "$1" route show table all | jq -c '[.[] | select(.table != "local" and .type != "multicast")]'
}

lab_dump() {
  printf '{"links":%s,"addresses":%s,"routes4":%s,"routes6":%s,"rules4":%s,"rules6":%s,"bridge":%s,"vlans":%s,"tuntap":%s,"sysctl":%s,"resolv":%s,"wifi":%s,"wireguard":%s,"leases":%s}\n' \
    "$(lab_json ip -j -d link)" "$(lab_json ip -j addr)" "$(lab_routes -4)" "$(lab_routes -6)" \
    "$(lab_json ip -j -4 rule)" "$(lab_json ip -j -6 rule)" "$(lab_json bridge -j -d link)" "$(lab_json bridge -j vlan)" "$(lab_json ip -j tuntap)" \
    "$(lab_sysctl)" "$(lab_text "$(lab_resolv)")" "$(iw dev 2>/dev/null | jq -Rs .)" "$(wg show all dump 2>/dev/null | jq -Rs .)" "$(lab_text /run/lab/leases)"
}
