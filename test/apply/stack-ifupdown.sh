# Classic ifupdown: Debian's own, with the hooks of bridge-utils, vlan and wpasupplicant in /etc/network/if-*.d.

stack_start() {
  ifup -a
}

stack_settled() {
  lab_addresses_settled
}

stack_restart() {
  ifdown -a
  ifup -a
}
