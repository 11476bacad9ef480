#!/bin/bash
# A machine behind the bridge reaches the network of the access point, with its own MAC: what 4-address mode is for.
mac=52:54:00:77:00:01
ip netns add behind
ip link add behind type veth peer name eth0 netns behind
ip link set behind master br0 up
ip -n behind link set eth0 address $mac up
ip -n behind addr add 10.66.1.50/24 dev eth0
ip netns exec behind ping -q -c 5 -i 0.5 -W 5 10.66.1.1 >/dev/null || echo "br0: a machine behind it does not reach the access point's network"
ip netns exec far bridge fdb show | grep -q "^$mac " || echo "br0: the access point's network does not see the MAC of a machine behind it"
ip link del behind
