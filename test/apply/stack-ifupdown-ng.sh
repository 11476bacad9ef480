# ifupdown-ng 0.11.3 from Debian 12, unpacked, since it conflicts with ifupdown, and what Alpine has beside it: busybox's udhcpc, and openresolv.
# Alpine has no hooks in /etc/network/if-*.d unless packages bring them. OpenRC's service `networking` brings up one interface after the
# other, and takes down again what failed.

stack_outside() {
  ng_root=$("$here/../consumers/unpack-ifupdown-ng.sh") && export ng_root
}

stack_prepare() {
  local dir lower
  for dir in bin sbin lib libexec; do
    lower=/usr/$dir
    [ ! -d "$ng_root/usr/$dir" ] || lower=$ng_root/usr/$dir:$lower
    [ ! -d "$ng_root/$dir" ] || lower=$ng_root/$dir:$lower
    mount -t overlay -o "lowerdir=$lower" overlay "/usr/$dir" || return 1
  done
  rm -rf /etc/network/if-*.d
  mkdir -p /etc/udhcpc
  write_script >/etc/udhcpc/default.script
  chmod +x /etc/udhcpc/default.script
}

# What Alpine's script for udhcpc does, as far as the lab looks at it; Debian's knows no metric.
write_script() {
  cat <<'END'
#!/bin/sh
case $1 in
deconfig) ip -4 addr flush dev "$interface" ;;
bound | renew)
  ip -4 addr replace "$ip/$mask" broadcast + dev "$interface"
  for gateway in $router; do ip -4 route replace default via "$gateway" dev "$interface" metric "${IF_METRIC:-200}"; done
  [ "${IF_PEER_DNS:-yes}" != yes ] || for server in $dns; do echo "nameserver $server"; done >/etc/resolv.conf
  ;;
esac
END
}

stack_start() {
  local interface
  for interface in $(ifquery --auto --list); do
    ifup "$interface" || ifdown --force "$interface"
  done
}

stack_settled() {
  lab_addresses_settled
}

stack_restart() {
  local interface
  for interface in $(ifquery --auto --running); do ifdown "$interface"; done
  stack_start
}
