# The far end of the cables, for network namespaces (lab-machine.sh) and for the guest of test/boot.

# lab_far 'NAME=MAC NAME=MAC ...': the namespace `far` holds a device `farN` for the Nth card. What a case may ask for beside that:
#   FAR_BONDS      '1+2 3+4': these cables end in one device, `agg1` and `agg3`, whose ports LACP (802.3ad) bundles
#   FAR_VLANS      '1:20 1:30': the far end is in these VLANs too, as 10.66.20.1/24 and 2001:db8:66:20::1/64
#   FAR_ADDRESSES  '192.0.2.1/32': it answers for these too, at every cable
lab_far() {
  local nic vlan address n=0 hosts=() device far=(ip netns exec far)
  # A router says so in its neighbour advertisements too: a kernel forgets the advertised default route without (net/ipv6/ndisc.c, ndisc_recv_na).
  "${far[@]}" sh -c 'ip link set lo up; echo 0 >/proc/sys/net/ipv6/conf/default/accept_dad; echo 1 >/proc/sys/net/ipv6/conf/all/forwarding'
  for address in ${FAR_ADDRESSES:-}; do "${far[@]}" ip addr add "$address" dev lo; done
  for nic in $1; do
    n=$((n + 1))
    hosts+=("--dhcp-host=${nic#*=},10.66.$n.100")
    device=far$n
    case " ${FAR_BONDS:-} " in
      *" $n+"*) lab_far_bond $n && device=agg$n ;;
      *"+$n "* | *"+$n+"*) continue ;;
    esac
    lab_far_device "$device" "$n"
    for vlan in ${FAR_VLANS:-}; do
      if [ "${vlan%:*}" != $n ]; then continue; fi
      "${far[@]}" ip link add link "$device" name "$device.${vlan#*:}" type vlan id "${vlan#*:}"
      lab_far_device "$device.${vlan#*:}" "${vlan#*:}"
    done
  done
  # LAB_DNSMASQ is a list of words.
  "${far[@]}" dnsmasq --conf-file=/dev/null --no-hosts --no-resolv --port=0 --user=root --no-ping --bind-dynamic \
    --dhcp-authoritative --dhcp-leasefile=/run/lab/leases --pid-file=/run/lab/dnsmasq.pid --log-dhcp --log-facility=/run/lab/dnsmasq.log \
    --domain=lab.example "${hosts[@]}" --dhcp-option=option:dns-server,0.0.0.0 ${LAB_DNSMASQ:-}
}

# lab_far_device DEVICE NUMBER: a router and a DHCP server for the network 10.66.NUMBER.
lab_far_device() {
  # A guest's device is there already, so the default comes too late for it.
  "${far[@]}" sh -c "echo 0 >/proc/sys/net/ipv6/conf/$1/accept_dad"
  "${far[@]}" ip link set "$1" up
  "${far[@]}" ip addr add "10.66.$2.1/24" dev "$1"
  "${far[@]}" ip addr add "2001:db8:66:$2::1/64" dev "$1"
  hosts+=("--dhcp-range=10.66.$2.150,10.66.$2.199,1h")
  [ "${LAB_RA:-1}" = 0 ] || hosts+=("--enable-ra" "--dhcp-range=2001:db8:66:$2::,ra-only")
}

# lab_far_bond NUMBER: the cables of that bundle as ports of one bond.
lab_far_bond() {
  local bundle port
  "${far[@]}" ip link add "agg$1" type bond mode 802.3ad miimon 100 lacp_rate fast
  for bundle in $FAR_BONDS; do
    if [ "${bundle%%+*}" != "$1" ]; then continue; fi
    for port in ${bundle//+/ }; do "${far[@]}" ip link set "far$port" down master "agg$1"; done
  done
}
