# systemd-networkd of this machine. LAB_WAIT_ONLINE=1 also runs systemd-networkd-wait-online (20 s at most); its exit status goes to stderr.

# A read-only /sys tells networkd that no udev runs here, so that it does not wait for one.
stack_prepare() {
  mount -o remount,ro,bind /sys
  mkdir -p /run/systemd/netif/{links,leases,lldp} /run/systemd/network
  chown -R systemd-network: /run/systemd/netif
}

stack_start() {
  SYSTEMD_LOG_LEVEL=info SYSTEMD_LOG_TARGET=console SYSTEMD_LOG_COLOR=0 /lib/systemd/systemd-networkd &
  networkd_pid=$!
  if [ "${LAB_WAIT_ONLINE:-0}" = 1 ]; then
    /lib/systemd/systemd-networkd-wait-online --timeout=20
    echo "systemd-networkd-wait-online: exit status $?"
  fi
}

# Each device that a .network names is there and configured, no port is on its way to forwarding, and nothing has changed for three
# seconds: link-local addresses and router advertisements come after networkd is done.
stack_settled() {
  local name
  for name in $(sed -n '/^\[Match\]/,/^\[[^M]/s/^Name=//p' /etc/systemd/network/*.network /run/systemd/network/*.network 2>/dev/null); do
    [ -e "/sys/class/net/$name" ] || return 1
    grep -q '^ADMIN_STATE=configured$' "/run/systemd/netif/links/$(cat "/sys/class/net/$name/ifindex")" 2>/dev/null || return 1
  done
  ! bridge link | grep -qE 'state (listening|learning)' && lab_addresses_settled && networkd_unchanged && lab_apply_sysctls
}

networkd_unchanged() {
  local now
  now=$(ip -o addr; ip route; ip -6 route; bridge link)
  now=$(sed -E 's/(valid_lft|preferred_lft|expires) *[0-9]+(sec)?//g' <<<"$now")
  if [ "$now" != "${networkd_before:-}" ]; then networkd_before=$now networkd_since=$SECONDS; fi
  [ $((SECONDS - networkd_since)) -ge 3 ]
}

stack_restart() {
  kill -TERM "$networkd_pid"
  wait "$networkd_pid"
  stack_start
}
