# The far end of the cables, for network namespaces (lab-machine.sh) and for the guest of test/boot.

# lab_far 'NAME=MAC NAME=MAC ...': the namespace `far` holds a device `farN` for the Nth card.
lab_far() {
  local nic n=0 hosts=() far=(ip netns exec far)
  "${far[@]}" sh -c 'ip link set lo up; echo 0 >/proc/sys/net/ipv6/conf/default/accept_dad'
  for nic in $1; do
    n=$((n + 1))
    # A guest's device is there already, so the default comes too late for it.
    "${far[@]}" sh -c "echo 0 >/proc/sys/net/ipv6/conf/far$n/accept_dad"
    "${far[@]}" ip link set "far$n" up
    "${far[@]}" ip addr add "10.66.$n.1/24" dev "far$n"
    "${far[@]}" ip addr add "2001:db8:66:$n::1/64" dev "far$n"
    hosts+=("--dhcp-host=${nic#*=},10.66.$n.100" "--dhcp-range=10.66.$n.150,10.66.$n.199,1h")
    [ "${LAB_RA:-1}" = 0 ] || hosts+=("--enable-ra" "--dhcp-range=2001:db8:66:$n::,ra-only")
  done
  # LAB_DNSMASQ is a list of words.
  "${far[@]}" dnsmasq --conf-file=/dev/null --no-hosts --no-resolv --port=0 --user=root --no-ping --bind-dynamic \
    --dhcp-authoritative --dhcp-leasefile=/run/lab/leases --pid-file=/run/lab/dnsmasq.pid --log-dhcp --log-facility=/run/lab/dnsmasq.log \
    --domain=lab.example "${hosts[@]}" --dhcp-option=option:dns-server,0.0.0.0 ${LAB_DNSMASQ:-}
}
